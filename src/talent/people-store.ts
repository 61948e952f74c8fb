import { type Kysely, type Selectable, sql } from 'kysely';
import type { Schema } from '../platform/index.ts';

type Row<T extends keyof Schema> = Selectable<Schema[T]>;

/** Everything that the network holds of one member's profile, newest position first. */
export type Person = {
  readonly member: Row<'member'>;
  readonly positions: readonly Omit<Row<'position'>, 'yearly_pay'>[];
  readonly education: readonly Row<'education'>[];
  readonly skills: readonly (Row<'member_skill'> & { endorsements: number })[];
  /** Skills on which peers valued what the member wrote, where every member may read it. */
  readonly answers: readonly Row<'valued_answer'>[];
  readonly preference: Row<'preference'> | null;
  readonly verifications: readonly Omit<Row<'verification'>, 'address_fingerprint'>[];
};

const POSITION_COLUMNS = [
  'member_id',
  'id',
  'company_id',
  'company_name',
  'title',
  'role_id',
  'seniority',
  'city_id',
  'start_month',
  'end_month',
  'description',
] as const;

const VERIFICATION_COLUMNS = [
  'member_id',
  'id',
  'position_id',
  'method',
  'state',
  'email_domain',
  'requested_at',
  'decided_at',
] as const;

function byMember<T extends { member_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.member_id);
    if (group) group.push(row);
    else groups.set(row.member_id, [row]);
  }
  return groups;
}

/** The people with these ids, eight queries however many they are; ids that nobody has are left out. Keyed by member id. */
export async function loadPeople(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  // One array parameter: a list of thousands of parameters costs the database more than the rows.
  const of = sql<string>`any(${[...new Set(ids)]}::uuid[])`;
  const [members, positions, education, skills, endorsed, answers, preferences, verifications] = await Promise.all([
    db.selectFrom('member').selectAll().where('id', '=', of).execute(),
    db
      .selectFrom('position')
      .select(POSITION_COLUMNS)
      .where('member_id', '=', of)
      .orderBy('start_month', 'desc')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('education')
      .selectAll()
      .where('member_id', '=', of)
      .orderBy('end_year', 'desc')
      .orderBy('id')
      .execute(),
    db.selectFrom('member_skill').selectAll().where('member_id', '=', of).orderBy('skill').execute(),
    db
      .selectFrom('endorsement')
      .select(['member_id', 'skill', (count) => count.fn.countAll<number>().as('endorsements')])
      .where('member_id', '=', of)
      .groupBy(['member_id', 'skill'])
      .execute(),
    db.selectFrom('valued_answer').selectAll().where('member_id', '=', of).orderBy('skill').execute(),
    db.selectFrom('preference').selectAll().where('member_id', '=', of).execute(),
    db
      .selectFrom('verification')
      .select(VERIFICATION_COLUMNS)
      .where('member_id', '=', of)
      .where('state', '=', 'verified')
      .execute(),
  ]);
  const endorsements = new Map(endorsed.map((row) => [`${row.member_id} ${row.skill}`, row.endorsements]));
  const counted = skills.map((row) => ({
    ...row,
    endorsements: endorsements.get(`${row.member_id} ${row.skill}`) ?? 0,
  }));
  const [positionsOf, educationOf, skillsOf, answersOf, verificationsOf] = [
    byMember(positions),
    byMember(education),
    byMember(counted),
    byMember(answers),
    byMember(verifications),
  ];
  const preferenceOf = new Map(preferences.map((row) => [row.member_id, row]));
  return new Map(
    members.map((member) => [
      member.id,
      {
        member,
        positions: positionsOf.get(member.id) ?? [],
        education: educationOf.get(member.id) ?? [],
        skills: skillsOf.get(member.id) ?? [],
        answers: answersOf.get(member.id) ?? [],
        preference: preferenceOf.get(member.id) ?? null,
        verifications: verificationsOf.get(member.id) ?? [],
      },
    ]),
  );
}

/** Whether the two are connected, and whether either has blocked the other. */
export async function relation(
  db: Kysely<Schema>,
  a: string,
  b: string,
): Promise<{ connected: boolean; blocked: boolean }> {
  const [connection, block] = await Promise.all([
    db.selectFrom('connection').select('since').where('member_id', '=', a).where('other_id', '=', b).executeTakeFirst(),
    db
      .selectFrom('block')
      .select('at')
      .where(({ or, and, eb }) =>
        or([
          and([eb('member_id', '=', a), eb('blocked_id', '=', b)]),
          and([eb('member_id', '=', b), eb('blocked_id', '=', a)]),
        ]),
      )
      .limit(1)
      .executeTakeFirst(),
  ]);
  return { connected: connection !== undefined, blocked: block !== undefined };
}
