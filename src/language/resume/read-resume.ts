import { ok, type Result } from '../../platform/index.ts';
import { readEnglishProse } from './bio-en.ts';
import { readChineseProse } from './bio-zh.ts';
import { findCareerEntities } from './career-entities.ts';
import { titleEvidence } from './career-words.ts';
import { readContacts } from './contacts.ts';
import { readEducation } from './education.ts';
import { anchorPeriod } from './entries.ts';
import { extractText } from './extract-text.ts';
import { readLanguages } from './languages.ts';
import { defaultLimits, type ExtractedText, type ExtractionLimits, type Read, type ResumeReading } from './model.ts';
import { englishName, readName } from './name.ts';
import { readPositions } from './positions.ts';
import { readProjects } from './projects.ts';
import { warningsFor } from './reading-warnings.ts';
import { type Line, readAsWritten, resumeLines, spanOf, spanOfLines } from './resume-lines.ts';
import { type Section, splitSections } from './sections.ts';
import { readSkills } from './skills.ts';
import { unfoldColumns } from './text-columns.ts';
import { assembleLines, plainLine } from './text-lines.ts';

/**
 * Reads a resume's text, Chinese, English or mixed. Every value carries the span of `sourceText` that it was read from;
 * what the text does not say stays null or empty. Pure: the same text gives the same reading. Never throws.
 */
export function readResume(input: string | ExtractedText): ResumeReading {
  if (typeof input !== 'string' && input.stated !== null) return input.stated;
  const extracted = typeof input === 'string' ? fromPlainText(input) : input;
  const source = extracted.text;
  const lines = resumeLines(source, extracted.blocks);
  const sections = splitSections(lines);
  const linesOf = (...kinds: Section['kind'][]) =>
    sections.filter((section) => kinds.includes(section.kind)).flatMap((section) => section.lines);
  const header = headerLines(sections);
  const hasHeadings = sections.some(
    (section) => section.heading !== null && section.kind !== 'contact' && section.kind !== 'header',
  );
  const isProse = !hasHeadings || !sections.some((section) => section.kind === 'experience');
  const told = isProse ? readProse(source, sections) : { positions: [], education: [], name: null };

  let positions = sections
    .filter((section) => section.kind === 'experience')
    .flatMap((section) => readExperience(source, section));
  if (positions.length === 0) positions = told.positions;
  let education = sections
    .filter((section) => section.kind === 'education')
    .flatMap((section) => readEducation(source, section.lines));
  if (education.length === 0) education = told.education;
  if (education.length === 0) education = educationInHeader(source, header);
  const name = readName(source, header, lines) ?? told.name;
  const referees = sections.find(
    (section) => section.kind === 'other' && /证明人|推荐人|referenc|referee/i.test(section.heading?.text ?? ''),
  );
  const summaryLines = sections.find((section) => section.kind === 'summary' && section.lines.length > 0)?.lines ?? [];
  const summarySpan = spanOfLines(source, summaryLines);
  const skillLines = linesOf('skills');
  const languageLines = linesOf('languages');
  const contacts = readContacts(source, referees?.heading?.start ?? source.length);
  const contactSpans = [contacts.email, contacts.phone, ...contacts.links].flatMap((contact) => contact?.span ?? []);
  const isContact = (line: Line) => contactSpans.some((span) => span.start >= line.start && span.end <= line.end);
  const experienceLines = sections
    .filter((section) => section.kind !== 'skills' && section.kind !== 'languages' && section.kind !== 'education')
    .flatMap((section) => section.lines)
    .filter((line) => !isContact(line) || line.text.length > 200);
  const reading = {
    language: languageOf(source),
    name,
    headline: readHeadline(source, header, linesOf('objective'), name),
    contacts,
    positions,
    education,
    projects: sections
      .filter((section) => section.kind === 'projects')
      .flatMap((section) => readProjects(source, section.lines)),
    skills: readSkills(source, skillLines, experienceLines, namesIn(positions, education)),
    languages: readLanguages(
      languageLines,
      sections.filter((section) => section.kind !== 'languages').flatMap((section) => section.lines),
    ),
    summary: summarySpan && { value: summarySpan.text, span: summarySpan },
    sourceText: source,
  };
  const warnings = warningsFor(reading);
  if (extracted.warnings.some((warning) => warning.code === 'text-truncated')) {
    warnings.push({
      code: 'text-truncated',
      message: { zh: '文字过长，只读取了前面的部分', en: 'The text is too long; only its beginning was read' },
      span: null,
    });
  }
  return { ...reading, warnings };
}

