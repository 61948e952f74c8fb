import { normaliseWord } from '../language/index.ts';

const MOST_WORDS = 4;

/** What is looked for: each word as it was typed and folded (width, case, Simplified characters). */
export type SearchWord = { readonly typed: string; readonly folded: string };

/**
 * The words of a search, at most four. Words of one character find nobody and are left out: half the people of a
 * network share a surname.
 */
export function searchWords(query: string): SearchWord[] {
  return query
    .split(/[\s,,、]+/u)
    .map((word) => ({ typed: word.toLowerCase(), folded: normaliseWord(word) }))
    .filter((word) => [...word.folded].length >= 2)
    .slice(0, MOST_WORDS);
}

type Card = {
  readonly name: string;
  readonly otherName: string | null;
  readonly current: { readonly companyName: string; readonly title: string } | null;
};

/** Whether each word stands somewhere on the card: a search never answers from what the card does not show. */
export function cardHasWords(card: Card, words: readonly SearchWord[]): boolean {
  const shown = [card.name, card.otherName ?? '', card.current?.companyName ?? '', card.current?.title ?? ''].map(
    normaliseWord,
  );
  return words.every((word) => shown.some((text) => text.includes(word.folded)));
}
