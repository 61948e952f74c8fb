import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from './market-view.ts';
import { LEAST, sayCounts } from './say-counts.ts';

const counts = fc.array(fc.nat(40), { maxLength: 12 });

test('no number that is said is below five, or one to four from another', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const said = sayCounts(all);
      const aloud = said.filter((count) => count !== null);
      for (const one of aloud) {
        expect(one).toBeGreaterThanOrEqual(LEAST);
        for (const other of aloud) expect([1, 2, 3, 4]).not.toContain(Math.abs(one - other));
      }
      for (const [n, count] of said.entries()) expect([null, all[n]]).toContain(count);
    }),
  );
});

test('what stands alone is said, and what comes first goes before', () => {
  expect(sayCounts([100, 98, 60, 100, 4])).toEqual([100, null, 60, 100, null]);
});

test('a quantile has its share of the numbers below it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 5, maxLength: 40 }), fc.constantFrom(0.25, 0.5, 0.75), (all, q) => {
      const sorted = [...all].sort((a, b) => a - b);
      const at = quantile(sorted, q);
      expect(sorted.filter((one) => one < at).length).toBeLessThanOrEqual(q * (sorted.length - 1) + 1);
      expect(sorted.filter((one) => one > at).length).toBeLessThanOrEqual((1 - q) * (sorted.length - 1) + 1);
    }),
  );
});
