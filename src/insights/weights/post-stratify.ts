import { K } from '../privacy/suppress.ts';
import { cellOf, type ReferencePopulation } from './model.ts';

/** Nobody counts for more than this many people, nor for less than one such part of a person. */
export const MOST_WEIGHT = 5;

export type PostStrata = {
  /** The weight of each cell that has people enough. */
  readonly weights: ReadonlyMap<string, number>;
  /** Cells whose weight was cut to the limit. */
  readonly trimmed: number;
  /** The part of the reference population that the network has nobody for. */
  readonly unmet: number;
};

/** To two digits: the weights are printed, and exact ones would tell how many people each cell has. */
const rounded = (weight: number): number => Number(weight.toPrecision(2));

/**
 * Weights that make the network's people look like the reference population in city tier and age: of each cell, its share
 * there over its share here (post-stratification, Holt and Smith 1979), trimmed at five times either way, so that a
 * few people do not carry a figure (Potter 1990). Cells with fewer than k people here have no weight.
 */
export function postStratify(reference: ReferencePopulation, people: ReadonlyMap<string, number>): PostStrata {
  const usable = reference.cells.filter((cell) => (people.get(cellOf(cell)) ?? 0) >= K);
  const here = usable.reduce((sum, cell) => sum + (people.get(cellOf(cell)) ?? 0), 0);
  const there = usable.reduce((sum, cell) => sum + cell.share, 0);
  let trimmed = 0;
  const weights = new Map<string, number>();
  for (const cell of usable) {
    const share = (people.get(cellOf(cell)) ?? 0) / here;
    const weight = there > 0 ? cell.share / there / share : 1;
    const kept = Math.min(MOST_WEIGHT, Math.max(1 / MOST_WEIGHT, weight));
    if (kept !== weight) trimmed++;
    weights.set(cellOf(cell), rounded(kept));
  }
  const all = reference.cells.reduce((sum, cell) => sum + cell.share, 0);
  return { weights, trimmed, unmet: all > 0 ? 1 - there / all : 0 };
}

/**
 * How many people, each counting for one, would tell as much as these weighted ones do: (Σw)² ÷ Σw² (Kish 1965). 0 where
 * there are none.
 */
export const effectiveSize = (sum: number, squares: number): number => (squares > 0 ? sum ** 2 / squares : 0);
