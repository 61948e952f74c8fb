import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skills } from '../lexicon.ts';
import type { Named } from '../model.ts';
import { normaliseWord } from '../normalise.ts';
import { createMatcher } from '../word-matcher.ts';
import { occupationNames } from './occupation-names.ts';

const FILE = join(import.meta.dirname, '../lexicons/title-words-zh.tsv');
const HAN = /\p{Script=Han}/u;
/** English readings of one Chinese word that are followed. */
const MOST_READINGS = 3;

type Dictionary = ReturnType<typeof createMatcher<string>>;

function* words(): Generator<readonly [string, string]> {
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [zh, en] = line.split('\t');
    if (zh && en && !zh.startsWith('#')) for (const reading of en.split('|')) yield [zh, reading];
  }
}

function* names(entries: readonly Named[]): Generator<readonly [string, string]> {
  for (const { zh, en, aliases } of entries)
    for (const name of [zh, ...aliases]) if (HAN.test(name)) yield [normaliseWord(name), en.toLowerCase()];
}

/** Chinese names of occupations with the first of their English ones. */
function* occupations(): Generator<readonly [string, string]> {
  for (const { english, chinese } of occupationNames()) {
    const [name] = english;
    if (name !== undefined) for (const zh of chinese) yield [normaliseWord(zh), name.toLowerCase()];
  }
}

let plain: Dictionary | undefined;
let named: Dictionary | undefined;

/** A title with each Chinese word that a dictionary knows put into English, in its place; null where none is known. */
function translate(folded: string, dictionary: Dictionary): string | null {
  const found = dictionary(folded);
  if (found.length === 0) return null;
  let english = '';
  let at = 0;
  for (const { start, end, values } of found) {
    const between = folded.slice(at, start).replaceAll(/\p{Script=Han}+/gu, ' ');
    english += `${between} ${[...new Set(values)].slice(0, 1).join(' ')} `;
    at = end;
  }
  return `${english}${folded.slice(at).replaceAll(/\p{Script=Han}+/gu, ' ')}`.replaceAll(/\s+/gu, ' ').trim();
}

/**
 * English readings of a title that has Chinese words: word for word, and by the names of roles and skills of the
 * lexicons, longest names first. None for a title without Chinese words, or without known ones.
 */
export function englishReadings(title: string): string[] {
  const folded = normaliseWord(title);
  if (!HAN.test(folded)) return [];
  plain ??= createMatcher(words());
  named ??= createMatcher([...occupations(), ...words(), ...names(skills())]);
  const readings = [translate(folded, named), translate(folded, plain)].filter((reading) => reading !== null);
  return [...new Set(readings)].slice(0, MOST_READINGS);
}
