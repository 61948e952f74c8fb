import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VerifiedStay } from '../identity/index.ts';
import { independentSupport, rootsOfSupporters, type Supporting } from './independent-support.ts';

const PEOPLE = ['me', 'a', 'b', 'c', 'd', 'e', 'f'];
const person = fc.constantFrom(...PEOPLE);
const always = { start: '2020-01', end: null };
const stay: fc.Arbitrary<VerifiedStay> = fc
  .tuple(person, fc.constantFrom('work-email', 'colleagues'), fc.array(person, { maxLength: 4 }), fc.boolean())
  .map(([memberId, method, confirmedBy, early]) => ({
    ...(early ? { start: '2015-01', end: '2016-01' } : always),
    memberId,
    method,
    confirmedBy: method === 'colleagues' ? confirmedBy : [],
  }));
const supporting: fc.Arbitrary<Supporting> = fc.record({
  candidate: fc.constant('me'),
  position: fc.constant(always),
  supporters: fc.uniqueArray(
    person.filter((id) => id !== 'me'),
    { maxLength: 5 },
  ),
  stays: fc.array(stay, { maxLength: 10 }),
});

/** The most supporters with a root each, by trying every assignment. */
function slow(rootsOf: readonly ReadonlySet<string>[], taken: ReadonlySet<string> = new Set()): number {
  const [first, ...rest] = rootsOf;
  if (!first) return 0;
  const without = slow(rest, taken);
  const with_ = [...first].filter((root) => !taken.has(root)).map((root) => 1 + slow(rest, new Set([...taken, root])));
  return Math.max(without, ...with_);
}

describe('independent support', () => {
  test('is the largest assignment of roots to supporters', () => {
    fc.assert(
      fc.property(supporting, (case_) => {
        expect(independentSupport(case_)).toBe(slow(rootsOfSupporters(case_)));
      }),
      { numRuns: 2_000 },
    );
  });

  test("is never more than the mailboxes there, the candidate's own left out", () => {
    fc.assert(
      fc.property(supporting, (case_) => {
        const mailboxes = new Set(
          case_.stays.filter((one) => one.method === 'work-email' && one.memberId !== 'me').map((one) => one.memberId),
        );
        expect(independentSupport(case_)).toBeLessThanOrEqual(mailboxes.size);
      }),
      { numRuns: 1_000 },
    );
  });

  test('does not fall when somebody joins in, and does not depend on the order', () => {
    fc.assert(
      fc.property(supporting, person, (case_, more) => {
        const count = independentSupport(case_);
        if (more !== 'me') {
          expect(independentSupport({ ...case_, supporters: [...case_.supporters, more] })).toBeGreaterThanOrEqual(
            count,
          );
        }
        expect(independentSupport({ ...case_, supporters: [...case_.supporters].reverse() })).toBe(count);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a ring of any size counts for the two mailboxes it rests on; one that rests on the candidate for nothing', () => {
    const root = (memberId: string): VerifiedStay => ({ ...always, memberId, method: 'work-email', confirmedBy: [] });
    const ring = (confirmedBy: string[]): VerifiedStay[] =>
      Array.from({ length: 9 }, (_, i) => ({ ...always, memberId: `r${i}`, method: 'colleagues', confirmedBy }));
    const supporters = ring([]).map((one) => one.memberId);
    const case_ = { candidate: 'me', position: always, supporters };
    expect(independentSupport({ ...case_, stays: [root('a'), root('b'), ...ring(['a', 'b'])] })).toBe(2);
    expect(independentSupport({ ...case_, stays: [root('a'), root('me'), ...ring(['a', 'me'])] })).toBe(0);
    expect(independentSupport({ ...case_, stays: ring(supporters) })).toBe(0);
  });
});
