import { type Entry, isHeaderLike, maxHeaderLines, splitEntries } from './entries.ts';
import { type Cell, headerCells, isNoise, labelOf, toldPhrase } from './header-cells.ts';
import { placeIn, roleIdOf, seniorityOf } from './lexicon-links.ts';
import type { Read, ResumePosition } from './model.ts';
import { findPeriods, type Period } from './resume-dates.ts';
import { contentStart, isColumnHeads, type Line, readAsWritten, spanOf, spanOfLines } from './resume-lines.ts';

const bodyLabel =
  /^[【[]?(?:工作描述|工作职责|工作内容|岗位职责|职责描述|主要职责|主要工作|职责|内容|业绩|工作业绩|主要业绩|主要成就|项目描述|description|responsibilities|key responsibilities|achievements|key achievements|duties|tech stack|technologies|技术栈|技术环境)[】\]]?\s*[:：]?/i;

/** The positions of a section under an experience heading. */
export function readPositions(source: string, lines: readonly Line[]): ResumePosition[] {
  const usable = lines.filter((line) => !/^[-–—=_*~·.\s]+$/.test(line.text) && !isColumnHeads(line));
  const hasHeaderWords = (line: Line) =>
    !line.bullet &&
    (line.bold ||
      line.afterGap ||
      line.scale > 1.05 ||
      headerCells(source, line.start, line.end).some((cell) => cell.org > 0 || cell.title > 1 || cell.place));
  const entries = splitEntries(source, usable, hasHeaderWords);
  const positions = entries.map((entry) => readEntry(source, entry));
  if (entries.length === 0) return undatedEntries(source, usable);
  return shareEmployers(positions);
}

function readEntry(source: string, entry: Entry): { position: ResumePosition; groupHeader: boolean } {
  const headerLines = [...entry.header];
  const body = [...entry.body];
  let cells = cellsOf(source, headerLines, entry.period);
  // What the line with the dates does not say may stand on the lines below it.
  while (body[0] && headerLines.length < maxHeaderLines + 1 && wantsMore(cells)) {
    const next = body[0];
    const label = labelOf(next.text);
    if (bodyLabel.test(next.text) || (next.bullet && label === null) || !isHeaderLike(next)) break;
    const more = cellsOf(source, [next], null);
    if (label === null && !more.some((cell) => isUseful(cell, cells)) && headerWords(cells).length > 0) break;
    headerLines.push(next);
    body.shift();
    cells = [...cells, ...more];
  }
  while (body[0] && labelOf(body[0].text) !== null && !bodyLabel.test(body[0].text)) {
    const line = body.shift();
    if (line) {
      headerLines.push(line);
      cells.push(...cellsOf(source, [line], null));
    }
  }
  const below = body[0] && !body[0].bullet ? cellsOf(source, [body[0]], null) : [];
  const [placeLine] = below.length > 0 && below.every((cell) => cell.place) ? body.splice(0, 1) : [];
  if (placeLine) {
    headerLines.push(placeLine);
    cells.push(...below);
  }
  const { company, title } = chooseCompanyAndTitle(source, cells);
  const description = readDescription(source, body) ?? cellDescription(source, cells);
  const place = placeOf(cells, company);
  const span = spanOfLines(source, [...headerLines, ...body]) ?? { start: 0, end: 0, text: '' };
  const position: ResumePosition = {
    span,
    company,
    title,
    roleId: title && roleIdOf(title.value),
    seniority: title && seniorityOf(title),
    cityId: place,
    start: entry.period?.from ?? null,
    end: entry.period?.to ?? null,
    description,
  };
  return { position, groupHeader: company !== null && title === null && description === null };
}

function cellsOf(source: string, lines: readonly Line[], period: Period | null): Cell[] {
  return lines.flatMap((line) => {
    const dates = findPeriods(source, line.start, line.end);
    const without = period && !dates.some((date) => date.start === period.start) ? [...dates, period] : dates;
    return headerCells(source, contentStart(line), line.end, without).filter(
      (cell) => !isNoise(cell) && !isDuration(cell.text),
    );
  });
}

/** "3年2个月", "2 yrs 3 mos": how long, worked out by whoever made the file. */
function isDuration(text: string): boolean {
  return /^[(（]?\s*(?:约|共)?\s*\d{1,2}\s*(?:年|个月|yrs?|years?|mos?|months?).{0,12}$/i.test(text);
}

function headerWords(cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => !cell.place && !cell.department);
}

function wantsMore(cells: readonly Cell[]): boolean {
  const words = headerWords(cells);
  const hasOrg = words.some((cell) => cell.org >= 2 && cell.org >= cell.title);
  const hasTitle = words.some((cell) => cell.title >= 2);
  return words.length === 0 || (!(hasOrg && hasTitle) && words.length < 2);
}

function isUseful(cell: Cell, known: readonly Cell[]): boolean {
  const hasTitle = headerWords(known).some((other) => other.title >= 2);
  return hasTitle ? cell.org > 0 || (cell.title === 0 && cell.text.length <= 40) : cell.title >= 2 || cell.org >= 2;
}

