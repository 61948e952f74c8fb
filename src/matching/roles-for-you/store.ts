import { type Kysely, sql } from 'kysely';
import { type Context, emit, type Schema } from '../../platform/index.ts';
import type { OpenPostingRow } from './open-posting.ts';

type Db = Kysely<Schema>;

/** The columns of open postings; the cities of a brief are read out of it, and nothing else of it. */
function openPostings(db: Db) {
  return db
    .selectFrom('posting')
    .innerJoin('company', 'company.id', 'posting.company_id')
    .select([
      'posting.id',
      'posting.company_id',
      'company.industry_id as company_industry_id',
      'posting.title',
      'posting.role_id',
      'posting.seniority',
      'posting.city_id',
      'posting.remote',
      'posting.degree',
      'posting.years_min',
      'posting.years_max',
      'posting.pay_min',
      'posting.pay_max',
      'posting.pay_currency',
      'posting.must_skills',
      'posting.nice_skills',
    ])
    .select(sql<string>`posting.published_on`.as('published_on'))
    .select(
      sql<string[] | null>`(select array_agg(city->>'value') from jsonb_array_elements(
        case jsonb_typeof(posting.brief->'cityIds') when 'array' then posting.brief->'cityIds' else '[]' end) city)`.as(
        'brief_city_ids',
      ),
    )
    .where('posting.state', '=', 'open')
    .where('posting.published_on', 'is not', null);
}

/** The next open postings published since a day, by id; of one import only, where a dataset is named. */
export async function nextOpenPostings(
  db: Db,
  asked: { readonly after: string | null; readonly since: string; readonly datasetId?: string; readonly limit: number },
): Promise<OpenPostingRow[]> {
  let query = openPostings(db)
    .where('posting.published_on', '>=', asked.since)
    .orderBy('posting.id')
    .limit(asked.limit);
  if (asked.after) query = query.where('posting.id', '>', asked.after);
  if (asked.datasetId) query = query.where('posting.dataset_id', '=', asked.datasetId);
  return query.execute();
}

/** A posting while it is open. */
export async function findOpenPosting(db: Db, id: string): Promise<OpenPostingRow | undefined> {
  return openPostings(db).where('posting.id', '=', id).executeTakeFirst();
}

const MOST_OF_ONE_PERSON = 20_000;

/** The postings that a member has applied to, whatever came of it. */
export async function appliedTo(db: Db, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('application')
    .select('posting_id')
    .where('member_id', '=', memberId)
    .where('state', '<>', 'withdrawn')
    .limit(MOST_OF_ONE_PERSON)
    .execute();
  return rows.map((row) => row.posting_id);
}

/** What a member has put away, the latest first. */
export async function dismissedBy(db: Db, memberId: string, limit = MOST_OF_ONE_PERSON) {
  return db
    .selectFrom('role_dismissal')
    .select(['posting_id', 'reason', 'at'])
    .where('member_id', '=', memberId)
    .orderBy('at', 'desc')
    .orderBy('posting_id')
    .limit(limit)
    .execute();
}

export type DismissalReason = Schema['role_dismissal']['reason'];

/** Puts a posting away for its reader. Only the reader's own pages hear of it. */
export async function dismiss(context: Context, memberId: string, postingId: string, reason: DismissalReason) {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('role_dismissal')
      .values({ member_id: memberId, posting_id: postingId, reason, at })
      .onConflict((conflict) => conflict.columns(['member_id', 'posting_id']).doUpdateSet({ reason, at }))
      .execute();
    await emit(trx, { kind: 'role.dismissed', key: memberId, audience: [memberId], at });
  });
}

/** Takes that back; a posting that was not put away is left as it is. */
export async function undismiss(context: Context, memberId: string, postingId: string): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('role_dismissal')
      .where('member_id', '=', memberId)
      .where('posting_id', '=', postingId)
      .execute();
    await emit(trx, { kind: 'role.dismissed', key: memberId, audience: [memberId], at: context.clock.now() });
  });
}

/** Where these people work now, and since when: one row for each of their present positions. */
export async function presentPlaces(db: Db, memberIds: readonly string[], now: Date) {
  if (memberIds.length === 0) return [];
  const rows = await db
    .selectFrom('position')
    .select(['member_id', 'id', 'company_id', 'start_month'])
    .where('member_id', '=', sql<string>`any(${[...memberIds]}::uuid[])`)
    .where('end_month', 'is', null)
    .where('start_month', '<=', sql<string>`${now}::date`)
    .where('company_id', 'is not', null)
    .orderBy('start_month', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, company_id: row.company_id ?? '' }));
}

const MOST_COLLEAGUES = 20_000;

/** Who works at these companies now. */
export async function peopleAt(db: Db, companyIds: readonly string[]) {
  if (companyIds.length === 0) return [];
  const rows = await db
    .selectFrom('position')
    .select(['member_id', 'company_id'])
    .distinct()
    .where('company_id', '=', sql<string>`any(${[...companyIds]}::uuid[])`)
    .where('end_month', 'is', null)
    .limit(MOST_COLLEAGUES)
    .execute();
  return rows.map((row) => ({ memberId: row.member_id, companyId: row.company_id ?? '' }));
}

/** New postings of these companies by role, in the period from `since` and in the one as long before it. */
export async function postingsBeforeAndSince(
  db: Db,
  companyIds: readonly string[],
  { before, since }: { readonly before: string; readonly since: string },
) {
  if (companyIds.length === 0) return [];
  return db
    .selectFrom('posting')
    .select(['company_id', 'role_id'])
    .select(sql<number>`(count(*) filter (where published_on >= ${since}::date))::integer`.as('now'))
    .select(sql<number>`(count(*) filter (where published_on < ${since}::date))::integer`.as('before'))
    .where('company_id', '=', sql<string>`any(${[...companyIds]}::uuid[])`)
    .where('published_on', '>=', before)
    .where('role_id', 'is not', null)
    .where('state', '<>', 'draft')
    .groupBy(['company_id', 'role_id'])
    .limit(5_000)
    .execute();
}

/** The newest open postings, for a list that looks at nothing of the reader. */
export async function newestOpenPostings(
  db: Db,
  asked: {
    readonly cityIds: readonly string[];
    readonly roleIds: readonly string[];
    readonly withoutCompanies: readonly string[];
    readonly without: readonly string[];
    readonly since: string;
    readonly before: readonly [string, string] | null;
    readonly limit: number;
  },
): Promise<{ id: string; published_on: string }[]> {
  let query = db
    .selectFrom('posting')
    .select('id')
    .select(sql<string>`published_on`.as('published_on'))
    .where('state', '=', 'open')
    .where('published_on', '>=', asked.since)
    .where('company_id', '<>', sql<string>`all(${[...asked.withoutCompanies]}::uuid[])`)
    .where('id', '<>', sql<string>`all(${[...asked.without]}::uuid[])`)
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit);
  if (asked.cityIds.length > 0) query = query.where('city_id', 'in', [...asked.cityIds]);
  if (asked.roleIds.length > 0) query = query.where('role_id', 'in', [...asked.roleIds]);
  if (asked.before) {
    const [day, id] = asked.before;
    query = query.where(sql<boolean>`(published_on, id) < (${day}::date, ${id}::uuid)`);
  }
  return query.execute();
}
