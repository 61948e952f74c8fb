/** One occurrence of a pattern: `text.slice(start, end)`, and the values that the pattern stands for. */
export type Match<T> = { readonly start: number; readonly end: number; readonly values: readonly T[] };

type Node<T> = { readonly next: Map<number, Node<T>>; values: T[] };

const isLatin = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code <= 0x24f);

/**
 * Whether a word may begin or end between two code units: never inside a run of Latin letters or digits. A `+` or
 * `#` after a letter belongs to the word (C is not found in C++ or C#).
 */
export function isBoundary(before: number, after: number): boolean {
  if (Number.isNaN(before) || Number.isNaN(after)) return true;
  if (isLatin(before) && isLatin(after)) return false;
  return !(isLatin(before) && (after === 0x2b || after === 0x23));
}

/**
 * Finds every pattern in a text, the longest at each place, from left to right without overlap: a trie walked from
 * each boundary, O(text × longest pattern). Patterns are compared as they are; fold both sides first.
 */
export function createMatcher<T>(
  patterns: Iterable<readonly [pattern: string, value: T]>,
): (text: string) => Match<T>[] {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const [pattern, value] of patterns) {
    if (pattern === '') continue;
    let node = root;
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i);
      let child = node.next.get(code);
      if (!child) {
        child = { next: new Map(), values: [] };
        node.next.set(code, child);
      }
      node = child;
    }
    node.values.push(value);
  }
  return (text) => {
    const matches: Match<T>[] = [];
    let start = 0;
    while (start < text.length) {
      let found: Match<T> | null = null;
      if (isBoundary(text.charCodeAt(start - 1), text.charCodeAt(start))) {
        let node: Node<T> | undefined = root;
        for (let at = start; at < text.length && node; at++) {
          node = node.next.get(text.charCodeAt(at));
          if (node && node.values.length > 0 && isBoundary(text.charCodeAt(at), text.charCodeAt(at + 1))) {
            found = { start, end: at + 1, values: node.values };
          }
        }
      }
      if (found) matches.push(found);
      start = found ? found.end : start + 1;
    }
    return matches;
  };
}
