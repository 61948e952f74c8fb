import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMatcher, isBoundary } from './word-matcher.ts';

/** The same by trying every pattern at every place. */
function slow(patterns: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    const fits = patterns.filter(
      (pattern) =>
        pattern !== '' &&
        text.startsWith(pattern, start) &&
        isBoundary(text.charCodeAt(start - 1), text.charCodeAt(start)) &&
        isBoundary(text.charCodeAt(start + pattern.length - 1), text.charCodeAt(start + pattern.length)),
    );
    const longest = fits.sort((a, b) => b.length - a.length)[0];
    if (longest) found.push(`${start}:${longest}`);
    start += longest ? longest.length : 1;
  }
  return found;
}

test('finds the longest pattern at each place, as a slow search does', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '+', ' ', '算', '法'), maxLength: 24 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), letters, (patterns, text) => {
      const find = createMatcher(patterns.map((pattern) => [pattern, pattern] as const));
      expect(find(text).map((match) => `${match.start}:${text.slice(match.start, match.end)}`)).toEqual(
        slow(patterns, text),
      );
    }),
    { numRuns: 500 },
  );
});

test('does not find a word inside another Latin word, and finds it between Chinese characters', () => {
  const find = createMatcher([
    ['java', 'java'],
    ['c', 'c'],
    ['c++', 'cpp'],
  ]);
  expect(find('javascript').length).toBe(0);
  expect(find('熟悉java和c++').flatMap((match) => match.values)).toEqual(['java', 'cpp']);
  expect(find('c#').length).toBe(0);
});
