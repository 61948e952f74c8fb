import type { Row } from './pdf-layout.ts';

/** Rows `from` (inclusive) to `to` (exclusive) stand in two columns on either side of `gutter`. */
export type Gutter = { from: number; to: number; gutter: number };

const leastGap = 8;
const leastLines = 4;
const maxCandidates = 40;

/**
 * The strongest pair of columns among rows, or null. A gutter is a left edge that many lines share and that no line
 * crosses. Two columns are told from a table, whose cells share baselines row by row, by lines that stand beside
 * nothing and by section headings on both sides; a margin of dates or headings belongs to the rows it stands beside.
 */
export function findGutter(rows: readonly Row[], isHeading: (text: string) => boolean): Gutter | null {
  let best: (Gutter & { score: number }) | null = null;
  for (const edge of sharedLeftEdges(rows)) {
    for (const band of bandsWithout(rows, edge)) {
      const score = columnScore(rows.slice(band.from, band.to), edge, isHeading);
      if (score > (best?.score ?? 0)) best = { ...band, gutter: edge, score };
    }
  }
  return best && { from: best.from, to: best.to, gutter: best.gutter };
}

/** x positions just left of where several lines begin, away from the text's own left edge. */
function sharedLeftEdges(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const row of rows) {
    for (const segment of row) {
      const x = Math.round(segment.x0 / 3);
      counts.set(x, (counts.get(x) ?? 0) + 1);
      left = Math.min(left, segment.x0);
      right = Math.max(right, segment.x1);
    }
  }
  const width = right - left;
  return [...counts]
    .map(([x, count]) => ({ x: x * 3 - 3, count: count + (counts.get(x + 1) ?? 0) }))
    .filter(({ x, count }) => count >= leastLines && x > left + 0.15 * width && x < right - 0.15 * width)
    .sort((a, b) => b.count - a.count || a.x - b.x)
    .slice(0, maxCandidates)
    .map(({ x }) => x);
}

function bandsWithout(rows: readonly Row[], edge: number): { from: number; to: number }[] {
  const bands: { from: number; to: number }[] = [];
  let from = 0;
  for (let i = 0; i <= rows.length; i++) {
    const crosses =
      i === rows.length || rows[i]?.some((segment) => segment.x0 < edge - 1 && segment.x1 > edge - leastGap / 2);
    if (!crosses) continue;
    if (i - from >= leastLines) bands.push({ from, to: i });
    from = i + 1;
  }
  return bands;
}

function columnScore(band: readonly Row[], edge: number, isHeading: (text: string) => boolean): number {
  const left: string[] = [];
  const right: string[] = [];
  let both = 0;
  for (const row of band) {
    const leftPart = row.filter((segment) => segment.x1 <= edge);
    const rightPart = row.filter((segment) => segment.x1 > edge);
    if (leftPart.length > 0) left.push(leftPart.map((segment) => segment.text).join(' '));
    if (rightPart.length > 0) right.push(rightPart.map((segment) => segment.text).join(' '));
    if (leftPart.length > 0 && rightPart.length > 0) both++;
  }
  const fewer = Math.min(left.length, right.length);
  if (fewer < leastLines) return 0;
  if (isMargin(left, isHeading) || isMargin(right, isHeading)) return 0;
  const headings = (side: string[]) => side.filter(isHeading).length;
  const bothHaveHeadings = headings(left) > 0 && headings(right) > 0;
  const alone = 1 - both / fewer;
  if (!bothHaveHeadings && alone < 0.35) return 0;
  return fewer * (0.5 + alone) + (bothHaveHeadings ? 10 : 0);
}

const marginText =
  /^[\s\d.\-\u2010-\u2015~/年月至今到现在present:：]*$|^(?:[A-Z][a-z]{2,8}\.? )?\d{4}.{0,16}$|^(?:时间|日期|起止时间|姓名|性别|电话|邮箱|学历|date|dates|period)$/i;

/** A side that holds only dates, short labels or headings: it belongs to the rows beside it. */
function isMargin(side: readonly string[], isHeading: (text: string) => boolean): boolean {
  const belongs = side.filter((text) => marginText.test(text.trim()) || isHeading(text) || /[:：]$/.test(text.trim()));
  return belongs.length >= 0.6 * side.length;
}
