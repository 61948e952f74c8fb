import type { Label } from './label-index.ts';
import { foldTitle, rootOf, titleTokens } from './title-tokens.ts';

/** Labels further apart in a file are not compared, and a group is no longer than this. */
const REACH = 32;
/** What opening a group costs, in likenesses of a label to the nearest of its group; fitted on occupations of ESCO. */
const OPENING = 0.1;
/** What a fall in the order of letters within a group costs, for each unit of evidence that groups are in that order. */
const FALL = 0.15;
/** Neighbours that are this much alike show how a file is ordered. */
const ALIKE = 0.5;
const FEWEST_ALIKE = 30;
/** A file is taken to be in groups where neighbours are this many times more alike than labels anywhere in it. */
const CLOSER = 3;
const ROOT = 0.7;
const PIECE = 0.4;
const PIECE_LENGTH = 4;

type Features = ReadonlyMap<string, number>;

function featuresOf(label: string): Map<string, number> {
  const features = new Map<string, number>();
  for (const { stem } of titleTokens(foldTitle(label))) {
    features.set(stem, 1);
    features.set(`root:${rootOf(stem)}`, ROOT);
  }
  for (const word of label.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    for (let at = 0, marked = ` ${word} `; at + PIECE_LENGTH <= marked.length; at++)
      features.set(`piece:${marked.slice(at, at + PIECE_LENGTH)}`, PIECE);
  return features;
}

/** Words, families of words and pieces of words of each label, weighted by how rare they are; vectors of length 1. */
function vectorsOf(labels: readonly Label[]): Features[] {
  const all = labels.map(({ label }) => featuresOf(label));
  const having = new Map<string, number>();
  for (const features of all) for (const key of features.keys()) having.set(key, (having.get(key) ?? 0) + 1);
  return all.map((features) => {
    let squares = 0;
    for (const [key, weight] of features) {
      const value = weight * Math.log(1 + labels.length / (having.get(key) ?? 1));
      features.set(key, value);
      squares += value ** 2;
    }
    const norm = Math.sqrt(squares) || 1;
    for (const [key, value] of features) features.set(key, value / norm);
    return features;
  });
}

function likeness(a: Features, b: Features): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, value] of few) sum += value * (many.get(key) ?? 0);
  return sum;
}

/**
 * How sure it is that groups are in the order of letters, as what a fall in that order says against one group: the
 * logarithm of how much rarer falls are between neighbours that are alike than between any two labels.
 */
function evidenceOfOrder(labels: readonly Label[], besides: (row: number) => number): number {
  let alike = 0;
  let falls = 0;
  for (let row = 1; row < labels.length; row++)
    if (besides(row) >= ALIKE) {
      alike += 1;
      if ((labels[row]?.label ?? '') < (labels[row - 1]?.label ?? '')) falls += 1;
    }
  return alike < FEWEST_ALIKE ? 0 : Math.max(0, Math.log(0.5 / ((falls + 1) / (alike + 2))));
}

/** Whether neighbours that do not begin alike (as in any sorted list) are nevertheless much more alike than any two labels. */
function isInGroups(labels: readonly Label[], vectors: readonly Features[]): boolean {
  let beside = 0;
  let anywhere = 0;
  let compared = 0;
  for (let row = 1; row < labels.length; row++) {
    const [one, other] = [vectors[row - 1], vectors[row]];
    // A stride that is prime to most lengths pairs every label with one far off.
    const far = vectors[(row * 7_919) % labels.length];
    if (!one || !other || !far) continue;
    if (labels[row - 1]?.label[0]?.toLowerCase() === labels[row]?.label[0]?.toLowerCase()) continue;
    compared += 1;
    beside += likeness(one, other);
    anywhere += likeness(one, far);
  }
  return compared >= FEWEST_ALIKE && beside > CLOSER * anywhere && beside / compared > 0.05;
}

/**
 * Groups of neighbouring labels that name the same work, as a number for each label that rises along the file; null
 * where labels that stand together are not more alike than others (a shuffled or sorted list). The best cut of
 * the file into runs is found by dynamic programming: each label brings its likeness to the nearest of its run, each
 * run costs something to open, and a fall in the order of letters costs the more the surer it is that runs are
 * in that order. Linear in the number of labels.
 */
export function groupNeighbours(labels: readonly Label[]): Int32Array | null {
  const vectors = vectorsOf(labels);
  if (!isInGroups(labels, vectors)) return null;
  const near = vectors.map((vector, row) =>
    Float64Array.from({ length: Math.min(REACH, row) }, (_, back) => {
      const other = vectors[row - 1 - back];
      return other ? likeness(vector, other) : 0;
    }),
  );
  const fall = FALL * evidenceOfOrder(labels, (row) => near[row]?.[0] ?? 0);
  const best = new Float64Array(labels.length + 1);
  const opens = new Int32Array(labels.length + 1);
  for (let end = 1; end <= labels.length; end++) {
    // The likeness of each label of the run to the nearest in it, from the run's last label backwards.
    const nearest = new Float64Array(REACH);
    let brought = 0;
    let falls = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let start = end - 1; start >= Math.max(0, end - REACH); start--) {
      let own = 0;
      for (let row = start + 1; row < end; row++) {
        const value = near[row]?.[row - 1 - start] ?? 0;
        if (value > own) own = value;
        const known = nearest[end - 1 - row] ?? 0;
        if (value <= known) continue;
        brought += value - known;
        nearest[end - 1 - row] = value;
      }
      nearest[end - 1 - start] = own;
      brought += own;
      if (start + 1 < end && (labels[start + 1]?.label ?? '') < (labels[start]?.label ?? '')) falls += 1;
      const score = (best[start] ?? 0) - OPENING + brought - fall * falls;
      if (score <= most) continue;
      most = score;
      opens[end] = start;
    }
    best[end] = most;
  }
  const groups = new Int32Array(labels.length);
  const starts: number[] = [];
  for (let end = labels.length; end > 0; end = opens[end] ?? 0) starts.push(opens[end] ?? 0);
  for (const [group, start] of starts.reverse().entries()) groups.fill(group, start);
  return groups;
}
