import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometricNoise, keyedNumbers, noiseWidth, ratioOf } from './geometric.ts';
import { noisyCounts, partitions, QUESTIONS, shareOf } from './private-figures.ts';
import { toSimplex } from './to-simplex.ts';

/** The chance of noise k, from the definition. */
const chance = (k: number, epsilon: number) => {
  const ratio = ratioOf(epsilon, 1);
  return ((1 - ratio) / (1 + ratio)) * ratio ** Math.abs(k);
};

describe('the geometric mechanism', () => {
  test.each([0.2, 0.7, 2])('draws each whole number as often as its definition says, at ε = %d', (epsilon) => {
    const draws = 60_000;
    const random = keyedNumbers('a secret', `distribution ${epsilon}`);
    const seen = new Map<number, number>();
    for (let n = 0; n < draws; n++) {
      const noise = geometricNoise(epsilon, 1, random);
      seen.set(noise, (seen.get(noise) ?? 0) + 1);
    }
    let squares = 0;
    let cells = 0;
    for (let k = -400; k <= 400; k++) {
      const expected = chance(k, epsilon) * draws;
      if (expected < 20) continue;
      squares += ((seen.get(k) ?? 0) - expected) ** 2 / expected;
      cells++;
    }
    // A chi-squared number with so many cells is within five of its deviations of its mean.
    expect(squares).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
    const width = noiseWidth(epsilon, 1);
    const outside = [...seen].reduce((sum, [noise, count]) => sum + (Math.abs(noise) > width ? count : 0), 0);
    expect(outside / draws).toBeLessThan(0.055);
  });

  test('tells two data sets that differ by one person apart by a factor of e^ε at most, whatever is seen', () => {
    const epsilon = fc.double({ min: 0.05, max: 5, noNaN: true });
    fc.assert(
      fc.property(epsilon, fc.integer({ min: -200, max: 200 }), fc.integer({ min: 0, max: 60 }), (budget, seen, n) => {
        const [one, other] = [chance(seen - n, budget), chance(seen - n - 1, budget)];
        if (one === 0 || other === 0) return;
        expect(Math.abs(Math.log(one / other))).toBeLessThanOrEqual(budget + 1e-9);
      }),
    );
  });

  test('spends no more than the budget over all questions', () => {
    expect(partitions().length + 1).toBe(QUESTIONS);
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), (epsilon) => {
        const spent = Array.from({ length: QUESTIONS }, () => shareOf(epsilon)).reduce((sum, one) => sum + one, 0);
        expect(spent).toBeLessThanOrEqual(epsilon + 1e-9);
      }),
    );
  });

  test('gives the same question the same noise, and another secret, question or snapshot its own', () => {
    const groups = Array.from({ length: 60 }, (_, n) => `group ${n}`);
    const counts = new Map(groups.map((group, n) => [group, n * 3]));
    const noisy = (secret: string, label: string) => [
      ...noisyCounts(counts, groups, 0.5, keyedNumbers(secret, label)).values(),
    ];
    expect(noisy('a', 'x')).toEqual(noisy('a', 'x'));
    expect(noisy('a', 'x')).not.toEqual(noisy('b', 'x'));
    expect(noisy('a', 'x')).not.toEqual(noisy('a', 'y'));
    for (const count of noisy('a', 'x')) expect(count).toBeGreaterThanOrEqual(0);
  });

  test('is made possible again: nothing below 0, the same sum, the same order', () => {
    const noisy = fc.array(fc.integer({ min: -80, max: 300 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(noisy, (counts) => {
        const possible = toSimplex(counts);
        const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
        expect(sum(possible)).toBe(Math.max(0, sum(counts)));
        for (const [n, count] of possible.entries()) {
          expect(count).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(count)).toBe(true);
          for (const [m, other] of counts.entries()) {
            if ((counts[n] ?? 0) > other) expect(count).toBeGreaterThanOrEqual((possible[m] ?? 0) - 1);
          }
        }
        if (counts.every((count) => count >= 0)) expect(possible).toEqual(counts);
      }),
    );
  });

  test('is the nearest that is possible: no other list of these is nearer', () => {
    const list = fc.array(fc.integer({ min: -30, max: 60 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), (counts, from, to) => {
        const possible = toSimplex(counts);
        if ((possible[from] ?? 0) < 1 || to >= counts.length || from === to) return;
        const moved = possible.map((count, n) => count + (n === to ? 1 : 0) - (n === from ? 1 : 0));
        const far = (one: readonly number[]) => one.reduce((sum, count, n) => sum + (count - (counts[n] ?? 0)) ** 2, 0);
        expect(far(possible)).toBeLessThanOrEqual(far(moved) + 2);
      }),
    );
  });

  test('gives noise to groups that nobody is in, too', () => {
    const counts = new Map([['many', 400]]);
    const labels = Array.from({ length: 300 }, (_, n) => `label ${n}`);
    const some = labels.filter(
      (label) => (noisyCounts(counts, ['nobody', 'many'], 0.3, keyedNumbers('a', label)).get('nobody') ?? 0) > 0,
    );
    // Noise is above 0 with a chance of 0.43.
    expect(some.length / labels.length).toBeGreaterThan(0.3);
    expect(some.length / labels.length).toBeLessThan(0.55);
  });
});
