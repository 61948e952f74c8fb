import ExcelJS from 'exceljs';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { Cell, FigureTable } from '../model.ts';
import { exportReport, type ReportFormat } from './export-report.ts';
import { SAMPLE_REPORT } from './sample-report.ts';
import { safeText } from './xlsx.ts';

const LOCALES = ['zh', 'en'] as const;
type Locale = (typeof LOCALES)[number];

const kept = new Map<string, Promise<Uint8Array>>();

async function exportNow(format: ReportFormat, locale: Locale): Promise<Uint8Array> {
  const [file] = await exportReport(SAMPLE_REPORT, format, locale);
  if (!file) throw new Error('no file');
  return file.bytes;
}

/** Made once for all tests; copied, since pdf.js takes what it is given away. */
async function exported(format: ReportFormat, locale: Locale): Promise<Uint8Array> {
  const key = `${format} ${locale}`;
  const making = kept.get(key) ?? exportNow(format, locale);
  kept.set(key, making);
  return (await making).slice();
}

/** The bytes alone: a small Buffer is a window on a shared pool. */
const arrayOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A printed number as a number again: "+281.88%" is 2.8188. It is no inverse of our own writing: it only reads digits. */
function readNumber(text: string): number {
  const digits = Number(text.replaceAll(/[^\d.−-]/g, '').replace('−', '-'));
  return text.includes('%') ? digits / 100 : digits;
}

const TOLERANCE: Record<FigureTable['columns'][number]['kind'], number> = {
  count: 0.5,
  rank: 0.5,
  money: 0.5,
  share: 0.00005001,
  change: 0.00005001,
  ratio: 0.005001,
  index: 0.005001,
};

/** Every row of every table: its label, and its cells with their columns' kinds. */
function rowsOf(locale: Locale) {
  return SAMPLE_REPORT.figures.flatMap((figure) =>
    figure.tables.flatMap((table) =>
      table.rows.map((row) => ({
        where: `${figure.code} ${row.label[locale]}`,
        label: row.label[locale],
        cells: row.cells.map((cell, at) => ({ cell, kind: table.columns[at]?.kind ?? 'count' })),
      })),
    ),
  );
}

function expectNumber(text: string, cell: Cell, kind: FigureTable['columns'][number]['kind'], where: string): void {
  if (cell.value === null) {
    if (cell.suppressed) expect(text, where).toMatch(/保护隐私|for privacy/);
    else expect(text.trim(), where).toBe('–');
  } else expect(Math.abs(readNumber(text) - cell.value), `${where}: ${text}`).toBeLessThan(TOLERANCE[kind]);
}

/** The rows of text tables, whose intervals are columns of their own, against the report's. */
function expectRows(found: readonly (readonly string[])[], locale: Locale): void {
  const expected = rowsOf(locale);
  expect(found.length).toBe(expected.length);
  for (const [i, { where, label, cells }] of expected.entries()) {
    const [name = '', ...texts] = found[i] ?? [];
    expect(name).toBe(label);
    const values = texts.filter((text) => text === '–' || (text !== '' && !/\d[%万KM]?–[+−\d]/.test(text)));
    expect(values.length, where).toBe(cells.length);
    for (const [at, { cell, kind }] of cells.entries()) expectNumber(values[at] ?? '', cell, kind, where);
  }
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const plain = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, '').replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
const htmlRows = (html: string): string[][] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
    [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) =>
      plain((cell[1] ?? '').replaceAll('</p><p>', '\n')),
    ),
  );

test('JSON is the report itself', async () => {
  expect(JSON.parse(textOf(await exported('json', 'zh')))).toEqual(SAMPLE_REPORT);
});

test.each(LOCALES)(
  'HTML says the report’s numbers, without scripts or anything from elsewhere (%s)',
  async (locale) => {
    const html = textOf(await exported('html', locale));
    const bodies = [...html.matchAll(/<tbody>(.*?)<\/tbody>/gs)].map((body) => body[1] ?? '');
    expectRows(bodies.flatMap(htmlRows), locale);
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(|@import/i);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org|example\.org)/);
    expect(html.match(/<svg role="img" aria-label="[^"]+"/g)?.length).toBe(SAMPLE_REPORT.figures.length * 2);
  },
);

test.each(LOCALES)('Markdown says the report’s numbers (%s)', async (locale) => {
  const lines = textOf(await exported('md', locale)).split('\n');
  const rows = lines.flatMap((line, i) => {
    if (!line.startsWith('| ') || /^\| -/.test(line) || /^\| -/.test(lines[i + 1] ?? '')) return [];
    return [
      line
        .slice(2, -2)
        .split(/ \| /)
        .map((cell) => cell.replaceAll(/\\(.)/g, '$1')),
    ];
  });
  expectRows(rows, locale);
});

