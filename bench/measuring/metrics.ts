/** Graded relevance of each thing found, best first: 0 is not relevant. */
export type Grades = readonly number[];

const gain = (grade: number) => 2 ** grade - 1;
const discounted = (grades: Grades) => grades.reduce((sum, grade, rank) => sum + gain(grade) / Math.log2(rank + 2), 0);

/** Normalised discounted cumulative gain at `k` (Järvelin and Kekäläinen 2002), with gain 2^grade − 1. `all` are the grades of everything there is. */
export function ndcg(found: Grades, all: Grades, k: number): number {
  const best = discounted([...all].sort((a, b) => b - a).slice(0, k));
  return best === 0 ? 0 : discounted(found.slice(0, k)) / best;
}

/** The share of those with at least grade `least` that stand among the first `k`. */
export function recall(found: Grades, all: Grades, k: number, least: number): number {
  const there = all.filter((grade) => grade >= least).length;
  return there === 0 ? 0 : found.slice(0, k).filter((grade) => grade >= least).length / there;
}

/** One over the rank of the first with at least grade `least`; 0 where there is none. */
export function reciprocalRank(found: Grades, least: number): number {
  const at = found.findIndex((grade) => grade >= least);
  return at < 0 ? 0 : 1 / (at + 1);
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which the share `p` of the values lie (nearest rank). */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}
