import type { Kysely } from 'kysely';
import { type Context, emit, fail, type Schema } from '../platform/index.ts';

const BATCH = 200_000;

/** Every connection once, in batches by key. */
export async function* allConnections(db: Kysely<Schema>): AsyncGenerator<readonly [string, string]> {
  let after: { member_id: string; other_id: string } | undefined;
  for (;;) {
    let query = db
      .selectFrom('connection')
      .select(['member_id', 'other_id'])
      .whereRef('member_id', '<', 'other_id')
      .orderBy('member_id')
      .orderBy('other_id')
      .limit(BATCH);
    if (after) {
      const { member_id, other_id } = after;
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('member_id', 'other_id'), '>', tuple(member_id, other_id)),
      );
    }
    const rows = await query.execute();
    for (const row of rows) yield [row.member_id, row.other_id];
    after = rows.at(-1);
    if (rows.length < BATCH || !after) return;
  }
}

/** Asks to be connected. Asking somebody who has asked you is saying yes. */
export async function askToConnect(
  context: Context,
  from: string,
  to: string,
  note: string,
): Promise<'asked' | 'connected'> {
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('connection')
      .select('since')
      .where('member_id', '=', from)
      .where('other_id', '=', to)
      .executeTakeFirst();
    if (known) throw fail('conflict', 'already-connected', { zh: '你们已经是好友', en: 'You are connected already' });
    const asked = await trx
      .selectFrom('connection_request')
      .select('state')
      .where('member_id', '=', from)
      .where('from_id', '=', to)
      .where('state', '=', 'asked')
      .executeTakeFirst();
    if (asked) {
      await accept(trx, from, to, at);
      return 'connected';
    }
    const inserted = await trx
      .insertInto('connection_request')
      .values({ member_id: to, from_id: from, note, state: 'asked', asked_at: at })
      .onConflict((conflict) => conflict.columns(['member_id', 'from_id']).doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0) {
      await emit(trx, { kind: 'connection.asked', key: to, audience: [to, from], at });
    }
    return 'asked';
  });
}

async function accept(trx: Kysely<Schema>, memberId: string, fromId: string, at: Date): Promise<void> {
  await trx
    .updateTable('connection_request')
    .set({ state: 'accepted', decided_at: at })
    .where('member_id', '=', memberId)
    .where('from_id', '=', fromId)
    .execute();
  const kind = (await workedTogether(trx, memberId, fromId)) ? ('colleague' as const) : ('other' as const);
  await trx
    .insertInto('connection')
    .values([
      { member_id: memberId, other_id: fromId, kind, since: at },
      { member_id: fromId, other_id: memberId, kind, since: at },
    ])
    .onConflict((conflict) => conflict.columns(['member_id', 'other_id']).doNothing())
    .execute();
  await emit(trx, {
    kind: 'connection.made',
    key: memberId,
    payload: { with: fromId },
    audience: [memberId, fromId],
    at,
  });
}

async function workedTogether(trx: Kysely<Schema>, a: string, b: string): Promise<boolean> {
  const shared = await trx
    .selectFrom('position as own')
    .innerJoin('position as theirs', 'theirs.company_id', 'own.company_id')
    .select('own.id')
    .where('own.member_id', '=', a)
    .where('theirs.member_id', '=', b)
    .limit(1)
    .executeTakeFirst();
  return shared !== undefined;
}

export async function answerRequest(context: Context, memberId: string, fromId: string, yes: boolean): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const request = await trx
      .selectFrom('connection_request')
      .select('state')
      .where('member_id', '=', memberId)
      .where('from_id', '=', fromId)
      .forUpdate()
      .executeTakeFirst();
    if (request?.state !== 'asked') {
      throw fail('not-found', 'no-such-request', {
        zh: '没有待处理的好友申请',
        en: 'There is no open request from this person',
      });
    }
    if (yes) return accept(trx, memberId, fromId, at);
    await trx
      .updateTable('connection_request')
      .set({ state: 'declined', decided_at: at })
      .where('member_id', '=', memberId)
      .where('from_id', '=', fromId)
      .execute();
  });
}

