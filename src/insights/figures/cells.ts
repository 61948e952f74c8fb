import type { Text } from '../../platform/index.ts';
import type { Cell, FigureTable } from '../model.ts';
import { ratioInterval, wilson } from '../statistics/intervals.ts';

const tidy = (value: number): number => Number(value.toPrecision(12));

export function countCell(value: number): Cell {
  return { value };
}

/** A share with its Wilson interval; no value where there is nothing to take a share of. */
export function shareCell(numerator: number, denominator: number): Cell {
  if (denominator === 0) return { value: null, numerator, denominator };
  const { low, high } = wilson(numerator, denominator);
  return { value: tidy(numerator / denominator), low: tidy(low), high: tidy(high), numerator, denominator };
}

/** One count over another with its bootstrap interval. */
export function ratioCell(numerator: number, denominator: number): Cell {
  if (denominator === 0) return { value: null, numerator, denominator };
  const interval = ratioInterval(numerator, denominator);
  return {
    value: tidy(numerator / denominator),
    ...(interval && { low: tidy(interval.low), high: tidy(interval.high) }),
    numerator,
    denominator,
  };
}

/** The ratio the other way round, with the interval that goes with it. */
export function inverseCell(cell: Cell): Cell {
  const { value, low, high, numerator, denominator } = cell;
  if (value === null || value === 0) return { value: null };
  return {
    value: tidy(1 / value),
    ...(low !== undefined && low > 0 && high !== undefined && { low: tidy(1 / high), high: tidy(1 / low) }),
    ...(numerator !== undefined && { denominator: numerator }),
    ...(denominator !== undefined && { numerator: denominator }),
  };
}

/** The growth from one count to another, 0.313 for +31.3 %. */
export function changeCell(now: number, before: number): Cell {
  const ratio = ratioCell(now, before);
  const less = (value: number | undefined) => value !== undefined && tidy(value - 1);
  const [low, high] = [less(ratio.low), less(ratio.high)];
  return {
    ...ratio,
    value: ratio.value === null ? null : tidy(ratio.value - 1),
    ...(low !== false && { low }),
    ...(high !== false && { high }),
  };
}

export const suppressedCell: Cell = { value: null, suppressed: true };
export const emptyCell: Cell = { value: null };

export type TableRow = FigureTable['rows'][number];

export function row(key: string, label: Text, cells: readonly Cell[], opens: boolean): TableRow {
  return { key, label, cells: [...cells], opens };
}
