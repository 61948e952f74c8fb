import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import type { Measured } from './model.ts';
import { brier, calibrationOf, type Held, meanBelief, scoreOf } from './score.ts';

const DAY = 86_400_000;
const START = Date.parse('2023-01-01T00:00:00Z');
const LENGTH = 60;
const until = new Date(START + LENGTH * DAY);
const held: fc.Arbitrary<Held> = fc.record({
  beliefs: fc
    .uniqueArray(fc.integer({ min: 0, max: LENGTH - 1 }), { minLength: 1, maxLength: 6 })
    .chain((days) =>
      fc.tuple(
        ...days.map((day) =>
          fc
            .double({ min: 0, max: 1, noNaN: true })
            .map((probability) => ({ at: new Date(START + day * DAY), probability })),
        ),
      ),
    ),
  until: fc.constant(until),
  cameTrue: fc.boolean(),
});

/** Day by day: what was held on each, and what that was off by. */
function slowly({ beliefs }: Held, of: (probability: number) => number): number {
  const days: number[] = [];
  for (let day = 0; day < LENGTH; day++) {
    const now = START + day * DAY;
    const said = beliefs.filter(({ at }) => at.getTime() <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
    const last = said.at(-1);
    if (last) days.push(of(last.probability));
  }
  return days.reduce((sum, one) => sum + one, 0) / days.length;
}

describe('a score', () => {
  test('is the mean over the days of the squared distance from what came', () => {
    fc.assert(
      fc.property(held, (one) => {
        const came = one.cameTrue ? 1 : 0;
        expect(brier(one)).toBeCloseTo(
          slowly(one, (probability) => (probability - came) ** 2),
          9,
        );
        expect(meanBelief(one)).toBeCloseTo(
          slowly(one, (probability) => probability),
          9,
        );
      }),
    );
  });

  test('of one half throughout is a quarter, of what came is 0, of the contrary 1', () => {
    const always = (probability: number): Held => ({
      beliefs: [{ at: new Date(START), probability }],
      until,
      cameTrue: true,
    });
    expect([0.5, 1, 0].map((probability) => brier(always(probability)))).toEqual([0.25, 0, 1]);
  });

  test('stands beside that of always saying 50 % and of the base rate, which no constant beats', () => {
    fc.assert(
      fc.property(
        fc.array(held, { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, constant) => {
          const score = scoreOf(all);
          const constantly = scoreOf(
            all.map((one) => ({ ...one, beliefs: [{ at: new Date(START), probability: constant }] })),
          );
          expect(score?.n).toBe(all.length);
          expect(score?.always50).toBe(0.25);
          expect(constantly?.score).toBeGreaterThanOrEqual((score?.baseRate ?? 1) - 1e-9);
        },
      ),
    );
  });

  test('is none without a forecast, and of a probability given at the very end is that one', () => {
    expect(scoreOf([])).toBeNull();
    expect(brier({ beliefs: [{ at: until, probability: 0.9 }], until, cameTrue: true })).toBeCloseTo(0.01);
  });

  test('bands hold each forecast once, within their borders', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 30 }), (all) => {
        const bands = calibrationOf(all);
        expect(bands.reduce((sum, band) => sum + band.n, 0)).toBe(all.length);
        for (const { from, to, mean, cameTrue, low, high } of bands) {
          if (mean === null) continue;
          expect(mean).toBeGreaterThanOrEqual(from - 1e-8);
          expect(mean).toBeLessThanOrEqual(to + 1e-8);
          expect(low).toBeLessThanOrEqual(cameTrue ?? -1);
          expect(high).toBeGreaterThanOrEqual(cameTrue ?? 2);
        }
      }),
    );
  });
});

describe('a test is judged', () => {
  const read = (value: number, low: number | null = null, high: number | null = null): Measured => ({
    value,
    low,
    high,
    n: 9,
  });
  test.each([
    [read(0.3, 0.25, 0.35), 'above', 0.2, 'true', null],
    [read(0.3, 0.25, 0.35), 'below', 0.2, 'false', null],
    [read(0.3, 0.25, 0.35), 'above', 0.33, 'cannot-be-told', 'uncertain'],
    [read(0.3, 0.25, 0.35), 'at-most', 0.25, 'false', null],
    [read(5), 'at-least', 5, 'true', null],
    [read(5), 'above', 5, 'false', null],
    [read(5), 'at-most', 5, 'true', null],
    [{ reason: 'suppressed' }, 'above', 0.2, 'cannot-be-told', 'suppressed'],
    [{ reason: 'missing' }, 'above', 0.2, 'cannot-be-told', 'missing'],
    [read(-0.5, -0.6, -0.4), 'below', read(-0.1, -0.2, 0), 'true', null],
    [read(-0.5, -0.6, -0.15), 'below', read(-0.1, -0.2, 0), 'cannot-be-told', 'uncertain'],
    [read(1), 'below', { reason: 'missing' }, 'cannot-be-told', 'missing'],
  ] as const)('%j %s %j: %s', (left, is, than, outcome, reason) => {
    expect(judge(left, is, than)).toEqual({ outcome, reason });
  });

  test('the contrary of what is true is false', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 0, max: 3, noNaN: true }), number, (value, half, than) => {
        const left = read(value, value - half, value + half);
        const [above, atMost] = [judge(left, 'above', than), judge(left, 'at-most', than)];
        if (above.reason) expect(atMost).toEqual(above);
        else expect(atMost.outcome).toBe(above.outcome === 'true' ? 'false' : 'true');
      }),
    );
  });
});
