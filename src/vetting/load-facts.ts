import { verifiedStaysAt } from '../identity/index.ts';
import { type Context, fail } from '../platform/index.ts';
import { listResumeStatements, loadPeople, monthOf, type Person } from '../talent/index.ts';
import type { Facts, PositionFacts } from './facts.ts';
import { classmatesOf, endorsersOf, poolsOfPositions, supportersOf, talkOf } from './facts-store.ts';
import { independentSupport, K } from './independent-support.ts';

async function positionFacts(context: Context, person: Person, pools: ReadonlyMap<string, number>) {
  const candidate = person.member.id;
  const supporters = await supportersOf(context.db, candidate);
  const companyIds = person.positions.flatMap((row) => row.company_id ?? []);
  const ids = [...new Set(supporters.map((row) => row.member_id))];
  const staysAt = await verifiedStaysAt(context.db, companyIds, ids);
  return person.positions.map((row): PositionFacts => {
    const stay = { start: row.start_month, end: row.end_month };
    return {
      id: row.id,
      companyName: row.company_name,
      title: row.title,
      seniority: row.seniority,
      cityId: row.city_id,
      start: monthOf(row.start_month),
      end: row.end_month && monthOf(row.end_month),
      description: row.description,
      verified: person.verifications.flatMap((one) =>
        one.position_id === row.id && one.decided_at
          ? [{ method: one.method, month: monthOf(one.decided_at.toISOString()), domain: one.email_domain }]
          : [],
      ),
      pool: pools.get(row.id) ?? 0,
      independent: independentSupport({
        candidate,
        position: stay,
        supporters: supporters.filter((one) => one.position_id === row.id).map((one) => one.member_id),
        stays: staysAt.get(row.company_id ?? '') ?? [],
      }),
    };
  });
}

/** Everything that a check of this member is computed from, in a fixed number of queries. */
export async function loadFacts(context: Context, memberId: string, askedSkills: readonly string[]): Promise<Facts> {
  const { db } = context;
  const person = (await loadPeople(db, [memberId])).get(memberId);
  if (!person) throw fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
  const pools = await poolsOfPositions(db, memberId, K);
  const crowded = [...pools].filter(([, others]) => others >= K).map(([id]) => id);
  const [positions, endorsers, classmates, talk, resumes] = await Promise.all([
    positionFacts(context, person, pools),
    endorsersOf(db, memberId, crowded),
    classmatesOf(db, memberId, K),
    talkOf(db, memberId),
    listResumeStatements(db, memberId, context.clock.now()),
  ]);
  return {
    positions,
    education: person.education.map((row) => ({
      id: row.id,
      schoolId: row.school_id,
      schoolName: row.school_name,
      degree: row.degree,
      major: row.major,
      startYear: row.start_year,
      endYear: row.end_year,
      pool: classmates.get(row.id)?.pool ?? 0,
      classmates: classmates.get(row.id)?.classmates ?? 0,
    })),
    skills: person.skills.map((row) => ({
      skill: row.skill,
      endorsers: endorsers.get(row.skill)?.endorsers ?? 0,
      colleagues: endorsers.get(row.skill)?.colleagues ?? 0,
    })),
    askedSkills,
    talk,
    resumes: resumes.map(({ readAt, statement }) => ({ readOn: monthOf(readAt.toISOString()), statement })),
  };
}
