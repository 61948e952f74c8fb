import { DEGREES, detectLanguage, type RoleBrief, roleBriefSchema, SENIORITIES } from '../language/index.ts';
import type { PostingRow } from './store.ts';

const stated = <T>(value: T) => ({ value, span: null });
const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((one) => one === value);

/**
 * What a posting asks for: the brief its recruiter wrote, or, for one that came by import, what its columns say. No
 * part of the latter has a span: it was not read from words.
 */
export function postingBrief(row: PostingRow): RoleBrief {
  const written = roleBriefSchema.safeParse(row.brief);
  if (written.success) return written.data;
  const seniority = oneOf(SENIORITIES, row.seniority);
  const degree = oneOf(DEGREES, row.degree);
  return {
    language: detectLanguage(`${row.title}\n${row.description}`),
    title: stated(row.title),
    roleId: row.role_id,
    seniority: seniority ? stated(seniority) : null,
    mustSkills: row.must_skills.map(stated),
    niceSkills: row.nice_skills.map(stated),
    cityIds: row.city_id === null ? [] : [stated(row.city_id)],
    remote: row.remote ? stated(true) : null,
    years: row.years_min === null ? null : stated({ min: row.years_min, max: row.years_max }),
    degree: degree ? stated(degree) : null,
    pay:
      row.pay_min === null && row.pay_max === null
        ? null
        : stated({ min: row.pay_min, max: row.pay_max, currency: row.pay_currency }),
    preferredDegree: null,
    managesPeople: null,
    peopleManaged: null,
    industryIds: [],
    companiesFrom: [],
    companiesNot: [],
    unlawful: [],
  };
}
