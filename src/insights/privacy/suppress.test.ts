import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Group, K, suppress } from './suppress.ts';
import { suppressUnions } from './unions.ts';

const count = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }));
const nested: fc.Arbitrary<Group> = fc.record({ here: count, rest: count });
const alone: fc.Arbitrary<Group> = count.map((here) => ({ here, rest: null }));
const table = fc.oneof(
  fc.array(nested, { minLength: 1, maxLength: 9 }),
  fc.array(alone, { minLength: 1, maxLength: 9 }),
);

const gives = (people: number) => people > 0 && people < K;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What a reader of the field's table and the baseline's works out: each side of each group shown, and what is missing of the totals. */
function workedOut(groups: readonly Group[], hidden: readonly boolean[]): number[] {
  const sides = groups.every((group) => group.rest !== null) ? (['here', 'rest'] as const) : (['here'] as const);
  return sides.flatMap((side) => {
    const shown = groups.filter((_, n) => !hidden[n]).map((group) => group[side] ?? 0);
    const total = sum(groups.map((group) => group[side] ?? 0));
    return [...shown, total - sum(shown)];
  });
}

describe('the groups of a table', () => {
  test('that are shown, and what can be worked out from them and the totals, are never one to four people', () => {
    fc.assert(
      fc.property(table, (groups) => {
        const hidden = suppress(groups);
        const everything = hidden.every(Boolean);
        // Where all is hidden nothing but the totals is told.
        if (!everything) for (const people of workedOut(groups, hidden)) expect(gives(people)).toBe(false);
        const few = groups.some((group) => gives(group.here) || gives(group.rest ?? 0));
        if (few && groups.length > 1) expect(hidden.filter(Boolean).length).toBeGreaterThanOrEqual(2);
        if (!few) expect(hidden).toEqual(groups.map(() => false));
      }),
      { numRuns: 3_000 },
    );
  });

  test('that are hidden cannot be told apart: each could have been another number', () => {
    fc.assert(
      fc.property(fc.array(alone, { minLength: 2, maxLength: 5 }), (groups) => {
        const hidden = suppress(groups);
        const secret = groups.filter((_, n) => hidden[n]).map((group) => group.here);
        const missing = sum(secret);
        if (secret.length === 0 || missing === 0) return;
        // Every way of sharing out what is missing among the hidden groups fits what was published.
        for (const people of secret) expect(people < missing || secret.length > 1).toBe(true);
        expect(secret.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are hidden for another reason, too, with as many more as that needs', () => {
    expect(
      suppress(
        [
          { here: 40, rest: null },
          { here: 9, rest: null },
          { here: 12, rest: null },
        ],
        [true],
      ),
    ).toEqual([true, true, false]);
    expect(
      suppress([
        { here: 52, rest: 1 },
        { here: 30, rest: 80 },
        { here: 10, rest: 20 },
      ]),
    ).toEqual([true, false, true]);
  });
});

describe('sums of groups', () => {
  test('that are shown give away, with all that is published beside them, no one to four people', () => {
    const case_ = table.chain((groups) =>
      fc.record({
        groups: fc.constant(groups),
        unions: fc.array(fc.array(fc.boolean(), { minLength: groups.length, maxLength: groups.length }), {
          maxLength: 4,
        }),
      }),
    );
    fc.assert(
      fc.property(case_, ({ groups, unions }) => {
        const hidden = suppress(groups);
        if (hidden.every(Boolean)) return;
        const hiddenUnions = suppressUnions(
          groups,
          hidden,
          unions.map((of) => ({ of })),
        );
        const shown = [groups.map(() => true), ...unions.filter((_, n) => !hiddenUnions[n])];
        const sides = groups.every((group) => group.rest !== null) ? (['here', 'rest'] as const) : (['here'] as const);
        // Any sum less any other that lies within it, and less the groups that are shown.
        for (const whole of shown) {
          for (const part of [...shown, groups.map(() => false)]) {
            if (part.some((is, n) => is && !whole[n])) continue;
            const left = groups.map((_, n) => whole[n] === true && part[n] !== true);
            for (const side of sides) {
              const mass = (pick: (n: number) => boolean) =>
                sum(groups.map((group, n) => (pick(n) ? (group[side] ?? 0) : 0)));
              expect(gives(mass((n) => left[n] === true))).toBe(false);
              expect(gives(mass((n) => left[n] === true && hidden[n] === true))).toBe(false);
            }
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('of large groups are all shown', () => {
    const groups = [
      { here: 100, rest: 50 },
      { here: 80, rest: 60 },
      { here: 90, rest: 70 },
    ];
    expect(
      suppressUnions(groups, [false, false, false], [{ of: [true, true, false] }, { of: [false, true, true] }]),
    ).toEqual([false, false]);
  });
});
