import type { Read } from '../model.ts';
import { foldKeepingOffsets } from '../normalise.ts';

export type Years = { readonly min: number; readonly max: number | null };

const DIGITS: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const NUMBER = String.raw`\d{1,2}|[二三]?十[一二三四五六七八九]?|[一两二三四五六七八九]|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b`;
const RANGE = new RegExp(
  `(?<![\\d.])(?<low>${NUMBER})\\s*年?\\s*(?:\\(?\\d\\)?)?\\s*(?:(?:[-~–—]{1,2}|至|到|to)\\s*(?<high>${NUMBER}))?\\s*(?<plus>\\+|以上|及以上|or more)?\\s*(?:年|years?|yrs?)(?=(?<after>[^,,。;;\\n]{0,14}))`,
  'gu',
);
const NONE =
  /经验不限|无需经验|无工作经验|不限经验|无经验|应届|在校|no experience|entry[- ]level|fresh graduate|new grad/u;
const NOT_EXPERIENCE = /^\s*(?:月|\d|成立|历史|合同|发展|的历史|底|初|毕业|old|ago|内上市)/u;

/** 十五 is 15, 二十 is 20, 二十五 is 25. */
function value(text: string): number {
  const [tens, ones] = text.split('十');
  if (ones === undefined || tens === undefined) return DIGITS[text] ?? Number(text);
  return (tens === '' ? 1 : (DIGITS[tens] ?? 0)) * 10 + (ones === '' ? 0 : (DIGITS[ones] ?? 0));
}

/** The years of experience that a text asks for, with the words; null where it asks for none or does not say. */
export function findYears(text: string): Read<Years> | null {
  const folded = foldKeepingOffsets(text);
  for (const match of folded.matchAll(RANGE)) {
    const { low = '', high, plus, after = '' } = match.groups ?? {};
    if (NOT_EXPERIENCE.test(after)) continue;
    const before = folded.slice(Math.max(0, match.index - 16), match.index);
    if (/(?:成立|历经|龄|公司已|合同期).{0,4}$|近$|过去$|founded|past $/u.test(before)) continue;
    const min = value(low);
    const max = high === undefined ? null : value(high);
    if (min > 40 || (max !== null && (max > 45 || max < min))) continue;
    const below = /^\s*(?:以下|以内)/u.test(after);
    const exact =
      high === undefined &&
      plus === undefined &&
      !/^\s*(?:以上|及以上|\+|或以上|or more|左右)?.*(?:经验|经历|experience|工作|研发|开发)|^\s*(?:以上|及以上)/u.test(
        after,
      );
    if (exact && !/(?:至少|不少于|满|at least|minimum|over|经验|工作)\s*(?:of\s*)?$/u.test(before)) {
      if (folded.trim().length > 12) continue;
    }
    const end = match.index + match[0].length + (/^\s*(?:及?以上|以下|以内|左右)/u.exec(after)?.[0].length ?? 0);
    const span = { start: match.index, end, text: text.slice(match.index, end) };
    return { value: below ? { min: 0, max: min } : { min, max }, span };
  }
  const none = NONE.exec(folded);
  if (!none) return null;
  const end = none.index + none[0].length;
  return { value: { min: 0, max: null }, span: { start: none.index, end, text: text.slice(none.index, end) } };
}

const BARE = /^(?<min>\d{1,2})(?:\s*(?:-|~|–|—|至|到|to)\s*(?<max>\d{1,2})|\s*(?<plus>\+))?$/u;
const ANY = /^(?:不限|无要求|any)$/u;

/** The years of experience that a cell of such cells names: also bare numbers ("3-5", "5+") and 不限; null where it names none. */
export function readYears(text: string): Years | null {
  const folded = foldKeepingOffsets(text).trim();
  if (ANY.test(folded)) return { min: 0, max: null };
  const bare = BARE.exec(folded)?.groups;
  if (!bare) return findYears(text)?.value ?? null;
  const min = Number(bare.min);
  const max = bare.max === undefined ? null : Number(bare.max);
  return min > 40 || (max !== null && (max > 45 || max < min)) ? null : { min, max };
}