/** Extracts a file's text and reads it as a resume; the failures are those of `extractText`. */
export async function readResumeFile(
  bytes: Uint8Array,
  filename: string,
  limits: Partial<ExtractionLimits> = {},
): Promise<Result<ResumeReading>> {
  const extracted = await extractText(bytes, filename, limits);
  return extracted.ok ? ok(readResume(extracted.value)) : extracted;
}

function fromPlainText(text: string): ExtractedText {
  const lines = unfoldColumns(text.split(/\r\n?|[\n\f\u2028\u2029]/)).map((line) => plainLine(line));
  const { text: clean, blocks, truncated } = assembleLines(lines, defaultLimits.maxTextLength);
  const warnings: ExtractedText['warnings'] = truncated
    ? [
        {
          code: 'text-truncated',
          message: { zh: '文字过长，只读取了前面的部分', en: 'The text is too long; only its beginning was read' },
        },
      ]
    : [];
  return { kind: 'text', text: clean, blocks, pages: 1, warnings, stated: null };
}

/** Where employers and schools are named: a skill's name there is no claim to the skill. */
function namesIn(positions: ResumeReading['positions'], education: ResumeReading['education']) {
  return [...positions.map((position) => position.company?.span), ...education.map((entry) => entry.span)].flatMap(
    (span) => span ?? [],
  );
}

/** What stands before the first section of substance: name, contacts, a headline. */
function headerLines(sections: readonly Section[]): Line[] {
  const lines: Line[] = [];
  for (const section of sections) {
    if (section.kind === 'header' || section.kind === 'contact') lines.push(...section.lines);
    else if (lines.length > 0) break;
  }
  return lines;
}

function readExperience(source: string, section: Section) {
  const listed = readPositions(source, section.lines);
  if (listed.length > 0) return listed;
  const first = section.lines[0];
  const last = section.lines.at(-1);
  return first && last ? proseOf(source, first.start, last.end).positions : [];
}

/** A biography, or a resume without headings: sentences are read as such, and lines with dates as entries. */
function readProse(source: string, sections: readonly Section[]) {
  const positions: ResumeReading['positions'] = [];
  const education: ResumeReading['education'] = [];
  for (const section of sections) {
    if (section.kind !== 'header' && section.kind !== 'summary' && section.kind !== 'contact') continue;
    const first = section.lines[0];
    const last = section.lines.at(-1);
    if (!first || !last) continue;
    const anchors = section.lines.filter((line) => anchorPeriod(source, line) !== null && !isSentence(line));
    if (anchors.length > 0 && section.kind !== 'summary') {
      const schools = anchors.filter((line) =>
        readEducation(source, [line]).some(
          (entry) => entry.school !== null && (entry.degree !== null || entry.major !== null),
        ),
      );
      const schoolStarts = new Set(schools.map((line) => line.start));
      const from = section.lines.indexOf(anchors[0] ?? first);
      const rest = section.lines.slice(Math.max(0, from)).filter((line) => !schoolStarts.has(line.start));
      positions.push(
        ...readPositions(source, rest).filter((position) => position.company !== null && position.title !== null),
      );
      education.push(...readEducation(source, schools));
    }
    if (positions.length === 0) {
      const told = proseOf(source, first.start, last.end);
      positions.push(...told.positions);
      if (education.length === 0) education.push(...told.education);
    }
  }
  return { positions, education, name: nameInProse(source, sections[0]?.lines[0] ?? null) };
}

function isSentence(line: Line): boolean {
  return (
    /任|就职|毕业|[。；]/.test(line.text) &&
    /[一-龥]/.test(line.text) &&
    /(?:年|月|今)\s*[，,]?\s*(?:历|曾|现|担|先后|就|在|任)/.test(line.text)
  );
}

