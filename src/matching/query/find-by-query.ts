import { anyOf, numbersOf, yearsAt } from '../talent-index/allowed.ts';
import { bitsOf, countBits, emptyWords, intersect, unite, type Words } from '../talent-index/bit-words.ts';
import type { IndexState } from '../talent-index/index-state.ts';
import type { Condition, Query, Term, Where } from './query-model.ts';

/**
 * Who a query finds, from above and below: everybody in `least` is found for certain, nobody outside of `most` is. The
 * two differ where words have to stand next to one another, which the index does not keep: whoever is between is
 * decided by their rows (as a search by n-grams is, before it reads the text: Cox, "Regular expression matching with a
 * trigram index", 2012).
 */
export type Bounds = { readonly most: Words; readonly least: Words };

const HAN_ALONE = /^\p{Script=Han}$/u;
const alike = (words: Words): Bounds => ({ most: words, least: words });

/** What words are kept under, by where they stand. */
export const markOf = (where: Exclude<Where, 'anywhere'>, term: string): string => `${where}~${term}`;

function bitsOfTerm(state: IndexState, where: Where, term: string): Words {
  if (where !== 'anywhere') return anyOf(state, [markOf(where, term)]);
  const words = emptyWords(state.ids.count);
  state.words.get(term)?.orInto(words);
  return words;
}

/** Everybody who has a word that `fits`; looks through all words that there are. */
function bitsOfAll(state: IndexState, where: Where, fits: (term: string) => boolean): Words {
  const words = emptyWords(state.ids.count);
  if (where === 'anywhere') {
    for (const [word, list] of state.words) if (fits(word)) list.orInto(words);
    return words;
  }
  const begin = markOf(where, '');
  for (const [name, set] of state.sets) {
    if (name.startsWith(begin) && fits(name.slice(begin.length))) set.orInto(words);
  }
  return words;
}

function wordsBounds(state: IndexState, condition: Condition & { readonly kind: 'words' }): Bounds {
  const { where, terms, prefix } = condition;
  const known = anyOf(state, condition.sets);
  let most: Words | null = null;
  terms.forEach((term, n) => {
    const open = prefix && n === terms.length - 1;
    const found = HAN_ALONE.test(term)
      ? bitsOfAll(state, where, (word) => word.includes(term))
      : open
        ? bitsOfAll(state, where, (word) => word.startsWith(term))
        : bitsOfTerm(state, where, term);
    if (most) intersect(most, found);
    else most = found;
  });
  const all: Words = most ?? emptyWords(state.ids.count);
  unite(all, known);
  return { most: all, least: terms.length === 1 ? all : known };
}

function yearsBits(state: IndexState, allowed: Words, min: number, max: number, month: number): Words {
  const words = emptyWords(state.ids.count);
  for (const n of bitsOf(allowed)) {
    const years = yearsAt(state, n, month);
    if (years >= min && years <= max) words[n >>> 5] = (words[n >>> 5] ?? 0) | (1 << (n & 31));
  }
  return words;
}

/** Everybody among `allowed` who is not in `words`. */
function without(allowed: Words, words: Words): Words {
  return allowed.map((word, i) => word & ~(words[i] ?? 0));
}

function termBounds(state: IndexState, term: Term, allowed: Words, month: number): Bounds {
  const { condition } = term;
  switch (condition.kind) {
    case 'words':
      return wordsBounds(state, condition);
    case 'sets':
      return alike(anyOf(state, condition.sets));
    case 'years':
      return alike(yearsBits(state, allowed, condition.min, condition.max, month));
    case 'school':
      return alike(numbersOf(state, term.memberIds ?? []));
  }
}

/** How many people each term finds by itself, by the index, among those who may be shown. */
export type TermCount = { readonly term: Term; readonly people: number; readonly exact: boolean };

/** Who among `allowed` a query finds in `month`, and how many each of its terms does. The query's companies and schools are looked up already. */
export function findByQuery(
  state: IndexState,
  query: Query,
  allowed: Words,
  month: number,
): Bounds & { readonly counts: readonly TermCount[] } {
  const counts: TermCount[] = [];
  const within = (words: Words): Words => allowed.map((word, i) => word & (words[i] ?? 0));
  const boundsOf = (part: Query): Bounds => {
    if (part.kind === 'term') {
      const found = termBounds(state, part, allowed, month);
      const [most, least] = [within(found.most), within(found.least)];
      const people = countBits(most);
      counts.push({ term: part, people, exact: people === countBits(least) });
      return { most, least };
    }
    if (part.kind === 'not') {
      const inner = boundsOf(part.part);
      return { most: without(allowed, inner.least), least: without(allowed, inner.most) };
    }
    const [first, ...rest] = part.parts.map(boundsOf);
    if (!first) return alike(allowed.slice());
    const [most, least] = [first.most.slice(), first.least.slice()];
    const join = part.kind === 'and' ? intersect : unite;
    for (const other of rest) {
      join(most, other.most);
      join(least, other.least);
    }
    return { most, least };
  };
  return { ...boundsOf(query), counts };
}

/** Whether two rows of bits are the same. */
export const isSure = ({ most, least }: Bounds): boolean => most.every((word, i) => word === least[i]);
