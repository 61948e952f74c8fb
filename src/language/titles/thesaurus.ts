import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OccupationNames, occupationNames } from './occupation-names.ts';
import { foldTitle, titleTokens } from './title-tokens.ts';
import { titleVariants } from './title-variants.ts';

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

/** How near an occupation's names are to its official title, and to one another. */
const TITLE = 0.95;
const NAMES = 0.8;

const FILE = join(import.meta.dirname, '../lexicons/title-words.tsv');

function isKind(text: string | undefined): text is keyof typeof NEARNESS {
  return text !== undefined && text in NEARNESS;
}

/**
 * Makes a thesaurus of lines "kind TAB word|word|…" (see lexicons/title-words.tsv) and of occupations, whose official
 * titles are explained by their names, and the names by one another.
 */
export function parseThesaurus(text: string, occupations: readonly OccupationNames[] = []): Thesaurus {
  const near = new Map<string, Map<string, number>>();
  let longest = 1;
  const relate = (from: string, to: string, nearness: number) => {
    if (from === to || nearness === 0 || from === '' || to === '') return;
    const known = near.get(from) ?? new Map<string, number>();
    known.set(to, Math.max(known.get(to) ?? 0, nearness));
    near.set(from, known);
  };
  const keyOf = (word: string) => {
    const stems = titleTokens(foldTitle(word)).map((token) => token.stem);
    longest = Math.max(longest, stems.length);
    return stems.join(' ');
  };
  for (const line of text.split('\n')) {
    const [kind, cell] = line.split('\t');
    if (!isKind(kind) || cell === undefined) continue;
    const keys = cell.split('|').map(keyOf);
    const [first = '', ...others] = keys;
    const { forward, back, among } = NEARNESS[kind];
    for (const other of others) {
      relate(first, other, forward);
      relate(other, first, back);
      for (const another of others) relate(other, another, among);
    }
  }
  for (const { title, english } of occupations) {
    const [read] = title === null ? [] : titleVariants(title);
    const key = read?.tokens.map(({ stem }) => stem).join(' ') ?? '';
    longest = Math.max(longest, read?.tokens.length ?? 0);
    const names = english.map(keyOf);
    for (const name of names) {
      relate(key, name, TITLE);
      for (const other of names) relate(name, other, NAMES);
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
  cached ??= parseThesaurus(readFileSync(FILE, 'utf8'), occupationNames());
  return cached;
}
