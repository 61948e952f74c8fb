export type ConceptKind = 'skill' | 'role' | 'industry' | 'company';
export type Neighbour = { readonly id: string; readonly similarity: number };

/** What stands near what, as the network's own careers and postings tell. */
export type Concepts = {
  readonly dimensions: number;
  /** The keys of all concepts (`skill:nlp`), in the order of the coordinates. */
  readonly keys: readonly string[];
  /** Of each concept its direction, of length 1, row by row. */
  readonly coordinates: Float32Array;
  /** The concepts of the same kind that are most like this one, the most like first, without itself; none for one that is not known. */
  neighbours(kind: ConceptKind, id: string, limit: number): readonly Neighbour[];
  /** The direction of a concept; undefined for one that is not known. */
  direction(kind: ConceptKind, id: string): Float32Array | undefined;
};

export const keyOf = (kind: ConceptKind, id: string): string => `${kind}:${id}`;

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/** Concepts with these directions; those of length 0 are left without neighbours. */
export function conceptsOf(keys: readonly string[], coordinates: Float32Array, dimensions: number): Concepts {
  const places = new Map(keys.map((key, place) => [key, place]));
  const at = (place: number) => coordinates.subarray(place * dimensions, (place + 1) * dimensions);
  const known = new Map<string, readonly Neighbour[]>();
  const direction = (kind: ConceptKind, id: string) => {
    const place = places.get(keyOf(kind, id));
    return place === undefined ? undefined : at(place);
  };
  return {
    dimensions,
    keys,
    coordinates,
    direction,
    neighbours(kind, id, limit) {
      const key = keyOf(kind, id);
      let near = known.get(key);
      if (!near) {
        const own = direction(kind, id);
        const prefix = keyOf(kind, '');
        near = own
          ? keys
              .flatMap((other, place) =>
                other !== key && other.startsWith(prefix)
                  ? [{ id: other.slice(prefix.length), similarity: dot(own, at(place)) }]
                  : [],
              )
              .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
              .slice(0, 32)
          : [];
        known.set(key, near);
      }
      return near.slice(0, limit);
    },
  };
}
