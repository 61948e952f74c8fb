import type { Words } from './bit-words.ts';

/** People per block: a block in whose range nobody is allowed is passed over unread. */
const BLOCK = 128;

/**
 * The people in whose profile a word stands, ascending, each with how much it says there (its impact, 1 to 255).
 * Gaps are variable-length bytes, each followed by the impact, so that most entries take two bytes. Numbers are only
 * ever appended: whoever changes gets a new number.
 */
export class WordList {
  #bytes: Uint8Array;
  #length = 0;
  #count = 0;
  #last = -1;
  /** Of each full block: its last number, and where the next block begins. */
  #ends: number[] = [];

  constructor(bytes: Uint8Array = new Uint8Array(8)) {
    this.#bytes = bytes;
  }

  get count(): number {
    return this.#count;
  }

  append(n: number, impact: number): void {
    if (n <= this.#last) throw new Error(`number ${n} comes after ${this.#last}`);
    if (this.#length + 6 > this.#bytes.length) {
      const larger = new Uint8Array(Math.ceil((this.#bytes.length + 6) * 1.5));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    let gap = n - this.#last;
    while (gap > 127) {
      this.#bytes[this.#length++] = (gap & 127) | 128;
      gap >>>= 7;
    }
    this.#bytes[this.#length++] = gap;
    this.#bytes[this.#length++] = impact;
    this.#last = n;
    this.#count += 1;
    if (this.#count % BLOCK === 0) this.#ends.push(n, this.#length);
  }

  /** Adds `factor` × impact, rounded, to the sums of everybody here who is allowed; blocks without any are passed over. */
  accumulate(allowed: Words, sums: Uint16Array, factor: number): void {
    const bytes = this.#bytes;
    let n = -1;
    let at = 0;
    const blocks = this.#ends.length / 2;
    for (let block = 0; block <= blocks; block++) {
      const last = block < blocks ? (this.#ends[2 * block] ?? 0) : this.#last;
      const end = block < blocks ? (this.#ends[2 * block + 1] ?? 0) : this.#length;
      if (!anyIn(allowed, n + 1, last)) {
        n = last;
        at = end;
        continue;
      }
      while (at < end) {
        let byte = bytes[at++] ?? 0;
        let gap = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] ?? 0;
          gap |= (byte & 127) << shift;
        }
        n += gap;
        const impact = bytes[at++] ?? 0;
        if (((allowed[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0) {
          sums[n] = (sums[n] ?? 0) + Math.round(impact * factor);
        }
      }
    }
  }

  /** Sets everybody here in `words`. */
  orInto(words: Words): void {
    for (const [n] of this.entries()) {
      if (n >>> 5 < words.length) words[n >>> 5] = (words[n >>> 5] ?? 0) | (1 << (n & 31));
    }
  }

  *entries(): Generator<readonly [n: number, impact: number]> {
    let n = -1;
    for (let at = 0; at < this.#length; ) {
      let byte = this.#bytes[at++] ?? 0;
      let gap = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = this.#bytes[at++] ?? 0;
        gap |= (byte & 127) << shift;
      }
      n += gap;
      yield [n, this.#bytes[at++] ?? 0];
    }
  }

  /** What a snapshot keeps; the bytes are not copied, and later entries leave them alone. */
  toParts(): { readonly bytes: Uint8Array; readonly marks: readonly number[] } {
    return { bytes: this.#bytes.subarray(0, this.#length), marks: [this.#count, this.#last, ...this.#ends] };
  }

  static fromParts(bytes: Uint8Array, marks: Iterable<number>): WordList {
    const list = new WordList(bytes);
    const [count = 0, last = -1, ...ends] = marks;
    list.#length = bytes.length;
    list.#count = count;
    list.#last = last;
    list.#ends = ends;
    return list;
  }
}

/** Whether anybody from `first` to `last` is set; whole words are looked at, so that the answer may be a careful yes. */
function anyIn(words: Words, first: number, last: number): boolean {
  const end = Math.min(words.length - 1, last >>> 5);
  for (let i = first >>> 5; i <= end; i++) if (words[i] !== 0) return true;
  return false;
}
