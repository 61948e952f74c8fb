import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jensenShannon } from '../statistics/divergence.ts';
import { seeded } from '../statistics/random.ts';
import { type Covered, type EmployerCounts, FACTOR, judgeCoverage, KEPT } from './coverage.ts';

const counts = (groups: number) => fc.array(fc.integer({ min: 1, max: 900 }), { minLength: groups, maxLength: groups });
const pairOfCounts = fc.integer({ min: 2, max: 12 }).chain((groups) => fc.tuple(counts(groups), counts(groups)));

describe('the distance of two compositions', () => {
  test('is the same both ways, from 0 to 1, and 0 for the same shares of any size', () => {
    fc.assert(
      fc.property(pairOfCounts, fc.integer({ min: 2, max: 9 }), ([one, other], times) => {
        const { distance, beyondChance } = jensenShannon(one, other);
        expect(jensenShannon(other, one).distance).toBeCloseTo(distance, 9);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(beyondChance).toBeLessThanOrEqual(distance);
        expect(
          jensenShannon(
            one,
            one.map((count) => count * times),
          ).beyondChance,
        ).toBe(0);
        const much = one.map((count) => count * 1e6);
        expect(
          jensenShannon(
            much,
            other.map((count) => count * 1e6),
          ).beyondChance,
        ).toBeCloseTo(distance, 3);
      }),
    );
  });

  test('keeps to the triangle, and is 1 with nothing in common', () => {
    fc.assert(
      fc.property(fc.tuple(counts(5), counts(5), counts(5)), ([a, b, c]) => {
        const far = (x: number[], y: number[]) => jensenShannon(x, y).distance;
        expect(far(a, c)).toBeLessThanOrEqual(far(a, b) + far(b, c) + 1e-9);
      }),
    );
    expect(jensenShannon([4, 0], [0, 9]).distance).toBe(1);
  });

  test('of samples of one population is what chance gives, on average', () => {
    const random = seeded(7);
    const shares = [0.4, 0.3, 0.15, 0.1, 0.05];
    const draw = (n: number) => {
      const drawn = shares.map(() => 0);
      for (let at = 0; at < n; at++) {
        let left = random();
        const group = shares.findIndex((share) => {
          left -= share;
          return left < 0;
        });
        drawn[Math.max(0, group)] = (drawn[Math.max(0, group)] ?? 0) + 1;
      }
      return drawn;
    };
    const runs = 400;
    let total = 0;
    for (let run = 0; run < runs; run++) total += jensenShannon(draw(300), draw(500)).distance ** 2;
    const expected = (4 / (8 * Math.LN2)) * (1 / 300 + 1 / 500);
    expect(total / runs / expected).toBeGreaterThan(0.85);
    expect(total / runs / expected).toBeLessThan(1.15);
  });
});

const employers = (part: Partial<EmployerCounts>): EmployerCounts => ({
  employersNow: 100,
  employersBefore: 100,
  employersBoth: 95,
  now: 2_000,
  before: 1_000,
  nowOfBoth: 1_900,
  beforeOfBoth: 950,
  hereNow: 300,
  hereBefore: 200,
  hereNowOfBoth: 280,
  hereBeforeOfBoth: 190,
  ...part,
});
const covered = (one: readonly number[], other: readonly number[], of: EmployerCounts = employers({})): Covered => {
  const pairs = one.map((now, n) => ({ now, before: other[n] ?? 0 }));
  return { parts: { source: [{ now: of.now, before: of.before }], industry: pairs, city: pairs }, employers: of };
};

describe('coverage', () => {
  test('has not changed where all grew alike, however much', () => {
    fc.assert(
      fc.property(counts(8), fc.integer({ min: 1, max: 50 }), (one, times) => {
        expect(
          judgeCoverage(
            covered(
              one.map((count) => count * times),
              one,
            ),
          ).reasons,
        ).toEqual([]);
      }),
    );
  });

  test('has changed where a large group came or went', () => {
    fc.assert(
      fc.property(counts(6), (one) => {
        const all = one.reduce((sum, count) => sum + count, 0);
        const came = [...one.map((count) => count * 10), all * 10];
        const was = [...one.map((count) => count * 10), 0];
        const reasons = judgeCoverage(covered(came, was))
          .reasons.map((reason) => reason.en)
          .join();
        expect(reasons).toContain("the mix of employers' industries is another");
      }),
    );
  });

  test('has changed where employers did, and says from how many to how many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (now, share) => {
        const of = employers({ employersNow: now, nowOfBoth: Math.round(2_000 * share) });
        const reasons = judgeCoverage(covered([1], [1], of))
          .reasons.map((reason) => reason.en)
          .join();
        const other = now > 100 * FACTOR || 100 > now * FACTOR;
        expect(reasons.includes(`from 100 to ${now}`)).toBe(other);
        expect(reasons.includes('employers that are in both')).toBe(Math.round(2_000 * share) / 2_000 < KEPT);
      }),
    );
  });

  test('is not judged from a few postings', () => {
    expect(judgeCoverage(covered([99, 0], [0, 99], employers({ now: 99, nowOfBoth: 0 }))).reasons).toEqual([]);
  });
});