function proseOf(source: string, start: number, end: number) {
  const text = source.slice(start, end);
  return mostlyChinese(text) ? readChineseProse(source, start, end) : readEnglishProse(source, start, end);
}

function nameInProse(source: string, line: Line | null): Read<string> | null {
  if (line === null) return null;
  const opening = line.text.slice(0, 80);
  const entity = findCareerEntities(opening).find((found) => found.kind === 'NAME');
  if (entity) return readAsWritten(source, line.start + entity.start, line.start + entity.end);
  const english =
    /^(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?:,| \(| is | has | was | joined | leads | works | serves )/.exec(
      opening,
    );
  const words = english?.[1];
  if (!words || englishName(words) === null) return null;
  const start = line.start + opening.indexOf(words);
  return readAsWritten(source, start, start + words.length);
}

/** A title that stands alone near the name; else the title the person says they look for. */
function readHeadline(
  source: string,
  header: readonly Line[],
  objective: readonly Line[],
  name: Read<string> | null,
): Read<string> | null {
  for (const line of header.slice(0, 8)) {
    if (name && line.start <= name.span.start && name.span.end <= line.end) {
      const rest = spanOf(source, name.span.end, line.end);
      const part = rest && /^[\s|｜·,，/()（）–—-]*([^|｜\t\d@]{2,60}?)(?=$|[|｜\t]|\s{2,})/.exec(rest.text)?.[1];
      if (rest && part && titleEvidence(part) >= 2 && !/[。；]/.test(part)) {
        const start = rest.start + rest.text.indexOf(part);
        return readAsWritten(source, start, start + part.length);
      }
      continue;
    }
    if (line.text.length > 90 || /[@。；]|\d{4}/.test(line.text)) continue;
    const wish =
      /^(?:求职意向|应聘职位|应聘岗位|意向岗位|期望职位|目标职位|objective)\s*[:：]\s*/i.exec(line.text)?.[0].length ??
      0;
    const rest = line.text.slice(wish);
    const first = /^[^|｜\t•]{2,90}?(?=\s*(?:[|｜\t•]|\s{2,}|$))/.exec(rest)?.[0] ?? '';
    if (titleEvidence(first) >= 2 && !/[:：]/.test(first))
      return readAsWritten(
        source,
        line.start + wish,
        line.start + wish + (/[|｜]/.test(rest) && !/[一-龥]/.test(rest) ? rest.length : first.length),
      );
  }
  for (const line of objective.slice(0, 4)) {
    const match = /^(?:[^:：]{2,8}[:：]\s*)?([^|｜\t，,；;。]{2,40})/.exec(line.text);
    const words = match?.[1];
    if (words && titleEvidence(words) >= 2) {
      const start = line.start + line.text.indexOf(words);
      return readAsWritten(source, start, start + words.length);
    }
  }
  return null;
}

/** "学历：本科  毕业院校：浙江大学  专业：软件工程" among the personal facts. */
function educationInHeader(source: string, header: readonly Line[]): ResumeReading['education'] {
  const lines = header.filter(
    (line) =>
      /学历|学位|院校|毕业|大学|学院|专业[:：]|university|college|degree|education\s*:/i.test(line.text) &&
      line.text.length <= 120 &&
      // A sentence that tells of a career names a degree, not a school's entry.
      !/先生|女士|[担现历曾兼]任|[至月年]任/.test(line.text),
  );
  return readEducation(source, lines).slice(0, 3);
}

function mostlyChinese(text: string): boolean {
  const chinese = text.match(/[一-龥]/g)?.length ?? 0;
  return chinese * 2 >= (text.match(/[A-Za-z]+/g)?.length ?? 0);
}

function languageOf(source: string): ResumeReading['language'] {
  const chinese = source.match(/[一-龥]/g)?.length ?? 0;
  const english = source.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  // A Chinese word is about two characters. Names of tools are English in any resume.
  const share = chinese / 2 / Math.max(1, chinese / 2 + english);
  return share > 0.55 ? 'zh' : share < 0.06 ? 'en' : 'mixed';
}
