/** A stream of chance that a seed and a label decide: the same two always give the same stream, on any machine. */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number;
  bool(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One key of a table of weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Normally distributed. */
  normal(mean: number, deviation: number): number;
  /** `count` different ones of a list, or all of them. */
  some<T>(list: readonly T[], count: number): T[];
};

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619);
  return value >>> 0;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by an FNV-1a hash of the label. */
export function chance(seed: number, label: string): Chance {
  let a = hash(`${label}/a`) ^ seed;
  let b = hash(`${label}/b`);
  let c = hash(`${label}/c`);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const value = list[int(0, list.length - 1)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  return {
    next,
    int,
    pick,
    bool: (probability) => next() < probability,
    weighted(weights) {
      const keys = Object.keys(weights) as (keyof typeof weights)[];
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      for (const key of keys) {
        left -= weights[key];
        if (left < 0) return key;
      }
      return pick(keys);
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    some(list, count) {
      const rest = [...list];
      const chosen: (typeof list)[number][] = [];
      while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(int(0, rest.length - 1), 1));
      return chosen;
    },
  };
}

/** An id in the form of a UUIDv7 (RFC 9562): the moment, then bits that the stream decides. */
export function madeId(random: Chance, at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const bits = (digits: number) =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = (8 + random.int(0, 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(6)}${bits(6)}`;
}

/** Whole numbers that are in the proportions of the weights and add up to the total (largest remainders). */
export function quotas<K extends string>(total: number, weights: Readonly<Record<K, number>>): Record<K, number> {
  const keys = Object.keys(weights) as K[];
  const sum = keys.reduce((all, key) => all + weights[key], 0);
  const exact = keys.map((key) => ({ key, share: (total * weights[key]) / sum }));
  const result = Object.fromEntries(exact.map(({ key, share }) => [key, Math.floor(share)])) as Record<K, number>;
  let left = total - exact.reduce((all, { share }) => all + Math.floor(share), 0);
  for (const { key } of [...exact].sort((a, b) => (b.share % 1) - (a.share % 1))) {
    if (left-- <= 0) break;
    result[key] += 1;
  }
  return result;
}

/** The keys of quotas, each as often as it is due, in an order that the stream decides. */
export function dealt<K extends string>(random: Chance, total: number, weights: Readonly<Record<K, number>>): K[] {
  const counts = quotas(total, weights);
  const deck = (Object.keys(counts) as K[]).flatMap((key) => Array.from({ length: counts[key] }, () => key));
  for (let i = deck.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    const [a, b] = [deck[i], deck[j]];
    if (a !== undefined && b !== undefined) [deck[i], deck[j]] = [b, a];
  }
  return deck;
}
