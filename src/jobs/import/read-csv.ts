import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CsvError, type Info, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { Table, TableRow } from './model.ts';

const SAMPLE_BYTES = 65_536;
const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Whether all of a file is UTF-8: the first character that is not may stand anywhere. */
async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The encoding of a text file: by its byte-order mark, else UTF-8 where valid, else GB18030 (which contains GBK and GB 2312). */
export async function detectEncoding(file: string): Promise<'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead === 2 && buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
    if (bytesRead === 2 && buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  } finally {
    await handle.close();
  }
  return (await isUtf8(file)) ? 'utf-8' : 'gb18030';
}

/** A file's text as a stream of strings, without a byte-order mark, and how many of its bytes have been read. */
export async function openText(file: string) {
  const encoding = await detectEncoding(file);
  const { size } = await stat(file);
  let bytes = 0;
  const raw = createReadStream(file);
  raw.on('data', (chunk) => {
    bytes += chunk.length;
  });
  const decoder = iconv.decodeStream(encoding);
  const text = raw.pipe(decoder);
  raw.on('error', (error) => decoder.emit('error', error));
  return { text, done: () => (size === 0 ? 1 : bytes / size) };
}

/** The delimiter that stands in the most of the first lines' cells, the same number of times in each. */
function delimiterOf(sample: string): string {
  const lines = sample
    .split('\n')
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  let best: { delimiter: string; count: number } = { delimiter: ',', count: 0 };
  for (const delimiter of DELIMITERS) {
    // The header line has no quoted prose in it, so it decides.
    const count = (lines[0] ?? '').split(delimiter).length - 1;
    if (count > best.count) best = { delimiter, count };
  }
  return best.delimiter;
}

async function firstText(file: string): Promise<string> {
  const encoding = await detectEncoding(file);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return iconv.decode(buffer.subarray(0, bytesRead), encoding);
  } finally {
    await handle.close();
  }
}

function unreadable(error: CsvError, line: number): TableRow {
  const zh = error.code === 'CSV_QUOTE_NOT_CLOSED' ? '引号没有闭合' : '这一行不符合 CSV 格式';
  const en = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is not closed' : 'the row is not well-formed CSV';
  return { line, unreadable: { zh, en }, done: null };
}

type ParsedRecord = { readonly record: string[]; readonly info: Info };

async function* csvRows(file: string, delimiter: string): AsyncGenerator<TableRow> {
  const { text, done } = await openText(file);
  const skipped: TableRow[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    // A quotation mark inside a cell that does not begin with one is a character like any other.
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: 4_000_000,
    skip_empty_lines: true,
    on_skip: (error) => {
      if (error) skipped.push(unreadable(error, typeof error.lines === 'number' ? error.lines : lastLine + 1));
      return undefined;
    },
  });
  let lastLine = 0;
  text.on('error', (error) => parser.destroy(error));
  const parsed: AsyncIterable<ParsedRecord> = text.pipe(parser);
  try {
    for await (const { record, info } of parsed) {
      yield* skipped.splice(0);
      yield { line: lastLine + 1, cells: record, done: done() };
      lastLine = info.lines;
    }
  } catch (error) {
    // What is before the broken place is read; where the next row begins after it, nobody knows.
    if (!(error instanceof CsvError)) throw error;
    yield {
      line: lastLine + 1,
      unreadable: { zh: '从这一行起不符合 CSV 格式', en: 'not well-formed CSV from this line on' },
      done: null,
    };
  }
  yield* skipped.splice(0);
}

/** A CSV or TSV file (RFC 4180, and what spreadsheets write): any delimiter of `, ; | tab`, UTF-8, UTF-16 or GB18030. Streams. */
export async function readCsv(file: string): Promise<Table> {
  const delimiter = /\.tsv$/iu.test(file) ? '\t' : delimiterOf(await firstText(file));
  return { columns: null, rows: csvRows(file, delimiter) };
}
