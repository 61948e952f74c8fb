import type { z } from 'zod';
import type { postingView } from './model.ts';
import { postingBrief } from './posting-brief.ts';
import type { PostingRow } from './store.ts';

/** The posting in the API's words. The brief is for the company's recruiters alone. */
export function presentPosting(
  row: PostingRow,
  seen: { applied: boolean; withBrief: boolean },
): z.output<typeof postingView> {
  return {
    id: row.id,
    company: { id: row.company_id, name: row.company_name, industryId: row.company_industry_id },
    title: row.title,
    roleId: row.role_id,
    seniority: row.seniority,
    cityId: row.city_id,
    remote: row.remote,
    degree: row.degree,
    yearsMin: row.years_min,
    yearsMax: row.years_max,
    payMin: row.pay_min,
    payMax: row.pay_max,
    payCurrency: row.pay_currency,
    payText: row.pay_text,
    mustSkills: row.must_skills,
    niceSkills: row.nice_skills,
    description: row.description,
    publishedOn: row.published_on,
    state: row.state,
    generated: row.origin === 'world',
    brief: seen.withBrief ? postingBrief(row) : null,
    applied: seen.applied,
  };
}
