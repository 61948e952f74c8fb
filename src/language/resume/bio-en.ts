import { titleEvidence } from './career-words.ts';
import { findDegreeWords, findSchool } from './education.ts';
import { roleIdOf, schoolIdOf, seniorityOf } from './lexicon-links.ts';
import type { Read, ResumeEducation, ResumePosition } from './model.ts';
import { findPeriods, firstRange, type Period } from './resume-dates.ts';
import { boundedStretch, readAsWritten, spanOf } from './resume-lines.ts';

const word = "[A-Z][\\w&.'’+-]*";
/** A company's name in running text: capitalised words, with small words between. */
const companyName = `(?:${word}|[a-z]+[A-Z]\\w*)(?:[ ](?:${word}|of|and|&|the|for))*`;
const titleName = "[A-Za-z][\\w'’,/&+.\\s-]{2,80}?";

const patterns: { pattern: RegExp; current: boolean }[] = [
  // "Jane is a senior product manager at Stripe"
  {
    pattern: new RegExp(
      `\\b(?:is|am|['’]m|works? as|serves? as|currently works? as|is currently|am currently)\\s(?:currently\\s)?(?:an?\\s|the\\s)?(?<title>${titleName})\\s(?:at|for|of|with|@)\\s(?:the\\s)?(?<company>${companyName})`,
      'g',
    ),
    current: true,
  },
  // "she was a data engineer at Acme", "served as head of design at Acme"
  {
    pattern: new RegExp(
      `\\b(?:was|were|served as|worked as|worked previously as|previously worked as|spent .{1,30}? as|held the position of|held the role of|became|been)\\s(?:an?\\s|the\\s)?(?<title>${titleName})\\s(?:at|for|of|with|@)\\s(?:the\\s)?(?<company>${companyName})`,
      'g',
    ),
    current: false,
  },
  // "joined Acme in 2015 as a data engineer"
  {
    pattern: new RegExp(
      `\\b(?:joined|joining)\\s(?:the\\s)?(?<company>${companyName})(?:\\s(?:in|from)\\s[^.;]{3,40}?)?,?\\sas\\s(?:an?\\s|the\\s|its\\s|their\\s)?(?<title>${titleName})(?=[.,;]|\\s(?:in|from|where|and|until|between|since|leading|working)\\b|$)`,
      'g',
    ),
    current: false,
  },
  // "worked at Acme as a data engineer"
  {
    pattern: new RegExp(
      `\\bworked (?:at|for|with)\\s(?:the\\s)?(?<company>${companyName})\\s(?:\\([^)]{4,40}\\)\\s)?as\\s(?:an?\\s|the\\s)?(?<title>${titleName})(?=[.,;]|\\s(?:in|from|where|and|until|between|since|leading)\\b|$)`,
      'g',
    ),
    current: false,
  },
];

/** Positions and schools told in an English biography: "Previously, she was a data engineer at Acme from 2015 to 2018." */
export function readEnglishProse(
  source: string,
  start: number,
  end: number,
): { positions: ResumePosition[]; education: ResumeEducation[] } {
  const positions: ResumePosition[] = [];
  const education: ResumeEducation[] = [];
  for (const [from, to] of sentences(source, start, end).flatMap(boundedStretch)) {
    const periods = findPeriods(source, from, to);
    const study = readStudy(source, from, to, periods);
    if (study.length > 0) {
      education.push(...study);
      continue;
    }
    positions.push(...readWork(source, from, to, periods));
  }
  return { positions: positions.sort((a, b) => a.span.start - b.span.start), education };
}

