import { findSkill } from '../language/index.ts';
import type { PersonView, ProfilePart } from './model.ts';
import type { Person } from './people-store.ts';

/** `2021-03-01` as the month `2021-03`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/**
 * Years of work at `now`, from the months in which there was any position (overlapping ones count once), to one
 * decimal; null where no position is given.
 */
export function yearsOfExperience(
  positions: readonly { start_month: string; end_month: string | null }[],
  now: Date,
): number | null {
  if (positions.length === 0) return null;
  const present = monthNumber(now.toISOString());
  const spans = positions
    .map((position) => ({
      start: monthNumber(position.start_month),
      end: Math.min(present, position.end_month === null ? present : monthNumber(position.end_month)),
    }))
    .sort((a, b) => a.start - b.start);
  let months = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const { start, end } of spans) {
    const from = Math.max(start, covered + 1);
    if (end >= from) {
      months += end - from + 1;
      covered = end;
    }
  }
  return Math.round((months / 12) * 10) / 10;
}

/** The positions that last at `now`. */
export function currentPositions<T extends { end_month: string | null; start_month: string }>(
  positions: readonly T[],
  now: Date,
): readonly T[] {
  const month = monthOf(now.toISOString());
  return positions.filter(
    (position) =>
      monthOf(position.start_month) <= month && (position.end_month === null || monthOf(position.end_month) >= month),
  );
}

/** The person in the API's words, with only the parts that the reader may see. */
export function presentPerson(person: Person, parts: readonly ProfilePart[], now: Date): PersonView {
  const shown = new Set(parts);
  const { member, preference } = person;
  const marks = (positionId: string) =>
    person.verifications
      .filter((verification) => verification.position_id === positionId)
      .map(({ method, decided_at }) => ({ method, decidedAt: decided_at?.toISOString() ?? null }));
  const [current] = currentPositions(person.positions, now);
  return {
    id: member.id,
    name: member.name,
    otherName: member.other_name,
    headline: member.headline,
    cityId: member.city_id,
    current: current
      ? {
          companyName: current.company_name,
          title: current.title,
          start: monthOf(current.start_month),
          verified: marks(current.id),
        }
      : null,
    years: shown.has('positions') ? yearsOfExperience(person.positions, now) : null,
    generated: member.origin === 'world',
    summary: shown.has('summary') ? member.summary : null,
    positions: shown.has('positions')
      ? person.positions.map((row) => ({
          id: row.id,
          companyId: row.company_id,
          companyName: row.company_name,
          title: row.title,
          roleId: row.role_id,
          seniority: row.seniority,
          cityId: row.city_id,
          start: monthOf(row.start_month),
          end: row.end_month && monthOf(row.end_month),
          description: row.description,
          verified: marks(row.id),
        }))
      : null,
    education: shown.has('education')
      ? person.education.map((row) => ({
          id: row.id,
          schoolId: row.school_id,
          schoolName: row.school_name,
          degree: row.degree,
          major: row.major,
          startYear: row.start_year,
          endYear: row.end_year,
        }))
      : null,
    skills: shown.has('skills')
      ? person.skills.map((row) => ({
          skill: row.skill,
          name: skillName(row.skill),
          level: row.level,
          lastUsedYear: row.last_used_year,
          endorsements: row.endorsements,
        }))
      : null,
    wishes:
      shown.has('wishes') && preference
        ? {
            openness: preference.openness,
            roleIds: preference.desired_role_ids,
            cityIds: preference.desired_city_ids,
            remote: preference.remote,
          }
        : null,
    shown: [...parts],
  };
}

/** A skill's name in both languages; one that the lexicon does not know is shown as it was written. */
export function skillName(skill: string): { zh: string; en: string } {
  const known = findSkill(skill);
  return known ? { zh: known.zh, en: known.en } : { zh: skill, en: skill };
}
