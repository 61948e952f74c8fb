import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { type Context, emit, newId, type Schema } from '../../platform/index.ts';
import { PARTS, type ShownDispute } from '../model.ts';

type Db = Kysely<Schema>;

/** A search that no posting was made from. */
const NO_POSTING = '00000000-0000-0000-0000-000000000000';
const said = z.object({ zh: z.string(), en: z.string() }).nullable();
const part = z.enum(PARTS);

const shown = (
  row: Pick<Selectable<Schema['dispute']>, 'part' | 'said' | 'because' | 'disputed_at'>,
): ShownDispute => ({
  part: part.parse(row.part),
  said: said.parse(row.said),
  because: row.because,
  at: row.disputed_at.toISOString(),
});

export const presentDispute = (row: Selectable<Schema['dispute']>) => ({
  ...shown(row),
  id: row.id,
  disclosureId: row.disclosure_id,
  postingId: row.posting_id === NO_POSTING ? null : row.posting_id,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
});

/** An entry of a member's own file. */
export async function findDisclosure(db: Db, memberId: string, id: string) {
  return db
    .selectFrom('disclosure')
    .select(['id', 'posting_id', 'viewer_id', 'detail'])
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
}

type New = {
  readonly memberId: string;
  readonly disclosure: { readonly id: string; readonly posting_id: string | null; readonly viewer_id: string };
  readonly part: string;
  readonly said: { readonly zh: string; readonly en: string } | null;
  readonly because: string;
};

/** Keeps a dispute. Whoever was shown what is disputed hears of it. Undefined where the same is disputed already. */
export async function addDispute(context: Context, dispute: New) {
  const at = context.clock.now();
  const { memberId, disclosure } = dispute;
  const of = dispute.said && JSON.stringify(dispute.said);
  return context.db.transaction().execute(async (trx) => {
    // One at a time for each member: two windows cannot both say the same.
    await trx.selectFrom('member').select('id').where('id', '=', memberId).forUpdate().execute();
    const known = await trx
      .selectFrom('dispute')
      .select('id')
      .where('member_id', '=', memberId)
      .where('posting_id', '=', disclosure.posting_id ?? NO_POSTING)
      .where('part', '=', dispute.part)
      .where(sql<boolean>`said is not distinct from ${of}::jsonb`)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (known) return undefined;
    const row = await trx
      .insertInto('dispute')
      .values({
        member_id: memberId,
        id: newId(),
        disclosure_id: disclosure.id,
        posting_id: disclosure.posting_id ?? NO_POSTING,
        part: dispute.part,
        said: of,
        because: dispute.because,
        disputed_at: at,
        withdrawn_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await emit(trx, { kind: 'dispute.changed', key: memberId, audience: [memberId, disclosure.viewer_id], at });
    return row;
  });
}

/** Takes a dispute back; the row stays. Undefined where there is none that stands. */
export async function withdrawDispute(context: Context, memberId: string, id: string) {
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('dispute')
      .set({ withdrawn_at: at })
      .where('member_id', '=', memberId)
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (row) await emit(trx, { kind: 'dispute.changed', key: memberId, audience: [memberId], at });
    return row;
  });
}

/** A member's own disputes, the latest first: at most `limit` rows before the row `before`. */
export async function listDisputes(db: Db, memberId: string, before: string | null, limit: number) {
  let query = db.selectFrom('dispute').selectAll().where('member_id', '=', memberId).orderBy('id', 'desc').limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** What these people dispute of what is shown of them for a posting, by member. */
export async function standingDisputes(
  db: Db,
  postingId: string | null,
  memberIds: readonly string[],
): Promise<Map<string, ShownDispute[]>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('dispute')
    .select(['member_id', 'part', 'said', 'because', 'disputed_at'])
    .where('posting_id', '=', postingId ?? NO_POSTING)
    .where('member_id', '=', sql<string>`any(${[...memberIds]}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
  const of = new Map<string, ShownDispute[]>();
  for (const row of rows) of.set(row.member_id, [...(of.get(row.member_id) ?? []), shown(row)]);
  return of;
}
