import type { Degree, Read } from '../model.ts';
import { foldKeepingOffsets } from '../normalise.ts';

// The longer name first: 博士后 is no degree above 博士, 本科 stands in 本科及以上.
const NAMES: readonly (readonly [RegExp, Degree])[] = [
  [/博士|ph\.?\s?d\b|doctorate|doctoral|doctor of/u, 'doctor'],
  [/硕士|研究生|mba\b|master'?s?\b(?!\s+(?:data|of ceremonies))|m\.?sc\b|\bm\.s\.|postgraduate/u, 'master'],
  [
    /本科|学士|大学学历|bachelor'?s?|b\.?sc\b|\bb\.s\.|\bb\.a\.|undergraduate|(?:4|four)[- ]year degree|university degree|college degree/u,
    'bachelor',
  ],
  [/大专|专科|高职|associate'?s? degree|associate of|junior college/u, 'associate'],
  [/中专|中技|职高|技校|vocational/u, 'vocational'],
  [/高中|high school|secondary school/u, 'high-school'],
  [/初中|junior high|middle school/u, 'junior-high'],
];
const ANY = /学历不限|不限学历|no degree|无学历要求/u;

const PREFERRED =
  /^[^,,、;;。\n]{0,12}?(?:优先|加分|更佳|为佳|preferred|desirable|(?:is |are )?(?:a )?(?:big )?plus\b)/u;
const PREFERRED_BEFORE = /(?:最好(?:是|有)?|preferably|ideally)[^,,;;。\n]{0,6}$/u;

export type Degrees = { readonly least: Read<Degree> | null; readonly preferred: Read<Degree> | null };

/**
 * The least degree that a text asks for, and the one that it only prefers ("硕士优先"), with the words. Of several that
 * are asked for ("本科或硕士") the lowest, since it is enough; none where the text says that any will do.
 */
export function findDegrees(text: string): Degrees {
  const folded = foldKeepingOffsets(text);
  let least: Read<Degree> | null = null;
  let preferred: Read<Degree> | null = null;
  for (const [names, value] of NAMES) {
    for (const found of folded.matchAll(new RegExp(names.source, 'gu'))) {
      const end = found.index + found[0].length;
      const read = { value, span: { start: found.index, end, text: text.slice(found.index, end) } };
      const isWish =
        PREFERRED.test(folded.slice(end, end + 40)) || PREFERRED_BEFORE.test(folded.slice(0, found.index).slice(-20));
      if (isWish) preferred ??= read;
      else if (least?.value !== value) least = read;
    }
  }
  return { least: ANY.test(folded) ? null : least, preferred };
}

/** The least degree that a text asks for (or the degree that it names or prefers), with the words; null where it names none. */
export function findDegree(text: string): Read<Degree> | null {
  if (ANY.test(foldKeepingOffsets(text))) return null;
  const { least, preferred } = findDegrees(text);
  return least ?? preferred;
}

const ANY_ALONE = /^(?:不限|无|无要求|any|none|n\/a)$/u;
/** Short names that are a degree only where nothing else is to be expected. */
const SHORT: readonly (readonly [RegExp, Degree])[] = [
  [/^(?:大学|b\.?[as]\.?|b\.?eng\.?|b\.?tech\.?)(?![a-z])/u, 'bachelor'],
  [/^(?:m\.?[as]\.?|m\.?eng\.?)(?![a-z])/u, 'master'],
];

/** What a cell of such cells asks for: the least degree, null for any; or null where the cell names no degree. */
export function readDegree(text: string): { readonly minimum: Degree | null } | null {
  const folded = foldKeepingOffsets(text).trim();
  if (ANY_ALONE.test(folded) || ANY.test(folded)) return { minimum: null };
  const minimum = findDegree(text)?.value ?? SHORT.find(([name]) => name.test(folded))?.[1];
  return minimum ? { minimum } : null;
}
