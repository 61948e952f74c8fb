type Bytes = string | Uint8Array;

const MOST_BYTES = 64 * 1024 * 1024;

const sizeOf = (bytes: Bytes): number => (typeof bytes === 'string' ? bytes.length * 2 : bytes.byteLength);

/** What was rendered lately, so that a crowd of readers costs one rendering. */
export type Rendered = <T extends Bytes>(key: string, make: () => Promise<T>) => Promise<Bytes>;

/**
 * Keeps what was made by its key, up to so many bytes; what was not asked for longest goes first. Those who ask while it is
 * being made get the same one; a making that fails is forgotten.
 */
export function keepRendered(mostBytes = MOST_BYTES): Rendered {
  const kept = new Map<string, Promise<Bytes>>();
  const sizes = new Map<string, number>();
  let total = 0;
  const drop = (key: string) => {
    total -= sizes.get(key) ?? 0;
    sizes.delete(key);
    kept.delete(key);
  };
  return async (key, make) => {
    const known = kept.get(key);
    if (known) {
      // To the end: the map's order is the order of use.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const making: Promise<Bytes> = make();
    kept.set(key, making);
    try {
      const bytes = await making;
      sizes.set(key, sizeOf(bytes));
      total += sizeOf(bytes);
      for (const old of [...sizes.keys()]) {
        if (total <= mostBytes) break;
        drop(old);
      }
      return bytes;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  };
}
