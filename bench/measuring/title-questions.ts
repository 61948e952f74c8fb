import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label } from '../../src/language/index.ts';

/** A title and the ids of the occupations that it names. */
export type TitleQuestion = { readonly title: string; readonly ids: ReadonlySet<string> };
/** Titles to be linked to the labels of a file. */
export type TitleQuestions = {
  readonly name: string;
  readonly questions: readonly TitleQuestion[];
  readonly labels: readonly Label[];
};

const SAMPLE = join(import.meta.dirname, '../samples/onet-titles.tsv');

const wordsOf = (label: string): Set<string> =>
  new Set(
    label
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

/** The same shuffle in every run. */
export function shuffled<T>(values: readonly T[]): T[] {
  let state = 7;
  return values
    .map((value) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return { value, key: state };
    })
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** Of an id's names the one that has the least in common with the others, by how rare the common words are. */
function strangest(names: readonly string[], telling: (word: string) => number): string {
  let found = names[0] ?? '';
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const own = [...wordsOf(name)];
    const whole = own.reduce((sum, word) => sum + telling(word), 0) || 1;
    const others = names.filter((other) => other !== name).map(wordsOf);
    const shared = others.map((other) => own.filter((word) => other.has(word)).reduce((sum, w) => sum + telling(w), 0));
    const common = Math.max(0, ...shared) / whole;
    if (common < least) [least, found] = [common, name];
  }
  return found;
}

/** Takes one name of each id out of the labels, to be found by its other names: a random one, or the one least like them. */
export function heldOut(all: readonly Label[], pick: 'any' | 'strangest', count: number): TitleQuestions {
  const names = Map.groupBy(all, ({ id }) => id);
  const having = new Map<string, number>();
  for (const labels of names.values())
    for (const word of new Set(labels.flatMap(({ label }) => [...wordsOf(label)])))
      having.set(word, (having.get(word) ?? 0) + 1);
  const telling = (word: string) => Math.log(names.size / (having.get(word) ?? 1));
  // Weights were fitted on the even ids; the odd ones are measured.
  const ids = [...names.keys()].filter((id, at) => at % 2 === 1 && (names.get(id)?.length ?? 0) >= 3);
  const questions = shuffled(ids)
    .slice(0, count)
    .map((id) => {
      const own = (names.get(id) ?? []).map(({ label }) => label);
      const title = pick === 'strangest' ? strangest(own, telling) : (shuffled(own)[0] ?? '');
      return { title, ids: new Set([id]) };
    });
  const gone = new Set(questions.map(({ title }) => title.toLowerCase()));
  return {
    name: pick === 'strangest' ? 'names held out, the least like the others' : 'names held out, any',
    questions,
    labels: all.filter(({ label }) => !gone.has(label.toLowerCase())),
  };
}

/** Titles of O*NET, or Chinese titles of the same work, whose occupations the project judged (the rows kept apart). */
export function sampled(all: readonly Label[], language: 'en' | 'zh'): TitleQuestions {
  const idsOf = new Map<string, Set<string>>();
  for (const { id, label } of all) {
    const ids = idsOf.get(label) ?? new Set<string>();
    idsOf.set(label, ids.add(id));
  }
  const rows = readFileSync(SAMPLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const questions = rows.flatMap((line, at) => {
    const [, title = '', zh = '', names = ''] = line.split('\t');
    const ids = new Set(names.split('|').flatMap((name) => [...(idsOf.get(name) ?? [])]));
    const asked = language === 'zh' ? zh : title;
    return at % 2 === 1 && asked !== '' && ids.size > 0 ? [{ title: asked, ids }] : [];
  });
  return { name: language === 'zh' ? 'Chinese titles of the same work' : 'titles of O*NET', questions, labels: all };
}
