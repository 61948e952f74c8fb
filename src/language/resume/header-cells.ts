import {
  bareOrgAtStart,
  departmentPhrase,
  employmentTypePhrase,
  orgEvidence,
  titleEndZh,
  titleEvidence,
} from './career-words.ts';
import { placeIn } from './lexicon-links.ts';
import type { Span } from './model.ts';
import { spanOf } from './resume-lines.ts';

/** A phrase of an entry's header with what speaks for its being an employer, a title or a place. */
export type Cell = Span & {
  org: number;
  title: number;
  place: boolean;
  department: boolean;
  label: HeaderLabel | null;
};

/** What "公司：" or "Title:" before a phrase says it is. */
export type HeaderLabel = 'company' | 'title' | 'department' | 'place' | 'period' | 'other';

const labels: [HeaderLabel, RegExp][] = [
  ['company', /^(?:公司名称|公司|单位名称|工作单位|单位|任职公司|所在公司|雇主|company|employer|organi[sz]ation)$/i],
  ['title', /^(?:职位名称|职位|岗位|职务|担任职务|任职岗位|职称|所任职位|title|position|role|job title)$/i],
  ['department', /^(?:所属部门|部门|所在部门|department|team)$/i],
  ['place', /^(?:工作地点|地点|工作城市|所在地|城市|location|city|place)$/i],
  ['period', /^(?:工作时间|任职时间|起止时间|时间|在职时间|起止日期|日期|period|date|dates|duration|time)$/i],
  [
    'other',
    /^(?:行业|所属行业|公司规模|公司性质|规模|性质|薪资|月薪|下属人数|汇报对象|证明人|离职原因|industry|company size|reports to|report to)$/i,
  ],
];

/** The label at the beginning of a phrase and where its content starts. */
export function labelOf(text: string): { label: HeaderLabel; contentStart: number } | null {
  const match = /^\s*[【[]?([^\s:：】\]]{1,8}|[A-Za-z ]{3,16})[】\]]?\s*[:：]\s*/.exec(text);
  const word = match?.[1]?.trim();
  if (match === null || word === undefined) return null;
  const label = labels.find(([, pattern]) => pattern.test(word))?.[0];
  return label === undefined ? null : { label, contentStart: match[0].length };
}

// What parts the cells of a header line. Hyphens only between blanks: "Coca-Cola" and "Co-founder" are one word.
const cellSeparator =
  /\t|\s{2,}|\s*[|｜│¦•·‧∙●■◆]\s*|\s+[-–—―－/@]+\s+|\s*(?:——|—)\s*|[；;]\s*|\s+[/／]\s*|(?<=[一-龥）)])\s*[/／－-]\s*(?=[一-龥A-Za-z])|\s+at\s+(?=[A-Z])|(?<=[一-龥）)])[，,、]\s*(?=[一-龥A-Za-z])/g;
