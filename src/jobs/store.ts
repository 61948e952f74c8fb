import { type Insertable, type Kysely, sql } from 'kysely';
import { type Context, emit, fail, newId, type Schema } from '../platform/index.ts';

export const noSuchPosting = () =>
  fail('not-found', 'no-such-posting', { zh: '没有这个职位', en: 'There is no such posting' });

function postings(db: Kysely<Schema>) {
  return db
    .selectFrom('posting')
    .innerJoin('company', 'company.id', 'posting.company_id')
    .selectAll('posting')
    .select(['company.name as company_name', 'company.industry_id as company_industry_id']);
}

export type PostingRow = Awaited<ReturnType<typeof findPosting>>;

/** The posting with its company; a failure where there is none. */
export async function findPosting(db: Kysely<Schema>, id: string) {
  const row = await postings(db).where('posting.id', '=', id).executeTakeFirst();
  if (!row) throw noSuchPosting();
  return row;
}

type Filter = {
  readonly words: readonly string[];
  readonly cityId: string | null;
  readonly roleId: string | null;
  readonly before: readonly [string, string] | null;
  readonly limit: number;
};

/** Open postings, the newest first. */
export async function listOpenPostings(db: Kysely<Schema>, filter: Filter) {
  let query = postings(db)
    .where('posting.state', '=', 'open')
    .where('posting.published_on', 'is not', null)
    .orderBy('posting.published_on', 'desc')
    .orderBy('posting.id', 'desc')
    .limit(filter.limit);
  for (const word of filter.words) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where(({ eb, or }) =>
      or([eb('posting.title', 'ilike', pattern), eb('company.name', 'ilike', pattern)]),
    );
  }
  if (filter.cityId) query = query.where('posting.city_id', '=', filter.cityId);
  if (filter.roleId) query = query.where('posting.role_id', '=', filter.roleId);
  if (filter.before) {
    const [day, id] = filter.before;
    query = query.where(sql<boolean>`(posting.published_on, posting.id) < (${day}::date, ${id}::uuid)`);
  }
  return query.execute();
}

/** The postings that recruiters of these companies work on by hand, the newest first. */
export async function listCompanyPostings(db: Kysely<Schema>, companyIds: readonly string[], limit: number) {
  if (companyIds.length === 0) return [];
  return postings(db)
    .where('posting.company_id', 'in', [...companyIds])
    .where('posting.created_by', 'is not', null)
    .orderBy('posting.created_at', 'desc')
    .limit(limit)
    .execute();
}

export async function addPosting(
  context: Context,
  row: Omit<Insertable<Schema['posting']>, 'id' | 'created_at' | 'updated_at'>,
): Promise<string> {
  const id = newId();
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('posting')
      .values({ ...row, id, created_at: at, updated_at: at })
      .execute();
    await emit(trx, { kind: 'posting.changed', key: id, at });
  });
  return id;
}

export async function setPostingState(context: Context, id: string, state: 'open' | 'closed'): Promise<void> {
  const at = context.clock.now();
  const day = at.toISOString().slice(0, 10);
  await context.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('posting')
      .set(
        state === 'open'
          ? { state, published_on: sql`coalesce(published_on, ${day}::date)`, closed_on: null, updated_at: at }
          : { state, closed_on: day, updated_at: at },
      )
      .where('id', '=', id)
      .execute();
    await emit(trx, { kind: 'posting.changed', key: id, at });
  });
}

export async function apply(context: Context, postingId: string, memberId: string, note: string): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('application')
      .values({ posting_id: postingId, member_id: memberId, note, applied_at: at })
      .onConflict((conflict) =>
        conflict.columns(['posting_id', 'member_id']).doUpdateSet({ state: 'sent', note, applied_at: at }),
      )
      .execute();
    await emit(trx, { kind: 'application.sent', key: postingId, payload: { memberId }, audience: [memberId], at });
  });
}

