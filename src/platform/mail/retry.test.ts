import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAttempt } from './retry.ts';

const at = new Date('2023-03-31T01:00:00Z');
const wait = (attempts: number) => (nextAttempt(attempts, at)?.getTime() ?? Number.POSITIVE_INFINITY) - at.getTime();

test('each wait is at least as long as the last, the first a minute, none longer than six hours', () => {
  expect(wait(1)).toBe(60_000);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), (attempts) => {
      expect(wait(attempts + 1)).toBeGreaterThanOrEqual(wait(attempts));
      expect(wait(attempts)).toBeLessThanOrEqual(6 * 3_600_000);
    }),
  );
});

test('after about two days it is given up', () => {
  let total = 0;
  let attempts = 1;
  for (; Number.isFinite(wait(attempts)); attempts++) total += wait(attempts);
  expect(total / 3_600_000).toBeGreaterThan(36);
  expect(total / 3_600_000).toBeLessThan(60);
});
