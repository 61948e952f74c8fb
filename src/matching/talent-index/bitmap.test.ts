import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitsOf, countBits, emptyWords, hasBit, intersect, invert, unite, type Words } from './bit-words.ts';
import { Bitmap } from './bitmap.ts';

const LIMIT = 140_000;
/** Numbers that crowd together often enough for a chunk to become dense. */
const numbers = fc.oneof(
  fc.array(fc.integer({ min: 0, max: LIMIT - 1 }), { maxLength: 60 }),
  fc
    .record({
      from: fc.integer({ min: 0, max: 70_000 }),
      count: fc.integer({ min: 0, max: 9_000 }),
      step: fc.constantFrom(1, 3, 7),
    })
    .map(({ from, count, step }) => Array.from({ length: count }, (_, i) => from + i * step).filter((n) => n < LIMIT)),
);
const made = (list: readonly number[]) => {
  const bitmap = new Bitmap();
  for (const n of list) bitmap.add(n);
  return bitmap;
};
const wordsOf = (list: readonly number[]): Words => {
  const words = emptyWords(LIMIT);
  made(list).orInto(words);
  return words;
};
const ascending = (list: Iterable<number>) => [...new Set(list)].sort((a, b) => a - b);

describe('a bitmap', () => {
  test('is a set, whatever is added and removed', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (first, gone, last) => {
        const bitmap = made(first);
        const set = new Set(first);
        for (const n of gone) {
          bitmap.remove(n);
          set.delete(n);
        }
        for (const n of last) {
          bitmap.add(n);
          set.add(n);
        }
        expect(bitmap.size).toBe(set.size);
        expect([...bitmap]).toEqual(ascending(set));
        for (const n of [0, 65_535, 65_536, ...gone.slice(0, 5)]) expect(bitmap.has(n)).toBe(set.has(n));
        expect([...Bitmap.fromBytes(bitmap.toBytes())]).toEqual(ascending(set));
      }),
      { numRuns: 60 },
    );
  });

  test('unites, intersects and takes away as sets do', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const inB = new Set(b);
        const union = new Set([...a, ...b]);
        const and = wordsOf(a);
        made(b).andInto(and);
        expect([...bitsOf(and)]).toEqual(ascending(a.filter((n) => inB.has(n))));
        const or = wordsOf(a);
        made(b).orInto(or);
        expect([...bitsOf(or)]).toEqual(ascending(union));
        const not = wordsOf(a);
        made(b).andNotInto(not);
        expect([...bitsOf(not)]).toEqual(ascending(a.filter((n) => !inB.has(n))));
        expect(countBits(or)).toBe(union.size);
        const both = wordsOf(a);
        intersect(both, wordsOf(b));
        expect(both).toEqual(and);
        const either = wordsOf(a);
        unite(either, wordsOf(b));
        expect(either).toEqual(or);
        invert(either, LIMIT - 5);
        for (const n of [...a.slice(0, 3), ...b.slice(0, 3)]) expect(hasBit(either, n)).toBe(false);
        expect(countBits(either)).toBe(LIMIT - 5 - [...union].filter((n) => n < LIMIT - 5).length);
      }),
      { numRuns: 60 },
    );
  });

  test('credits each allowed person once, by the first set that has them', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (first, second, allowed) => {
        const sums = new Uint16Array(LIMIT);
        const credited = emptyWords(LIMIT);
        made(first).creditOnce(wordsOf(allowed), credited, sums, 10);
        made(second).creditOnce(wordsOf(allowed), credited, sums, 3);
        const [inFirst, inSecond] = [new Set(first), new Set(second)];
        let expected = 0;
        for (const n of new Set(allowed)) expected += inFirst.has(n) ? 10 : inSecond.has(n) ? 3 : 0;
        expect(sums.reduce((sum, value) => sum + value, 0)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
