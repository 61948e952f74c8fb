import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createGramIndex, createLabelRanker, type Label, readLabelFile } from '../src/language/index.ts';
import { realFile } from '../test/real/real-data.ts';
import { heldOut, sampled, shuffled, type TitleQuestions } from './measuring/title-questions.ts';

type Rank = (title: string) => readonly Label[];
type Measured = { readonly map: number; readonly mrr: number };

const HELD_OUT = 150;
const TOP = 1_000;

/** Mean average precision and reciprocal rank over labels: every label of the right occupations is right. */
function measure({ questions, labels }: TitleQuestions, rank: Rank): Measured {
  const sizes = new Map<string, number>();
  for (const { id } of labels) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  let map = 0;
  let mrr = 0;
  let asked = 0;
  for (const { title, ids } of questions) {
    const whole = [...ids].reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
    if (whole === 0) continue;
    asked += 1;
    let right = 0;
    let precision = 0;
    for (const [at, { id }] of rank(title).entries()) {
      if (!ids.has(id)) continue;
      right += 1;
      precision += right / (at + 1);
      if (right === 1) mrr += 1 / (at + 1);
    }
    map += precision / whole;
  }
  return { map: map / asked, mrr: mrr / asked };
}

/** The peer: char TF-IDF, each label for itself. */
function createCharRanker(labels: readonly Label[]): Rank {
  const likenessOf = createGramIndex(labels.map(({ label }) => label));
  return (title) => {
    const likeness = likenessOf(title);
    const rows = [...likeness.keys()].filter((row) => (likeness[row] ?? 0) > 0);
    rows.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0) || a - b);
    return rows.slice(0, TOP).flatMap((row) => labels[row] ?? []);
  };
}

/** Ours over labels of which each has an id of its own; the answers are told with the ids that the question knows. */
function createBlindRanker(labels: readonly Label[]): Rank {
  const rank = createLabelRanker(labels.map(({ label }, row) => ({ id: String(row), label })));
  return (title) => rank(title, TOP).flatMap(({ id }) => labels[Number(id)] ?? []);
}

function createSharedRanker(labels: readonly Label[]): Rank {
  const rank = createLabelRanker(labels);
  return (title) => rank(title, TOP);
}

/**
 * Links titles to ESCO's labels beside char TF-IDF over the same labels in the same run: titles of O*NET and Chinese ones
 * that the project judged, and names of occupations that were taken out of the file. Labels are given with the ids
 * that those of an occupation share, then each with an id of its own, in the file's order and shuffled.
 */
export function benchLinkTitle(): void {
  const file = realFile('esco/occupation-labels-en.tsv.gz');
  const { labels: all } = readLabelFile(gunzipSync(readFileSync(file)).toString('utf8'));
  const sets = [
    sampled(all, 'en'),
    sampled(all, 'zh'),
    heldOut(all, 'any', HELD_OUT),
    heldOut(all, 'strangest', HELD_OUT),
  ];
  for (const set of sets) {
    process.stdout.write(`\n${set.questions.length} ${set.name}, ${set.labels.length} labels\n`);
    const peer = measure(set, createCharRanker(set.labels));
    const print = (name: string, measured: Measured, seconds: number) =>
      process.stdout.write(
        `${name.padEnd(28)}MAP ${measured.map.toFixed(3)}  MRR ${measured.mrr.toFixed(3)}` +
          `${peer.map > 0 ? `  ${(measured.map / peer.map).toFixed(2)} x char TF-IDF` : ''}${seconds > 0 ? `  ${seconds.toFixed(1)} s` : ''}\n`,
      );
    print('char TF-IDF', peer, 0);
    const kinds = [
      ['ids shared', createSharedRanker, set.labels],
      ['ids of their own', createBlindRanker, set.labels],
      ['ids of their own, shuffled', createBlindRanker, shuffled(set.labels)],
    ] as const;
    for (const [name, create, labels] of kinds) {
      const began = performance.now();
      const measured = measure({ ...set, labels }, create(labels));
      print(name, measured, (performance.now() - began) / 1_000);
    }
  }
}

if (import.meta.main) benchLinkTitle();
