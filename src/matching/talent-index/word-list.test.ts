import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsOf, emptyWords } from './bit-words.ts';
import { Bitmap } from './bitmap.ts';
import { WordList } from './word-list.ts';

const LIMIT = 60_000;
const entries = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: LIMIT - 1 }), fc.integer({ min: 1, max: 255 })), {
    selector: ([n]) => n,
    maxLength: 700,
  })
  .map((list) => list.sort(([a], [b]) => a - b));
const someone = fc.array(fc.integer({ min: 0, max: LIMIT - 1 }), { maxLength: 400 });

function listOf(all: readonly (readonly [number, number])[]): WordList {
  const list = new WordList();
  for (const [n, impact] of all) list.append(n, impact);
  return list;
}

test('a list gives back what was appended, also from its bytes, and goes on from there', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 255 }), (all, impact) => {
      const list = listOf(all);
      expect([...list.entries()]).toEqual(all);
      const { bytes, marks } = list.toParts();
      const again = WordList.fromParts(bytes.slice(), marks);
      expect([...again.entries()]).toEqual(all);
      expect(again.count).toBe(all.length);
      again.append(LIMIT, impact);
      expect([...again.entries()]).toEqual([...all, [LIMIT, impact]]);
      const words = emptyWords(LIMIT);
      list.orInto(words);
      expect([...bitsOf(words)]).toEqual(all.map(([n]) => n));
    }),
    { numRuns: 60 },
  );
});

test('sums go to the allowed alone, whatever blocks are passed over', () => {
  fc.assert(
    fc.property(entries, someone, fc.double({ min: 0.1, max: 8, noNaN: true }), (all, allowed, factor) => {
      const bitmap = new Bitmap();
      for (const n of allowed) bitmap.add(n);
      const words = emptyWords(LIMIT);
      bitmap.orInto(words);
      const sums = new Uint16Array(LIMIT);
      listOf(all).accumulate(words, sums, factor);
      const expected = new Uint16Array(LIMIT);
      for (const [n, impact] of all) if (bitmap.has(n)) expected[n] = Math.round(impact * factor);
      expect(Buffer.compare(Buffer.from(sums.buffer), Buffer.from(expected.buffer))).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('numbers only rise', () => {
  const list = listOf([[5, 1]]);
  expect(() => list.append(5, 1)).toThrow('comes after');
});
