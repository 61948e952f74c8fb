import { orgEvidence, titleEvidence } from './career-words.ts';
import { placeIn, skillIdOf } from './lexicon-links.ts';
import type { Read } from './model.ts';
import { type Line, spanOf } from './resume-lines.ts';
import { headingKind } from './section-headings.ts';
import { isChineseName } from './surnames.ts';

const maxLines = 14;
const label = /(?:^|[\s|｜\t])(?:姓\s*名|名字|full name|name)(?:\s*[:：]\s*|\t|\s{2,})/i;
const notNames =
  /^(?:男|女|汉族|未婚|已婚|中国|本科|硕士|博士|大专|党员|群众|简历|个人简历|求职简历|高级|资深|全职|离职|在职|电话|手机|邮箱|微信|地址|籍贯|民族|年龄|性别|学历|生日|应届|经验|期望|能力|英语|项目|公司|部门|时间|内容|平台|方向|成员|程序|金融|安全|万科|华为|石家庄|连云港|马鞍山|黄石|黄山|安徽|江苏|江西|云南|宁波|宁夏|金华|温州|常州|武汉|成都|广州|杭州|苏州)/;

/**
 * The person's name: after its label, else in the lines before the first section, the largest letters first, else at
 * the beginning of a biography. A phrase counts only when it has a name's shape and is no title, employer or place.
 */
export function readName(source: string, header: readonly Line[], all: readonly Line[]): Read<string> | null {
  const top = header.length > 0 ? header.slice(0, maxLines) : all.slice(0, 6);
  for (const line of all.slice(0, 40)) {
    const match = label.exec(line.text);
    if (match === null) continue;
    const start = line.start + match.index + match[0].length;
    const name = nameAtStart(source, start, line.end);
    if (name) return name;
  }
  const bySize = [...top].sort((a, b) => b.scale - a.scale || a.start - b.start);
  for (const line of bySize) {
    const name = nameInLine(source, line);
    if (name) return name;
  }
  // A sidebar read first may hold the contacts, and the name stands in larger letters in the column beside it.
  const large = all.filter((line) => line.scale >= 1.4 && !top.includes(line)).sort((a, b) => b.scale - a.scale);
  for (const line of large.slice(0, 3)) {
    const name = nameInLine(source, line);
    if (name) return name;
  }
  return null;
}

function nameInLine(source: string, line: Line): Read<string> | null {
  if (line.text.length > 90 || headingKind(line.text) !== null || /[。；;]/.test(line.text)) return null;
  const parts: Read<string>[] = [];
  for (const match of line.text.matchAll(
    /[^\t|｜/／,，()（）【】[\]:：•·—–-]+(?:·[一-龥]+)?|(?<=[A-Za-z])-(?=[A-Za-z])/g,
  )) {
    for (const piece of piecesOf(source, line.start + match.index, line.start + match.index + match[0].length))
      parts.push(piece);
    if (match.index > 60) break;
  }
  const joined = englishName(line.text.replace(/(?:[,，|｜(（\t]|\s{2,}|\s[—–-]\s).*$/, '').trim());
  const chinese = parts.find((part) => /[一-龥]/.test(part.value) && isPersonChinese(part.value));
  // A Chinese name may stand behind its spelling in Latin letters, but not behind anything else.
  if (chinese) {
    const before = source.slice(line.start, chinese.span.start);
    if (!/[一-龥\d@]/.test(before)) return chinese;
  }
  if (joined === null) return null;
  const span = spanOf(source, line.start, line.start + line.text.indexOf(joined) + joined.length);
  return span && span.text === joined ? { value: joined, span } : null;
}

/** The phrase itself and, for Chinese with blanks in it, its parts: "张 伟", "张伟 高级算法工程师", "张伟的简历". */
function piecesOf(source: string, start: number, end: number): Read<string>[] {
  const span = spanOf(source, start, end);
  if (span === null) return [];
  const pieces: Read<string>[] = [{ value: span.text, span }];
  const spaced = /^([一-龥])\s{1,4}([一-龥])(?:\s{1,4}([一-龥]))?$/.exec(span.text);
  if (spaced) pieces.push({ value: span.text.replace(/\s/g, ''), span });
  for (const match of span.text.matchAll(/[一-龥·]{2,12}/g)) {
    const from = span.start + match.index;
    const word = match[0].replace(/(?:的?个人简历|的?简历|先生|女士|同学|同志|博士|老师)$/, '');
    const piece = spanOf(source, from, from + word.length);
    if (piece) pieces.push({ value: piece.text, span: piece });
  }
  return pieces;
}

function nameAtStart(source: string, start: number, end: number): Read<string> | null {
  const text = source.slice(start, end);
  const chinese =
    /^([一-龥]{2,4}(?:·[一-龥]{1,8})?|[一-龥]\s{1,3}[一-龥](?:\s?[一-龥])?)(?=$|[\s\t|｜/,，(（性男女;；、])/.exec(
      text,
    )?.[1];
  if (chinese) {
    const span = spanOf(source, start, start + chinese.length);
    return span && { value: span.text.replace(/\s/g, ''), span };
  }
  const english = /^[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}/.exec(text)?.[0];
  const span = english ? spanOf(source, start, start + english.length) : null;
  return span && { value: span.text, span };
}

function isPersonChinese(text: string): boolean {
  return (
    isChineseName(text) &&
    !notNames.test(text) &&
    headingKind(text) === null &&
    titleEvidence(text) === 0 &&
    orgEvidence(text) === 0 &&
    skillIdOf(text) === null &&
    placeIn(text) === null
  );
}

const nameWord =
  "(?:\\p{Lu}[\\p{Ll}'’]+(?:[-'’]\\p{Lu}?\\p{Ll}+)*|\\p{Lu}\\.|(?:de|van|von|der|la|bin|al|Mc\\p{Lu}\\p{Ll}+|O['’]\\p{Lu}\\p{Ll}+))";
const englishShape = new RegExp(
  `^\\p{Lu}[\\p{Ll}'’.-]*(?: ${nameWord}){1,3}(?:,? (?:Jr\\.?|Sr\\.?|III?|Ph\\.?D\\.?|MBA|CPA|PMP))?$`,
  'u',
);
const capitalShape = /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){1,3}$/u;
const notEnglishNames =
  /(?:^| )(?:resume|curriculum|vitae|summary|profile|experience|education|skills|street|road|avenue|city|university|college|china|states|kingdom|phone|email|address|linkedin|github|page|professional|personal|contact|objective|present|january|february|march|april|june|july|august|september|october|november|december|new york|san francisco|hong kong|los angeles|mountain view|open source|machine learning)(?: |$)/i;

/** A name in Latin letters: two to four capitalised words that are no title, employer, place or heading. */
export function englishName(text: string): string | null {
  const bare = text.replace(/,? (?:Ph\.?D\.?|MBA|CPA|PMP|M\.?D\.?|CFA)\.?$/, '');
  if (!englishShape.test(bare) && !capitalShape.test(bare)) return null;
  if (bare.length > 40 || notEnglishNames.test(bare) || headingKind(bare) !== null) return null;
  if (titleEvidence(bare) > 0 || orgEvidence(bare) > 0 || placeIn(bare) !== null || skillIdOf(bare) !== null)
    return null;
  return bare;
}
