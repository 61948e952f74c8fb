import {
  type Degree,
  readDay,
  readDegree,
  readHeadcount,
  readPlace,
  readYears,
  type Years,
} from '../../language/index.ts';

/** A part of a line of requirements, and what it is. */
export type RequirementPart =
  | { readonly kind: 'years'; readonly years: Years }
  | { readonly kind: 'degree'; readonly minimum: Degree | null }
  | { readonly kind: 'headcount'; readonly count: number | null }
  | { readonly kind: 'published'; readonly text: string }
  | { readonly kind: 'place'; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string };

const BARS = /[||/·•;;、,,\n]/u;

function readPart(text: string): RequirementPart {
  if (/发布$|更新$/u.test(text) && readDay(text, { year: 2000 }).kind === 'day') return { kind: 'published', text };
  const years = readYears(text);
  if (years && !/^\d+$/u.test(text)) return { kind: 'years', years };
  const degree = readDegree(text);
  if (degree && !/^不限$/u.test(text)) return { kind: 'degree', minimum: degree.minimum };
  const headcount = /^\d+$/u.test(text) ? null : readHeadcount(text);
  if (headcount) return { kind: 'headcount', count: headcount.count };
  const place = readPlace(text);
  return place.cityId || place.remote ? { kind: 'place', text } : { kind: 'unknown', text };
}

/** The parts of a line such as "3-4年经验 | 本科 | 招1人", each with what it says. */
export function splitRequirements(line: string): RequirementPart[] {
  if (line.length > 200) return [];
  return line
    .split(BARS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readPart);
}

/** Whether a cell says several different things of what a job asks for, and nothing that is prose. */
export function isRequirementsLine(cell: string): boolean {
  const parts = splitRequirements(cell);
  const kinds = new Set(parts.map((part) => part.kind));
  return (
    !kinds.has('unknown') &&
    ['years', 'degree', 'headcount'].filter((kind) => parts.some((part) => part.kind === kind)).length > 1
  );
}
