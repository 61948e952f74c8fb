import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { K } from '../privacy/suppress.ts';
import { cellOf, REFERENCE_AGES, REFERENCE_TIERS, type ReferencePopulation, referencePopulation } from './model.ts';
import { effectiveSize, MOST_WEIGHT, postStratify } from './post-stratify.ts';

const cells = REFERENCE_TIERS.flatMap((tier) => REFERENCE_AGES.map((age) => ({ tier, age })));

function referenceOf(parts: readonly number[]): ReferencePopulation {
  const all = parts.reduce((sum, part) => sum + part, 0);
  return {
    name: { zh: '\u53c2\u7167', en: 'Reference' },
    source: 'a test',
    cells: cells.map((cell, n) => ({ ...cell, share: (parts[n] ?? 0) / all })),
  };
}
const reference = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 20, maxLength: 20 }).map(referenceOf);
const people = fc
  .array(fc.integer({ min: 0, max: 300 }), { minLength: 20, maxLength: 20 })
  .map((counts) => new Map(cells.map((cell, n) => [cellOf(cell), counts[n] ?? 0])));

describe('weights', () => {
  test('make the network look like the reference, as far as they are not cut', () => {
    fc.assert(
      fc.property(reference, people, (to, here) => {
        const { weights, trimmed } = postStratify(to, here);
        const used = to.cells.filter((cell) => weights.has(cellOf(cell)));
        for (const cell of used) {
          const weight = weights.get(cellOf(cell)) ?? 0;
          expect(weight).toBeGreaterThanOrEqual(1 / MOST_WEIGHT);
          expect(weight).toBeLessThanOrEqual(MOST_WEIGHT);
        }
        if (trimmed > 0 || used.length === 0) return;
        const mass = (key: string) => (here.get(key) ?? 0) * (weights.get(key) ?? 0);
        const all = used.reduce((sum, cell) => sum + mass(cellOf(cell)), 0);
        const there = used.reduce((sum, cell) => sum + cell.share, 0);
        // To two digits, a weight is off by a twentieth at most.
        for (const cell of used)
          expect(Math.abs(mass(cellOf(cell)) / all / (cell.share / there) - 1)).toBeLessThan(0.11);
      }),
    );
  });

  test('are none for cells of fewer than five people, which the report counts as unmet', () => {
    fc.assert(
      fc.property(reference, people, (to, here) => {
        const { weights, unmet } = postStratify(to, here);
        const small = to.cells.filter((cell) => (here.get(cellOf(cell)) ?? 0) < K);
        for (const cell of small) expect(weights.has(cellOf(cell))).toBe(false);
        expect(unmet).toBeCloseTo(
          small.reduce((sum, cell) => sum + cell.share, 0),
          9,
        );
      }),
    );
  });

  test('that are all the same change nothing: the effective size is the size, and otherwise it is less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (weights) => {
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
          expect(effectiveSize(sum, squares)).toBeLessThanOrEqual(weights.length + 1e-9);
          expect(effectiveSize(sum, squares)).toBeGreaterThanOrEqual(1 - 1e-9);
          const [first = 1] = weights;
          expect(effectiveSize(first * 7, first ** 2 * 7)).toBeCloseTo(7, 9);
        },
      ),
    );
  });

  test('are refused where the shares do not add up, or a cell stands twice', () => {
    const right = referenceOf(cells.map(() => 1));
    expect(referencePopulation.safeParse(right).success).toBe(true);
    const [one] = right.cells;
    if (!one) throw new Error('there are cells');
    const more = { ...right, cells: [{ ...one, share: 0.2 }, ...right.cells.slice(1)] };
    expect(referencePopulation.safeParse(more).success).toBe(false);
    const twice = { ...right, cells: [one, one, ...right.cells.slice(2)] };
    expect(referencePopulation.safeParse(twice).success).toBe(false);
  });
});
