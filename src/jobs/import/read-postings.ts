import { unwrap } from '../../platform/index.ts';
import type {
  CellOutcome,
  ColumnCount,
  ColumnUse,
  Field,
  ImportOptions,
  RowError,
  Table,
  TableRow,
  UnderstoodPosting,
} from './model.ts';
import { recogniseColumns } from './recognise-columns.ts';
import { understandRow } from './understand-row.ts';

const SAMPLE_ROWS = 200;
const MOST_EXAMPLES = 20;
const MOST_ERRORS = 1_000;
const LONGEST_EXAMPLE = 80;

/** What was read of a file so far. Grows while the postings are drawn from it. */
export type Reading = {
  readonly columns: readonly ColumnUse[];
  readonly cells: readonly ColumnCount[];
  readonly errors: readonly RowError[];
  readonly postings: AsyncIterable<UnderstoodPosting>;
  rows(): number;
  wrong(): number;
  done(): number | null;
};

function countsFor(columns: readonly ColumnUse[]): Map<Field, ColumnCount> {
  return new Map(
    columns.flatMap(({ field, name }) =>
      field ? [[field, { field, name, understood: 0, unknown: 0, empty: 0, missed: 0, examples: [] }] as const] : [],
    ),
  );
}

function count(counts: ColumnCount, outcome: CellOutcome, line: number, text: string): void {
  counts[outcome]++;
  if (outcome !== 'missed' || counts.examples.length >= MOST_EXAMPLES) return;
  const example = text.trim().slice(0, LONGEST_EXAMPLE);
  if (!counts.examples.some((seen) => seen.text === example)) counts.examples.push({ line, text: example });
}

async function firstRows(iterator: AsyncIterator<TableRow>): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  while (rows.length < SAMPLE_ROWS) {
    const next = await iterator.next();
    if (next.done) break;
    rows.push(next.value);
  }
  return rows;
}

/**
 * Reads a table's postings as they are drawn: its columns are recognised from the header or the first 200 rows, then
 * each row is understood or listed with its line and reason. Memory holds one sample. Fails where the columns
 * cannot be told.
 */
export async function readPostings(table: Table, options: ImportOptions): Promise<Reading> {
  const iterator = table.rows[Symbol.asyncIterator]();
  const first = await firstRows(iterator);
  const sample = first.flatMap((row) => ('cells' in row ? [row.cells] : []));
  const { columns, firstRowIsHeader } = unwrap(recogniseColumns(table.columns, sample, options));
  const counts = countsFor(columns);
  const columnOf = new Map(columns.flatMap((use) => (use.field ? [[use.field, use] as const] : [])));
  const errors: RowError[] = [];
  let [rows, wrong] = [0, 0];
  let done: number | null = null;
  const refuse = (error: RowError): void => {
    wrong++;
    if (errors.length < MOST_ERRORS) errors.push(error);
  };
  const read = (row: TableRow): UnderstoodPosting | null => {
    rows++;
    done = row.done;
    if ('unreadable' in row) {
      refuse({ line: row.line, column: null, reason: row.unreadable });
      return null;
    }
    const { line, cells } = row;
    // Cells beyond the columns mean a delimiter inside a cell: what stands where is not known.
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      const [got, had] = [cells.length, columns.length];
      refuse({
        line,
        column: null,
        reason: { zh: `有 ${got} 格，应为 ${had} 格`, en: `${got} cells where there are ${had} columns` },
      });
      return null;
    }
    // PostgreSQL's text holds every character but NUL.
    const cellOf = (field: Field) => cells[columnOf.get(field)?.column ?? -1]?.replaceAll('\0', '').trim() ?? '';
    const outcomes: [Field, CellOutcome, string | undefined][] = [];
    const result = understandRow(cellOf, (...told) => outcomes.push([told[0], told[1], told[2]]), options);
    if ('wrong' in result) {
      refuse({ line, column: columnOf.get(result.wrong.field)?.name ?? null, reason: result.wrong.reason });
      return null;
    }
    for (const [field, outcome, missed] of outcomes) {
      const counted = counts.get(field);
      if (counted) count(counted, outcome, line, missed ?? cellOf(field));
    }
    return result.posting;
  };
  async function* postings(): AsyncGenerator<UnderstoodPosting> {
    try {
      const waiting = first.splice(0);
      const header = firstRowIsHeader ? waiting.findIndex((row) => 'cells' in row) : -1;
      for (const [index, row] of waiting.entries()) {
        const posting = index === header ? null : read(row);
        if (posting) yield posting;
      }
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        const posting = read(next.value);
        if (posting) yield posting;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return {
    columns,
    cells: [...counts.values()],
    errors,
    postings: postings(),
    rows: () => rows,
    wrong: () => wrong,
    done: () => done,
  };
}
