/** No number is shown about fewer people than this. */
export const K = 5;

/** How many people of a group are in the field, and how many of the rest of the baseline are. `rest` is null where the two do not nest. */
export type Group = { readonly here: number; readonly rest: number | null };

export const isSmall = (count: number | null) => count !== null && count > 0 && count < K;

/**
 * Which groups of one table are hidden. Those with fewer than K people are, in the field or in what is left of the
 * baseline when the field is taken from it: the difference of two published tables is a third. Because totals are
 * published too, the hidden groups together must be K or more on each side, and at least two: the next smallest are
 * hidden until they are (complementary suppression, Cox 1980). `also` hides groups for another reason. Returns a flag for
 * each group.
 */
export function suppress(groups: readonly Group[], also: readonly boolean[] = []): boolean[] {
  const hidden = groups.map(({ here, rest }, n) => isSmall(here) || isSmall(rest) || also[n] === true);
  const order = groups
    .map((group, n) => ({ n, size: group.here + (group.rest ?? 0) }))
    .sort((a, b) => a.size - b.size || a.n - b.n);
  const isSafe = () => {
    const among = groups.filter((_, n) => hidden[n]);
    if (among.length === 0) return true;
    const here = among.reduce((sum, group) => sum + group.here, 0);
    const rest = among.reduce((sum, group) => sum + (group.rest ?? 0), 0);
    return among.length >= 2 && !isSmall(here) && !isSmall(rest);
  };
  for (const { n } of order) {
    if (isSafe()) break;
    hidden[n] = true;
  }
  return hidden;
}
