import { createGramIndex } from './character-grams.ts';
import { englishReadings } from './chinese-titles.ts';
import { indexLabels, type Label, type LabelIndex } from './label-index.ts';
import { createFeedback } from './like-the-best.ts';
import { groupNeighbours } from './neighbouring-labels.ts';
import { readTitle } from './read-title.ts';
import { scoreRows, weighRows } from './score-rows.ts';
import { type Thesaurus, titleThesaurus } from './thesaurus.ts';
import { titleVariants } from './title-variants.ts';
import { learnMeanings } from './word-meanings.ts';

export type RankedLabel = Label & { readonly score: number };
export type LabelRanker = (title: string, top: number) => RankedLabel[];

/**
 * What the parts of a concept's score weigh, fitted once by softmax regression on alternative labels held out of
 * public occupation labels (bench/link-title.ts measures them on others): the best label's word score and its square, the mean
 * likeness in characters of the three nearest labels, the likeness in meaning, the count of labels (more names have
 * more chances), and being a heading (an id with one name among ids that have several).
 */
const WEIGHTS = { words: 4.4, wordsSquared: 2.3, characters: 5.7, meaning: 2.5, names: -1.2, heading: -7.4 };
/** Where fewer ids than this share have one name only, those are headings rather than occupations. */
const HEADINGS_ARE_FEW = 1 / 3;
/** A part of an enumeration ("painters and sculptors") answers for less than the whole title. */
const PART = 0.85;
/** Concepts whose likeness in meaning is computed. */
const CANDIDATES = 400;
const LEAST_LIKENESS = 0.2;
/** What being like the best labels weighs where labels stand alone; labels that the title did not find begin below the last. */
const LIKE_BEST = 12;
const LEAST_LIKE_BEST = 0.1;
const UNFOUND = 0.5;
/** Where there are nearly as many ids as labels, ids do not say which labels belong together. */
const MOSTLY_ALONE = 0.95;
/** What goes beyond this is no title. */
const LONGEST_TITLE = 400;

type Candidate = { readonly concept: number; readonly score: number };

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || a.concept - b.concept;

function meanOfThree(values: readonly number[], names: number): number {
  const [first = 0, second = 0, third = 0] = [...values].sort((a, b) => b - a);
  return (first + second + third) / Math.min(3, names);
}

/** The best word score of each row over the ways to read a title. */
function bestRows(all: readonly { scores: ReadonlyMap<number, number>; factor: number }[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const { scores, factor } of all)
    for (const [row, score] of scores) if (score * factor > (best.get(row) ?? 0)) best.set(row, score * factor);
  return best;
}

function byConcept(index: LabelIndex, rows: Iterable<readonly [number, number]>): Map<number, number[]> {
  const concepts = new Map<number, number[]>();
  for (const [row, score] of rows) {
    const concept = index.conceptOfRow[row] ?? 0;
    const known = concepts.get(concept);
    if (known) known.push(score);
    else concepts.set(concept, [score]);
  }
  return concepts;
}

function* likely(likeness: Float64Array): Generator<readonly [number, number]> {
  for (let row = 0; row < likeness.length; row++) {
    const value = likeness[row] ?? 0;
    if (value > LEAST_LIKENESS) yield [row, value];
  }
}

function agentsOf(index: LabelIndex): (stem: string) => boolean {
  return (stem) => {
    const word = index.words.get(stem);
    const seen = word === undefined ? 0 : (index.postings[word]?.length ?? 0);
    if (word !== undefined && seen >= 3) return (index.headness[word] ?? 0) > 0.5;
    return /(?:er|or|ist|ian|man)$/u.test(stem);
  };
}

/** Scores as numbers between 0 and 1 that fall strictly, so that sorting by them keeps the order. */
function present(rows: readonly { label: Label; raw: number }[]): RankedLabel[] {
  let last = Number.POSITIVE_INFINITY;
  return rows.map(({ label, raw }) => {
    const likely = 0.01 + 0.99 / (1 + Math.exp(6 - raw));
    last = Math.min(Math.round(likely * 1e6), last - 1);
    return { id: label.id, label: label.label, score: last / 1e6 };
  });
}

