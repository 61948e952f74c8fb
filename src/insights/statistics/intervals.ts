import { normal, poissonQuantiles, SMALL, seeded } from './random.ts';

export type Interval = { readonly low: number; readonly high: number };

/** The 97.5 % quantile of the normal distribution: all intervals are of 95 %. */
export const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share (Wilson 1927), which holds its level for small numbers and near 0 and 1, where
 * the textbook one does not. `total` is above 0.
 */
export function wilson(count: number, total: number): Interval {
  const share = count / total;
  const middle = share + Z ** 2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  const scale = 1 + Z ** 2 / total;
  return {
    low: count === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: count === total ? 1 : Math.min(1, (middle + spread) / scale),
  };
}

const DRAWS = 1_000;
type Draws = {
  readonly uniform: Float64Array;
  readonly normal: Float64Array;
  /** The Poisson numbers of each small mean that was asked for: counts, so there are few. */
  readonly small: Map<number, Float64Array>;
};

/** The same draws for every ratio, from a fixed seed: a report made again has the same bytes. */
function drawn(seed: number): Draws {
  const random = seeded(seed);
  return {
    uniform: Float64Array.from({ length: DRAWS }, () => random()),
    normal: Float64Array.from({ length: DRAWS }, () => normal(random)),
    small: new Map(),
  };
}

const ABOVE = drawn(1_979);
const BELOW = drawn(2_008);

/**
 * The percentile bootstrap of a ratio of two counts (Efron 1979): each count is drawn anew from its Poisson
 * distribution. Null where the lower count may well have been 0.
 */
export function ratioInterval(count: number, base: number): Interval | null {
  if (base < 1 || count < 0) return null;
  const above = poissonDraws(count, ABOVE);
  const below = poissonDraws(base, BELOW);
  const ratios = above.map((draw, n) => (below[n] === 0 ? Number.POSITIVE_INFINITY : draw / (below[n] ?? 1)));
  const low = nthOf(ratios, Math.floor(DRAWS * 0.025));
  const high = nthOf(ratios, Math.ceil(DRAWS * 0.975) - 1);
  return Number.isFinite(high) ? { low: Math.min(low, count / base), high: Math.max(high, count / base) } : null;
}

/**
 * What would stand at a place, the first being 0, if the values were sorted (quickselect; Hoare 1961): two places of a
 * thousand cost a fifth of sorting them all, and a report has hundreds of ratios. Moves the values about.
 */
export function nthOf(values: Float64Array, place: number): number {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let [left, right] = [from, to];
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++;
      while ((values[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left++] = values[right] ?? 0;
      values[right--] = swapped;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else break;
  }
  return values[place] ?? Number.NaN;
}

/** Poisson numbers of a mean: by its quantiles for small means, by the normal distribution for large ones. */
function poissonDraws(mean: number, draws: Draws): Float64Array {
  if (mean > SMALL) return draws.normal.map((z) => Math.max(0, Math.round(mean + Math.sqrt(mean) * z)));
  const kept = draws.small.get(mean);
  if (kept) return kept;
  const made = smallDraws(mean, draws.uniform);
  if (Number.isInteger(mean)) draws.small.set(mean, made);
  return made;
}

function smallDraws(mean: number, uniform: Float64Array): Float64Array {
  const cumulative = poissonQuantiles(mean);
  return uniform.map((u) => {
    let [low, high] = [0, cumulative.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 1) >= u) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}
