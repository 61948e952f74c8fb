import { splitEntries } from './entries.ts';
import { headerCells, isNoise, labelOf } from './header-cells.ts';
import type { ResumeProject } from './model.ts';
import { entryDescription } from './positions.ts';
import { findPeriods } from './resume-dates.ts';
import { contentStart, type Line, readAsWritten, spanOfLines } from './resume-lines.ts';

/** The projects of a project section. They never become positions, whatever titles stand in them. */
export function readProjects(source: string, lines: readonly Line[]): ResumeProject[] {
  const entries = splitEntries(source, lines, (line) => !line.bullet && line.text.length <= 40);
  if (entries.length === 0) return undatedProjects(source, lines);
  return entries.flatMap(({ header, period, body }) => {
    const cells = header.flatMap((line) =>
      headerCells(source, contentStart(line), line.end, findPeriods(source, line.start, line.end)),
    );
    let first = cells.find((cell) => !isNoise(cell));
    let rest = [...body];
    if (first === undefined && rest[0] && !rest[0].bullet) {
      first = headerCells(source, contentStart(rest[0]), rest[0].end)[0];
      rest = rest.slice(1);
    }
    const name = first && readAsWritten(source, first.start, first.end);
    const span = spanOfLines(source, [...header, ...body]);
    if (!name || span === null) return [];
    return [
      { span, name, start: period?.from ?? null, end: period?.to ?? null, description: entryDescription(source, rest) },
    ];
  });
}

function undatedProjects(source: string, lines: readonly Line[]): ResumeProject[] {
  const isHead = (line: Line, index: number) =>
    !line.bullet &&
    line.text.length <= 40 &&
    !/[。；;]/.test(line.text) &&
    labelOf(line.text) === null &&
    !/[:：]\s*\S{12,}/.test(line.text) &&
    (index === 0 || line.afterGap || line.bold);
  const heads = lines.flatMap((line, index) => (isHead(line, index) ? [index] : []));
  return heads.flatMap((start, number) => {
    const line = lines[start];
    const body = lines.slice(start + 1, heads[number + 1] ?? lines.length);
    const name = line && readAsWritten(source, line.start, line.end);
    const span = line && spanOfLines(source, [line, ...body]);
    return name && span ? [{ span, name, start: null, end: null, description: entryDescription(source, body) }] : [];
  });
}
