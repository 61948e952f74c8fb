import { DEGREES, type Degree, SENIORITIES, type Seniority } from '../../language/index.ts';
import { NICE_WEIGHT } from '../brief-plan.ts';

/** What is kept of an open posting to rank it for its readers. */
export type OpenPosting = {
  readonly id: string;
  readonly companyId: string;
  readonly industryId: string | null;
  readonly title: string;
  readonly roleId: string | null;
  readonly seniority: Seniority | null;
  readonly cityIds: readonly string[];
  readonly remote: boolean;
  readonly degree: Degree | null;
  readonly years: { readonly min: number; readonly max: number | null } | null;
  /** The most that is paid, in CNY a year; null where nothing is said, or it is said in other money. */
  readonly payMost: number | null;
  readonly asked: readonly { readonly skill: string; readonly weight: number; readonly must: boolean }[];
  /** The day of publication, counted from 1 January 1970. */
  readonly day: number;
};

/** The columns of an open posting, as the database gives them. */
export type OpenPostingRow = {
  readonly id: string;
  readonly company_id: string;
  readonly company_industry_id: string | null;
  readonly title: string;
  readonly role_id: string | null;
  readonly seniority: string | null;
  readonly city_id: string | null;
  readonly brief_city_ids: readonly string[] | null;
  readonly remote: boolean;
  readonly degree: string | null;
  readonly years_min: number | null;
  readonly years_max: number | null;
  readonly pay_min: number | null;
  readonly pay_max: number | null;
  readonly pay_currency: string;
  readonly must_skills: readonly string[];
  readonly nice_skills: readonly string[];
  readonly published_on: string;
};

const DAY = 86_400_000;

/** A date or a moment as the day it is in, counted from 1 January 1970. */
export const dayOf = (date: string | Date): number => Math.floor(new Date(date).getTime() / DAY);
/** The day as a date. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The posting as the index keeps it. */
export function openPostingOf(row: OpenPostingRow): OpenPosting {
  const most = row.pay_max ?? row.pay_min;
  const own = row.city_id === null ? [] : [row.city_id];
  return {
    id: row.id,
    companyId: row.company_id,
    industryId: row.company_industry_id,
    title: row.title,
    roleId: row.role_id,
    seniority: SENIORITIES.find((rung) => rung === row.seniority) ?? null,
    cityIds: [...new Set([...own, ...(row.brief_city_ids ?? [])])],
    remote: row.remote,
    degree: DEGREES.find((degree) => degree === row.degree) ?? null,
    years: row.years_min === null ? null : { min: row.years_min, max: row.years_max },
    payMost: row.pay_currency === 'CNY' && most !== null && most > 0 ? most : null,
    asked: [
      ...row.must_skills.map((skill) => ({ skill, weight: 1, must: true })),
      ...row.nice_skills.map((skill) => ({ skill, weight: NICE_WEIGHT, must: false })),
    ],
    day: dayOf(row.published_on),
  };
}
