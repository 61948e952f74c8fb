import type { Words } from './bit-words.ts';

/**
 * Sets of whole numbers, in chunks of 65,536: a chunk with few numbers is a sorted list of their low halves, one with
 * many is a bit for each (Chambi, Lemire and others, "Better bitmap performance with Roaring bitmaps", 2016). Beside
 * these stand plain rows of bits (`Words`) for what a query works on: 31 k words for a million people.
 */
const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
const CHUNK_WORDS = CHUNK >>> 5;
const MOST_SPARSE = 4_096;

type Chunk = { count: number; sparse: Uint16Array | null; dense: Uint32Array | null };

const emptyChunk = (): Chunk => ({ count: 0, sparse: new Uint16Array(4), dense: null });

/** Where `low` stands in a sorted list, or would stand: the first place whose number is not smaller. */
function placeOf(list: Uint16Array, count: number, low: number): number {
  if (count > 0 && (list[count - 1] ?? 0) < low) return count;
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return from;
}

function toDense(chunk: Chunk): Uint32Array {
  const bits = new Uint32Array(CHUNK_WORDS);
  const { sparse, count } = chunk;
  if (sparse) {
    for (let i = 0; i < count; i++) {
      const low = sparse[i] ?? 0;
      bits[low >>> 5] = (bits[low >>> 5] ?? 0) | (1 << (low & 31));
    }
  }
  chunk.dense = bits;
  chunk.sparse = null;
  return bits;
}

function creditDense(
  bits: Uint32Array,
  from: number,
  allowed: Words,
  credited: Words,
  sums: Uint16Array,
  amount: number,
): void {
  const end = Math.min(CHUNK_WORDS, allowed.length - from);
  for (let i = 0; i < end; i++) {
    const at = from + i;
    let fresh = (bits[i] ?? 0) & (allowed[at] ?? 0) & ~(credited[at] ?? 0);
    if (fresh === 0) continue;
    credited[at] = (credited[at] ?? 0) | fresh;
    while (fresh !== 0) {
      const n = (at << 5) + 31 - Math.clz32(fresh & -fresh);
      sums[n] = (sums[n] ?? 0) + amount;
      fresh &= fresh - 1;
    }
  }
}

function creditSparse(
  list: Uint16Array,
  count: number,
  from: number,
  allowed: Words,
  credited: Words,
  sums: Uint16Array,
  amount: number,
): void {
  for (let i = 0; i < count; i++) {
    const low: number = list[i] ?? 0;
    const at = from + (low >>> 5);
    const bit = 1 << (low & 31);
    if (((allowed[at] ?? 0) & bit) === 0 || ((credited[at] ?? 0) & bit) !== 0) continue;
    credited[at] = (credited[at] ?? 0) | bit;
    const n = (from << 5) + low;
    sums[n] = (sums[n] ?? 0) + amount;
  }
}