test.each(LOCALES)('DOCX says the report’s numbers in tables that can be edited (%s)', async (locale) => {
  const buffer = Buffer.from(await exported('docx', locale));
  const { value: html } = await mammoth.convertToHtml({ buffer });
  const tables = [...html.matchAll(/<table>(.*?)<\/table>/gs)].map((table) => htmlRows(table[1] ?? '').slice(1));
  // In a wide table an interval is a second paragraph of its value's cell.
  expectRows(
    tables.flat().map((row) => row.flatMap((cell) => cell.split('\n'))),
    locale,
  );
  expect(html).toMatch(/<h1>.*F1/);
});

test.each(LOCALES)('PDF says the report’s numbers (%s)', async (locale) => {
  const document = await getDocumentProxy(await exported('pdf', locale));
  const { text } = await extractText(document, { mergePages: true });
  const words = text.replaceAll(/\s+/g, ' ');
  for (const { where, label, cells } of rowsOf(locale)) {
    const letters = [...label.replaceAll(/\s/g, '')].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&'));
    const places = [...words.matchAll(new RegExp(letters.join(' ?'), 'g'))];
    // The row is in a table: after one of the places where its name stands come its numbers, in their order.
    const reads = places.some((place) => {
      let rest = words.slice(place.index + place[0].length, place.index + 150);
      return cells.every(({ cell, kind }) => {
        const { value } = cell;
        if (value === null) return true;
        const numbers = [...rest.matchAll(/[+−]?\d[\d,]*(?:\.\d+)?%?/g)];
        const hit = numbers.find((number) => Math.abs(readNumber(number[0]) - value) < TOLERANCE[kind]);
        rest = hit ? rest.slice(hit.index + hit[0].length) : '';
        return hit !== undefined;
      });
    });
    expect(reads, where).toBe(true);
  }
});

test.each(LOCALES)('XLSX has the very numbers, as numbers, on a sheet for each figure (%s)', async (locale) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(arrayOf(await exported('xlsx', locale)));
  expect(book.worksheets.length).toBe(SAMPLE_REPORT.figures.length + 1);
  for (const [i, figure] of SAMPLE_REPORT.figures.entries()) {
    const sheet = book.worksheets[i + 1];
    const rows: unknown[][] = [];
    sheet?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []));
    for (const row of figure.tables.flatMap((table) => table.rows)) {
      const found = rows.find(([label, ...rest]) => label === safeText(row.label[locale]) && rest.length > 0);
      const numbers = (found ?? []).filter((value) => typeof value === 'number');
      const expected = row.cells.flatMap(({ value, low, high, numerator, denominator }) =>
        [value, low, high, numerator, denominator].filter((one) => typeof one === 'number'),
      );
      expect(numbers, `${figure.code} ${row.label[locale]}`).toEqual(expected);
    }
  }
});

test('no cell of a spreadsheet is a formula, nor would become one', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(arrayOf(await exported('xlsx', 'zh')));
  let texts = 0;
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
        if (typeof cell.value !== 'string') return;
        texts += 1;
        expect(cell.value).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  expect(texts).toBeGreaterThan(100);
  fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r]/.test(safeText(text)) && safeText(text).endsWith(text)));
});

test('PNG is one image for each figure', async () => {
  const figures = SAMPLE_REPORT.figures.filter((figure) => figure.code === 'F1' || figure.code === 'F6');
  const files = await exportReport({ ...SAMPLE_REPORT, figures }, 'png', 'zh');
  expect(files.map((file) => file.name)).toEqual([
    'aigc-2023-01-2023-02-zh-f1-new-postings.png',
    'aigc-2023-01-2023-02-zh-f6-people-by-city.png',
  ]);
  for (const { bytes } of files) expect([...bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test('every export says that the data are generated, where they are', async () => {
  const said = { zh: '生成数据', en: 'Generated data' };
  for (const locale of LOCALES) {
    expect(textOf(await exported('html', locale))).toContain(said[locale]);
    expect(textOf(await exported('md', locale))).toContain(said[locale]);
    const { text } = await extractText(await getDocumentProxy(await exported('pdf', locale)), { mergePages: false });
    for (const page of text) expect(page.replaceAll(/\s/g, '')).toContain(said[locale].replaceAll(' ', ''));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await exported('docx', locale)) });
    expect(value).toContain(said[locale]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(arrayOf(await exported('xlsx', locale)));
    for (const sheet of book.worksheets)
      expect(JSON.stringify(sheet.getSheetValues()), sheet.name).toContain(said[locale]);
  }
  expect(textOf(await exported('json', 'zh'))).toContain('"generated": true');
});

test('the same report becomes the same bytes', async () => {
  for (const format of ['html', 'md', 'pdf', 'json'] as const) {
    const [once, again] = [await exported(format, 'zh'), await exportNow(format, 'zh')];
    expect(Buffer.from(once).equals(Buffer.from(again)), format).toBe(true);
  }
});
