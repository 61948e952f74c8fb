import { type Kysely, sql } from 'kysely';
import { type Context, newId, type Schema } from '../platform/index.ts';

/** The next members who may be found by anybody, by id. */
export async function nextFindable(db: Kysely<Schema>, after: string | null, limit: number): Promise<string[]> {
  let query = db
    .selectFrom('preference')
    .select('member_id')
    .where('findable_by', '<>', 'nobody')
    .orderBy('member_id')
    .limit(limit);
  if (after) query = query.where('member_id', '>', after);
  return (await query.execute()).map((row) => row.member_id);
}

/** The stage of each person in the posting's pipeline. */
export async function stagesOf(
  db: Kysely<Schema>,
  postingId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('pipeline_entry')
    .select(['member_id', 'stage'])
    .where('posting_id', '=', postingId)
    .where('member_id', 'in', [...memberIds])
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.stage]));
}

/** The industry of each company; companies whose industry is not known are left out. */
export async function industriesByCompany(
  db: Kysely<Schema>,
  companyIds: readonly string[],
): Promise<Map<string, string>> {
  if (companyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('company')
    .select(['id', 'industry_id'])
    .where('id', '=', sql<string>`any(${[...companyIds]}::uuid[])`)
    .where('industry_id', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.industry_id ?? '']));
}

export type RankedList = {
  readonly memberIds: readonly string[];
  readonly fitting: number;
  /** Whether `fitting` is exact; else it is the most that there can be. */
  readonly sure: boolean;
  readonly searched: number;
  /** The version of the weights that it was ranked by. */
  readonly weightsVersion: number;
};

const KEPT_HOURS = 24;

/** Keeps a ranked list for its next pages, and drops the account's old ones. Returns its id. */
export async function keepRankedList(
  context: Context,
  accountId: string,
  postingId: string | null,
  list: RankedList,
): Promise<string> {
  const id = newId();
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('ranked_list')
      .where('account_id', '=', accountId)
      .where('made_at', '<', new Date(at.getTime() - KEPT_HOURS * 3_600_000))
      .execute();
    await trx
      .insertInto('ranked_list')
      .values({
        account_id: accountId,
        id,
        posting_id: postingId,
        member_ids: [...list.memberIds],
        fitting: list.fitting,
        sure: list.sure,
        searched: list.searched,
        weights_version: list.weightsVersion,
        made_at: at,
      })
      .execute();
  });
  return id;
}

/** A list that the account was given; undefined where it was not, for this posting, or is no longer kept. */
export async function readRankedList(
  db: Kysely<Schema>,
  accountId: string,
  postingId: string | null,
  id: string,
): Promise<RankedList | undefined> {
  const row = await db
    .selectFrom('ranked_list')
    .select(['member_ids', 'fitting', 'sure', 'searched', 'posting_id', 'weights_version'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || row.posting_id !== postingId) return undefined;
  return {
    memberIds: row.member_ids,
    fitting: row.fitting,
    sure: row.sure,
    searched: row.searched,
    weightsVersion: row.weights_version,
  };
}

const MOST_ALUMNI = 200_000;

/** Who has been at a school: by its id in the lexicon, or by its name as written where no lexicon knows it. */
export async function membersOfSchool(
  db: Kysely<Schema>,
  school: { readonly schoolId: string | null; readonly name: string },
): Promise<ReadonlySet<string>> {
  let query = db.selectFrom('education').select('member_id').limit(MOST_ALUMNI);
  query =
    school.schoolId === null
      ? query.where('school_id', 'is', null).where(sql`lower(school_name)`, '=', school.name)
      : query.where('school_id', '=', school.schoolId);
  return new Set((await query.execute()).map((row) => row.member_id));
}

/** What the newest postings ask for together. */
export async function newestPostedConcepts(db: Kysely<Schema>, limit: number) {
  return db
    .selectFrom('posting')
    .select(['role_id', 'must_skills', 'nice_skills', 'industry_id'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The newest open postings, for an audit of the ranking. */
export async function postingsToAudit(db: Kysely<Schema>, limit: number) {
  return db
    .selectFrom('posting')
    .select(['title', 'description', 'company_id', 'industry_id'])
    .where('state', '=', 'open')
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Birth year and language of these members: for an audit, and never for a score. */
export async function agesAndLanguages(db: Kysely<Schema>, memberIds: readonly string[]) {
  const rows = await db
    .selectFrom('member')
    .select(['id', 'birth_year', 'locale'])
    .where('id', '=', sql<string>`any(${[...memberIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
