/** Whole numbers near the given ones that add up to their rounded sum (largest remainders). */
function rounded(values: readonly number[], total: number): number[] {
  const floors = values.map(Math.floor);
  let left = total - floors.reduce((sum, value) => sum + value, 0);
  const byRemainder = values
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    floors[at] = (floors[at] ?? 0) + 1;
    left--;
  }
  return floors;
}

/**
 * The counts nearest to noisy ones that are possible: none below 0, and together what the noisy ones are together (least
 * squares on the simplex, Duchi et al. 2008; for noisy counts Hay et al. 2010). Setting negative counts to 0 alone
 * would make people out of noise. All 0 where the noisy sum is not above 0.
 */
export function toSimplex(noisy: readonly number[]): number[] {
  const total = noisy.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return noisy.map(() => 0);
  const sorted = noisy.toSorted((a, b) => b - a);
  let sum = 0;
  let shift = 0;
  for (const [at, count] of sorted.entries()) {
    sum += count;
    const next = (sum - total) / (at + 1);
    if (count - next <= 0) break;
    shift = next;
  }
  return rounded(
    noisy.map((count) => Math.max(0, count - shift)),
    total,
  );
}
