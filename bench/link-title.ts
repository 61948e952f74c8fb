import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createGramIndex, createLabelRanker, type Label, readLabelFile } from '../src/language/index.ts';
import { realFile } from '../test/real/real-data.ts';

/** Names of an occupation that were taken out of the file, to be found by the names that stay. */
type HeldOut = { readonly name: string; readonly queries: readonly Label[]; readonly labels: readonly Label[] };
type Rank = (title: string) => readonly Label[];
type Measured = { readonly map: number; readonly mrr: number; readonly first: number; readonly ten: number };

const QUERIES = 600;
const TOP = 1_000;

const wordsOf = (label: string): Set<string> =>
  new Set(
    label
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

/** The same shuffle in every run. */
function shuffled<T>(values: readonly T[]): T[] {
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

function holdOut(all: readonly Label[], pick: 'any' | 'strangest'): HeldOut {
  const names = Map.groupBy(all, ({ id }) => id);
  const having = new Map<string, number>();
  for (const labels of names.values())
    for (const word of new Set(labels.flatMap(({ label }) => [...wordsOf(label)])))
      having.set(word, (having.get(word) ?? 0) + 1);
  const telling = (word: string) => Math.log(names.size / (having.get(word) ?? 1));
  // Weights were fitted on the even ids; the odd ones are measured.
  const ids = [...names.keys()].filter((id, at) => at % 2 === 1 && (names.get(id)?.length ?? 0) >= 3);
  const queries = shuffled(ids)
    .slice(0, QUERIES)
    .map((id) => {
      const own = (names.get(id) ?? []).map(({ label }) => label);
      return { id, label: pick === 'strangest' ? strangest(own, telling) : (shuffled(own)[0] ?? '') };
    });
  const gone = new Set(queries.map(({ label }) => label.toLowerCase()));
  return {
    name: pick === 'strangest' ? 'the least like the others' : 'any',
    queries,
    labels: all.filter(({ label }) => !gone.has(label.toLowerCase())),
  };
}

/** Mean average precision, reciprocal rank and hits over labels: each remaining label of the id is right. */
function measure({ queries, labels }: HeldOut, rank: Rank): Measured {
  const sizes = Map.groupBy(labels, ({ id }) => id);
  const sums = { map: 0, mrr: 0, first: 0, ten: 0 };
  const asked = queries.filter(({ id }) => sizes.has(id));
  for (const { id, label } of asked) {
    let right = 0;
    let precision = 0;
    let best = 0;
    for (const [at, result] of rank(label).slice(0, TOP).entries()) {
      if (result.id !== id) continue;
      right += 1;
      precision += right / (at + 1);
      best ||= at + 1;
    }
    sums.map += precision / (sizes.get(id)?.length ?? 1);
    sums.mrr += best ? 1 / best : 0;
    sums.first += best === 1 ? 1 : 0;
    sums.ten += best && best <= 10 ? 1 : 0;
  }
  const mean = (sum: number) => sum / asked.length;
  return { map: mean(sums.map), mrr: mean(sums.mrr), first: mean(sums.first), ten: mean(sums.ten) };
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

const cells = (name: string, { map, mrr, first, ten }: Measured): string =>
  `${name.padEnd(34)}MAP ${map.toFixed(3)}  MRR ${mrr.toFixed(3)}  hit@1 ${first.toFixed(3)}  hit@10 ${ten.toFixed(3)}\n`;

/**
 * Links names of occupations that were taken out of ESCO's labels (ids whose weights were not fitted) to the ids by the
 * names that stay, with every label an id of its own too, beside char TF-IDF over the same labels in the same run.
 */
export function benchLinkTitle(): void {
  const file = realFile('esco/occupation-labels-en.tsv.gz');
  const { labels: all } = readLabelFile(gunzipSync(readFileSync(file)).toString('utf8'));
  for (const pick of ['any', 'strangest'] as const) {
    const held = holdOut(all, pick);
    process.stdout.write(`\n${held.queries.length} names held out (${held.name}), ${held.labels.length} labels\n`);
    const peer = measure(held, createCharRanker(held.labels));
    const began = performance.now();
    const rank = createLabelRanker(held.labels);
    const ours = measure(held, (title) => rank(title, TOP));
    const seconds = (performance.now() - began) / 1_000;
    const idOf = new Map(held.labels.map(({ id }, row) => [String(row), id]));
    const alone = createLabelRanker(held.labels.map(({ label }, row) => ({ id: String(row), label })));
    const ungrouped = measure(held, (title) =>
      alone(title, TOP).map(({ id, label }) => ({ id: idOf.get(id) ?? '', label })),
    );
    process.stdout.write(cells('char TF-IDF', peer));
    process.stdout.write(cells('renmai link-title', ours));
    process.stdout.write(cells('renmai link-title, ids unknown', ungrouped));
    process.stdout.write(
      `${(ours.map / peer.map).toFixed(2)} x the MAP of char TF-IDF (${(ungrouped.map / peer.map).toFixed(2)} x with ids unknown); ` +
        `index and ${held.queries.length} titles in ${seconds.toFixed(1)} s\n`,
    );
  }
}

if (import.meta.main) benchLinkTitle();
