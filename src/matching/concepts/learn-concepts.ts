import type { MatchProfile } from '../talent-index/profile.ts';
import { type Concepts, conceptsOf, keyOf } from './concepts.ts';
import { fromRows } from './sparse-matrix.ts';
import { truncatedSvd } from './truncated-svd.ts';

/** What stands together in one career or one posting. */
export type Basket = readonly string[];

const SEED = 20_230_331;
export const DIMENSIONS = 48;
/** What was met less often says nothing; beyond so many concepts the rarest are left out. */
const LEAST_MET = 4;
const MOST_CONCEPTS = 12_000;
/** Contexts that are everywhere count less than they occur (Levy, Goldberg and Dagan 2015). */
const SMOOTHING = 0.75;

/** A career as what stands together in it. Companies are left to their industries: most are too small to say anything. */
export function basketOf(profile: MatchProfile): Basket {
  return [
    ...profile.skills.map((fact) => keyOf('skill', fact.skill)),
    ...profile.positions.flatMap((row) => (row.roleId === null ? [] : [keyOf('role', row.roleId)])),
    ...profile.positions.flatMap((row) => (row.industryId === null ? [] : [keyOf('industry', row.industryId)])),
  ];
}

export type PostedConcepts = {
  readonly role_id: string | null;
  readonly must_skills: readonly string[];
  readonly nice_skills: readonly string[];
  readonly industry_id: string | null;
};

/** A posting as what stands together in it. */
export function basketOfPosting(row: PostedConcepts): Basket {
  return [
    ...[...row.must_skills, ...row.nice_skills].map((skill) => keyOf('skill', skill)),
    ...(row.role_id === null ? [] : [keyOf('role', row.role_id)]),
    ...(row.industry_id === null ? [] : [keyOf('industry', row.industry_id)]),
  ];
}

/** Counts how often two concepts stand together; baskets may come in any order and in parts. */
export class Togetherness {
  readonly #met = new Map<string, number>();
  readonly #together = new Map<string, Map<string, number>>();

  add(basket: Basket): void {
    const keys = [...new Set(basket)];
    for (const a of keys) {
      this.#met.set(a, (this.#met.get(a) ?? 0) + 1);
      const row = this.#together.get(a) ?? new Map<string, number>();
      this.#together.set(a, row);
      for (const b of keys) if (a !== b) row.set(b, (row.get(b) ?? 0) + 1);
    }
  }

  /**
   * Directions for the concepts: positive pointwise mutual information of what stands together, then its strongest
   * directions (Levy and Goldberg 2014). No model is downloaded, and Chinese and English meet where their words are
   * one entry of a lexicon. The same baskets give the same numbers.
   */
  learn(dimensions: number = DIMENSIONS): Concepts {
    const keys = [...this.#met]
      .filter(([, count]) => count >= LEAST_MET)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, MOST_CONCEPTS)
      .map(([key]) => key)
      .sort();
    const places = new Map(keys.map((key, place) => [key, place]));
    const rows = keys.map((key) => {
      const row = new Map<number, number>();
      for (const [other, count] of this.#together.get(key) ?? []) {
        const place = places.get(other);
        if (place !== undefined) row.set(place, count);
      }
      return row;
    });
    const sums = rows.map((row) => [...row.values()].reduce((sum, count) => sum + count, 0));
    const smoothed = sums.map((sum) => sum ** SMOOTHING);
    const allSmoothed = smoothed.reduce((sum, one) => sum + one, 0);
    const information = rows.map((row, i) => {
      const kept = new Map<number, number>();
      for (const [j, count] of row) {
        const one = Math.log((count * allSmoothed) / ((sums[i] ?? 1) * (smoothed[j] ?? 1)));
        const other = Math.log((count * allSmoothed) / ((sums[j] ?? 1) * (smoothed[i] ?? 1)));
        // The mean of both ways keeps the matrix symmetric.
        const mean = (one + other) / 2;
        if (mean > 0) kept.set(j, mean);
      }
      return kept;
    });
    const width = Math.min(dimensions, keys.length);
    const coordinates = truncatedSvd(fromRows(information), width, SEED);
    return conceptsOf(keys, normalised(coordinates, width), width);
  }
}

function normalised(coordinates: Float64Array, dimensions: number): Float32Array {
  const directions = new Float32Array(coordinates.length);
  for (let from = 0; from < coordinates.length; from += dimensions) {
    let square = 0;
    for (let k = 0; k < dimensions; k++) square += (coordinates[from + k] ?? 0) ** 2;
    const length = Math.sqrt(square);
    if (length > 0) for (let k = 0; k < dimensions; k++) directions[from + k] = (coordinates[from + k] ?? 0) / length;
  }
  return directions;
}
