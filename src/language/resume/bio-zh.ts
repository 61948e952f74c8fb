import type { Degree } from '../model.ts';
import { type CareerEntity, findCareerEntities } from './career-entities.ts';
import { findSchool } from './education.ts';
import { placeIn, roleIdOf, schoolIdOf, seniorityOf } from './lexicon-links.ts';
import type { Read, ResumeEducation, ResumePosition } from './model.ts';
import { findPeriods, type Period } from './resume-dates.ts';
import { boundedStretch, readAsWritten, spanOf } from './resume-lines.ts';

const work = /任|就职|供职|工作|加入|入职|创办|创立|当选|聘|兼/;
const study = /毕业|就读|学习|攻读|获得?.{0,20}(?:学位|学历)|取得.{0,20}(?:学位|学历)|学士|硕士|博士/;
const now = /现(?:任|为|担任|就职于|在)|目前(?:担?任|在|就职)/;
const formerly = /曾|历任|先后/;

/** Positions and schools told in Chinese sentences: "1998年7月至2003年5月任某某公司副总经理". */
export function readChineseProse(
  source: string,
  start: number,
  end: number,
): { positions: ResumePosition[]; education: ResumeEducation[] } {
  const positions: ResumePosition[] = [];
  const education: ResumeEducation[] = [];
  for (const [from, to] of sentences(source, start, end).flatMap(boundedStretch)) {
    let employer: CareerEntity | null = null;
    for (const [clauseStart, clauseEnd, period] of clausesByPeriod(source, from, to)) {
      const text = source.slice(clauseStart, clauseEnd);
      const entities = findCareerEntities(text).map((entity) => ({
        ...entity,
        start: entity.start + clauseStart,
        end: entity.end + clauseStart,
      }));
      if (study.test(text) && !work.test(text.replace(/主任|委任|责任|信任|工作者/g, ''))) {
        const entry = readStudy(source, clauseStart, clauseEnd, period, entities);
        if (entry) education.push(entry);
        continue;
      }
      if (!work.test(text) && period === null && employer === null) continue;
      employer = readWork(source, clauseStart, clauseEnd, period, entities, employer, positions);
    }
  }
  return { positions, education };
}

function sentences(source: string, start: number, end: number): [number, number][] {
  const found: [number, number][] = [];
  for (const match of source
    .slice(start, end)
    .matchAll(/[^。；;！!？?\n]+(?:\n(?![^\S\n]*(?:\n|\d{4}))[^。；;！!？?\n]+)*/g)) {
    found.push([start + match.index, start + match.index + match[0].length]);
  }
  return found;
}

/** A sentence cut where a new period begins, each part with its period. */
function clausesByPeriod(source: string, start: number, end: number): [number, number, Period | null][] {
  const periods = findPeriods(source, start, end).filter(
    (period) => !/^[\s]*(?:出生|生于|生[，。])/.test(source.slice(period.end, period.end + 4)),
  );
  const first = periods[0];
  if (first === undefined) return [[start, end, null]];
  const clauses: [number, number, Period | null][] = [];
  if (first.start > start + 1) clauses.push([start, first.start, null]);
  for (const [index, period] of periods.entries())
    clauses.push([period.start, periods[index + 1]?.start ?? end, period]);
  return clauses;
}

