import type { LabelIndex } from './label-index.ts';
import type { Associations, ReadTitle } from './read-title.ts';
import { columnVectors } from './truncated-svd.ts';

const RANK = 120;
/** Words whose vectors are nearer than this are taken to say nearly the same, at half their cosine. */
const LEAST_NEAR = 0.5;
const NEARNESS = 0.5;
const MOST_NEAR = 20;
/** Alternatives of one word of a title that enter its vector. */
const ALTERNATIVES = 6;

/** What words and concepts mean, as learnt from labels that share an id. */
export type WordMeanings = {
  readonly associations: Associations;
  /** Vectors of a title, of length 1; null where none of its words is known. */
  readonly vectorOf: (title: ReadTitle) => Float64Array | null;
  /** The cosine of a title's vector to a concept's. */
  readonly likeness: (vector: Float64Array, concept: number) => number;
};

function normalise(vector: Float64Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const norm = Math.sqrt(squares);
  return norm > 0 ? vector.map((value) => value / norm) : vector;
}

function cosine(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Each concept's words: how often they stand in its labels (damped), times how telling they are, of length 1. */
function conceptRows(index: LabelIndex) {
  return index.rowsOfConcept.map((rows) => {
    const counts = new Map<number, number>();
    for (const row of rows) for (const word of index.rowWords[row] ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    const columns = [...counts.keys()];
    const raw = columns.map((word) => (1 + Math.log(counts.get(word) ?? 1)) * (index.telling[word] ?? 0));
    const norm = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0)) || 1;
    return { columns, values: raw.map((value) => value / norm) };
  });
}

function add(to: Float64Array, factor: number, vector: Float64Array | undefined): void {
  if (vector) for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + factor * (vector[i] ?? 0);
}

const NOTHING: WordMeanings = { associations: () => [], vectorOf: () => null, likeness: () => 0 };

/**
 * Learns from a label file which of its words are used for the same work: labels of one id are paraphrases, so words
 * that stand in the labels of the same ids get near vectors (truncated singular value decomposition of ids by words:
 * latent semantic analysis, Deerwester et al. 1990). A file without repeated ids teaches nothing.
 */
export function learnMeanings(index: LabelIndex): WordMeanings {
  const rows = conceptRows(index);
  const paraphrased = rows.filter((_, concept) => (index.rowsOfConcept[concept]?.length ?? 0) > 1);
  if (paraphrased.length < 2) return NOTHING;
  const vectors = columnVectors(paraphrased, index.stems.length, RANK).map(normalise);
  const concepts = rows.map(({ columns, values }) => {
    const sum = new Float64Array(vectors[0]?.length ?? 0);
    for (const [at, word] of columns.entries()) add(sum, values[at] ?? 0, vectors[word]);
    return normalise(sum);
  });
  const near = new Map<number, ReturnType<Associations>>();
  const associations: Associations = (word) => {
    const known = near.get(word);
    if (known) return known;
    const own = vectors[word];
    const found = own
      ? vectors
          .map((vector, other) => ({ word: other, nearness: other === word ? 0 : cosine(own, vector) }))
          .filter(({ nearness }) => nearness > LEAST_NEAR)
          .sort((a, b) => b.nearness - a.nearness || a.word - b.word)
          .slice(0, MOST_NEAR)
          .map((other) => ({ word: other.word, nearness: other.nearness * NEARNESS }))
      : [];
    near.set(word, found);
    return found;
  };
  const vectorOf = (title: ReadTitle) => {
    const sum = new Float64Array(vectors[0]?.length ?? 0);
    for (const [slot, weight] of title.weights.entries())
      for (const target of title.singles[slot]?.slice(0, ALTERNATIVES) ?? [])
        add(sum, weight * target.nearness ** 2, vectors[target.words[0] ?? -1]);
    return sum.some((value) => value !== 0) ? normalise(sum) : null;
  };
  return { associations, vectorOf, likeness: (vector, concept) => cosine(vector, concepts[concept] ?? vector) };
}
