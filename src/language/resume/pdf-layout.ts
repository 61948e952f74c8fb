import { findGutter } from './pdf-columns.ts';
import { joinTableCells } from './pdf-tables.ts';
import { plainLine, type TextLine } from './text-lines.ts';

/** A run of text as a PDF draws it. `x` and `y` are its baseline's left end, in points from the page's top left. */
export type PdfRun = { text: string; x: number; y: number; width: number; size: number };

export type PdfPage = { width: number; height: number; runs: PdfRun[] };

/** Runs on one baseline without a wide gap between them: a line, or one cell of it. */
export type Segment = { text: string; x0: number; x1: number; y: number; size: number; page: number };

/** Segments on one baseline, from left to right. */
export type Row = Segment[];

/** A part of a page: rows across its width, or two columns side by side. */
type Region = { kind: 'rows'; rows: Row[] } | { kind: 'columns'; gutter: number; left: Row[]; right: Row[] };

const cjk = /[\u2E80-\u9FFF\uF900-\uFAFF\u3000-\u303F\uFF00-\uFFEF]/;
const bullet = /^\s*(?:[•●■◆▪▶➢✓✔○·*\-–—]|\d{1,2}[.、)]|[(（]\d{1,2}[)）])/;

/**
 * The lines of a PDF in the order people read them: columns one after the other, table rows as tab-parted lines,
 * wrapped paragraphs joined, page numbers and repeated page headers dropped. `isHeading` recognises a section's heading.
 */
export function readingOrder(
  pages: readonly PdfPage[],
  isHeading: (text: string) => boolean,
): { lines: TextLine[]; columns: boolean } {
  const rowsByPage = dropPageFurniture(
    pages.map((page, index) => rowsOf(page, index + 1)),
    pages,
  );
  const regions = joinAcrossPages(rowsByPage.map((rows) => regionsOf(rows, isHeading)));
  const bodySize = commonestSize(rowsByPage.flat());
  const lines: TextLine[] = [];
  for (const region of regions) appendRegion(region, bodySize, isHeading, lines);
  return { lines, columns: regions.some((region) => region.kind === 'columns') };
}

function rowsOf(page: PdfPage, pageNumber: number): Row[] {
  const runs = page.runs.filter((run) => run.size > 0 && run.text !== '' && Number.isFinite(run.x + run.y + run.width));
  runs.sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: PdfRun[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const first = group?.[0];
    // Compared with the group's first run, so that a chain of small steps does not swallow the next line.
    if (group && first && run.y - first.y <= 0.4 * Math.min(run.size, first.size)) group.push(run);
    else groups.push([run]);
  }
  const rows: Row[] = [];
  for (const group of groups) {
    const row = segmentsOf(
      group.sort((a, b) => a.x - b.x),
      pageNumber,
    );
    if (row.length > 0) rows.push(row);
  }
  return rows;
}

function segmentsOf(runs: readonly PdfRun[], page: number): Row {
  const row: Row = [];
  let spaceBefore = false;
  for (const run of runs) {
    const last = row.at(-1);
    if (run.text.trim() === '') {
      spaceBefore = true;
      continue;
    }
    const end = run.x + run.width;
    const gap = last ? run.x - last.x1 : 0;
    const size = Math.max(run.size, last?.size ?? 0);
    // The same words drawn twice a hair apart: an old way to make bold.
    if (last && run.x < last.x1 - 0.5 * run.size && last.text.endsWith(run.text) && end <= last.x1 + 1) continue;
    if (last && gap < 1.5 * size) {
      last.text += `${needsSpace(last.text, run.text, gap / size, spaceBefore) ? ' ' : ''}${run.text}`;
      last.x1 = Math.max(last.x1, end);
      last.size = size;
    } else {
      row.push({ text: run.text, x0: run.x, x1: end, y: run.y, size: run.size, page });
    }
    spaceBefore = false;
  }
  return row;
}

function needsSpace(before: string, after: string, gapInEms: number, spaceBefore: boolean): boolean {
  if (/\s$/.test(before) || /^\s/.test(after)) return false;
  const betweenChinese = cjk.test(before.slice(-1)) && cjk.test(after.slice(0, 1));
  return gapInEms > (betweenChinese ? 0.6 : 0.15) || (spaceBefore && !betweenChinese);
}

