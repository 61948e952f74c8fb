import { type Kysely, sql } from 'kysely';
import { type Context, emit, type Schema } from '../platform/index.ts';
import { advancePipeline } from './store.ts';

type Db = Kysely<Schema>;

/** Applications that wait or were decided, the newest first; withdrawn ones are the applicant's own affair. */
export async function listApplicants(
  db: Db,
  postingId: string,
  before: readonly [string, string] | null,
  limit: number,
) {
  let query = db
    .selectFrom('application')
    .select(['member_id', 'state', 'note', 'applied_at'])
    .where('posting_id', '=', postingId)
    .where('state', '<>', 'withdrawn')
    .orderBy('applied_at', 'desc')
    .orderBy('member_id', 'desc')
    .limit(limit);
  if (before) {
    const [at, id] = before;
    query = query.where(sql<boolean>`(applied_at, member_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

/** The application of one person that has not been withdrawn. */
export async function findApplication(db: Db, postingId: string, memberId: string) {
  return db
    .selectFrom('application')
    .select(['member_id', 'state', 'note', 'applied_at'])
    .where('posting_id', '=', postingId)
    .where('member_id', '=', memberId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
}

type Decision = {
  readonly postingId: string;
  readonly memberId: string;
  readonly by: string;
  readonly advance: boolean;
};

/**
 * Takes an applicant into the pipeline or declines; the applicant is told. Returns false where it was withdrawn or
 * decided meanwhile.
 */
export async function decideApplication(context: Context, decision: Decision): Promise<boolean> {
  const at = context.clock.now();
  const { postingId, memberId, by } = decision;
  return context.db.transaction().execute(async (trx) => {
    const decided = await trx
      .updateTable('application')
      .set({ state: decision.advance ? 'advanced' : 'declined' })
      .where('posting_id', '=', postingId)
      .where('member_id', '=', memberId)
      .where('state', '=', 'sent')
      .executeTakeFirst();
    if (decided.numUpdatedRows === 0n) return false;
    if (decision.advance) await advancePipeline(trx, { postingId, memberId, by }, ['none'], 'saved', at);
    await emit(trx, {
      kind: 'application.decided',
      key: postingId,
      payload: { memberId },
      audience: [memberId, by],
      at,
    });
    return true;
  });
}

type Counts = { readonly waiting: number; readonly pipeline: number };

/** For each posting how many applications wait and how many people are in the pipeline; postings with neither are left out. */
export async function countPeople(db: Db, postingIds: readonly string[]): Promise<Map<string, Counts>> {
  if (postingIds.length === 0) return new Map();
  const of = sql<string>`any(${[...postingIds]}::uuid[])`;
  const [waiting, pipeline] = await Promise.all([
    db
      .selectFrom('application')
      .select(['posting_id', (eb) => eb.fn.countAll<number>().as('people')])
      .where('posting_id', '=', of)
      .where('state', '=', 'sent')
      .groupBy('posting_id')
      .execute(),
    db
      .selectFrom('pipeline_entry')
      .select(['posting_id', (eb) => eb.fn.countAll<number>().as('people')])
      .where('posting_id', '=', of)
      .where('stage', '<>', 'declined')
      .groupBy('posting_id')
      .execute(),
  ]);
  const counts = new Map<string, { waiting: number; pipeline: number }>();
  const at = (id: string) => counts.get(id) ?? { waiting: 0, pipeline: 0 };
  for (const row of waiting) counts.set(row.posting_id, { ...at(row.posting_id), waiting: row.people });
  for (const row of pipeline) counts.set(row.posting_id, { ...at(row.posting_id), pipeline: row.people });
  return counts;
}