/** Which of a header's phrases is the employer and which the title; a title may run on over a comma ("Director, Product"). */
function chooseCompanyAndTitle(
  source: string,
  cells: readonly Cell[],
): { company: Read<string> | null; title: Read<string> | null } {
  const words = cells.filter(
    (cell) => !cell.place && !isTold(cell) && !(cell.department && cells.some((other) => other.title > 1)),
  );
  const best = (score: (cell: Cell) => number, except: Cell | null) =>
    words.reduce<Cell | null>(
      (chosen, cell) =>
        cell !== except && score(cell) > 0 && (chosen === null || score(cell) > score(chosen)) ? cell : chosen,
      null,
    );
  let title = best((cell) => cell.title - (cell.org > cell.title ? 3 : 0), null);
  let company = best((cell) => cell.org - (cell === title ? 3 : 0), title);
  if (company === null)
    company =
      words.find(
        (cell) => cell !== title && cell.label === null && (title === null || !isTitleTail(cell, title, words)),
      ) ?? null;
  if (title !== null && title.label !== 'title' && title.title < 2 && company === null && title.org > 0) {
    company = title;
    title = null;
  }
  if (title === null && company !== null) {
    title =
      words.find(
        (cell) =>
          cell !== company &&
          cell.label === null &&
          !cell.department &&
          cell.org < 2 &&
          cell.start > (company?.start ?? 0),
      ) ?? null;
  }
  return {
    company: company && readAsWritten(source, company.start, company.end),
    title: title && readAsWritten(source, title.start, titleEnd(title, company, words)),
  };
}

function isTitleTail(cell: Cell, title: Cell, words: readonly Cell[]): boolean {
  return cell.start > title.end && cell.start - title.end <= 2 && /^[\x20-\x7e]*$/.test(cell.text) && words.length > 2;
}

/** "Vice President, Engineering": an unclaimed phrase behind a comma goes on with the title when the employer stands elsewhere. */
function titleEnd(title: Cell, company: Cell | null, words: readonly Cell[]): number {
  const next = words[words.indexOf(title) + 1];
  const goesOn =
    next !== undefined &&
    company !== null &&
    next !== company &&
    next.org === 0 &&
    next.start - title.end <= 2 &&
    next.label === null;
  return goesOn && /^[\x20-\x7e]*$/.test(next.text) ? next.end : title.end;
}

function placeOf(cells: readonly Cell[], company: Read<string> | null): Read<string> | null {
  const ordered = [...cells.filter((cell) => cell.place), ...cells.filter((cell) => !cell.place && cell.title === 0)];
  for (const cell of ordered) {
    // "北京某某科技有限公司" tells where a firm is registered, which is some evidence of the place, but no statement of it.
    if (company && cell.start === company.span.start && !/[(（]/.test(cell.text)) continue;
    const place = placeIn(cell.text);
    if (place) {
      const start = cell.start + place.start;
      const end = cell.start + place.end;
      return { value: place.id, span: { start, end, text: cell.text.slice(place.start, place.end) } };
    }
  }
  return null;
}

/** What was done, where a table's row has a cell for it. */
function cellDescription(source: string, cells: readonly Cell[]): Read<string> | null {
  const told = cells.filter((cell) => isTold(cell));
  const first = told[0];
  const last = told.at(-1);
  const span = first && last ? spanOf(source, first.start, last.end) : null;
  return span && { value: span.text, span };
}

/** A phrase that tells what was done, too long for a name or a title. */
function isTold(cell: Cell): boolean {
  return (
    cell.label === null &&
    cell.org < 2 &&
    (toldPhrase.test(cell.text) || (cell.title < 3 && /(?:\S+\s+){8}/.test(cell.text)))
  );
}

/** What was done: the lines below the header, without a line that only says so ("工作描述："). */
function readDescription(source: string, body: readonly Line[]): Read<string> | null {
  const first = body[0];
  const isLabelAlone = first !== undefined && (bodyLabel.exec(first.text)?.[0].length ?? 0) === first.text.length;
  return entryDescription(source, isLabelAlone ? body.slice(1) : body);
}

/**
 * Titles listed under one employer: "Acme" with dates of the whole stay, then each title with its own. The employer is
 * stated once and holds for the titles that follow it without another.
 */
function shareEmployers(entries: readonly { position: ResumePosition; groupHeader: boolean }[]): ResumePosition[] {
  const positions: ResumePosition[] = [];
  let employer: Read<string> | null = null;
  for (const [index, { position, groupHeader }] of entries.entries()) {
    const next = entries[index + 1]?.position;
    if (position.company) employer = position.company;
    if (groupHeader && next && next.company === null && next.title !== null) continue;
    positions.push(
      position.company === null && position.title !== null && employer ? { ...position, company: employer } : position,
    );
  }
  return positions.filter((position) => position.company !== null || position.title !== null);
}

/** Entries without any date: lines that name both an employer and a title. */
function undatedEntries(source: string, lines: readonly Line[]): ResumePosition[] {
  const heads = lines.flatMap((line, index) => {
    if (line.bullet || !isHeaderLike(line)) return [];
    const cells = cellsOf(source, [line], null);
    return cells.some((cell) => cell.org >= 2) && cells.some((cell) => cell.title >= 2 && cell.org < 2) ? [index] : [];
  });
  return heads.map((start, number) => {
    const line = lines[start];
    const body = lines.slice(start + 1, heads[number + 1] ?? lines.length);
    return readEntry(source, { header: line ? [line] : [], period: null, body }).position;
  });
}

/** The text of an entry's header lines and body, for readers of other sections. */
export function entryDescription(source: string, body: readonly Line[]): Read<string> | null {
  const first = body[0];
  const last = body.at(-1);
  const span = first && last ? spanOf(source, first.start, last.end) : null;
  return span && { value: span.text, span };
}
