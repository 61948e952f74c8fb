import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | Date | readonly string[];

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escapeText = (text: string) => text.replaceAll(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found);

function encode(cell: Cell): string {
  if (cell === null) return '\\N';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'string') return escapeText(cell);
  if (typeof cell === 'object')
    return escapeText(`{${cell.map((item) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return String(cell);
}

const CHUNK = 500;

async function* lines(rows: Iterable<readonly Cell[]>): AsyncGenerator<string> {
  let chunk: string[] = [];
  for (const row of rows) {
    chunk.push(row.map(encode).join('\t'));
    if (chunk.length === CHUNK) {
      yield `${chunk.join('\n')}\n`;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`;
}

/** Streams rows into a table by COPY: memory holds one chunk of them. */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(lines(rows)), target);
  if (!target.writableFinished) await once(target, 'finish');
}
