import { englishReadings } from './chinese-titles.ts';
import type { Label } from './label-index.ts';
import type { Thesaurus } from './thesaurus.ts';
import { foldTitle, rootOf, titleTokens } from './title-tokens.ts';

/** A label by its row, with the score that a title gave it. */
export type Scored = { readonly row: number; readonly score: number };

/** What a word's family and its near words count beside the word itself. */
const ROOT = 0.7;
const ALTERNATIVE = 0.7;
const LEAST_NEARNESS = 0.6;
const LONGEST_PHRASE = 4;
/** The labels that speak for a title, and how much less each counts for a score that is lower by one. */
const BEST = 20;
const FALL = 1 / 0.6;

type Posting = { readonly rows: number[]; readonly weights: number[] };

/** A label's words, their families, and the words that may stand for them, each with the most it counts. */
function* saidBy(label: string, thesaurus: Thesaurus): Generator<readonly [string, number]> {
  for (const reading of [label, ...englishReadings(label)]) {
    const stems = titleTokens(foldTitle(reading)).map(({ stem }) => stem);
    for (const [at, stem] of stems.entries()) {
      yield [stem, 1];
      yield [`root:${rootOf(stem)}`, ROOT];
      for (let length = 1; length <= LONGEST_PHRASE && at + length <= stems.length; length++) {
        const phrase = stems.slice(at, at + length).join(' ');
        for (const { stems: others, nearness } of thesaurus.alternatives.get(phrase) ?? [])
          if (nearness >= LEAST_NEARNESS) for (const other of others) yield [other, nearness * ALTERNATIVE];
      }
    }
  }
}

/**
 * Pseudo-relevance feedback (Rocchio 1971) over labels that stand alone: what the best labels of a title say together,
 * in words and in words that may stand for them, is asked again, so that names of the same work that share
 * nothing with the title are found by those that do. Answers each row's likeness (cosine, 0 to 1) to the best ones.
 */
export function createFeedback(
  labels: readonly Label[],
  thesaurus: Thesaurus,
): (best: readonly Scored[]) => Float64Array {
  const numbers = new Map<string, number>();
  const said = labels.map(({ label }) => {
    const most = new Map<number, number>();
    for (const [word, weight] of saidBy(label, thesaurus)) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      if (weight > (most.get(number) ?? 0)) most.set(number, weight);
    }
    return most;
  });
  const having = new Int32Array(numbers.size);
  for (const words of said) for (const word of words.keys()) having[word] = (having[word] ?? 0) + 1;
  const postings: Posting[] = Array.from({ length: numbers.size }, () => ({ rows: [], weights: [] }));
  for (const [row, words] of said.entries()) {
    let squares = 0;
    for (const [word, weight] of words) {
      const value = weight * Math.log(1 + labels.length / (having[word] ?? 1));
      words.set(word, value);
      squares += value ** 2;
    }
    const norm = Math.sqrt(squares) || 1;
    for (const [word, value] of words) {
      words.set(word, value / norm);
      postings[word]?.rows.push(row);
      postings[word]?.weights.push(value / norm);
    }
  }
  return (best) => {
    const asked = new Map<number, number>();
    const top = best[0]?.score ?? 0;
    for (const { row, score } of best.slice(0, BEST)) {
      const weight = Math.exp((score - top) * FALL);
      for (const [word, value] of said[row] ?? []) asked.set(word, (asked.get(word) ?? 0) + weight * value);
    }
    let squares = 0;
    for (const value of asked.values()) squares += value ** 2;
    const norm = Math.sqrt(squares) || 1;
    const likeness = new Float64Array(labels.length);
    for (const [word, value] of asked) {
      const { rows, weights } = postings[word] ?? { rows: [], weights: [] };
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] ?? 0;
        likeness[row] = (likeness[row] ?? 0) + (value / norm) * (weights[at] ?? 0);
      }
    }
    return likeness;
  };
}
