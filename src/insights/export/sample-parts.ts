import type { Cell, Figure, FigureTable } from '../model.ts';

/** What the figures of the sample report are put together from. */

export type Label = { readonly zh: string; readonly en: string };
export const both = (zh: string, en: string): Label => ({ zh, en });

/** A share with its Wilson interval (Wilson 1927), z = 1.96. */
export function share(numerator: number, denominator: number): Cell {
  const p = numerator / denominator;
  const z2 = 1.96 ** 2;
  const centre = (p + z2 / (2 * denominator)) / (1 + z2 / denominator);
  const half = (1.96 * Math.sqrt((p * (1 - p)) / denominator + z2 / (4 * denominator ** 2))) / (1 + z2 / denominator);
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half), numerator, denominator };
}

export const SUPPRESSED: Cell = { value: null, suppressed: true };

export const COMMON = {
  formula: both(
    '计数（某组的新职位） ÷ 计数（全部新职位）',
    'count(new postings of the group) ÷ count(all new postings)',
  ),
  period: { from: '2023-01', to: '2023-02' },
  baseline: {
    label: both('2022年同期', 'the same months of 2022'),
    period: { from: '2022-01', to: '2022-02' },
    n: 620,
  },
  suppressedGroups: 0,
  notes: [],
  references: [],
} satisfies Partial<Figure>;

export type Group = readonly [key: string, zh: string, en: string, count: number];

export function sharesTable(
  id: string,
  title: Label,
  rowLabel: Label,
  groups: readonly Group[],
  total: number,
): FigureTable {
  return {
    id,
    title,
    rowLabel,
    columns: [
      { id: 'count', label: both('数量', 'Count'), kind: 'count' },
      { id: 'share', label: both('占比', 'Share'), kind: 'share' },
    ],
    rows: groups.map(([key, zh, en, count]) => ({
      key,
      label: both(zh, en),
      cells: [{ value: count }, share(count, total)],
      opens: true,
    })),
  };
}
