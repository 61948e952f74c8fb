import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fail } from '../../platform/index.ts';
import type { Table } from './model.ts';
import { readCsv } from './read-csv.ts';
import { readHtml, readJson, readJsonLines } from './read-json.ts';
import { readParquet } from './read-parquet.ts';
import { readXlsx } from './read-xlsx.ts';

const READERS: Readonly<Record<string, { readonly format: string; readonly read: (file: string) => Promise<Table> }>> =
  {
    '.csv': { format: 'CSV', read: readCsv },
    '.tsv': { format: 'TSV', read: readCsv },
    '.txt': { format: 'CSV', read: readCsv },
    '.xlsx': { format: 'XLSX', read: readXlsx },
    '.jsonl': { format: 'JSON lines', read: readJsonLines },
    '.ndjson': { format: 'JSON lines', read: readJsonLines },
    '.json': { format: 'JSON', read: readJson },
    '.jsonld': { format: 'JSON-LD', read: readJson },
    '.html': { format: 'HTML', read: readHtml },
    '.htm': { format: 'HTML', read: readHtml },
    '.parquet': { format: 'Parquet', read: readParquet },
  };

/** Opens a posting file by its extension. Fails where there is no such file, or no reader for it. */
export async function openTable(file: string): Promise<{ readonly format: string; readonly table: Table }> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) {
    throw fail('not-found', 'no-such-file', { zh: `没有文件 ${file}`, en: `There is no file ${file}` });
  }
  const reader = READERS[extname(file).toLowerCase()];
  if (!reader) {
    throw fail('invalid', 'unknown-format', {
      zh: `${basename(file)}：不认识这种格式；可用的是 ${Object.keys(READERS).join('、')}`,
      en: `${basename(file)}: no reader for this format; there are ${Object.keys(READERS).join(', ')}`,
    });
  }
  return { format: reader.format, table: await reader.read(file) };
}
