import { findDegreeWords } from './education.ts';
import { readLanguages } from './languages.ts';
import { placeIn, roleIdOf, schoolIdOf, seniorityOf, skillIdOf } from './lexicon-links.ts';
import type { Read, ResumeEducation, ResumePosition, ResumeReading, ResumeSkill } from './model.ts';
import { warningsFor } from './reading-warnings.ts';
import { dateValue } from './resume-dates.ts';
import { resumeLines } from './resume-lines.ts';
import { type StatedText, statedText } from './stated-text.ts';

/** A resume whose file names its fields: JSON Resume and LinkedIn's export are brought into this form. */
export type StatedResume = {
  name?: unknown;
  headline?: unknown;
  email?: unknown;
  phone?: unknown;
  links: unknown[];
  summary?: unknown;
  work: {
    company?: unknown;
    title?: unknown;
    place?: unknown;
    start?: unknown;
    end?: unknown;
    description?: unknown;
    highlights?: unknown[];
  }[];
  education: { school?: unknown; degree?: unknown; major?: unknown; start?: unknown; end?: unknown }[];
  projects: { name?: unknown; start?: unknown; end?: unknown; description?: unknown }[];
  skills: unknown[];
  languages: { language?: unknown; level?: unknown }[];
};

const maxEntries = 200;

/** Writes the fields out as a text, and reads each from its place there. */
export function readStated(resume: StatedResume): ResumeReading {
  const text = statedText();
  const line = (value: unknown) => {
    const read = text.write(value);
    if (read) text.glue('\n');
    return read;
  };
  const name = line(resume.name);
  const headline = line(resume.headline);
  const email = line(resume.email);
  const phone = line(resume.phone);
  const links = resume.links.slice(0, 20).flatMap((link) => line(link) ?? []);
  const summary = line(resume.summary);
  const positions = resume.work.slice(0, maxEntries).flatMap((entry) => writePosition(text, entry) ?? []);
  const education = resume.education.slice(0, maxEntries).flatMap((entry) => writeEducation(text, entry) ?? []);
  const projects = resume.projects.slice(0, maxEntries).flatMap((entry) => {
    text.glue('\n');
    const from = text.position();
    const title = text.write(entry.name);
    if (title === null) return [];
    const { start, end } = writePeriod(text, entry.start, entry.end);
    text.glue('\n');
    const description = line(entry.description);
    return [{ span: text.since(from), name: title, start, end, description }];
  });
  text.glue('\n');
  const skills = resume.skills.slice(0, maxEntries).flatMap((skill): ResumeSkill[] => {
    const read = line(skill);
    return read ? [{ id: skillIdOf(read.value), name: read.value, span: read.span }] : [];
  });
  const languageStart = text.position();
  for (const { language, level } of resume.languages.slice(0, 40)) {
    if (text.write(language) === null) continue;
    text.glue(' ');
    text.write(level);
    text.glue('\n');
  }
  const sourceText = text.text();
  const languageLines = resumeLines(sourceText, []).filter((written) => written.start >= languageStart);
  const reading = {
    language: /[一-龥]/.test(sourceText)
      ? /[A-Za-z]{4,}(?:\s+[A-Za-z]{2,}){3}/.test(sourceText)
        ? ('mixed' as const)
        : ('zh' as const)
      : ('en' as const),
    name,
    headline,
    contacts: { email: email && { ...email, value: email.value.toLowerCase() }, phone, links },
    positions,
    education,
    projects,
    skills,
    languages: readLanguages(languageLines, []),
    summary,
    sourceText,
  };
  return { ...reading, warnings: warningsFor(reading) };
}

function writePosition(text: StatedText, entry: StatedResume['work'][number]): ResumePosition | null {
  text.glue('\n');
  const from = text.position();
  const company = text.write(entry.company);
  if (company) text.glue('\t');
  const title = text.write(entry.title);
  if (company === null && title === null) return null;
  text.glue('\t');
  const { start, end } = writePeriod(text, entry.start, entry.end);
  text.glue('\t');
  const placeRead = text.write(entry.place);
  const place = placeRead && placeIn(placeRead.value);
  text.glue('\n');
  const bodyStart = text.position();
  if (text.write(entry.description)) text.glue('\n');
  for (const highlight of (entry.highlights ?? []).slice(0, 60)) {
    text.glue('• ');
    text.write(highlight);
    text.glue('\n');
  }
  const body = text.since(bodyStart);
  return {
    span: text.since(from),
    company,
    title,
    roleId: title && roleIdOf(title.value),
    seniority: title && seniorityOf(title),
    cityId:
      placeRead && place
        ? {
            value: place.id,
            span: {
              start: placeRead.span.start + place.start,
              end: placeRead.span.start + place.end,
              text: placeRead.value.slice(place.start, place.end),
            },
          }
        : null,
    start,
    end,
    description: body.text.replaceAll(/[•\s]/g, '') === '' ? null : { value: body.text, span: body },
  };
}

function writeEducation(text: StatedText, entry: StatedResume['education'][number]): ResumeEducation | null {
  text.glue('\n');
  const from = text.position();
  const school = text.write(entry.school);
  if (school) text.glue('\t');
  const degreeRead = text.write(entry.degree);
  const degree = degreeRead && findDegreeWords(text.text(), degreeRead.span.start, degreeRead.span.end);
  if (degreeRead) text.glue('\t');
  const major = text.write(entry.major);
  if (school === null && degreeRead === null && major === null) return null;
  text.glue('\t');
  const { start, end } = writePeriod(text, entry.start, entry.end);
  text.glue('\n');
  return { span: text.since(from), school, schoolId: school && schoolIdOf(school.value), degree, major, start, end };
}

/** Start and end; an end that is missing beside a start means that it lasts, as both formats define. */
function writePeriod(
  text: StatedText,
  startValue: unknown,
  endValue: unknown,
): { start: Read<string> | null; end: Read<string | null> | null } {
  const startRead = text.write(startValue);
  if (startRead) text.glue(' – ');
  const endRead = text.write(endValue ?? (startRead ? 'present' : null));
  const start = startRead && dateValue(startRead.value);
  const isNow = endRead !== null && /^(?:present|now|current|至今|今)$/i.test(endRead.value);
  const end = endRead && (isNow ? null : dateValue(endRead.value));
  return {
    start: startRead && start ? { value: start, span: startRead.span } : null,
    end: endRead && (isNow || end) ? { value: end, span: endRead.span } : null,
  };
}
