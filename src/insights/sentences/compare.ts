/** A named number of a ranking, the largest first. */
export type Ranked<T> = { readonly item: T; readonly value: number };

/**
 * The largest group of followers that the leader is larger than all of together: at least two, from the second on, as
 * many as stay below the leader. Null where already the second and third together reach it.
 */
export function outweighed<T>(ranking: readonly Ranked<T>[]): readonly Ranked<T>[] | null {
  const [leader, ...others] = ranking;
  if (!leader) return null;
  let sum = 0;
  let count = 0;
  for (const other of others) {
    if (sum + other.value >= leader.value) break;
    sum += other.value;
    count++;
  }
  return count >= 2 ? others.slice(0, Math.min(count, 3)) : null;
}

/** Of the followers down to the sixth, the one that the leader is nearest to a whole number of times of; null where none is within 5 %. */
export function roundestMultiple<T>(
  ranking: readonly Ranked<T>[],
): { readonly of: Ranked<T>; readonly ratio: number } | null {
  const [leader, ...others] = ranking;
  if (!leader) return null;
  const found = others
    .slice(0, 5)
    .filter((other) => other.value > 0)
    .map((of) => ({ of, ratio: leader.value / of.value }))
    .filter(({ ratio }) => ratio >= 1.9 && Math.abs(ratio / Math.round(ratio) - 1) <= 0.05)
    .sort((a, b) => Math.abs(a.ratio / Math.round(a.ratio) - 1) - Math.abs(b.ratio / Math.round(b.ratio) - 1));
  return found[0] ?? null;
}