export async function withdraw(context: Context, postingId: string, memberId: string): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const taken = await trx
      .updateTable('application')
      .set({ state: 'withdrawn' })
      .where('posting_id', '=', postingId)
      .where('member_id', '=', memberId)
      .where('state', '<>', 'withdrawn')
      .returning('posting_id')
      .executeTakeFirst();
    if (!taken) return;
    await emit(trx, { kind: 'application.withdrawn', key: postingId, payload: { memberId }, audience: [memberId], at });
  });
}

/** Which of these postings the member has applied to. */
export async function appliedAmong(
  db: Kysely<Schema>,
  memberId: string,
  postingIds: readonly string[],
): Promise<Set<string>> {
  if (postingIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('application')
    .select('posting_id')
    .where('member_id', '=', memberId)
    .where('posting_id', 'in', [...postingIds])
    .where('state', '<>', 'withdrawn')
    .execute();
  return new Set(rows.map((row) => row.posting_id));
}

export async function listApplications(db: Kysely<Schema>, memberId: string, limit: number) {
  return db
    .selectFrom('application')
    .select(['posting_id', 'state', 'applied_at'])
    .where('member_id', '=', memberId)
    .orderBy('applied_at', 'desc')
    .limit(limit)
    .execute();
}

export async function findPostings(db: Kysely<Schema>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return postings(db)
    .where('posting.id', 'in', [...ids])
    .execute();
}

/** Everybody who has applied to a posting. */
export async function applicantsOf(db: Kysely<Schema>, postingId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('application')
    .select('member_id')
    .where('posting_id', '=', postingId)
    .limit(100_000)
    .execute();
  return new Set(rows.map((row) => row.member_id));
}

type Entry = { readonly postingId: string; readonly memberId: string; readonly by: string };

type Stage = Schema['pipeline_entry']['stage'];
type Move = Entry & { readonly stage: Stage; readonly note: string };

async function place(trx: Kysely<Schema>, entry: Move, at: Date): Promise<void> {
  await trx
    .insertInto('pipeline_entry')
    .values({
      posting_id: entry.postingId,
      member_id: entry.memberId,
      stage: entry.stage,
      note: entry.note,
      added_by: entry.by,
      added_at: at,
      moved_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['posting_id', 'member_id']).doUpdateSet({ stage: entry.stage, note: entry.note, moved_at: at }),
    )
    .execute();
  await emit(trx, {
    kind: 'pipeline.moved',
    key: entry.postingId,
    payload: { memberId: entry.memberId },
    audience: [entry.by],
    at,
  });
}

/** Puts somebody into the pipeline, or moves them in it. */
export async function moveInPipeline(context: Context, entry: Move): Promise<void> {
  await context.db.transaction().execute((trx) => place(trx, entry, context.clock.now()));
}

/**
 * A stage that only goes forward by itself, within the caller's transaction: writing to somebody who is in an
 * interview leaves them there. Somebody who is not in the pipeline is put into it only where `from` names `none`.
 */
export async function advancePipeline(
  trx: Kysely<Schema>,
  entry: Entry,
  from: readonly (Stage | 'none')[],
  to: Stage,
  at: Date,
): Promise<void> {
  const current = await trx
    .selectFrom('pipeline_entry')
    .select(['stage', 'note'])
    .where('posting_id', '=', entry.postingId)
    .where('member_id', '=', entry.memberId)
    .forUpdate()
    .executeTakeFirst();
  if (!from.includes(current?.stage ?? 'none')) return;
  await place(trx, { ...entry, stage: to, note: current?.note ?? '' }, at);
}

export async function removeFromPipeline(context: Context, postingId: string, memberId: string): Promise<void> {
  await context.db
    .deleteFrom('pipeline_entry')
    .where('posting_id', '=', postingId)
    .where('member_id', '=', memberId)
    .execute();
}

export async function listPipeline(db: Kysely<Schema>, postingId: string) {
  return db
    .selectFrom('pipeline_entry')
    .selectAll()
    .where('posting_id', '=', postingId)
    .orderBy('moved_at', 'desc')
    .limit(500)
    .execute();
}