const pageNumber =
  /^(?:[-–—\s]*\d{1,3}[-–—\s]*|第?\s*\d{1,3}\s*页?\s*(?:[/／]|,?\s*共)\s*\d{1,3}\s*页?|第\s*\d{1,3}\s*页|page\s+\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?)$/i;

/** Without page numbers in the margins, and with a header or footer that stands on every page only once. */
function dropPageFurniture(rowsByPage: Row[][], pages: readonly PdfPage[]): Row[][] {
  const seen = new Set<string>();
  return rowsByPage.map((rows, index) => {
    const height = pages[index]?.height ?? 0;
    return rows.filter((row) => {
      const y = row[0]?.y ?? 0;
      if (y > height * 0.08 && y < height * 0.92) return true;
      const text = row
        .map((segment) => segment.text)
        .join(' ')
        .trim();
      if (pageNumber.test(text)) return false;
      const key = `${Math.round(y / 3)} ${text}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  });
}

function regionsOf(rows: Row[], isHeading: (text: string) => boolean): Region[] {
  const found = findGutter(rows, isHeading);
  if (found === null) return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
  const { from, to, gutter } = found;
  const left: Row[] = [];
  const right: Row[] = [];
  for (const row of rows.slice(from, to)) {
    const leftPart = row.filter((segment) => segment.x1 <= gutter);
    const rightPart = row.filter((segment) => segment.x1 > gutter);
    if (leftPart.length > 0) left.push(leftPart);
    if (rightPart.length > 0) right.push(rightPart);
  }
  return [
    ...regionsOf(rows.slice(0, from), isHeading),
    { kind: 'columns', gutter, left, right },
    ...regionsOf(rows.slice(to), isHeading),
  ];
}

/** A page that ends in columns and a next page that begins with the same columns are one pair of columns. */
function joinAcrossPages(pages: Region[][]): Region[] {
  const joined: Region[] = [];
  for (const regions of pages) {
    for (const [index, region] of regions.entries()) {
      const last = joined.at(-1);
      if (
        index === 0 &&
        region.kind === 'columns' &&
        last?.kind === 'columns' &&
        Math.abs(region.gutter - last.gutter) < 12
      ) {
        last.left.push(...region.left);
        last.right.push(...region.right);
      } else {
        joined.push(region);
      }
    }
  }
  return joined;
}

function appendRegion(region: Region, bodySize: number, isHeading: (text: string) => boolean, lines: TextLine[]): void {
  if (region.kind === 'rows') {
    appendRows(region.rows, bodySize, isHeading, lines);
    return;
  }
  for (const side of [region.left, region.right]) {
    for (const part of regionsOf(side, isHeading)) {
      // A column may itself hold two, but no deeper: text set in four columns is a table.
      if (part.kind === 'rows') appendRows(part.rows, bodySize, isHeading, lines);
      else {
        appendRows(part.left, bodySize, isHeading, lines);
        appendRows(part.right, bodySize, isHeading, lines);
      }
    }
    lines.push(plainLine(''));
  }
}

function appendRows(
  rows: readonly Row[],
  bodySize: number,
  isHeading: (text: string) => boolean,
  lines: TextLine[],
): void {
  const ordered = joinTableCells(byTopEdge(rows), (cell, right) => joinWrapped(cell, right, isHeading));
  const columnRight = Math.max(0, ...ordered.map((row) => row.at(-1)?.x1 ?? 0));
  const pitch = linePitch(ordered);
  let previous: Row | null = null;
  for (const row of ordered) {
    const text = row.map((segment) => segment.text.trim()).join('\t');
    const last = lines.at(-1);
    const [before] = previous ?? [];
    const [after] = row;
    const bothPlain = previous?.length === 1 && row.length === 1;
    if (last && before && after && bothPlain && continuesLine(before, after, { columnRight, pitch, isHeading })) {
      last.text += joinOf(last.text, text);
    } else {
      if (previous && isParagraphGap(previous, row)) lines.push(plainLine(''));
      const size = Math.max(...row.map((segment) => segment.size));
      const scale = Math.round((size / bodySize) * 100) / 100;
      lines.push({ text, page: row[0]?.page ?? 1, scale, bold: false, heading: false });
    }
    previous = row;
  }
}

/** The lines of one cell as paragraphs. */
function joinWrapped(cell: readonly Segment[], columnRight: number, isHeading: (text: string) => boolean): Segment[] {
  const paragraphs: Segment[] = [];
  let previous: Segment | null = null;
  for (const line of cell) {
    const last = paragraphs.at(-1);
    const pitch = Number.POSITIVE_INFINITY;
    if (last && previous && continuesLine(previous, line, { columnRight, pitch, isHeading })) {
      last.text += joinOf(last.text, line.text.trim());
    } else paragraphs.push({ ...line, text: line.text.trim() });
    previous = line;
  }
  return paragraphs;
}

/** The least distance between baselines that occurs among these rows, in multiples of the font size. */
function linePitch(rows: readonly Row[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    const [before] = rows[index - 1] ?? [];
    const [after] = row;
    if (!before || !after || before.page !== after.page || Math.abs(before.size - after.size) > 0.6) continue;
    const pitch = (after.y - before.y) / after.size;
    if (pitch > 0.9) least = Math.min(least, pitch);
  }
  return least;
}

/** By the top of the letters, so that a large heading beside small text comes first although its baseline is lower. */
function byTopEdge(rows: readonly Row[]): Row[] {
  const top = (row: Row) => Math.min(...row.map((segment) => segment.y - 0.85 * segment.size));
  const page = (row: Row) => row[0]?.page ?? 0;
  return [...rows].sort((a, b) => page(a) - page(b) || top(a) - top(b) || (a[0]?.x0 ?? 0) - (b[0]?.x0 ?? 0));
}

type Column = { columnRight: number; pitch: number; isHeading: (text: string) => boolean };

/**
 * Whether a line goes on from the one above: it stands as close as lines of a paragraph do, and its first word would not
 * have fitted above.
 */
function continuesLine(before: Segment, after: Segment, column: Column): boolean {
  if (Math.abs(before.size - after.size) > 0.6 || before.page !== after.page) return false;
  const pitch = (after.y - before.y) / after.size;
  if (pitch <= 0 || pitch > Math.min(2.2, column.pitch * 1.08)) return false;
  if (Math.abs(after.x0 - before.x0) > 2.6 * after.size) return false;
  const text = after.text.trim();
  if (bullet.test(text) || labelAtStart.test(text) || column.isHeading(text) || column.isHeading(before.text))
    return false;
  if (/[\d年月]\s*[-–—~至]$/.test(before.text)) return true;
  // A date at the line's start opens an entry of a list.
  if (/^(?:19|20)\d{2}\s*[.\-/年]/.test(text)) return false;
  // Where no line is long, the longest need not reach the margin.
  if (column.pitch < Number.POSITIVE_INFINITY && before.x1 - before.x0 < 10 * before.size) return false;
  const glyph = (after.x1 - after.x0) / Math.max(1, after.text.length);
  const word = latinWord.exec(text)?.[0].length ?? 0;
  const needed = word === 0 ? after.size * 1.6 : (word + 1) * glyph;
  return before.x1 + needed > column.columnRight;
}

const labelAtStart = /^[^\s:：，。,.]{2,8}[:：]/;
const latinWord = /^[^\s\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF]+/;

function joinOf(before: string, after: string): string {
  const joins = cjk.test(after.slice(0, 1)) || cjk.test(before.slice(-1)) || /\d\s*[-–—~]$/.test(before);
  return joins ? after : ` ${after}`;
}

function isParagraphGap(previous: Row, row: Row): boolean {
  const before = previous[0];
  const after = row[0];
  if (!before || !after) return false;
  return before.page === after.page && after.y - before.y > 2.4 * Math.max(before.size, after.size);
}

function commonestSize(rows: readonly Row[]): number {
  const lengths = new Map<number, number>();
  for (const row of rows) {
    for (const { size, text } of row) {
      const rounded = Math.round(size * 2) / 2;
      lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
    }
  }
  let best = 10;
  let most = 0;
  for (const [size, length] of lengths) {
    if (length > most || (length === most && size < best)) {
      best = size;
      most = length;
    }
  }
  return Math.max(best, 1);
}
