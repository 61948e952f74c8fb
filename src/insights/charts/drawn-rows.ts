import type { Cell, Figure, FigureTable } from '../model.ts';
import { formatInterval, formatNumber, formatShort } from './format.ts';
import { type Locale, WORDS } from './words.ts';

export type DrawnColumn = { readonly label: string; readonly kind: FigureTable['columns'][number]['kind'] };

export type DrawnRow = {
  readonly key: string;
  readonly label: string;
  /** One for each drawn column, in their order. */
  readonly cells: readonly Cell[];
  /** A change that the table gives beside the first drawn column, in words: "+31.3%". */
  readonly change: string | null;
  /** Rows counted, where the table has a column for it that is not drawn. */
  readonly n: number | null;
};

export type Drawn = {
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly DrawnRow[];
  /** Rows of the table, of which the first are drawn. */
  readonly total: number;
};

/** Keys of months and of periods begin with their year; others stay in the table's order. */
const byTime = (a: DrawnRow, b: DrawnRow): number =>
  /^\d{4}/.test(a.key) && /^\d{4}/.test(b.key) ? a.key.localeCompare(b.key) : 0;

const EMPTY: Cell = { value: null };

/** The columns and rows that a figure's chart draws, at most `limit` rows; null where it has nothing to draw. */
export function drawnRows(figure: Figure, locale: Locale, limit: number): Drawn | null {
  const { chart } = figure;
  const table = chart && figure.tables.find((candidate) => candidate.id === chart.table);
  if (!chart || !table) return null;
  const at = chart.columns.map((id) => table.columns.findIndex((column) => column.id === id));
  if (at.length === 0 || at.includes(-1) || table.rows.length === 0) return null;
  const changeAt = table.columns.findIndex((column) => column.kind === 'change' && !chart.columns.includes(column.id));
  const countAt = table.columns.findIndex((column) => column.kind === 'count' && !chart.columns.includes(column.id));
  const rows = table.rows.map((row) => {
    const change = row.cells[changeAt]?.value;
    return {
      key: row.key,
      label: row.label[locale],
      cells: at.map((i) => row.cells[i] ?? EMPTY),
      change: change === null || change === undefined ? null : formatShort(change, 'change', locale),
      n: row.cells[countAt]?.value ?? null,
    };
  });
  // Months and years are drawn to the last; ranked groups from the first.
  const kept = chart.kind === 'months' ? rows.sort(byTime).slice(-limit) : rows.slice(0, limit);
  const columns = at.flatMap((i) => {
    const column = table.columns[i];
    return column ? [{ label: column.label[locale], kind: column.kind }] : [];
  });
  return { columns, rows: kept, total: rows.length };
}

/** What stands at the end of a bar: the value, and of how many it was counted. */
export function valueLabel(
  cell: Cell,
  kind: DrawnColumn['kind'],
  locale: Locale,
  counted: number | null = null,
): { value: string; n: string } {
  if (cell.suppressed) return { value: '', n: WORDS.suppressed[locale] };
  if (cell.value === null) return { value: '', n: WORDS.none[locale] };
  const n = cell.numerator ?? cell.denominator ?? counted ?? undefined;
  return {
    value: formatShort(cell.value, kind, locale),
    n: n === undefined || kind === 'count' ? '' : formatNumber(n, 'count', locale),
  };
}

/** A cell in a sentence, for screen readers and tooltips: "32.8% (95 % interval 29.7%–36.1%, 267 of 814)". */
export function cellInWords(cell: Cell, kind: DrawnColumn['kind'], locale: Locale): string {
  if (cell.suppressed) return WORDS.suppressed[locale];
  if (cell.value === null) return WORDS.none[locale];
  const interval = formatInterval(cell, kind, locale);
  const count = (value: number) => formatNumber(value, 'count', locale);
  const of =
    cell.numerator !== undefined && cell.denominator !== undefined
      ? `${count(cell.numerator)} / ${count(cell.denominator)}`
      : '';
  const more = [interval && `${WORDS.interval[locale]} ${interval}`, of]
    .filter(Boolean)
    .join(locale === 'zh' ? '，' : ', ');
  const value = formatNumber(cell.value, kind, locale);
  if (!more) return value;
  return locale === 'zh' ? `${value}（${more}）` : `${value} (${more})`;
}
