import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { fail } from '../../platform/index.ts';
import { isJobPosting, postingsIn, rowOfJobPosting } from './job-posting-ld.ts';
import type { Table, TableRow } from './model.ts';
import { detectEncoding, openText } from './read-csv.ts';

/** A whole document is held in memory, so it has a bound; JSON lines have none. */
const LARGEST_DOCUMENT = 256 * 2 ** 20;
const record = z.record(z.string(), z.unknown());

const text = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** An object as named cells; an object inside gives its parts as `company.name`, and its `name` alone as `company`. */
function flatten(value: Record<string, unknown>): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [key, part] of Object.entries(value)) {
    const nested = Array.isArray(part) ? null : record.safeParse(part);
    if (!nested?.success) {
      cells.set(key, text(part));
      continue;
    }
    const name = nested.data.name ?? nested.data.displayName ?? nested.data.display_name;
    if (typeof name === 'string') cells.set(key, name);
    for (const [inner, leaf] of Object.entries(nested.data)) cells.set(`${key}.${inner}`, text(leaf));
  }
  return cells;
}

type ObjectRow =
  | { readonly line: number; readonly value: Record<string, unknown>; readonly done: number | null }
  | Extract<TableRow, { unreadable: unknown }>;

const NOT_AN_OBJECT = { zh: '不是一个 JSON 对象', en: 'not a JSON object' };

function parseObject(line: number, source: string, done: number | null): ObjectRow {
  try {
    const value = record.safeParse(JSON.parse(source));
    return value.success ? { line, value: value.data, done } : { line, unreadable: NOT_AN_OBJECT, done };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { line, unreadable: { zh: `不是有效的 JSON（${detail}）`, en: `not valid JSON (${detail})` }, done };
  }
}

async function* jsonLines(file: string): AsyncGenerator<ObjectRow> {
  const { text: stream, done } = await openText(file);
  let line = 0;
  for await (const source of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (source.trim() !== '') yield parseObject(line, source, done());
  }
}

const SAMPLE = 500;

/** Objects as a table: its columns are the names that the first rows use, and it is read as it streams. */
async function tableOf(objects: AsyncIterable<ObjectRow>): Promise<Table> {
  const iterator = objects[Symbol.asyncIterator]();
  const first: ObjectRow[] = [];
  const names = new Set<string>();
  const asRow = (row: ObjectRow) => ('value' in row && isJobPosting(row.value) ? rowOfJobPosting(row.value) : null);
  const cellsOf = (row: Extract<ObjectRow, { value: unknown }>) => asRow(row) ?? flatten(row.value);
  while (first.length < SAMPLE) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    if ('value' in next.value) for (const name of cellsOf(next.value).keys()) names.add(name);
  }
  const columns = [...names];
  const present = (row: ObjectRow): TableRow => {
    if (!('value' in row)) return row;
    const cells = cellsOf(row);
    return { line: row.line, cells: columns.map((name) => cells.get(name) ?? ''), done: row.done };
  };
  async function* rows(): AsyncGenerator<TableRow> {
    try {
      for (const row of first.splice(0)) yield present(row);
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield present(next.value);
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { columns, rows: rows() };
}

/** JSON lines (one object a line): streams. */
export const readJsonLines = (file: string): Promise<Table> => tableOf(jsonLines(file));

async function documentText(file: string): Promise<string> {
  if ((await stat(file)).size > LARGEST_DOCUMENT) {
    throw fail('too-large', 'document-too-large', {
      zh: `${file} 超过 256 MB：请改成每行一个对象的 JSON(.jsonl)`,
      en: `${file} is larger than 256 MB: make it JSON lines (.jsonl), one object a line`,
    });
  }
  const source = iconv.decode(await readFile(file), await detectEncoding(file));
  return source.replace(/^\uFEFF/u, '');
}

async function* fromArray(values: readonly unknown[]): AsyncGenerator<ObjectRow> {
  for (const [index, value] of values.entries()) {
    const object = record.safeParse(value);
    const done = (index + 1) / values.length;
    if (object.success) yield { line: index + 1, value: object.data, done };
    else yield { line: index + 1, unreadable: NOT_AN_OBJECT, done };
  }
}

/** A JSON document: an array of objects, or schema.org JobPosting in any of its shapes. Where it is not one document, JSON lines. */
export async function readJson(file: string): Promise<Table> {
  const source = await documentText(file);
  try {
    const document: unknown = JSON.parse(source);
    const postings = postingsIn(document);
    if (postings.length > 0) return tableOf(fromArray(postings));
    const inside = record.safeParse(document);
    // {"data": [...]}, as APIs answer.
    const list = inside.success ? Object.values(inside.data).find((value) => Array.isArray(value)) : document;
    return tableOf(fromArray(Array.isArray(list) ? list : [document]));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (/^\s*\{.*\}\s*$/mu.test(source.split('\n', 1)[0] ?? '')) return readJsonLines(file);
    throw fail('invalid', 'not-json', {
      zh: `${file} 不是有效的 JSON:${error.message}`,
      en: `${file} is not valid JSON: ${error.message}`,
    });
  }
}

const SCRIPT = /<script\b[^>]*type\s*=\s*["']?application\/ld\+json["']?[^>]*>(?<json>[\s\S]*?)<\/script>/giu;

/** The schema.org JobPosting inside a web page. A script that is not JSON is reported as a row. */
export async function readHtml(file: string): Promise<Table> {
  const source = await documentText(file);
  async function* found(): AsyncGenerator<ObjectRow> {
    for (const match of source.matchAll(SCRIPT)) {
      const line = source.slice(0, match.index).split('\n').length;
      try {
        for (const value of postingsIn(JSON.parse(match.groups?.json ?? ''))) yield { line, value, done: null };
      } catch {
        yield { line, unreadable: { zh: '脚本里不是有效的 JSON', en: 'the script is not valid JSON' }, done: null };
      }
    }
  }
  return tableOf(found());
}
