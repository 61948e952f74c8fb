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
type Draws = { readonly uniform: Float64Array; readonly normal: Float64Array };

/** The same draws for every ratio, from a fixed seed: a report made again has the same bytes. */
function drawn(seed: number): Draws {
  const random = seeded(seed);
  return {
    uniform: Float64Array.from({ length: DRAWS }, () => random()),
    normal: Float64Array.from({ length: DRAWS }, () => normal(random)),
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
  const ratios = above.map((draw, n) => (below[n] === 0 ? Number.POSITIVE_INFINITY : draw / (below[n] ?? 1))).sort();
  const low = ratios[Math.floor(DRAWS * 0.025)] ?? 0;
  const high = ratios[Math.ceil(DRAWS * 0.975) - 1] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(high) ? { low: Math.min(low, count / base), high: Math.max(high, count / base) } : null;
}

/** Poisson numbers of a mean: by its quantiles for small means, by the normal distribution for large ones. */
function poissonDraws(mean: number, draws: Draws): Float64Array {
  if (mean > SMALL) return draws.normal.map((z) => Math.max(0, Math.round(mean + Math.sqrt(mean) * z)));
  const cumulative = poissonQuantiles(mean);
  return draws.uniform.map((u) => {
    let [low, high] = [0, cumulative.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 1) >= u) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}
