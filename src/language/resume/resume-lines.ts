import type { LayoutBlock, Read, Span } from './model.ts';

/** A non-empty line of the resume: `text` is trimmed, and `start`/`end` are its place in the source text. */
export type Line = {
  text: string;
  start: number;
  end: number;
  scale: number;
  bold: boolean;
  heading: boolean;
  /** An empty line, or the text's beginning, stands before it. */
  afterGap: boolean;
  bullet: boolean;
};

const bulletMark = /^(?:[•●■◆◇▪▶➢➤►✓✔○◦·*⚫※★☆]|[-–—](?=\s)|\d{1,2}[.、)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*/;

/** The text's lines with what the layout says of each. */
export function resumeLines(text: string, blocks: readonly LayoutBlock[]): Line[] {
  const blockAt = new Map(blocks.map((block) => [block.start, block]));
  const lines: Line[] = [];
  let at = 0;
  let afterGap = true;
  for (const raw of text.split('\n').flatMap(shortEnough)) {
    const trimmed = raw.trim();
    if (trimmed === '') {
      afterGap = true;
    } else {
      const start = at + raw.indexOf(trimmed);
      const block = blockAt.get(at);
      lines.push({
        text: trimmed,
        start,
        end: start + trimmed.length,
        scale: block?.scale ?? 1,
        bold: block?.bold ?? false,
        heading: block?.heading ?? false,
        afterGap,
        bullet: bulletMark.test(trimmed),
      });
      afterGap = false;
    }
    at += raw.length;
    if (text[at] === '\n') at++;
  }
  return lines;
}

const maxLine = 1000;

/** A line in pieces short enough for every pattern to be quick, cut behind punctuation or a blank where there is one. */
function shortEnough(raw: string): string[] {
  if (raw.length <= maxLine) return [raw];
  const pieces: string[] = [];
  let at = 0;
  while (raw.length - at > maxLine) {
    const piece = raw.slice(at, at + maxLine);
    const cut = Math.max(...Array.from('。；;.， ,', (mark) => piece.lastIndexOf(mark))) + 1;
    // Between the two halves of a character outside the basic plane nothing is cut.
    const whole = /[\uD800-\uDBFF]$/.test(piece) ? maxLine - 1 : maxLine;
    const length = cut > maxLine / 2 ? cut : whole;
    pieces.push(raw.slice(at, at + length));
    at += length;
  }
  pieces.push(raw.slice(at));
  return pieces;
}

/** Where a line's content begins behind its bullet, counted in the source text. */
export function contentStart(line: Line): number {
  return line.start + (bulletMark.exec(line.text)?.[0].length ?? 0);
}

/** The span of `source` from `start` to `end` without blanks at its edges; null when nothing is left. */
export function spanOf(source: string, start: number, end: number): Span | null {
  const text = source.slice(start, end);
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const from = start + text.indexOf(trimmed);
  return { start: from, end: from + trimmed.length, text: trimmed };
}

/** The words from `start` to `end`, read as they stand. */
export function readAsWritten(source: string, start: number, end: number): Read<string> | null {
  const span = spanOf(source, start, end);
  return span && { value: span.text.replaceAll(/\s+/g, ' '), span };
}

/** The stretch that several lines cover. */
export function spanOfLines(source: string, lines: readonly Line[]): Span | null {
  const first = lines[0];
  const last = lines.at(-1);
  return first && last ? spanOf(source, first.start, last.end) : null;
}

const columnHead =
  /^(?:时间|起止时间|工作时间|日期|单位|工作单位|公司|公司名称|职务|职位|岗位|工作内容|内容|主要职责|证明人|部门|学校|院校|专业|学历|学位|地点|备注|company|employer|position|title|role|period|dates?|location|school|degree|major|description|responsibilities)$/i;

/** The line of a table that names its columns. */
export function isColumnHeads(line: Line): boolean {
  const cells = line.text.split(/\t|\s{2,}|\s*[|｜]\s*/).filter((cell) => cell !== '');
  return cells.length >= 2 && cells.every((cell) => columnHead.test(cell.trim()));
}

/** A stretch in pieces of at most a line's greatest length: no sentence that people write is longer. */
export function boundedStretch([start, end]: [number, number]): [number, number][] {
  const pieces: [number, number][] = [];
  for (let at = start; at < end; at += maxLine) pieces.push([at, Math.min(end, at + maxLine)]);
  return pieces;
}