function sentences(source: string, start: number, end: number): [number, number][] {
  const text = source.slice(start, end);
  const found: [number, number][] = [];
  let at = 0;
  for (const match of text.matchAll(
    /(?<!\b(?:Inc|Ltd|Co|Corp|Dr|Mr|Ms|Mrs|Jr|Sr|St|U\.S|Ph\.D|B\.S|M\.S|B\.A|M\.A|B\.Sc|M\.Sc|[A-Z]))[.;!?](?=\s|$)|\n\s*\n/g,
  )) {
    found.push([start + at, start + match.index]);
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push([start + at, end]);
  return found;
}

function readWork(source: string, start: number, end: number, periods: readonly Period[]): ResumePosition[] {
  const text = source.slice(start, end);
  const positions: ResumePosition[] = [];
  for (const { pattern, current } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { title: titleText, company: companyText } = match.groups ?? {};
      if (!titleText || !companyText || titleEvidence(titleText) < 2 || titleText.split(/\s+/).length > 9) continue;
      const at = start + match.index;
      const title = locate(source, at, at + match[0].length, titleText);
      const company = locate(
        source,
        at,
        at + match[0].length,
        companyText.replace(/\s(?:of|and|&|the|for)$/, '').replace(/[.,]$/, ''),
      );
      if (!title || !company || positions.some((other) => other.company?.span.start === company.span.start)) continue;
      const period = periodFor(periods, at, positions.length === 0);
      positions.push(
        entry(
          source,
          [start, end],
          title,
          company,
          period,
          current && period === null ? [at, at + match[0].split(/\s/, 1).join('').length] : null,
        ),
      );
    }
  }
  return positions;
}

/** The period nearest behind a statement; a sentence with one statement takes the period wherever it stands. */
function periodFor(periods: readonly Period[], at: number, isOnly: boolean): Period | null {
  const behind = periods.filter((period) => period.start > at);
  return (
    firstRange(behind) ?? (isOnly ? firstRange(periods) : null) ?? behind[0] ?? (isOnly ? (periods[0] ?? null) : null)
  );
}

function entry(
  source: string,
  sentence: [number, number],
  title: Read<string>,
  company: Read<string>,
  period: Period | null,
  now: [number, number] | null,
): ResumePosition {
  const nowSpan = now && spanOf(source, now[0], now[1]);
  return {
    span: spanOf(source, sentence[0], sentence[1]) ?? title.span,
    company,
    title,
    roleId: roleIdOf(title.value),
    seniority: seniorityOf(title),
    cityId: null,
    start: period?.from ?? null,
    end: period?.to ?? (nowSpan ? { value: null, span: nowSpan } : null),
    description: null,
  };
}

const studyVerb =
  /\b(?:holds?|earned|received|has an?|completed|obtained|graduated|graduate of|degree|studied|majored)\b/i;

function readStudy(source: string, start: number, end: number, periods: readonly Period[]): ResumeEducation[] {
  const text = source.slice(start, end);
  if (!studyVerb.test(text)) return [];
  const entries: ResumeEducation[] = [];
  // "a PhD in Physics from MIT and a B.S. in Mathematics from Peking University": a part for each school.
  for (const match of text.matchAll(/[^\n]+?\b(?:from|at|of)\b[^\n]+?(?=,? and an? |, an? |$)|[^\n]+$/g)) {
    const from = start + match.index;
    const to = from + match[0].length;
    const degree = findDegreeWords(source, from, to);
    const school = findSchool(source, degree ? degree.span.end : from, to) ?? findSchool(source, from, to);
    if (school === null || (degree === null && !/graduat|studied|majored/i.test(match[0]))) continue;
    const period = periods.find((candidate) => candidate.start >= from && candidate.end <= to) ?? null;
    const majorMatch =
      degree &&
      /^(?:'s)?(?: degree)?(?:\s\([^)]{1,12}\))?\sin\s([A-Za-z][A-Za-z&\s/-]{2,60}?)(?=\s(?:from|at)\b|,|$)/.exec(
        source.slice(degree.span.end, to),
      );
    const major = degree && majorMatch?.[1] ? locate(source, degree.span.end, to, majorMatch[1]) : null;
    entries.push({
      span: spanOf(source, from, to) ?? school.span,
      school,
      schoolId: schoolIdOf(school.value),
      degree,
      major,
      start: period?.single ? null : (period?.from ?? null),
      end: period?.single ? period.from : (period?.to ?? null),
    });
  }
  return entries;
}

function locate(source: string, start: number, end: number, text: string): Read<string> | null {
  const at = source.indexOf(text, start);
  return at < 0 || at + text.length > end ? null : readAsWritten(source, at, at + text.length);
}
