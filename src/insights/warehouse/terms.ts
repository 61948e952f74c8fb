import { foldWords, says, skillsUnder, type Term, termKey } from '../fields/condition.ts';
import { termColumn } from '../fields/condition-to-sql.ts';

/** Decides the watched terms for a row: one number for each column of marks, the n-th term in bit n. */
export type Marker = (skills: readonly string[], words: string) => readonly bigint[];

/** Bits in one column of marks: a BIGINT whose sign is not used, so that every engine reads it. */
const BITS = 62;

/** Each term as a column of truth values, from its bit. */
export function termColumns(terms: readonly Term[]): string[] {
  return terms.map(
    (term, n) => `terms_${Math.floor(n / BITS)} & ${1n << BigInt(n % BITS)} <> 0 as ${termColumn(termKey(term))}`,
  );
}

export const markColumns = (terms: number): number => Math.max(1, Math.ceil(terms / BITS));

export function createMarker(terms: readonly Term[]): Marker {
  const columns = markColumns(terms.length);
  const bySkill = new Map<string, number[]>();
  const keywords: { readonly word: string; readonly n: number }[] = [];
  terms.forEach((term, n) => {
    if (term.kind === 'keyword') keywords.push({ word: foldWords(term.value.trim()), n });
    else for (const id of skillsUnder(term.value)) bySkill.set(id, [...(bySkill.get(id) ?? []), n]);
  });
  return (skills, words) => {
    const marks = new Array<bigint>(columns).fill(0n);
    const mark = (n: number) => {
      const at = Math.floor(n / BITS);
      marks[at] = (marks[at] ?? 0n) | (1n << BigInt(n % BITS));
    };
    for (const id of skills) for (const n of bySkill.get(id) ?? []) mark(n);
    if (keywords.length > 0) {
      const folded = foldWords(words);
      for (const { word, n } of keywords) if (folded.includes(word) && says(folded, word)) mark(n);
    }
    return marks;
  };
}

/** The terms of several conditions in one order, each once: the order of their bits. */
export function orderTerms(terms: Iterable<Term>): Term[] {
  const byKey = new Map<string, Term>();
  for (const term of terms) byKey.set(termKey(term), term);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);
}