const blankBetweenChinese = /(?<=[一-龥）)A-Za-z]) (?=[一-龥])|(?<=[一-龥）)]) (?=[A-Za-z(（])/g;
const comma = /,\s+/g;
const corporateTail = /^(?:inc|llc|ltd|co|corp|l\.?l\.?c|gmbh|plc|limited|s\.?a)\.?(?=$|[\s,])/i;

/** The cells of `source` from `start` to `end`, without what the `without` stretches (dates) cover. */
export function headerCells(
  source: string,
  start: number,
  end: number,
  without: readonly { start: number; end: number }[] = [],
): Cell[] {
  const cells: Cell[] = [];
  let at = start;
  for (const gap of [...without].sort((a, b) => a.start - b.start)) {
    if (gap.start >= at && gap.start < end) {
      pushCells(source, at, gap.start, cells);
      at = gap.end;
    }
  }
  if (at < end) pushCells(source, at, end, cells);
  return cells;
}

/** A table cell's worth of prose: long, with a comma in it, and no employer. */
export const toldPhrase = /^(?=.*[，、；])(?:(?!公司|集团|大学)[^\t]){14,}$/;

function pushCells(source: string, start: number, end: number, cells: Cell[]): void {
  for (const [from, to] of splitBy(source, start, end, /\t|\s{2,}/g)) {
    const piece = trimmed(source, from, to);
    if (piece && toldPhrase.test(piece.text)) cells.push(classify(piece, null));
    else if (piece) pushPhrases(source, from, to, cells);
  }
}

function pushPhrases(source: string, start: number, end: number, cells: Cell[]): void {
  for (const [from, to] of splitBy(source, start, end, cellSeparator)) {
    const whole = trimmed(source, from, to);
    if (whole === null) continue;
    const label = labelOf(whole.text);
    if (label !== null) {
      const content = trimmed(source, whole.start + label.contentStart, whole.end);
      if (content !== null) cells.push(classify(content, label.label));
      continue;
    }
    cells.push(...subdivide(source, whole));
  }
}

/** Parts a cell further at commas or single blanks, where the parts are then known for what they are. */
function subdivide(source: string, whole: Span): Cell[] {
  const asOne = classify(whole, null);
  if (/^[\x20-\x7e\u2010-\u2019]*$/.test(whole.text)) {
    const parts = englishParts(source, whole);
    return parts.length > 1 ? parts : [asOne];
  }
  const parts: Cell[] = [];
  for (const [from, to] of splitBy(source, whole.start, whole.end, blankBetweenChinese)) {
    const part = trimmed(source, from, to);
    if (part === null) continue;
    const cell = classify(part, null);
    const last = parts.at(-1);
    const joined = last && !standApart(last, cell) ? spanOf(source, last.start, cell.end) : null;
    if (joined) parts[parts.length - 1] = classify(joined, null);
    else parts.push(cell);
  }
  return parts.length > 1 ? parts.flatMap((part) => joinedOrgTitle(source, part)) : joinedOrgTitle(source, asOne);
}

/**
 * Whether a single blank parts two phrases. Between Chinese words it does; between Chinese and Latin ones it may stand
 * in a name ("Java 开发工程师", "Microsoft 微软（中国）有限公司"), unless both sides are known for different things.
 */
function standApart(left: Cell, right: Cell): boolean {
  const bothChinese = /[一-龥）)]$/.test(left.text) && /^[一-龥（(]/.test(right.text);
  if (bothChinese || left.place || right.place) return true;
  return (
    (left.org >= 2 && left.title < 3 && right.title >= 3 && right.org < 2) ||
    (left.title >= 3 && left.org < 2 && right.org >= 2 && right.title < 3)
  );
}

function englishParts(source: string, whole: Span): Cell[] {
  const spans: Span[] = [];
  for (const [from, to] of splitBy(source, whole.start, whole.end, comma)) {
    const part = trimmed(source, from, to);
    const last = spans.at(-1);
    if (part === null) continue;
    const joins =
      last !== undefined &&
      (corporateTail.test(part.text) ||
        (/^[A-Z]{2}$|^(?:USA|UK|U\.S\.A?\.?|U\.K\.|China|India|Canada|Germany|France|Japan|Singapore|Australia|United Kingdom|United States)$/.test(
          part.text,
        ) &&
          titleEvidence(last.text) === 0));
    const joined = joins && last ? spanOf(source, last.start, part.end) : null;
    if (joined) spans[spans.length - 1] = joined;
    else spans.push(part);
  }
  return spans.map((part) => classify(part, null));
}

/** "字节跳动高级算法工程师", "某某科技有限公司副总经理": an employer and a title without anything between. */
function joinedOrgTitle(source: string, cell: Cell): Cell[] {
  if (cell.title < 3 || !/[一-龥]/.test(cell.text)) return [cell];
  const legal = /^.{2,40}?(?:有限责任公司|股份有限公司|有限公司|公司|集团)(?:[(（][^)）]{1,20}[)）])?/.exec(
    cell.text,
  )?.[0];
  const org = legal ?? bareOrgAtStart(cell.text);
  if (org === null || org.length >= cell.text.length) return [cell];
  const rest = trimmed(source, cell.start + org.length, cell.end);
  const head = trimmed(source, cell.start, cell.start + org.length);
  if (rest === null || head === null || !titleEndZh.test(rest.text.replace(/[(（][^)）]*[)）]$/, ''))) return [cell];
  return [classify(head, null), classify(rest, null)];
}

