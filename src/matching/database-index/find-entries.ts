import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Schema } from '../../platform/index.ts';
import { ALL_SKILLS, type BriefPlan, LEAST_FIT, VERY_ROLE } from '../brief-plan.ts';
import type { TermCount } from '../query/find-by-query.ts';
import { type Query, termsIn } from '../query/query-model.ts';
import type { Looking } from '../rules.ts';
import type { Finding } from '../talent-index/talent-index.ts';
import { type Importance, speakingWeight } from '../weights.ts';
import { allOf, boundsOf, boundsOfTerm, inAny, inPlace, isOneOf, passing, visibleTo } from './conditions.ts';
import { profileSchema } from './profile-schema.ts';

type Db = Kysely<Schema>;

/** What each set is worth for each thing that the plan asks for; the role is asked for as number -1. */
function pointsOf(plan: BriefPlan) {
  const skills = plan.points.flatMap((answers, asked) =>
    answers.map(({ skill, points }) => ({ name: `has:${skill}`, asked, points })),
  );
  const roles = [...plan.nearRoles].map(([id, near]) => ({
    name: `role:${id}`,
    asked: -1,
    points: Math.round(VERY_ROLE * near),
  }));
  const rows = [...skills, ...roles];
  return {
    names: rows.map(({ name }) => name),
    asked: rows.map(({ asked }) => asked),
    points: rows.map(({ points }) => points),
  };
}

const foundRows = z.array(z.object({ profile: profileSchema, impacts: z.array(z.number()) }));

export type Asked = Finding & { readonly month: number };

/** Everybody who is allowed, with points, as the table `allowed`; and, of one of its rows, whether that fits. */
function allowedFor(plan: BriefPlan, asked: Asked) {
  const { names, asked: numbers, points } = pointsOf(plan);
  const bounds = asked.query ? boundsOf(asked.query, asked.month) : null;
  const everybody = asked.everybody === true || (plan.askedWeight === 0 && plan.nearRoles.size === 0);
  const industry = inAny(plan.industryId === null ? [] : [`industry:${plan.industryId}`]);
  const where = allOf([
    visibleTo(asked.looking),
    ...(asked.everybody ? [] : [inPlace(plan.brief)]),
    ...(asked.only ? [isOneOf(asked.only)] : []),
    passing(asked.filter, asked.near, asked.month),
    ...(bounds ? [bounds.most] : everybody ? [] : [inAny(names)]),
  ]);
  // The best answer to each asked-for thing, added up: by one join over all rows, not row by row.
  const allowed = sql`
    points as materialized (
      select * from unnest(${names}::text[], ${numbers}::integer[], ${points}::integer[]) as p (name, asked, points)),
    seen as materialized (
      select e.member_id, e.sets, ${industry} as domain, ${inAny(['verified'])} as verified,
        ${bounds?.least ?? sql<boolean>`true`} as certain
      from talent_entry as e where ${where}),
    best_answers as (
      select seen.member_id, points.asked, max(points.points) as best
      from seen cross join lateral unnest(seen.sets) as own (name) join points on points.name = own.name
      group by 1, 2),
    sums as (
      select member_id, sum(best) filter (where asked >= 0) as skill, max(best) filter (where asked < 0) as role
      from best_answers group by 1),
    allowed as materialized (
      select seen.member_id, domain, verified, certain, coalesce(skill, 0) as skill, coalesce(role, 0) as role
      from seen left join sums on sums.member_id = seen.member_id)`;
  const enough = everybody
    ? sql<boolean>`true`
    : sql<boolean>`(skill >= ${LEAST_FIT * ALL_SKILLS}::numeric or role >= ${LEAST_FIT * VERY_ROLE}::numeric)`;
  return { allowed, enough };
}

export type Closely = {
  readonly importance: Importance;
  /** The words whose impacts are wanted, in order. */
  readonly words: readonly string[];
  /** How many people are looked at closely. */
  readonly most: number;
};

/**
 * Who fits a plan, the best at first sight (skills, role, industry, verified), each with how much the words say in their
 * profile; how many fit in all, and whether that is exact.
 */
export async function findEntries(db: Db, plan: BriefPlan, asked: Asked, { importance, words, most }: Closely) {
  const { allowed, enough } = allowedFor(plan, asked);
  const weight = (part: 'skills' | 'role' | 'domain' | 'evidence') => speakingWeight(part, importance);
  const { rows } = await sql<{ fitting: number; sure: boolean | null; found: unknown }>`
    with ${allowed},
    best as (
      select member_id from allowed where ${enough}
      order by ${weight('skills')}::float8 * 0.85 * skill / ${ALL_SKILLS}::float8
        + ${weight('role')}::float8 * 0.85 * role / ${VERY_ROLE}::float8
        + case when domain then ${weight('domain')}::float8 * 0.8 else 0 end
        + case when verified then ${weight('evidence')}::float8 * 0.4 else 0 end desc, member_id
      limit ${most}::integer)
    select (select count(*)::integer from allowed where ${enough}) as fitting,
      (select bool_and(certain) from allowed) as sure,
      (select coalesce(json_agg(json_build_object('profile', e.profile, 'impacts', array(
          select coalesce((e.impacts ->> word)::integer, 0)
          from unnest(${[...words]}::text[]) with ordinality as w (word, n) order by n))), '[]')
        from best join talent_entry as e using (member_id)) as found`.execute(db);
  const [row] = rows;
  return { found: foundRows.parse(row?.found ?? []), fitting: row?.fitting ?? 0, sure: row?.sure ?? true };
}

/** Everybody who fits, in no order, or null where that are more than `most`; and whether these are exactly they. */
export async function everybodyWho(db: Db, plan: BriefPlan, asked: Asked, most: number) {
  const { allowed, enough } = allowedFor(plan, asked);
  const { rows } = await sql<{ sure: boolean | null; ids: string[] }>`
    with ${allowed}
    select (select bool_and(certain) from allowed) as sure,
      array(select member_id::text from allowed where ${enough} limit ${most + 1}::integer) as ids`.execute(db);
  const { ids, sure } = rows[0] ?? { ids: [], sure: null };
  return { ids: ids.length > most ? null : ids, sure: sure ?? true };
}

/** Of everybody who fits and lets it be used in statistics, what they hope for, in 10,000 CNY a year, rounded up. */
export async function hopedPay(db: Db, plan: BriefPlan, asked: Asked): Promise<number[]> {
  const { allowed, enough } = allowedFor(plan, asked);
  const { rows } = await sql<{ pay: number }>`
    with ${allowed}
    select least(65535, ceil((e.profile ->> 'desiredPayMin')::numeric / 10000))::integer as pay
    from allowed join talent_entry as e using (member_id)
    where ${enough} and ${inAny(['shares-pay'])} and (e.profile ->> 'desiredPayMin')::numeric > 0`.execute(db);
  return rows.map((row) => row.pay);
}

/** How many people each term of a query finds by itself among those who may be shown. */
export async function countTerms(db: Db, query: Query, looking: Looking, month: number): Promise<TermCount[]> {
  const terms = termsIn(query);
  if (terms.length === 0) return [];
  const counts = terms.flatMap((term) => {
    const { most, least } = boundsOfTerm(term, month);
    return [most, least].map((bound) => sql`(count(*) filter (where ${bound}))::integer`);
  });
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}] as counts from talent_entry as e where ${visibleTo(looking)}`.execute(db);
  return terms.map((term, n) => {
    const [most = 0, least = 0] = rows[0]?.counts.slice(2 * n, 2 * n + 2) ?? [];
    return { term, people: most, exact: most === least };
  });
}
