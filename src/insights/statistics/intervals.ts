import { poisson, seeded } from './random.ts';

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

/**
 * The percentile bootstrap of a ratio of two counts (Efron 1979): each count is drawn anew from its Poisson
 * distribution, always from the same seed, so that a report made again has the same bytes. Null where the lower count
 * may well have been 0.
 */
export function ratioInterval(count: number, base: number): Interval | null {
  if (base < 1 || count < 0) return null;
  const random = seeded(count * 1_000_003 + base);
  const ratios: number[] = [];
  for (let n = 0; n < DRAWS; n++) {
    const below = poisson(random, base);
    ratios.push(below === 0 ? Number.POSITIVE_INFINITY : poisson(random, count) / below);
  }
  ratios.sort((a, b) => a - b);
  const low = ratios[Math.floor(DRAWS * 0.025)] ?? 0;
  const high = ratios[Math.ceil(DRAWS * 0.975) - 1] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(high) ? { low: Math.min(low, count / base), high: Math.max(high, count / base) } : null;
}
