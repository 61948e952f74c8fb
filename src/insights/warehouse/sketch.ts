/** How many bins a sketch has, each one byte. */
export const BINS = 64;
const SHINGLE = 5;
/** Shorter texts say too little to be told apart by their shingles. */
const LEAST_WORDS = 40;

/** A text without what differs between copies of it: case, spaces, punctuation. */
export function bareWords(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A sketch of a text's five-character shingles: one-permutation MinHash (Li, Owen, Zhang 2012) of which a byte a bin is
 * kept (b-bit minwise hashing, Li & König 2010). One hash a character; null for texts too short to compare. Bin 0 of
 * the byte range stands for an empty bin, which is why a kept value is 1 to 255.
 */
export function sketchOf(text: string): Uint8Array | null {
  const bare = bareWords(text);
  if (bare.length < LEAST_WORDS) return null;
  const least = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at + SHINGLE <= bare.length; at++) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < SHINGLE; i++) hash = Math.imul(hash ^ bare.charCodeAt(at + i), 0x01000193);
    const mixed = mix(hash);
    const bin = mixed % BINS;
    const value = Math.floor(mixed / BINS);
    if (value < (least[bin] ?? 0)) least[bin] = value;
  }
  return Uint8Array.from(least, (value) => (value === Number.POSITIVE_INFINITY ? 0 : (value % 255) + 1));
}

/** The estimated Jaccard similarity of two texts' shingles, from 0 to 1; bins that are empty in both do not count. */
export function similarity(a: Uint8Array, b: Uint8Array): number {
  let same = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (a[bin] === 0 && b[bin] === 0) continue;
    filled++;
    if (a[bin] === b[bin]) same++;
  }
  if (filled === 0) return 0;
  // Two different values agree in their byte by chance once in 255.
  return Math.max(0, (same / filled - 1 / 255) / (1 - 1 / 255));
}
