import type { Degree } from '../model.ts';
import { schoolIdOf } from './lexicon-links.ts';
import type { Read, ResumeEducation } from './model.ts';
import { findPeriods, firstRange, type Period } from './resume-dates.ts';
import { isColumnHeads, type Line, readAsWritten, spanOf } from './resume-lines.ts';

const degreesZh: [Degree, RegExp][] = [
  ['doctor', /博士后?(?:研究生)?(?:学位|学历)?|PhD/],
  ['master', /硕士(?:研究生)?(?:学位|学历)?|研究生(?:学历)?|工学硕|MBA|EMBA/],
  ['bachelor', /(?:大学)?本科(?:学历)?|学士(?:学位)?|大学(?:学历|文化)|专升本/],
  ['associate', /大专(?:学历)?|专科(?:学历)?|高职/],
  ['vocational', /中专|中技|技校|职高|中职/],
  ['high-school', /高中(?:学历)?/],
  ['junior-high', /初中(?:学历)?/],
];
const degreesEn: [Degree, RegExp][] = [
  [
    'doctor',
    /(?<![a-z])(?:ph\.?\s?d\.?|d\.?phil\.?|doctor(?:ate)?(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?|doctoral(?: degree)?|ed\.d\.?|m\.d\.|j\.d\.)(?![a-z])/i,
  ],
  [
    'master',
    /(?<![a-z])(?:master(?:['’]?s)?(?: degree)?(?: of (?:science|arts|engineering|business administration|laws|philosophy|education|finance|public \w+|fine arts|computer science))?|m\.?b\.?a\.?|e\.?m\.?b\.?a\.?|m\.?phil\.?|m\.eng\.?|meng|mres|m\.?sc\.?|m\.s\.?|m\.a\.?|msc|llm|m\.ed\.?)(?![a-z])|(?<![A-Za-z])(?:MS|MA)(?![A-Za-z])/i,
  ],
  [
    'bachelor',
    /(?<![a-z])(?:bachelor(?:['’]?s)?(?: degree)?(?: of (?:science|arts|engineering|business administration|laws|commerce|education|technology|medicine|fine arts|economics|computer science))?|b\.?sc\.?|b\.s\.?|b\.a\.?|b\.eng\.?|beng|b\.?tech\.?|b\.?com\.?|b\.e\.|bba|llb|undergraduate)(?![a-z])|(?<![A-Za-z])(?:BS|BA|BE)(?![A-Za-z])/i,
  ],
  [
    'associate',
    /(?<![a-z])(?:associate(?:['’]?s)? degree|associate of (?:science|arts|applied science)|a\.a\.s?\.?|diploma)(?![a-z])/i,
  ],
  ['high-school', /(?<![a-z])(?:high school(?: diploma)?|secondary school|ged)(?![a-z])/i],
];

const schoolZh =
  /[一-龥]{2,20}?(?:大学(?!本科|学历|文化|英语|生|物理|期间)(?:[一-龥]{2,12}?(?:学院|分校|校区))?|学院|职业技术学校|技工学校|技校|学校|党校|科学院(?:大学)?|研究院|研究所|中学|一中|二中|高中)(?:[(（][一-龥A-Za-z]{2,8}[)）])?/;
const schoolEn =
  /(?:(?:The |the )?(?:[A-Z][\w.'’&-]*|of|the|and|at|for|de) ){0,6}(?:University|College|Institute|School|Academy|Polytechnic|Universität|Universidad|Università|Universidade|Universiteit|Université|Politecnico|Politécnica|Hochschule|ETH Zurich|EPFL)(?:(?: of| at| in| for| and| de(?: la)?| di| degli| der| do|[ -](?=[A-Z])) ?(?:the )?[A-Z][\w.'’&-]*(?: (?:and|of|&) [A-Z][\w.'’-]*| [A-Z][\w.'’&-]*){0,4})?(?:(?<=University of California), [A-Z]\w+(?: [A-Z]\w+)?)?|(?<![A-Za-z])(?:MIT|UCLA|UC [A-Z][a-z]+|CMU|NYU|USC|UIUC|Caltech|Stanford|Harvard|Oxford|Cambridge|Berkeley|Yale|Princeton|HKUST|HKU|CUHK|NUS|NTU|INSEAD|Wharton)(?![A-Za-z])/;
const schoolLeadZh =
  /^.{0,12}?(?:毕业于|就读于|考入|进入|保送至?|录取至|毕业院校|毕业学校|学校名称|学校|院校|曾在|于|在|获得?)(?=.{3,})|^(?:本科|硕士|博士|大专|年|月)+(?=.{3,})/;

/** A school's name in a stretch of text, as written. */
export function findSchool(source: string, start: number, end: number): Read<string> | null {
  const text = source.slice(start, end);
  const chinese = schoolZh.exec(text);
  const english = schoolEn.exec(text);
  const match = chinese && (!english || chinese.index <= english.index) ? chinese : english;
  if (match === null) return null;
  let at = match.index;
  let name = match[0];
  const lead = chinese === match ? schoolLeadZh.exec(name)?.[0] : undefined;
  if (lead) {
    at += lead.length;
    name = name.slice(lead.length);
  }
  name = name.replace(/[\s,.]+$/, '');
  return readAsWritten(source, start + at, start + at + name.length);
}

/** The degree that a stretch states, the highest of its kind first in each language. */
export function findDegreeWords(source: string, start: number, end: number): Read<Degree> | null {
  const text = source.slice(start, end);
  let first: { id: Degree; index: number; text: string } | null = null;
  for (const [id, pattern] of [...degreesZh, ...degreesEn]) {
    const match = pattern.exec(text);
    if (match && (first === null || match.index < first.index)) first = { id, index: match.index, text: match[0] };
  }
  const span = first && spanOf(source, start + first.index, start + first.index + first.text.length);
  return first && span ? { value: first.id, span } : null;
}

type Draft = {
  start: number;
  end: number;
  school: Read<string> | null;
  period: Period | null;
  degree: Read<Degree> | null;
  major: Read<string> | null;
};

/** The entries of an education section: a new one begins with each new school, or with new dates when its school is known. */
export function readEducation(source: string, lines: readonly Line[]): ResumeEducation[] {
  const drafts: Draft[] = [];
  for (const line of lines) {
    if (isColumnHeads(line)) continue;
    const isLong = line.text.length > 160;
    const periods = findPeriods(source, line.start, line.end);
    const period = firstRange(periods) ?? periods[0] ?? null;
    const school =
      line.bullet && /[:：]/.test(line.text) && !/学校|院校|school|university/i.test(line.text.split(/[:：]/)[0] ?? '')
        ? null
        : findSchool(source, line.start, line.end);
    const degree = isLong ? null : findDegreeWords(source, line.start, line.end);
    let draft = drafts.at(-1);
    const opens =
      draft === undefined ||
      (school !== null && draft.school !== null && school.span.start !== draft.school.span.start && !isPartOf(line)) ||
      (period !== null && draft.period !== null && draft.school !== null && (school !== null || degree !== null));
    if (opens && (school !== null || period !== null || degree !== null)) {
      draft = { start: line.start, end: line.end, school: null, period: null, degree: null, major: null };
      drafts.push(draft);
    }
    if (draft === undefined || isLong) continue;
    draft.school ??= school;
    draft.period ??= period;
    draft.degree ??= degree;
    draft.major ??= findMajor(source, line, { school, degree, periods }) ?? (draft.school && majorAlone(source, line));
    draft.end = line.end;
  }
  return drafts.flatMap((draft) => {
    const span = spanOf(source, draft.start, draft.end);
    if (span === null || (draft.school === null && draft.degree === null && draft.major === null)) return [];
    const { from, to, single } = draft.period ?? { from: null, to: null, single: false };
    // A date alone beside a school is the year of graduation.
    return [
      {
        span,
        school: draft.school,
        schoolId: draft.school && schoolIdOf(draft.school.value),
        degree: draft.degree,
        major: draft.major,
        start: single ? null : from,
        end: single ? from : to,
      },
    ];
  });
}

function isPartOf(line: Line): boolean {
  return (
    line.bullet ||
    /^(?:主修|课程|荣誉|获奖|学院|GPA|论文|courses?|coursework|thesis|advisor|dissertation|honou?rs|awards?)/i.test(
      line.text,
    )
  );
}

const majorLabel =
  /(?:专业名称|所学专业|主修专业|专\s*业|主修|研究方向|major(?:ed)?(?: in)?|field of study|concentration(?: in)?|specialization)(?:\s*[:：]\s*|\t)([^\t|｜,，;；。\n(（]{2,40})/i;
const majorBeforeWord = /([一-龥A-Za-z+]{2,20}?)专业/;
const majorAfterDegree =
  /^(?:(?:\s*(?:degree|honou?rs|\([Hh]ons?\)))?\s*(?:in|of|,|-|–|:)\s+|\s*\([Hh]ons?\)\s+|\s+(?=[A-Z][a-z]+ (?:Science|Engineering|Studies|Administration)|(?:Economics|Mathematics|Physics|Finance|Statistics|Chemistry|Biology|Psychology|Marketing|Accounting|Law|History|Nursing)\b))((?:the )?[A-Z][A-Za-z&'’/-]*(?:[ ,]+(?:and|of|with|in|&|[A-Z][A-Za-z&'’/-]*))*)/;

function findMajor(
  source: string,
  line: Line,
  known: { school: Read<string> | null; degree: Read<Degree> | null; periods: readonly Period[] },
): Read<string> | null {
  const byLabel = majorLabel.exec(line.text);
  if (byLabel?.[1]) {
    const at = line.start + byLabel.index + byLabel[0].lastIndexOf(byLabel[1]);
    return readAsWritten(source, at, at + byLabel[1].length);
  }
  if (known.degree) {
    const after = source.slice(known.degree.span.end, line.end);
    const english = majorAfterDegree.exec(after);
    if (english?.[1] && !/University|College|Institute|School/.test(english[1].split(',')[0] ?? '')) {
      const written = (english[1].split(/,\s*(?=(?:the )?[A-Z])/)[0] ?? english[1]).replace(
        /[\s,]+(?:and|of|with|in|&)?$/,
        '',
      );
      const at = known.degree.span.end + english[0].length - english[1].length;
      return readAsWritten(source, at, at + written.length);
    }
  }
  if (known.school === null && known.degree === null) return null;
  // What is left of the line when school, degree and dates are taken out.
  const taken = [known.school?.span, known.degree?.span, ...known.periods]
    .filter((span) => span !== undefined && span !== null)
    .sort((a, b) => a.start - b.start);
  let at = line.start;
  const rests: [number, number][] = [];
  for (const span of taken) {
    if (span.start > at) rests.push([at, span.start]);
    at = Math.max(at, span.end);
  }
  if (at < line.end) rests.push([at, line.end]);
  for (const [from, to] of rests) {
    for (const match of source
      .slice(from, to)
      .matchAll(
        /[^\t|｜,，;；。/／:：()（）·•—–\-\s](?:[^\t|｜,，;；。/／:：()（）·•—–]*[^\t|｜,，;；。/／:：()（）·•—–\-\s])?/g,
      )) {
      const words = match[0].split(/(?<=[一-龥])\s+(?=[一-龥])|(?<=[A-Za-z])\s+(?=[一-龥])|\s{2,}/);
      for (const word of words) {
        const major = majorBeforeWord.exec(word)?.[1] ?? word;
        if (!isMajorShape(major)) continue;
        const start = from + match.index + match[0].indexOf(major);
        return readAsWritten(source, start, start + major.length);
      }
    }
  }
  return null;
}

/** A line with nothing but a field of study on it, below its school. */
function majorAlone(source: string, line: Line): Read<string> | null {
  const text = line.text.replace(/专业$/, '');
  return line.bullet || !isMajorShape(text) ? null : readAsWritten(source, line.start, line.start + text.length);
}

const notMajor =
  /^(?:统招|预计|至今|全日制|非全日制|自考|成人|函授|在读|应届|毕业|双一流|985|211|学位|学历|院校|学校|时间|排名|绩点|GPA|honou?rs|degree|of|in|from|at|the|full[- ]?time|part[- ]?time|first class|cum laude|magna cum laude|graduated|expected|with.*|minor.*|[A-Z]{2}|USA|UK|China|Beijing|Shanghai|Shenzhen|Hangzhou|Guangzhou|Boston|London|北京|上海|深圳|广州|杭州|南京|武汉|成都|西安)$/i;

function isMajorShape(text: string): boolean {
  if (notMajor.test(text) || /\d/.test(text) || /[市省区]$/.test(text)) return false;
  if (/(?:专业|学历|学位|毕业|院校|获得|大学|学院|学校|荣誉|优秀|奖学金|先生|女士)/.test(text)) return false;
  return /^[一-龥A-Za-z+、与和及]{2,20}$/.test(text)
    ? /[一-龥]{2}/.test(text) || /^[A-Z][a-z]{3,}$/.test(text)
    : /^[A-Z][A-Za-z&'’]+(?: (?:and|of|&|[A-Z][A-Za-z&'’]*)){0,5}$/.test(text) &&
        !/University|College|School|Institute/.test(text);
}