export async function disconnect(context: Context, a: string, b: string): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      await trx.deleteFrom('connection').where('member_id', '=', from).where('other_id', '=', to).execute();
      await trx.deleteFrom('connection_request').where('member_id', '=', from).where('from_id', '=', to).execute();
    }
    await emit(trx, { kind: 'connection.ended', key: a, payload: { with: b }, audience: [a, b], at });
  });
}

/** Blocks somebody: the connection ends, and neither sees the other any more. */
export async function block(context: Context, memberId: string, blockedId: string): Promise<void> {
  await disconnect(context, memberId, blockedId);
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('block')
      .values({ member_id: memberId, blocked_id: blockedId, at })
      .onConflict((conflict) => conflict.columns(['member_id', 'blocked_id']).doNothing())
      .execute();
    await emit(trx, { kind: 'member.blocked', key: memberId, payload: { blocked: blockedId }, at });
  });
}

export async function unblock(context: Context, memberId: string, blockedId: string): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('block').where('member_id', '=', memberId).where('blocked_id', '=', blockedId).execute();
    await emit(trx, { kind: 'member.unblocked', key: memberId, payload: { blocked: blockedId }, at });
  });
}

export async function listConnections(db: Kysely<Schema>, memberId: string, after: string | null, limit: number) {
  let query = db
    .selectFrom('connection')
    .select(['other_id', 'kind', 'since'])
    .where('member_id', '=', memberId)
    .orderBy('other_id')
    .limit(limit);
  if (after) query = query.where('other_id', '>', after);
  return query.execute();
}

export async function listRequests(db: Kysely<Schema>, memberId: string) {
  return db
    .selectFrom('connection_request')
    .select(['from_id', 'note', 'asked_at'])
    .where('member_id', '=', memberId)
    .where('state', '=', 'asked')
    .orderBy('asked_at', 'desc')
    .limit(100)
    .execute();
}

/** People who worked at the same company in the same months, with the company; at most `limit`. */
export async function overlappingColleagues(db: Kysely<Schema>, memberId: string, limit: number) {
  return db
    .selectFrom('position as own')
    .innerJoin('position as theirs', 'theirs.company_id', 'own.company_id')
    .select(['theirs.member_id', 'own.company_name'])
    .where('own.member_id', '=', memberId)
    .where('theirs.member_id', '<>', memberId)
    .where(({ eb, or, ref }) =>
      or([eb('own.end_month', 'is', null), eb('own.end_month', '>=', ref('theirs.start_month'))]),
    )
    .where(({ eb, or, ref }) =>
      or([eb('theirs.end_month', 'is', null), eb('theirs.end_month', '>=', ref('own.start_month'))]),
    )
    .orderBy('theirs.start_month', 'desc')
    .limit(limit)
    .execute();
}

/** Who joined last, the latest first. */
export async function newestMemberIds(db: Kysely<Schema>, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('member').select('id').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => row.id);
}

/** The ids that have blocked `memberId` or were blocked by them. */
export async function blocksAround(db: Kysely<Schema>, memberId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('block')
    .select(['member_id', 'blocked_id'])
    .where(({ eb, or }) => or([eb('member_id', '=', memberId), eb('blocked_id', '=', memberId)]))
    .limit(10_000)
    .execute();
  return new Set(rows.map((row) => (row.member_id === memberId ? row.blocked_id : row.member_id)));
}

/** Whether one has asked the other. */
export async function requestBetween(
  db: Kysely<Schema>,
  me: string,
  other: string,
): Promise<'none' | 'sent' | 'received'> {
  const rows = await db
    .selectFrom('connection_request')
    .select('from_id')
    .where('state', '=', 'asked')
    .where(({ and, eb, or }) =>
      or([
        and([eb('member_id', '=', me), eb('from_id', '=', other)]),
        and([eb('member_id', '=', other), eb('from_id', '=', me)]),
      ]),
    )
    .execute();
  if (rows.some((row) => row.from_id === other)) return 'received';
  return rows.length > 0 ? 'sent' : 'none';
}