function classify(span: Span, label: HeaderLabel | null): Cell {
  const { text } = span;
  if (label !== null) {
    return {
      ...span,
      label,
      org: label === 'company' ? 4 : 0,
      title: label === 'title' ? 4 : 0,
      place: label === 'place',
      department: label === 'department',
    };
  }
  const org = orgEvidence(text);
  const title = titleEvidence(text);
  const place = org < 3 && title === 0 && isPlace(text);
  const isNamed = org >= 2 && /^[A-Z]\S*(?: [A-Z&]\S*)+ (?:Group|Team)$/.test(text);
  const department = title === 0 && org < 3 && !isNamed && departmentPhrase.test(text);
  return { ...span, label, org, title, place, department };
}

const placeShape =
  /^(?:[一-龥]{2,6}(?:市|省|自治区|特区)(?:[一-龥]{1,6}[区县市])?|[A-Z][A-Za-z.' ]{2,24},\s?[A-Z]{2}(?:,\s?USA?)?|[A-Z][A-Za-z.' ]{2,24},\s?(?:China|India|Canada|Germany|France|Japan|Singapore|Australia|UK|USA|United Kingdom|United States)|remote|远程|Hong Kong|Singapore)$/i;

function isPlace(text: string): boolean {
  if (placeShape.test(text)) return true;
  const place = placeIn(text);
  return place !== null && place.end - place.start >= text.replace(/[市省区\s(（)）]/g, '').length;
}

export function isNoise(cell: Cell): boolean {
  return (
    employmentTypePhrase.test(cell.text.replace(/^[(（]|[)）]$/g, '')) ||
    cell.label === 'other' ||
    cell.label === 'period' ||
    /^[\d\s.%()（）年个月]+$/.test(cell.text)
  );
}

function splitBy(source: string, start: number, end: number, separator: RegExp): [number, number][] {
  const text = source.slice(start, end);
  const parts: [number, number][] = [];
  let at = 0;
  for (const match of text.matchAll(separator)) {
    if (isInBrackets(text, match.index)) continue;
    parts.push([start + at, start + match.index]);
    at = match.index + match[0].length;
  }
  parts.push([start + at, end]);
  return parts;
}

function isInBrackets(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf('(', at), text.lastIndexOf('（', at));
  if (open < 0 || at - open > 60) return false;
  const closed = Math.max(text.lastIndexOf(')', at), text.lastIndexOf('）', at));
  return closed < open && /[)）]/.test(text.slice(at, at + 60));
}

/** A span without blanks and stray separators at its edges. */
function trimmed(source: string, start: number, end: number): Span | null {
  const text = source.slice(start, end);
  let lead = /^[\s|｜,，、;；:：·•\-–—―~～/@()（）【】[\]]*/.exec(text)?.[0].length ?? 0;
  const bracket = /[(（【[]$/.exec(text.slice(0, lead));
  // A bracket that closes again belongs to the phrase: "(中国)有限公司".
  if (bracket && /[)）】\]]/.test(text.slice(lead, -1))) lead -= 1;
  const rest = text.slice(lead);
  const tail = /[\s|｜,，、;；:：·•\-–—―~～/@(（【[]*$/.exec(rest)?.[0].length ?? 0;
  let span = spanOf(source, start + lead, end - tail);
  if (span && /^[^(（]*[)）】\]]$/.test(span.text)) span = spanOf(source, span.start, span.end - 1);
  return span;
}
