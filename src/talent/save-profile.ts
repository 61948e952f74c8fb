import { linkRole, linkSchool, linkSkill, normaliseCompanyName, readSeniority } from '../language/index.ts';
import { type Context, newId } from '../platform/index.ts';
import type { ProfileInput } from './model.ts';
import { loadPeople } from './people-store.ts';
import { monthOf } from './present-person.ts';
import { companiesByName, writeProfile } from './store.ts';

const positionKey = (row: { companyName: string; title: string; start: string }) =>
  `${normaliseCompanyName(row.companyName)}|${row.title.trim()}|${row.start}`;

/**
 * Saves a member's whole profile as they corrected it. Roles, seniority, schools and skills are linked to the
 * lexicon where they are known, and kept as written where not. A position with the same company, title and first
 * month stays the same row, so that its verification stays with it.
 */
export async function saveProfile(context: Context, memberId: string, input: ProfileInput): Promise<void> {
  const before = (await loadPeople(context.db, [memberId])).get(memberId);
  const idOf = new Map(
    (before?.positions ?? []).map((row) => [
      positionKey({ companyName: row.company_name, title: row.title, start: monthOf(row.start_month) }),
      row.id,
    ]),
  );
  const companyOf = new Map((before?.positions ?? []).map((row) => [row.id, row.company_id]));
  const companies = await companiesByName(
    context.db,
    input.positions.map((position) => normaliseCompanyName(position.companyName)),
  );
  const taken = new Set<string>();
  const skills = new Map<string, { level: number | null; known: boolean }>();
  for (const { name, level } of input.skills) {
    const known = linkSkill(name);
    skills.set(known ?? name, { level, known: known !== null });
  }
  await writeProfile(context, memberId, {
    member: {
      name: input.name,
      other_name: input.otherName,
      headline: input.headline,
      summary: input.summary,
      city_id: input.cityId,
      birth_year: input.birthYear,
    },
    positions: input.positions.map((position) => {
      const kept = idOf.get(positionKey(position));
      const id = kept && !taken.has(kept) ? kept : newId();
      taken.add(id);
      return {
        id,
        // The company may go by another name here than in its own row: what was linked stays linked.
        company_id: companies.get(normaliseCompanyName(position.companyName)) ?? companyOf.get(id) ?? null,
        company_name: position.companyName,
        title: position.title,
        role_id: linkRole(position.title)?.id ?? null,
        seniority: readSeniority(position.title)?.value ?? null,
        city_id: position.cityId,
        start_month: `${position.start}-01`,
        end_month: position.end && `${position.end}-01`,
        description: position.description,
        yearly_pay: position.yearlyPay,
      };
    }),
    education: input.education.map((row) => ({
      id: newId(),
      school_id: linkSchool(row.schoolName),
      school_name: row.schoolName,
      degree: row.degree,
      major: row.major,
      start_year: row.startYear,
      end_year: row.endYear,
    })),
    skills: [...skills].map(([skill, { level, known }]) => ({
      skill,
      known,
      level,
      last_used_year: null,
      source: 'self' as const,
    })),
  });
}
