import type { Row, Segment } from './pdf-layout.ts';

/** Joins the wrapped lines of one cell; each remaining text is a paragraph. */
type JoinLines = (lines: readonly Segment[], rightEdge: number) => Segment[];

const maxBandRows = 30;
/** White space between lines above which a new band begins, in multiples of the font size. */
const bandGap = 0.75;

/**
 * Puts a table's wrapped cells together: rows that stand close, parted from the others by white space, and side by side
 * in cells whose lines do not share baselines, become one row with the cells' texts. Other rows stay as they are.
 */
export function joinTableCells(rows: readonly Row[], joinLines: JoinLines): Row[] {
  const joined: Row[] = [];
  for (const band of bandsOf(rows)) {
    const cells = band.length >= 2 && band.length <= maxBandRows ? cellsOf(band) : [];
    if (cells.length < 2 || !isTableRow(band, cells)) {
      joined.push(...band);
      continue;
    }
    const paragraphs = cells.map((cell) => joinLines(cell.lines, cell.x1));
    const first = paragraphs.flatMap((cell) => cell.slice(0, 1));
    joined.push(first, ...paragraphs.flatMap((cell) => cell.slice(1)).map((paragraph) => [paragraph]));
  }
  return joined;
}

type Cell = { x0: number; x1: number; lines: Segment[] };

function bandsOf(rows: readonly Row[]): Row[][] {
  const bands: Row[][] = [];
  let bottom = 0;
  let page = 0;
  for (const row of rows) {
    const size = Math.max(...row.map((segment) => segment.size));
    const y = row[0]?.y ?? 0;
    const band = bands.at(-1);
    if (band && row[0]?.page === page && y - 0.85 * size - bottom <= bandGap * size) band.push(row);
    else bands.push([row]);
    bottom = Math.max(row[0]?.page === page ? bottom : 0, y + 0.25 * size);
    page = row[0]?.page ?? page;
  }
  return bands;
}

/** The segments grouped by the stretch of the line's width that they share. */
function cellsOf(band: readonly Row[]): Cell[] {
  const segments = band.flat().sort((a, b) => a.x0 - b.x0);
  const cells: Cell[] = [];
  for (const segment of segments) {
    const cell = cells.at(-1);
    if (cell && segment.x0 < cell.x1 + 2) {
      cell.lines.push(segment);
      cell.x1 = Math.max(cell.x1, segment.x1);
    } else {
      cells.push({ x0: segment.x0, x1: segment.x1, lines: [segment] });
    }
  }
  for (const cell of cells) cell.lines.sort((a, b) => a.y - b.y);
  return cells;
}

function isTableRow(band: readonly Row[], cells: readonly Cell[]): boolean {
  const longest = cells.reduce((best, cell) => (cell.lines.length > best.lines.length ? cell : best));
  const baselines = longest.lines.map((line) => line.y);
  const onLines = (cell: Cell) =>
    cell.lines.every((line) => baselines.some((y) => Math.abs(y - line.y) < 0.25 * line.size));
  if (!cells.every(onLines)) return true;
  // Cells set from the top: the first row has them all, the rows below only what wrapped.
  const first = cells[0];
  const top = band[0];
  return cells.length >= 3 && top?.length === cells.length && first?.lines.length === 1;
}
