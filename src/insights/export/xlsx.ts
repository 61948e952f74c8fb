import ExcelJS from 'exceljs';
import type { Cell, FigureTable, Report } from '../model.ts';
import type { Outline, OutlineFigure } from './outline-report.ts';
import { type ReportWords, reportWords } from './report-words.ts';

const FORMATS: Record<FigureTable['columns'][number]['kind'], string> = {
  count: '#,##0',
  rank: '0',
  share: '0.0#%',
  change: '+0.0#%;-0.0#%;0.0%',
  money: '#,##0',
  ratio: '0.00',
  index: '0.00',
};

const HEAD = { argb: 'FFE1EFEB' };

/** A sheet's name as spreadsheets allow it: at most 31 characters, none of them a bracket, slash, colon or question mark. */
const sheetName = (text: string): string =>
  text
    .replaceAll(/[\\/*?:[\]']/g, ' ')
    .slice(0, 31)
    .trim();

/**
 * Text that no spreadsheet takes for a formula, not even after it was saved as CSV: what begins like one gets an apostrophe
 * before it (OWASP, "CSV injection").
 */
export const safeText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

type Part = {
  readonly header: string;
  readonly format: string;
  readonly value: (cell: Cell | undefined) => number | null;
};

/** The columns that one column of a figure becomes: the value, and what it can be questioned by where any row has it. */
function partsOf(table: FigureTable, at: number, words: ReportWords, label: string): Part[] {
  const kind = table.columns[at]?.kind ?? 'count';
  const some = (has: (cell: Cell) => boolean) => table.rows.some((row) => row.cells[at] && has(row.cells[at]));
  const part = (header: string, format: string, read: (cell: Cell) => number | null | undefined): Part => ({
    header,
    format,
    value: (cell) => (cell ? (read(cell) ?? null) : null),
  });
  return [
    part(label, FORMATS[kind], (cell) => cell.value),
    ...(some((cell) => cell.low !== undefined)
      ? [
          part(`${label} · ${words.low}`, FORMATS[kind], (cell) => cell.low),
          part(`${label} · ${words.high}`, FORMATS[kind], (cell) => cell.high),
        ]
      : []),
    ...(some((cell) => cell.numerator !== undefined)
      ? [part(`${label} · ${words.numerator}`, FORMATS.count, (cell) => cell.numerator)]
      : []),
    ...(some((cell) => cell.denominator !== undefined)
      ? [part(`${label} · ${words.denominator}`, FORMATS.count, (cell) => cell.denominator)]
      : []),
  ];
}

function writeTable(sheet: ExcelJS.Worksheet, table: FigureTable, outline: Outline): void {
  const { locale } = outline;
  const words = reportWords(locale);
  const columns = table.columns.map((column, at) => partsOf(table, at, words, column.label[locale]));
  sheet.addRow([]);
  sheet.addRow([safeText(table.title[locale])]).font = { bold: true };
  const headers = columns.flatMap((parts) => parts.map((part) => safeText(part.header)));
  const head = sheet.addRow([safeText(table.rowLabel[locale]), ...headers]);
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'bottom' };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: HEAD };
  });
  for (const row of table.rows) {
    const suppressed = row.cells.some((cell) => cell.suppressed);
    const values = columns.flatMap((parts, at) => parts.map((part) => part.value(row.cells[at])));
    const added = sheet.addRow([safeText(row.label[locale]), ...values, ...(suppressed ? [words.suppressed] : [])]);
    const formats = columns.flatMap((parts) => parts.map((part) => part.format));
    for (const [i, format] of formats.entries()) added.getCell(i + 2).numFmt = format;
  }
}

function writeFigure(book: ExcelJS.Workbook, figure: OutlineFigure, outline: Outline): void {
  const words = reportWords(outline.locale);
  const sheet = book.addWorksheet(sheetName(`${figure.code} ${figure.title}`));
  const title = sheet.addRow([safeText(`${figure.code} ${figure.title}`)]);
  title.font = { bold: true, size: 14 };
  if (outline.generated) sheet.addRow([outline.generated]).font = { color: { argb: 'FF6F4E00' } };
  for (const text of [...figure.sentences, figure.facts, ...figure.notes]) sheet.addRow([safeText(text)]);
  for (const table of figure.figure.tables) writeTable(sheet, table, outline);
  sheet.addRow([]);
  for (const [label, text] of [
    [words.definition, figure.definition],
    [words.formula, figure.formula],
    [words.sql, figure.sql],
    ...figure.references.map((reference) => [words.references, reference] as const),
  ] as const)
    sheet.addRow([`${label}${words.colon}${text}`]);
  sheet.getColumn(1).width = 30;
  for (let i = 2; i <= sheet.columnCount; i += 1) sheet.getColumn(i).width = 16;
}

/** The report as a workbook: a sheet that says what it is, and one for each figure, with numbers as numbers. */
export async function reportXlsx(report: Report, outline: Outline): Promise<Uint8Array> {
  const words = reportWords(outline.locale);
  const book = new ExcelJS.Workbook();
  book.creator = outline.network;
  book.created = new Date(report.snapshot.at);
  book.modified = new Date(report.snapshot.at);
  book.title = `${outline.title} ${outline.subtitle}`;
  const cover = book.addWorksheet(sheetName(words.lead));
  cover.addRow([safeText(outline.title)]).font = { bold: true, size: 16 };
  cover.addRow([safeText(`${outline.network} · ${words.thinkTank} · ${outline.subtitle}`)]);
  if (outline.generated) cover.addRow([outline.generated]).font = { color: { argb: 'FF6F4E00' } };
  cover.addRow([]);
  for (const text of outline.lead) cover.addRow([safeText(text)]);
  cover.addRow([]);
  for (const [label, value] of outline.facts) cover.addRow([safeText(label), safeText(value)]);
  cover.addRow([]);
  for (const figure of outline.figures) cover.addRow([figure.code, safeText(figure.title), safeText(figure.facts)]);
  for (const note of outline.notes) cover.addRow([safeText(note)]);
  cover.getColumn(1).width = 18;
  cover.getColumn(2).width = 36;
  for (const figure of outline.figures) writeFigure(book, figure, outline);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