export class Bitmap {
  readonly #chunks: (Chunk | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(n: number): boolean {
    const chunk = this.#chunks[n >>> CHUNK_BITS];
    if (!chunk) return false;
    const low = n & (CHUNK - 1);
    if (chunk.dense) return ((chunk.dense[low >>> 5] ?? 0) & (1 << (low & 31))) !== 0;
    if (!chunk.sparse) return false;
    const at = placeOf(chunk.sparse, chunk.count, low);
    return at < chunk.count && chunk.sparse[at] === low;
  }

  add(n: number): void {
    const high = n >>> CHUNK_BITS;
    const low = n & (CHUNK - 1);
    const chunk = this.#chunks[high] ?? emptyChunk();
    this.#chunks[high] = chunk;
    if (!chunk.dense && chunk.sparse) {
      const at = placeOf(chunk.sparse, chunk.count, low);
      if (at < chunk.count && chunk.sparse[at] === low) return;
      if (chunk.count < MOST_SPARSE) {
        if (chunk.count === chunk.sparse.length) {
          const larger = new Uint16Array(chunk.count * 2);
          larger.set(chunk.sparse);
          chunk.sparse = larger;
        }
        chunk.sparse.copyWithin(at + 1, at, chunk.count);
        chunk.sparse[at] = low;
        chunk.count += 1;
        this.#size += 1;
        return;
      }
    }
    const bits = chunk.dense ?? toDense(chunk);
    const bit = 1 << (low & 31);
    const word = bits[low >>> 5] ?? 0;
    if ((word & bit) !== 0) return;
    bits[low >>> 5] = word | bit;
    chunk.count += 1;
    this.#size += 1;
  }

  remove(n: number): void {
    const chunk = this.#chunks[n >>> CHUNK_BITS];
    const low = n & (CHUNK - 1);
    if (!chunk || !this.has(n)) return;
    if (chunk.dense) {
      chunk.dense[low >>> 5] = (chunk.dense[low >>> 5] ?? 0) & ~(1 << (low & 31));
    } else if (chunk.sparse) {
      const at = placeOf(chunk.sparse, chunk.count, low);
      chunk.sparse.copyWithin(at, at + 1, chunk.count);
    }
    chunk.count -= 1;
    this.#size -= 1;
  }

  /** Sets in `words` every number of this set; numbers beyond the row's end are left out. */
  orInto(words: Words): void {
    this.#chunks.forEach((chunk, high) => {
      if (!chunk) return;
      const from = high * CHUNK_WORDS;
      if (chunk.dense) {
        const end = Math.min(CHUNK_WORDS, words.length - from);
        for (let i = 0; i < end; i++) words[from + i] = (words[from + i] ?? 0) | (chunk.dense[i] ?? 0);
      } else if (chunk.sparse) {
        for (let i = 0; i < chunk.count; i++) {
          const low: number = chunk.sparse[i] ?? 0;
          const at = from + (low >>> 5);
          if (at < words.length) words[at] = (words[at] ?? 0) | (1 << (low & 31));
        }
      }
    });
  }

  /** Leaves in `words` only the numbers of this set. */
  andInto(words: Words): void {
    const chunks = Math.ceil(words.length / CHUNK_WORDS);
    for (let high = 0; high < chunks; high++) {
      const chunk = this.#chunks[high];
      const from = high * CHUNK_WORDS;
      const end = Math.min(CHUNK_WORDS, words.length - from);
      if (chunk?.dense) {
        for (let i = 0; i < end; i++) words[from + i] = (words[from + i] ?? 0) & (chunk.dense[i] ?? 0);
        continue;
      }
      const kept: number[] = [];
      for (let i = 0; chunk?.sparse && i < chunk.count; i++) {
        const low: number = chunk.sparse[i] ?? 0;
        if (((words[from + (low >>> 5)] ?? 0) & (1 << (low & 31))) !== 0) kept.push(low);
      }
      words.fill(0, from, from + end);
      for (const low of kept) {
        const at = from + (low >>> 5);
        words[at] = (words[at] ?? 0) | (1 << (low & 31));
      }
    }
  }

  /** Takes the numbers of this set out of `words`. */
  andNotInto(words: Words): void {
    this.#chunks.forEach((chunk, high) => {
      if (!chunk) return;
      const from = high * CHUNK_WORDS;
      if (chunk.dense) {
        const end = Math.min(CHUNK_WORDS, words.length - from);
        for (let i = 0; i < end; i++) words[from + i] = (words[from + i] ?? 0) & ~(chunk.dense[i] ?? 0);
      } else if (chunk.sparse) {
        for (let i = 0; i < chunk.count; i++) {
          const low: number = chunk.sparse[i] ?? 0;
          const at = from + (low >>> 5);
          if (at < words.length) words[at] = (words[at] ?? 0) & ~(1 << (low & 31));
        }
      }
    });
  }

  /**
   * Adds `amount` to the sum of everybody who is both here and in `allowed` and not in `credited` yet, and puts them
   * there: called with one `credited` for several sets, it credits each person once, by the first set that has them.
   */
  creditOnce(allowed: Words, credited: Words, sums: Uint16Array, amount: number): void {
    for (let high = 0; high < this.#chunks.length; high++) {
      const chunk = this.#chunks[high];
      if (!chunk || chunk.count === 0) continue;
      const from = high * CHUNK_WORDS;
      if (chunk.dense) creditDense(chunk.dense, from, allowed, credited, sums, amount);
      else if (chunk.sparse) creditSparse(chunk.sparse, chunk.count, from, allowed, credited, sums, amount);
    }
  }

  /** The numbers, ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (const [high, chunk] of this.#chunks.entries()) {
      if (chunk?.sparse) for (let i = 0; i < chunk.count; i++) yield high * CHUNK + (chunk.sparse[i] ?? 0);
      if (chunk?.dense) {
        for (let i = 0; i < CHUNK_WORDS; i++) {
          let word = chunk.dense[i] ?? 0;
          while (word !== 0) {
            yield high * CHUNK + i * 32 + (31 - Math.clz32(word & -word));
            word &= word - 1;
          }
        }
      }
    }
  }

  /** As bytes: for each chunk its number, count and kind, then its content. Read back by `fromBytes`. */
  toBytes(): Uint8Array {
    const parts: Uint8Array[] = [];
    for (const [high, chunk] of this.#chunks.entries()) {
      if (!chunk || chunk.count === 0) continue;
      const content = chunk.dense ?? chunk.sparse?.slice(0, chunk.count) ?? new Uint16Array(0);
      const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
      parts.push(new Uint8Array(new Uint32Array([high, chunk.count, chunk.dense ? 1 : 0]).buffer), bytes);
    }
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  static fromBytes(bytes: Uint8Array): Bitmap {
    const made = new Bitmap();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; ) {
      const [high, count, isDense] = [
        view.getUint32(at, true),
        view.getUint32(at + 4, true),
        view.getUint32(at + 8, true),
      ];
      at += 12;
      const length = isDense ? CHUNK_WORDS * 4 : count * 2;
      const content = bytes.slice(at, at + length);
      made.#chunks[high] = isDense
        ? { count, sparse: null, dense: new Uint32Array(content.buffer) }
        : { count, sparse: new Uint16Array(content.buffer), dense: null };
      made.#size += count;
      at += length;
    }
    return made;
  }
}
