import { type Kysely, type Selectable, sql } from 'kysely';
import { emit, fail, newId, type Schema } from '../platform/index.ts';

export type ReportRow = Selectable<Schema['content_report']>;
type State = ReportRow['state'];

export const noSuchReport = () =>
  fail('not-found', 'no-such-report', { zh: '没有这条举报', en: 'There is no such report' });

/** Reports in a state: open ones the oldest first, decided ones the newest first. */
export async function listReports(
  db: Kysely<Schema>,
  state: State,
  after: readonly [at: number, id: string] | null,
  limit: number,
): Promise<ReportRow[]> {
  const order = state === 'open' ? 'asc' : 'desc';
  let query = db.selectFrom('content_report').selectAll().where('state', '=', state);
  if (after) {
    const key = sql`(${new Date(after[0])}::timestamptz, ${after[1]}::uuid)`;
    query = query.where(
      state === 'open' ? sql<boolean>`(reported_at, id) > ${key}` : sql<boolean>`(reported_at, id) < ${key}`,
    );
  }
  return query.orderBy('reported_at', order).orderBy('id', order).limit(limit).execute();
}

/** How many open reports there are of each of these posts and comments. */
export async function countOpen(db: Kysely<Schema>, targetIds: readonly string[]): Promise<Map<string, number>> {
  if (targetIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('content_report')
    .select(['target_id', (count) => count.fn.countAll<number>().as('n')])
    .where('target_id', 'in', [...targetIds])
    .where('state', '=', 'open')
    .groupBy('target_id')
    .execute();
  return new Map(rows.map((row) => [row.target_id, row.n]));
}

export async function findReport(db: Kysely<Schema>, id: string): Promise<ReportRow | undefined> {
  return db.selectFrom('content_report').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Decides every open report of a thing within the caller's transaction. Returns them; none where another decided first. */
export async function closeReports(
  trx: Kysely<Schema>,
  targetId: string,
  decision: { readonly state: Exclude<State, 'open'>; readonly by: string; readonly at: Date },
): Promise<ReportRow[]> {
  return trx
    .updateTable('content_report')
    .set({ state: decision.state, decided_by: decision.by, decided_at: decision.at })
    .where('target_id', '=', targetId)
    .where('state', '=', 'open')
    .returningAll()
    .execute();
}

export type AuditEntry = {
  /** Null for a command on the machine itself. */
  readonly actorId: string | null;
  /** Past tense, by domain: `content.hidden`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: Record<string, unknown>;
  readonly at: Date;
};

/** Writes down who did what, in the same transaction as the deed, with its event. */
export async function audit(trx: Kysely<Schema>, entry: AuditEntry): Promise<void> {
  const id = newId();
  await trx
    .insertInto('audit_entry')
    .values({
      id,
      actor_id: entry.actorId,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      detail: JSON.stringify(entry.detail),
      at: entry.at,
    })
    .execute();
  await emit(trx, { kind: 'audit.written', key: id, payload: { action: entry.action }, at: entry.at });
}
