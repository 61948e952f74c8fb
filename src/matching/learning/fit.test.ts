import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeLists, randomOf, someParts } from '../../../test/made-lists.ts';
import { PARTS, type Part } from '../model.ts';
import { totalScore } from '../weights.ts';
import { estimateAttention, USUAL_ETA } from './attention.ts';
import { dcgOf, judge, splitLists } from './held-out.ts';
import type { Multipliers, Outcome, ShownList } from './model.ts';
import { fitWeights } from './pairwise-fit.ts';
import { AS_USUAL, multipliersOf, scoreWithGradient, weighedBy } from './score-gradient.ts';

const distance = (a: Multipliers, b: Multipliers) =>
  Math.sqrt(PARTS.reduce((sum, part) => sum + Math.log2(a[part] / b[part]) ** 2, 0));

const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const parts = fc.record(Object.fromEntries(PARTS.map((part) => [part, share])) as Record<Part, typeof share>);
const exponents = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: PARTS.length, maxLength: PARTS.length })
  .map((values) => Float64Array.from(values));

test('the score and its gradient are those of the ranking', () => {
  fc.assert(
    fc.property(parts, exponents, (values, at) => {
      const gradient = new Float64Array(PARTS.length);
      const unused = new Float64Array(PARTS.length);
      const score = scoreWithGradient(values, weighedBy(at), gradient);
      expect(100 * score).toBeCloseTo(totalScore(values, multipliersOf(at)), 9);
      for (const n of PARTS.keys()) {
        const moved = (by: number) => scoreWithGradient(values, weighedBy(at.with(n, (at[n] ?? 0) + by)), unused);
        expect(gradient[n]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 5);
      }
    }),
    { numRuns: 200 },
  );
});

describe('learning from what recruiters chose', () => {
  const planted = { ...AS_USUAL, role: 0.6, evidence: 2, reach: 2, openness: 1.7, years: 0.5, domain: 0.6 };
  const world = { planted, eta: 1, lists: 900, seed: 7 };
  const lists = madeLists(world);
  const learned = fitWeights(lists, 1);
  const naive = fitWeights(lists, 0);

  test('finds the planted weights, where a learner that takes places for granted does not', () => {
    const before = distance(AS_USUAL, planted);
    expect(distance(learned, planted)).toBeLessThan(0.65 * before);
    expect(distance(naive, planted)).toBeGreaterThan(0.85 * before);
    // What is worth most is found to within a quarter; the naive learner takes some of it for worth less than usual.
    for (const part of ['role', 'evidence', 'years'] as const) {
      expect(Math.abs(Math.log2(learned[part] / planted[part])), part).toBeLessThan(0.33);
    }
    expect(Math.min(naive.reach, naive.openness)).toBeLessThan(1);
  });

  test('orders new lists nearly as the planted weights do, of which the naive learner gets little', () => {
    const fresh = madeLists({ ...world, eta: 0, lists: 200, seed: 8 });
    const gainOf = (weights: Multipliers) => {
      const { present, learned: reached } = judge(fresh, { present: null, learned: weights }, 0);
      return reached - present;
    };
    expect(gainOf(learned)).toBeGreaterThan(0.65 * gainOf(planted));
    expect(gainOf(naive)).toBeLessThan(0.5 * gainOf(learned));
  });

  test('is seen on lists that were kept back, though these were shown in the old order', () => {
    const { learn, heldOut } = splitLists(lists);
    expect(heldOut.length).toBeGreaterThan(100);
    expect(learn.length).toBeGreaterThan(2 * heldOut.length);
    const {
      present,
      learned: reached,
      leastGain,
    } = judge(heldOut, { present: null, learned: fitWeights(learn, 1) }, 1);
    expect(reached).toBeGreaterThan(present);
    expect(leastGain).toBeGreaterThan(0);
  });

  test('learns nothing where recruiters choose as the defaults would', () => {
    const usual = madeLists({ ...world, planted: AS_USUAL, lists: 400, seed: 9 });
    const { learn, heldOut } = splitLists(usual);
    const { leastGain } = judge(heldOut, { present: null, learned: fitWeights(learn, 1) }, 1);
    expect(leastGain).toBeLessThan(0.005);
  });

  test('gives the same weights for the same lists, in whatever order they come', () => {
    const few = lists.slice(0, 60);
    const again = fitWeights([...few].reverse(), 1);
    for (const part of PARTS) expect(again[part]).toBeCloseTo(fitWeights(few, 1)[part], 6);
  });
});

const outcome = fc.constantFrom<Outcome>('shown', 'opened', 'saved', 'written-to', 'answered', 'interviewed', 'hired');
const someList: fc.Arbitrary<ShownList> = fc
  .tuple(fc.uuid(), fc.array(fc.record({ parts, outcome }), { maxLength: 12 }))
  .map(([id, rows]) => ({
    ...{ listId: id, postingId: id, accountId: 'r', companyId: 'c', at: new Date(0) },
    showings: rows.map((row, n) => ({ ...row, memberId: `${id}${n}`, rank: n + 1 })),
  }));

test('whatever is chosen, no weight is negative, and none leaves its bounds', () => {
  fc.assert(
    fc.property(fc.array(someList, { maxLength: 8 }), fc.double({ min: 0, max: 2, noNaN: true }), (lists, eta) => {
      const weights = fitWeights(lists, eta);
      for (const part of PARTS) {
        expect(weights[part]).toBeGreaterThanOrEqual(0.5);
        expect(weights[part]).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 200 },
  );
});

test('without a choice there is nothing to learn, and the defaults stay to the bit', () => {
  expect(fitWeights([], 1)).toEqual(AS_USUAL);
  fc.assert(
    fc.property(parts, (values) => {
      expect(totalScore(values, AS_USUAL)).toBe(totalScore(values));
    }),
  );
});

test('the gain of an order is never more than that of the best one', () => {
  fc.assert(
    fc.property(someList, exponents, (list, at) => {
      const { got, most } = dcgOf(list, multipliersOf(at), 1);
      expect(got).toBeGreaterThanOrEqual(0);
      expect(got).toBeLessThanOrEqual(most + 1e-9);
    }),
  );
});

describe('how attention falls with the place', () => {
  /** People shown twice for a posting, at two places, who are looked at with probability r ** -eta. */
  function shownTwice(eta: number, people: number): ShownList[] {
    const random = randomOf(11);
    const empty = someParts(() => 0, new Set());
    return [0, 1].map((which) => ({
      ...{ listId: `l${which}`, postingId: 'p', accountId: `r${which}`, companyId: 'c', at: new Date(0) },
      showings: Array.from({ length: people }, (_, n) => {
        const rank = 1 + Math.floor(random() * 20);
        const chosen = random() < 0.4 * rank ** -eta;
        return { memberId: `m${n}`, rank, parts: empty, outcome: chosen ? ('saved' as const) : ('shown' as const) };
      }),
    }));
  }

  test('is found from people who were shown at two places', () => {
    for (const eta of [0.4, 1.5]) expect(Math.abs(estimateAttention(shownTwice(eta, 6_000)) - eta)).toBeLessThan(0.2);
  });

  test('is the usual one where there are none', () => {
    expect(estimateAttention([])).toBe(USUAL_ETA);
    expect(estimateAttention(shownTwice(1, 1))).toBe(USUAL_ETA);
  });
});
