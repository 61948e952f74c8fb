import { open } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import { fail } from '../../platform/index.ts';
import { checkWorkbook } from './check-workbook.ts';
import type { Table, TableRow } from './model.ts';

const richText = z.object({ richText: z.array(z.object({ text: z.string() })) });
const linked = z.object({ text: z.unknown(), hyperlink: z.string() });
const computed = z.object({ result: z.unknown() });

/** A spreadsheet cell as the text that a reader sees; an error value (#N/A) is empty. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date)
    return value
      .toISOString()
      .slice(0, 19)
      .replace(/T00:00:00$/u, '');
  const rich = richText.safeParse(value);
  if (rich.success) return rich.data.richText.map((part) => part.text).join('');
  const link = linked.safeParse(value);
  if (link.success) return cellText(link.data.text);
  const formula = computed.safeParse(value);
  return formula.success ? cellText(formula.data.result) : '';
}

/** A workbook's rows, of its first sheet that has any. Streams: memory holds the workbook's shared strings and one row. */
async function* sheetRows(file: string): AsyncGenerator<TableRow> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of workbook) {
    let rows = 0;
    for await (const row of sheet) {
      rows++;
      const values = Array.isArray(row.values) ? row.values.slice(1) : [];
      const cells = Array.from(values, cellText);
      if (cells.some((cell) => cell !== '')) yield { line: row.number, cells, done: null };
    }
    if (rows > 0) return;
  }
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await handle.close();
  }
}

/** An Excel workbook (.xlsx): its first sheet with rows. The old .xls is refused. */
export async function readXlsx(file: string): Promise<Table> {
  if (!(await isZip(file))) {
    throw fail('invalid', 'not-xlsx', {
      zh: `${file} 不是 .xlsx 工作簿：请另存为 .xlsx 或 CSV 再导入`,
      en: `${file} is not an .xlsx workbook: save it as .xlsx or CSV and import that`,
    });
  }
  await checkWorkbook(file);
  return { columns: null, rows: sheetRows(file) };
}
