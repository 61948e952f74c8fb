import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type pg from 'pg';
import type { Term } from '../fields/condition.ts';
import { type Duck, literal } from './duck.ts';
import { copyOut, LIST_SEPARATOR, plainCell, unescapeCell } from './source-store.ts';
import { type TableName, tableOf } from './tables.ts';
import { markColumns } from './terms.ts';

type Cell = string | number | bigint | boolean | null | undefined;

/** What the staging of a warehouse works with. */
export type Staging = {
  readonly client: pg.ClientBase;
  readonly duck: Duck;
  /** For files that are needed until they are loaded. */
  readonly folder: string;
  readonly terms: readonly Term[];
  /** The months whose ends people are kept for. */
  readonly months: readonly string[];
  /** Only the rows that `writeTouched` named. */
  readonly some: boolean;
  readonly signal?: AbortSignal | undefined;
};

/** A file of tab-separated lines, written with bounded memory. */
export type Sheet = { write(cells: readonly Cell[]): void; ready(): Promise<void>; close(): Promise<void> };

const PORTION = 1_000_000;

export function openSheet(file: string): Sheet {
  const stream = createWriteStream(file);
  let pending = '';
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  const flush = () => {
    if (pending !== '') stream.write(pending);
    pending = '';
  };
  return {
    write(cells) {
      pending += `${cells.map((cell) => (cell === null || cell === undefined ? '\\N' : String(cell))).join('\t')}\n`;
      if (pending.length > PORTION) flush();
    },
    async ready() {
      if (failure) throw failure;
      // Asked of the stream at this moment: it may have drained while another sheet was waited for.
      if (stream.writableNeedDrain) await once(stream, 'drain');
    },
    async close() {
      flush();
      stream.end();
      if (failure) throw failure;
      await once(stream, 'finish');
    },
  };
}

export type SheetColumn = { readonly name: string; readonly type: string };

/** The columns of a staged table: `month` first, marks last. */
export function stagedColumns(name: TableName, terms: number): SheetColumn[] {
  const table = tableOf(name);
  const marks = table.marked
    ? Array.from({ length: markColumns(terms) }, (_, n) => ({ name: `terms_${n}`, type: 'BIGINT' }))
    : [];
  return [{ name: 'month', type: 'VARCHAR' }, ...table.columns, ...marks];
}

const isList = (type: string) => type.endsWith('[]');

/** Loads a sheet with these columns into a new table. */
export async function loadSheet(
  duck: Duck,
  into: string,
  file: string,
  columns: readonly SheetColumn[],
): Promise<void> {
  const read = columns.map(({ name, type }) => `${literal(name)}: ${literal(isList(type) ? 'VARCHAR' : type)}`);
  const select = columns.map(({ name, type }) =>
    isList(type)
      ? `case when coalesce(${name}, '') = '' then []::VARCHAR[] else string_split(${name}, chr(31)) end as ${name}`
      : name,
  );
  await duck.run(`
    create or replace table ${into} as select ${select.join(', ')}
    from read_csv(${literal(file)}, delim = '\t', header = false, auto_detect = false, quote = '', escape = '',
      nullstr = '\\N', columns = {${read.join(', ')}}, max_line_size = 16000000)`);
}

/** A cell of the source as words. */
export const words = (cell: string | null | undefined): string => (cell ? unescapeCell(cell) : '');

/** A list of the source, and a list for a sheet. */
export const listOf = (cell: string | null | undefined): string[] =>
  cell ? unescapeCell(cell).split(LIST_SEPARATOR).map(plainCell) : [];
export const listCell = (list: readonly string[]): string => list.join(LIST_SEPARATOR);

/** Takes each row of a query, and waits for the sheets to be written. */
export async function eachRow(
  staging: Staging,
  select: string,
  sheets: readonly Sheet[],
  take: (row: readonly (string | null)[]) => void,
): Promise<void> {
  for await (const rows of copyOut(staging.client, select)) {
    staging.signal?.throwIfAborted();
    for (const row of rows) take(row);
    for (const sheet of sheets) await sheet.ready();
  }
  for (const sheet of sheets) await sheet.close();
}
