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

/**
 * The least degree that a text asks for (or the degree that it names), with the words; null where it names none or
 * says that any will do. Of several ("本科或硕士") the lowest, since it is enough.
 */
export function findDegree(text: string): Read<Degree> | null {
  const folded = foldKeepingOffsets(text);
  if (ANY.test(folded)) return null;
  let lowest: Read<Degree> | null = null;
  for (const [names, value] of NAMES) {
    const found = names.exec(folded);
    if (!found) continue;
    const preferred = /^[^,,、;;。]{0,12}(?:优先|加分|preferred|a plus|is a plus)/u.test(
      folded.slice(found.index + found[0].length),
    );
    if (preferred && lowest === null && NAMES.some(([others, other]) => other !== value && others.test(folded)))
      continue;
    const end = found.index + found[0].length;
    lowest = { value, span: { start: found.index, end, text: text.slice(found.index, end) } };
  }
  return lowest;
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
