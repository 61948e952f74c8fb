import { foldKeepingOffsets } from '../normalise.ts';

/** How many people are sought: a number, or null in `count` where the text says "several". */
export type Headcount = { readonly count: number | null };

const COUNT =
  /(?:招聘?|聘|需|hiring|headcount:?)\s*(\d{1,5})\s*(?:人|名|位)?|(\d{1,5})\s*(?:人|名|位|openings?|people|positions?)/u;
const SEVERAL = /若干|数名|多名|several|multiple/u;
const MOST = 30_000;

/** The head count that a cell or a part of a line states ("招3人", "若干", "2 openings"); null where it states none. */
export function readHeadcount(text: string): Headcount | null {
  const folded = foldKeepingOffsets(text).trim();
  const found = COUNT.exec(folded) ?? /^(\d{1,5})$/u.exec(folded);
  const digits = found?.[1] ?? found?.[2];
  if (digits !== undefined) {
    const count = Number(digits);
    return count >= 1 && count <= MOST ? { count } : null;
  }
  return SEVERAL.test(folded) ? { count: null } : null;
}
