/** How many bins a sketch has, each one byte. */
export const BINS = 64;
const SHINGLE = 5;
/** Shorter texts say too little to be told apart by their shingles. */
const LEAST_WORDS = 40;

/** For each UTF-16 code unit: itself in lower case where it is part of a word, else 0. */
const wordUnits = new Uint16Array(65_536);
const WORD = /[\p{L}\p{N}]/u;
for (let code = 0; code < wordUnits.length; code++) {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const unit = String.fromCharCode(code);
  if (isSurrogate) wordUnits[code] = code;
  else if (WORD.test(unit)) wordUnits[code] = unit.toLowerCase().charCodeAt(0);
}

/** A text's letters and digits in lower case: without what differs between copies of it, such as spaces and punctuation. */
export function bareUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = wordUnits[text.charCodeAt(at)] ?? 0;
    if (unit !== 0) units[length++] = unit;
  }
  return units.subarray(0, length);
}

function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 64 bits that name a text's words, as hexadecimal digits: two FNV-1a hashes from different starts. */
export function digestOf(...texts: readonly Uint16Array[]): string {
  let a = 0x811c9dc5;
  let b = 0x01234567;
  for (const units of texts) {
    for (const unit of units) {
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x01000193) ^ (b >>> 15);
    }
    a = Math.imul(a ^ 0xffff, 0x01000193);
    b = Math.imul(b ^ 0xffff, 0x01000193);
  }
  return [a, b].map((hash) => mix(hash).toString(16).padStart(8, '0')).join('');
}

const BASE = 0x01000193;
const LEAVING = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1);

/**
 * A sketch of a text's five-character shingles: one-permutation MinHash (Li, Owen, Zhang 2012) of which a byte a bin is
 * kept (b-bit minwise hashing, Li & König 2010). One rolling hash a character (Karp & Rabin 1987); null for texts too
 * short to compare. An empty bin is 0, a kept value 1 to 255. `bare` is the text as `bareUnits` gives it.
 */
export function sketchOf(bare: Uint16Array): Uint8Array | null {
  if (bare.length < LEAST_WORDS) return null;
  const least = new Uint32Array(BINS).fill(0xffffffff);
  let rolling = 0;
  for (let at = 0; at < bare.length; at++) {
    rolling = (Math.imul(rolling, BASE) + (bare[at] ?? 0)) | 0;
    if (at >= SHINGLE) rolling = (rolling - Math.imul(bare[at - SHINGLE] ?? 0, LEAVING)) | 0;
    if (at < SHINGLE - 1) continue;
    const mixed = mix(rolling);
    const bin = mixed % BINS;
    const value = mixed >>> 6;
    if (value < (least[bin] ?? 0)) least[bin] = value;
  }
  return Uint8Array.from(least, (value) => (value === 0xffffffff ? 0 : (value % 255) + 1));
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
