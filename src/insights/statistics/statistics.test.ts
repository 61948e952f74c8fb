import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohensH } from './effect.ts';
import { nthOf, ratioInterval, wilson, Z } from './intervals.ts';
import { logOddsZ } from './log-odds.ts';
import { type Histogram, meanInterval, meanOf, medianInterval, quantile } from './quantiles.ts';
import { seeded } from './random.ts';

const values = fc.array(
  fc.integer({ min: 1, max: 60 }).map((n) => n * 10_000),
  { minLength: 2, maxLength: 60 },
);

function histogramOf(list: readonly number[]): Histogram {
  return [...Map.groupBy(list, (value) => value)]
    .map(([value, all]) => [value, all.length] as const)
    .sort(([a], [b]) => a - b);
}

describe('Wilson’s interval', () => {
  test('has the shares whose score is just the quantile at its ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, part) => {
        const count = Math.round(total * part);
        const { low, high } = wilson(count, total);
        for (const end of [low, high]) {
          if (end <= 0 || end >= 1) continue;
          expect(Math.abs(count / total - end) / Math.sqrt((end * (1 - end)) / total)).toBeCloseTo(Z, 6);
        }
        expect(low).toBeLessThanOrEqual(count / total);
        expect(high).toBeGreaterThanOrEqual(count / total);
      }),
    );
  });

  test.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [267, 814, 0.2966, 0.361],
  ])('of %i in %i is %f to %f', (count, total, low, high) => {
    expect(wilson(count, total).low).toBeCloseTo(low, 3);
    expect(wilson(count, total).high).toBeCloseTo(high, 3);
  });
});

describe('quantiles of a histogram', () => {
  test('are those of the sorted list', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const sorted = list.toSorted((a, b) => a - b);
        const place = (sorted.length - 1) * share;
        const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
        expect(quantile(histogramOf(list), share)).toBeCloseTo(
          below + (above - below) * (place - Math.floor(place)),
          6,
        );
        expect(meanOf(histogramOf(list))).toBeCloseTo(list.reduce((sum, value) => sum + value, 0) / list.length, 6);
      }),
    );
  });

  test('the median’s interval is what drawing many resamples comes to', () => {
    const random = seeded(7);
    fc.assert(
      fc.property(values, (list) => {
        const sorted = list.toSorted((a, b) => a - b);
        const n = sorted.length;
        const draws = Array.from({ length: 3_000 }, () => {
          const resample = Array.from({ length: n }, () => sorted[Math.floor(random() * n)] ?? 0).sort((a, b) => a - b);
          return resample[Math.ceil(n / 2) - 1] ?? 0;
        }).sort((a, b) => a - b);
        const interval = medianInterval(histogramOf(list));
        // The ends are values of the list: drawn ones may be a place off.
        const around = (value: number) => {
          const at = sorted.indexOf(value);
          return [
            sorted[Math.max(0, at - 1)] ?? 0,
            sorted[Math.min(n - 1, sorted.lastIndexOf(value) + 1)] ?? 0,
          ] as const;
        };
        const median = quantile(histogramOf(list), 0.5);
        const [low, high] = [Math.min(median, draws[75] ?? 0), Math.max(median, draws[2_925] ?? 0)];
        if (sorted.includes(low)) expect(interval?.low).toBeGreaterThanOrEqual(around(low)[0]);
        if (sorted.includes(low)) expect(interval?.low).toBeLessThanOrEqual(around(low)[1]);
        if (sorted.includes(high)) expect(interval?.high).toBeGreaterThanOrEqual(around(high)[0]);
        if (sorted.includes(high)) expect(interval?.high).toBeLessThanOrEqual(around(high)[1]);
      }),
      { numRuns: 25 },
    );
  });

  test('one value has no interval, and many have a narrow one', () => {
    expect(medianInterval([[5, 1]])).toBeNull();
    expect(meanInterval([[5, 1]])).toBeNull();
    const many: Histogram = Array.from({ length: 100 }, (_, n) => [n, 1_000] as const);
    const interval = medianInterval(many);
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeLessThanOrEqual(2);
  });
});

describe('the ratio of two counts', () => {
  test('lies in its interval, which is always the same and narrows as counts grow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 20, max: 3_000 }), (count, base) => {
        const interval = ratioInterval(count, base);
        expect(interval).toEqual(ratioInterval(count, base));
        if (!interval) throw new Error('an interval is there from 20 on');
        expect(interval.low).toBeLessThanOrEqual(count / base);
        expect(interval.high).toBeGreaterThanOrEqual(count / base);
        const wider = ratioInterval(count * 16, base * 16);
        if (count > 50 && wider) expect(wider.high - wider.low).toBeLessThan((interval.high - interval.low) / 2);
      }),
      { numRuns: 60 },
    );
    expect(ratioInterval(3, 0)).toBeNull();
  });

  test('is read at places that are those of the sorted values', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ noNaN: true, min: 0, max: 9 }).map((value) => Math.round(value)),
          { minLength: 1 },
        ),
        fc.nat(),
        (list, n) => {
          const place = n % list.length;
          expect(nthOf(Float64Array.from(list), place)).toBe(list.toSorted((a, b) => a - b)[place]);
        },
      ),
    );
  });

  test('is that of drawing Poisson counts one by one', () => {
    const random = seeded(1);
    const slow = (mean: number) => {
      const limit = Math.exp(-mean);
      let [product, count] = [random(), 0];
      for (; product > limit; count++) product *= random();
      return count;
    };
    for (const [count, base] of [
      [7, 22],
      [40, 35],
      [300, 120],
    ] as const) {
      const ratios = Array.from({ length: 8_000 }, () => slow(count) / slow(base)).sort((a, b) => a - b);
      const interval = ratioInterval(count, base);
      const spread = (ratios[7_799] ?? 0) - (ratios[199] ?? 0);
      expect(Math.abs((interval?.low ?? 0) - (ratios[199] ?? 0)) / spread).toBeLessThan(0.12);
      expect(Math.abs((interval?.high ?? 0) - (ratios[7_799] ?? 0)) / spread).toBeLessThan(0.12);
    }
  });
});

test('log-odds tell the word that is more frequent here, and little of rare words', () => {
  const z = logOddsZ([
    { id: 'here', here: 300, there: 20 },
    { id: 'there', here: 20, there: 900 },
    { id: 'same', here: 100, there: 300 },
    { id: 'once', here: 1, there: 0 },
  ]);
  expect(z.get('here')).toBeGreaterThan(Z);
  expect(z.get('there')).toBeLessThan(-Z);
  expect(Math.abs(z.get('once') ?? 9)).toBeLessThan(Z);
  expect(cohensH(0.5, 0.5)).toBe(0);
  expect(cohensH(1, 0)).toBeCloseTo(Math.PI, 9);
});
