/** One bit for each number from 0 on. */
export type Words = Uint32Array;

/** A row of bits for the numbers below `count`, all unset. */
export const emptyWords = (count: number): Words => new Uint32Array((count + 31) >>> 5);

export const hasBit = (words: Words, n: number): boolean => ((words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0;

/** How many bits are set (the usual count by halves). */
export function countBits(words: Words): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    let v = words[i] ?? 0;
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    count += (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** The numbers whose bits are set, ascending. */
export function* bitsOf(words: Words): Generator<number> {
  for (let i = 0; i < words.length; i++) {
    let word = words[i] ?? 0;
    while (word !== 0) {
      yield i * 32 + (31 - Math.clz32(word & -word));
      word &= word - 1;
    }
  }
}

export function intersect(target: Words, other: Words): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) & (other[i] ?? 0);
}

export function unite(target: Words, other: Words): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) | (other[i] ?? 0);
}

/** Turns every bit of `target` below `count` over. */
export function invert(target: Words, count: number): void {
  for (let i = 0; i < target.length; i++) target[i] = ~(target[i] ?? 0);
  const rest = count & 31;
  if (rest !== 0 && target.length > 0) target[target.length - 1] = (target.at(-1) ?? 0) & (2 ** rest - 1);
}
