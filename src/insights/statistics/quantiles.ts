import type { Interval } from './intervals.ts';
import { Z } from './intervals.ts';

/** How often each value occurs, the least value first. */
export type Histogram = readonly (readonly [value: number, count: number])[];

export const sizeOf = (histogram: Histogram): number => histogram.reduce((sum, [, count]) => sum + count, 0);

/** The value at a place, the first being 1. */
function valueAt(histogram: Histogram, place: number): number {
  let passed = 0;
  for (const [value, count] of histogram) {
    passed += count;
    if (passed >= place) return value;
  }
  return histogram.at(-1)?.[0] ?? Number.NaN;
}

/** A quantile, between the two values nearest to it (Hyndman and Fan's type 7). */
export function quantile(histogram: Histogram, share: number): number {
  const place = (sizeOf(histogram) - 1) * share + 1;
  const below = valueAt(histogram, Math.floor(place));
  const above = valueAt(histogram, Math.ceil(place));
  return below + (above - below) * (place - Math.floor(place));
}

export function meanOf(histogram: Histogram): number {
  return histogram.reduce((sum, [value, count]) => sum + value * count, 0) / sizeOf(histogram);
}

/** The mean's interval by its standard error; null for a single value. */
export function meanInterval(histogram: Histogram): Interval | null {
  const n = sizeOf(histogram);
  if (n < 2) return null;
  const mean = meanOf(histogram);
  const squares = histogram.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (n - 1) / n);
  return { low: mean - Z * error, high: mean + Z * error };
}

/** The probability that at least `least` of `n` draws succeed, each with `chance`. */
function atLeast(n: number, chance: number, least: number): number {
  if (chance <= 0) return least <= 0 ? 1 : 0;
  if (chance >= 1) return least <= n ? 1 : 0;
  if (n > 1_000) {
    const z = (least - 0.5 - n * chance) / Math.sqrt(n * chance * (1 - chance));
    return 1 / (1 + Math.exp(1.5976 * z + 0.070566 * z ** 3));
  }
  let sum = 0;
  let log = n * Math.log1p(-chance);
  for (let k = 0; k <= n; k++) {
    if (k >= least) sum += Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(chance / (1 - chance));
  }
  return Math.min(1, sum);
}

/**
 * The percentile bootstrap of a median, without drawing: the median of a resample is at most the k-th value where at
 * least half of its n draws are, which is binomial with k/n (Efron 1979, section 3). The same as infinitely many
 * resamples, and always the same.
 */
export function medianInterval(histogram: Histogram): Interval | null {
  const n = sizeOf(histogram);
  if (n < 2) return null;
  const half = Math.ceil(n / 2);
  const firstPlace = (level: number) => {
    let low = 1;
    let high = n;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (atLeast(n, middle / n, half) >= level) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const median = quantile(histogram, 0.5);
  return {
    low: Math.min(median, valueAt(histogram, firstPlace(0.025))),
    high: Math.max(median, valueAt(histogram, firstPlace(0.975))),
  };
}
