import { findMentions, linkSchool, linkSkill } from '../find-mentions.ts';
import { linkRole } from '../link-role.ts';
import type { Seniority } from '../model.ts';
import { readSeniority } from '../seniority.ts';
import { findPlaces } from '../values/place.ts';
import type { Read } from './model.ts';

/** What the lexicons know, in the few questions that the resume reader asks. Offsets are those of the text given. */
export type LinkedMention = { id: string; start: number; end: number };

/** The first city named in a text; null where there is none. */
export function placeIn(text: string): LinkedMention | null {
  const [city] = findPlaces(text).cities;
  return city ? { id: city.value, start: city.span.start, end: city.span.end } : null;
}

/** The role that a title means. */
export function roleIdOf(title: string): string | null {
  return linkRole(title)?.id ?? null;
}

/** The rung that a title's own words state, placed in the text that the title was read from. */
export function seniorityOf(title: Read<string>): Read<Seniority> | null {
  const found = readSeniority(title.span.text);
  if (found === null) return null;
  const start = title.span.start + found.span.start;
  return { value: found.value, span: { start, end: start + found.span.text.length, text: found.span.text } };
}

/** The school that a name means. */
export function schoolIdOf(name: string): string | null {
  return linkSchool(name);
}

/** The skill that a phrase names as a whole. */
export function skillIdOf(phrase: string): string | null {
  return linkSkill(phrase);
}

/** Every skill mentioned in running text, from left to right. */
export function skillsIn(text: string): LinkedMention[] {
  return findMentions(text, ['skill']).map(({ id, start, end }) => ({ id, start, end }));
}
