import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldTitle, titleTokens } from './title-tokens.ts';

/** Another way to say a word or phrase of a title: its words, and how near it is (0 to 1). */
export type Alternative = { readonly stems: readonly string[]; readonly nearness: number };

/** Every way to say a phrase, by its words joined with blanks. */
export type Thesaurus = {
  readonly alternatives: ReadonlyMap<string, readonly Alternative[]>;
  /** Words in the longest phrase. */
  readonly longest: number;
};

/** How near the first word of a line is to the others, and the others to it and to one another. */
const NEARNESS = {
  '=': { forward: 0.9, back: 0.9, among: 0.65 },
  '~': { forward: 0.5, back: 0.4, among: 0 },
  '>': { forward: 0.7, back: 0.3, among: 0 },
} as const;

const FILE = join(import.meta.dirname, '../lexicons/title-words.tsv');

function isKind(text: string | undefined): text is keyof typeof NEARNESS {
  return text !== undefined && text in NEARNESS;
}

/** Makes a thesaurus of lines "kind TAB word|word|…" (see lexicons/title-words.tsv). */
export function parseThesaurus(text: string): Thesaurus {
  const near = new Map<string, Map<string, number>>();
  let longest = 1;
  const relate = (from: string, to: string, nearness: number) => {
    if (from === to || nearness === 0 || from === '' || to === '') return;
    const known = near.get(from) ?? new Map<string, number>();
    known.set(to, Math.max(known.get(to) ?? 0, nearness));
    near.set(from, known);
  };
  for (const line of text.split('\n')) {
    const [kind, cell] = line.split('\t');
    if (!isKind(kind) || cell === undefined) continue;
    const keys = cell.split('|').map((word) => {
      const stems = titleTokens(foldTitle(word)).map((token) => token.stem);
      longest = Math.max(longest, stems.length);
      return stems.join(' ');
    });
    const [first = '', ...others] = keys;
    const { forward, back, among } = NEARNESS[kind];
    for (const other of others) {
      relate(first, other, forward);
      relate(other, first, back);
      for (const another of others) relate(other, another, among);
    }
  }
  const alternatives = new Map(
    [...near].map(([key, others]) => [
      key,
      [...others].map(([other, nearness]) => ({ stems: other.split(' '), nearness })),
    ]),
  );
  return { alternatives, longest };
}

let cached: Thesaurus | undefined;

/** The project's own thesaurus of occupational words. */
export function titleThesaurus(): Thesaurus {
  cached ??= parseThesaurus(readFileSync(FILE, 'utf8'));
  return cached;
}
