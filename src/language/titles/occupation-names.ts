import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../lexicon.ts';

/** Names of one kind of work: its official title where there is one, and what English and Chinese speakers call it. */
export type OccupationNames = {
  readonly title: string | null;
  readonly english: readonly string[];
  readonly chinese: readonly string[];
};

const FILE = join(import.meta.dirname, '../lexicons/occupations.tsv');
const HAN = /\p{Script=Han}/u;

const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

let cached: readonly OccupationNames[] | undefined;

/** The official occupations that have names of their own, and every role under the title of its code. */
export function occupationNames(): readonly OccupationNames[] {
  if (cached) return cached;
  const official = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [soc = '', title = '', , english, chinese] = line.split('\t');
      return { soc, title, english: list(english), chinese: list(chinese) };
    });
  const titleOf = new Map(official.map(({ soc, title }) => [soc, title]));
  cached = [
    ...official.filter(({ english }) => english.length > 0),
    ...roles().map(({ soc, zh, en, aliases }) => ({
      title: titleOf.get(soc ?? '') ?? null,
      english: [en, ...aliases.filter((alias) => !HAN.test(alias))],
      chinese: [zh, ...aliases.filter((alias) => HAN.test(alias))],
    })),
  ];
  return cached;
}