function readWork(
  source: string,
  start: number,
  end: number,
  period: Period | null,
  entities: readonly CareerEntity[],
  carried: CareerEntity | null,
  positions: ResumePosition[],
): CareerEntity | null {
  let org: CareerEntity | null = carried;
  let titles: CareerEntity[] = [];
  let current = now.exec(source.slice(start, end));
  const nowAt = current ? start + current.index : -1;
  const flush = () => {
    const firstTitle = titles[0];
    const lastTitle = titles.at(-1);
    if (org && (firstTitle || org !== carried)) {
      const isNow = current !== null && nowAt >= 0 && nowAt < (firstTitle?.end ?? org.end) && period === null;
      positions.push(
        position(
          source,
          { start, end },
          org,
          firstTitle && lastTitle ? [firstTitle.start, lastTitle.end] : null,
          period,
          isNow ? [nowAt, nowAt + (current?.[0].length ?? 0)] : null,
        ),
      );
    }
    titles = [];
  };
  for (const entity of entities) {
    if (entity.kind === 'ORG') {
      if (titles.length > 0 || org !== carried) flush();
      // "曾任…，现任…": what was formerly does not hold for what follows.
      if (current && formerly.test(source.slice(nowAt, entity.start))) current = null;
      org = entity;
    } else if (entity.kind === 'TITLE' && org !== null && !/党员|职称/.test(entity.text)) {
      titles.push(entity);
    }
  }
  flush();
  return org;
}

function position(
  source: string,
  clause: { start: number; end: number },
  org: CareerEntity,
  titleRange: [number, number] | null,
  period: Period | null,
  nowRange: [number, number] | null,
): ResumePosition {
  const title = titleRange && readAsWritten(source, titleRange[0], titleRange[1]);
  const nowSpan = nowRange && spanOf(source, nowRange[0], nowRange[1]);
  const place = placeIn(org.text);
  return {
    span: spanOf(source, clause.start, clause.end) ?? { start: clause.start, end: clause.start, text: '' },
    company: readAsWritten(source, org.start, org.end),
    title,
    roleId: title && roleIdOf(title.value),
    seniority: title && seniorityOf(title),
    cityId:
      place && org.text.slice(place.end).startsWith('分')
        ? {
            value: place.id,
            span: {
              start: org.start + place.start,
              end: org.start + place.end,
              text: org.text.slice(place.start, place.end),
            },
          }
        : null,
    start: period?.from ?? null,
    end: period?.to ?? (nowSpan ? { value: null, span: nowSpan } : null),
    description: null,
  };
}

const degreeIds: [Degree, RegExp][] = [
  ['doctor', /博士/],
  ['master', /硕士|研究生|MBA/],
  ['bachelor', /本科|学士|大学/],
  ['associate', /大专|专科|高职/],
  ['vocational', /中专/],
  ['high-school', /高中/],
];

function readStudy(
  source: string,
  start: number,
  end: number,
  period: Period | null,
  entities: readonly CareerEntity[],
): ResumeEducation | null {
  const school = findSchool(source, start, end);
  const edu = entities.find((entity) => entity.kind === 'EDU');
  if (school === null && edu === undefined) return null;
  const degreeId = edu && degreeIds.find(([, pattern]) => pattern.test(edu.text))?.[0];
  const span = spanOf(source, start, end);
  if (span === null) return null;
  const major = school && majorBehind(source, school.span.end, edu && edu.start > school.span.end ? edu.start : end);
  const graduated = period?.single === true;
  return {
    span,
    school,
    schoolId: school && schoolIdOf(school.value),
    degree: edu && degreeId ? { value: degreeId, span: { start: edu.start, end: edu.end, text: edu.text } } : null,
    major,
    start: graduated ? null : (period?.from ?? null),
    end: graduated ? (period?.from ?? null) : (period?.to ?? null),
  };
}

/** The words between a school and "专业" or a degree: "兰州商学院会计专业学士". */
function majorBehind(source: string, start: number, end: number): Read<string> | null {
  const text = source.slice(start, end);
  const match =
    /^(?:[一-龥]{1,10}(?:系|学院))?([一-龥]{2,14}?)(?:专业|系(?=$|[，,毕获]))/.exec(text) ??
    /^([一-龥]{2,14})$/.exec(text.replace(/[，,].*$/, ''));
  const word = match?.[1];
  if (match === null || word === undefined || /毕业|学习|就读|攻读|获|取得|任教|工作/.test(word)) return null;
  const at = start + match.index + match[0].indexOf(word);
  return readAsWritten(source, at, at + word.length);
}
