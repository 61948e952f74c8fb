const HEX = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID as four whole numbers of 32 bits; null for what is none. */
export function partsOf(id: string): readonly [number, number, number, number] | null {
  if (!HEX.test(id)) return null;
  const hex = id.replaceAll('-', '');
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 8), 16);
  return [part(0), part(8), part(16), part(24)];
}

/** The four hexadecimal digits of every number of 16 bits. */
const DIGITS = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, '0'));

/** The numbers of people by their ids: sixteen bytes for each id, and a hash table of whole numbers (open addressing). */
export class IdTable {
  #ids = new Uint32Array(4 * 64);
  #table = new Int32Array(256).fill(-1);
  #count = 0;

  /** How many ids were given a number, in all. */
  get count(): number {
    return this.#count;
  }

  #place(parts: readonly [number, number, number, number]): number {
    const mask = this.#table.length - 1;
    // The last part of a UUIDv7 is random.
    let at = (Math.imul(parts[3], 0x9e3779b1) ^ parts[2]) & mask;
    for (let n = this.#table[at] ?? -1; n >= 0; n = this.#table[at] ?? -1) {
      const from = 4 * n;
      if (
        this.#ids[from + 3] === parts[3] &&
        this.#ids[from + 2] === parts[2] &&
        this.#ids[from + 1] === parts[1] &&
        this.#ids[from] === parts[0]
      )
        break;
      at = (at + 1) & mask;
    }
    return at;
  }

  /** The number that the id has now, or undefined. */
  find(id: string): number | undefined {
    const parts = partsOf(id);
    const number = parts ? (this.#table[this.#place(parts)] ?? -1) : -1;
    return number < 0 ? undefined : number;
  }

  /** Gives the id the next number; an id that had one has the new one from now on. */
  append(id: string): number {
    const parts = partsOf(id);
    if (!parts) throw new Error(`${id} is not a UUID`);
    if (4 * (this.#count + 1) > this.#ids.length) {
      const larger = new Uint32Array(this.#ids.length * 2);
      larger.set(this.#ids);
      this.#ids = larger;
    }
    if (2 * (this.#count + 1) > this.#table.length) this.#grow();
    const number = this.#count++;
    this.#table[this.#place(parts)] = number;
    this.#ids.set(parts, 4 * number);
    return number;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    // Of an id that was given twice the later number stays, as it comes later.
    for (let n = 0; n < this.#count; n++) {
      const from = 4 * n;
      const parts = [0, 1, 2, 3].map((k) => this.#ids[from + k] ?? 0) as [number, number, number, number];
      this.#table[this.#place(parts)] = n;
    }
  }

  id(number: number): string {
    const from = 4 * number;
    const [a, b] = [this.#ids[from] ?? 0, this.#ids[from + 1] ?? 0];
    const [c, d] = [this.#ids[from + 2] ?? 0, this.#ids[from + 3] ?? 0];
    const low = (part: number) => DIGITS[part & 0xffff] ?? '';
    const high = (part: number) => DIGITS[part >>> 16] ?? '';
    return `${high(a)}${low(a)}-${high(b)}-${low(b)}-${high(c)}-${low(c)}${high(d)}${low(d)}`;
  }

  toBytes(): Uint8Array {
    return new Uint8Array(this.#ids.buffer, 0, 16 * this.#count);
  }

  static fromBytes(bytes: Uint8Array): IdTable {
    const made = new IdTable();
    made.#count = bytes.length / 16;
    made.#ids = new Uint32Array(Math.max(256, bytes.length / 4));
    new Uint8Array(made.#ids.buffer).set(bytes);
    let size = 256;
    while (size < 2 * made.#count) size *= 2;
    made.#table = new Int32Array(size / 2);
    made.#grow();
    return made;
  }
}