/** Concepts of one label each, with what the best of them bring: those that are like them, found by the title or not. */
function askAgain(found: readonly Candidate[], feedback: ReturnType<typeof createFeedback>): Candidate[] {
  const last = found.at(-1);
  if (!last) return [];
  const likeness = feedback(found.map(({ concept, score }) => ({ row: concept, score })));
  const most = likeness.reduce((one, other) => Math.max(one, other), 0);
  const known = new Map(found.map(({ concept, score }) => [concept, score]));
  const again: Candidate[] = [];
  for (const [concept, like] of likeness.entries())
    if (like > LEAST_LIKE_BEST || known.has(concept))
      again.push({ concept, score: (known.get(concept) ?? last.score - UNFOUND) + LIKE_BEST * (like - most) });
  return again.sort(byScore);
}

/** Labels with an id that names of one occupation share: the file's own, or where each has its own, the groups in which they stand. */
function withGroups(labels: readonly Label[]): readonly Label[] {
  const ids = new Set(labels.map(({ id }) => id)).size;
  if (ids < labels.length * MOSTLY_ALONE) return labels;
  const groups = groupNeighbours(labels);
  return groups ? labels.map(({ label }, row) => ({ id: String(groups[row]), label })) : labels;
}

/**
 * Ranks the labels of a file for free-text titles, best first: ids are scored as wholes (labels of one id are names
 * of one occupation) and all labels of an id stand together, the nearest first. Works on files of any language and
 * kind of id; where each label has an id of its own, labels are scored alone. The same input gives the same list.
 */
export function createLabelRanker(labels: readonly Label[], thesaurus: Thesaurus = titleThesaurus()): LabelRanker {
  const index = indexLabels(withGroups(labels));
  const rowWeights = weighRows(index);
  const meanings = learnMeanings(index);
  // A Chinese label is compared by its own words and by what they are in English.
  const likenessOf = createGramIndex(labels.map(({ label }) => [label, ...englishReadings(label)].join(' ')));
  const isAgent = agentsOf(index);
  const alone = index.rowsOfConcept.filter((rows) => rows.length === 1).length;
  const feedback = alone === index.rowsOfConcept.length ? createFeedback(labels, thesaurus) : null;
  const headings = alone < index.rowsOfConcept.length * HEADINGS_ARE_FEW;

  return (title, top) => {
    const query = title.slice(0, LONGEST_TITLE);
    const readings = [query, ...englishReadings(query)];
    const variants = readings
      .flatMap((reading) => titleVariants(reading, isAgent))
      .map(({ tokens, share }) => {
        const title = readTitle(tokens, index, thesaurus, meanings.associations);
        return { title, factor: share === 1 ? 1 : PART, scores: scoreRows(title, index, rowWeights) };
      });
    const rows = bestRows(variants);
    const words = byConcept(index, rows);
    const likeness = likenessOf(readings.at(1) ?? query);
    const characters = byConcept(index, likely(likeness));
    const plain = [...new Set([...words.keys(), ...characters.keys()])].map((concept) => {
      const names = index.rowsOfConcept[concept]?.length ?? 1;
      const best = Math.max(0, ...(words.get(concept) ?? []));
      const score =
        WEIGHTS.words * best +
        WEIGHTS.wordsSquared * best ** 2 +
        WEIGHTS.characters * meanOfThree(characters.get(concept) ?? [], names) +
        WEIGHTS.names * Math.log(names) +
        (headings && names === 1 ? WEIGHTS.heading : 0);
      return { concept, score };
    });
    plain.sort(byScore);
    const vectors = variants.map(({ title, factor }) => ({ vector: meanings.vectorOf(title), factor }));
    const meant = plain.slice(0, Math.max(CANDIDATES, top)).map(({ concept, score }) => {
      const meaning = Math.max(
        0,
        ...vectors.map(({ vector, factor }) => (vector ? factor * meanings.likeness(vector, concept) : 0)),
      );
      return { concept, score: score + WEIGHTS.meaning * meaning };
    });
    meant.sort(byScore);
    const ranked: { label: Label; raw: number }[] = [];
    for (const { concept, score } of feedback ? askAgain(meant, feedback) : meant) {
      if (ranked.length >= top) break;
      const own = [...(index.rowsOfConcept[concept] ?? [])];
      const near = (row: number) => (rows.get(row) ?? 0) + (likeness[row] ?? 0);
      own.sort((a, b) => near(b) - near(a) || a - b);
      for (const row of own) {
        const label = labels[row];
        if (label) ranked.push({ label, raw: score });
      }
    }
    return present(ranked.slice(0, top));
  };
}
