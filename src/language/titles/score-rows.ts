import type { LabelIndex } from './label-index.ts';
import type { ReadTitle, Target } from './read-title.ts';

/** How much more the head of a label counts than its other words. */
const HEAD = 1;
/** How much of what a row says beside the title is held against it: the power of the share of it that is answered. */
const THEIRS = 0.5;

/** Scores of a title against the rows that share something with it, by row. */
export type RowScores = ReadonlyMap<number, number>;

const wordWeight = (index: LabelIndex, row: number, word: number): number =>
  (index.telling[word] ?? 0) * (index.rowHead[row] === word ? 1 + HEAD : 1);

/** What each row's words weigh together: how telling each is, more for the head. */
export function weighRows(index: LabelIndex): Float64Array {
  return Float64Array.from(index.rowWords, (words, row) => {
    let sum = 0;
    for (const word of words) sum += wordWeight(index, row, word);
    return sum;
  });
}

const rarity = (index: LabelIndex) => (a: number, b: number) =>
  (index.postings[a]?.length ?? 0) - (index.postings[b]?.length ?? 0);

/** The rows in which a phrase stands whole. */
function rowsWithPhrase(index: LabelIndex, { words }: Target): readonly number[] {
  const [rarest, ...others] = [...words].sort(rarity(index));
  if (rarest === undefined) return [];
  return (index.postings[rarest] ?? []).filter((row) => others.every((word) => index.rowWords[row]?.includes(word)));
}

/** What may stand in a row for a title's words: single words by word, and phrases by the rows that have them. */
function sortTargets(title: ReadTitle, index: LabelIndex) {
  const single = new Map<number, Target[]>();
  const phrases = new Map<number, Target[]>();
  const file = (where: Map<number, Target[]>, key: number, target: Target) => {
    const known = where.get(key);
    if (known) known.push(target);
    else where.set(key, [target]);
  };
  for (const target of title.targets) {
    const [word] = target.words;
    if (target.words.length === 1 && word !== undefined) file(single, word, target);
    else for (const row of rowsWithPhrase(index, target)) file(phrases, row, target);
  }
  return { single, phrases };
}

/**
 * How well each row says what the title says: the share of the title's weight that the row's words stand for, times
 * the share of the row's weight that the title stands for, the latter to a power below 1 (a soft form of Dice's
 * coefficient that forgives a long label more than a missed word).
 */
export function scoreRows(title: ReadTitle, index: LabelIndex, rowWeights: Float64Array): RowScores {
  const { single, phrases } = sortTargets(title, index);
  const slots = title.weights.length;
  const whole = title.weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Map<number, number>();
  const own = new Float64Array(slots);
  const meet = ({ slots: met, nearness }: Target) => {
    for (let slot = 0; slot < slots; slot++) if (met & (1 << slot) && nearness > (own[slot] ?? 0)) own[slot] = nearness;
  };
  const score = (row: number) => {
    if (scores.has(row)) return;
    own.fill(0);
    const inRow = phrases.get(row) ?? [];
    for (const phrase of inRow) meet(phrase);
    let answered = 0;
    for (const word of index.rowWords[row] ?? []) {
      let near = 0;
      for (const target of single.get(word) ?? []) {
        meet(target);
        if (target.nearness > near) near = target.nearness;
      }
      for (const phrase of inRow) if (phrase.nearness > near && phrase.words.includes(word)) near = phrase.nearness;
      answered += near * wordWeight(index, row, word);
    }
    let said = 0;
    for (let slot = 0; slot < slots; slot++) said += (own[slot] ?? 0) * (title.weights[slot] ?? 0);
    scores.set(row, (said / whole) * (answered / (rowWeights[row] ?? 1)) ** THEIRS);
  };
  for (const word of single.keys()) for (const row of index.postings[word] ?? []) score(row);
  for (const row of phrases.keys()) score(row);
  return scores;
}
