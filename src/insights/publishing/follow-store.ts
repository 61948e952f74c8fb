import { type Kysely, sql } from 'kysely';
import { emit, type Schema } from '../../platform/index.ts';

/** In place of a field's id: every report, on whatever field. */
export const EVERY_FIELD = '*';
const MOST_FOLLOWS = 200;

export type Follow = { readonly fieldId: string; readonly drafts: boolean };

/** What a member follows. */
export async function followsOf(db: Kysely<Schema>, memberId: string): Promise<Follow[]> {
  return db
    .selectFrom('report_follow')
    .select(['field_id as fieldId', 'drafts'])
    .where('member_id', '=', memberId)
    .orderBy('field_id')
    .limit(MOST_FOLLOWS)
    .execute();
}

/** Follows a field within the caller's transaction; what was followed before is as it is said now. */
export async function addFollow(trx: Kysely<Schema>, memberId: string, follow: Follow, at: Date): Promise<void> {
  await trx
    .insertInto('report_follow')
    .values({ member_id: memberId, field_id: follow.fieldId, drafts: follow.drafts, created_at: at })
    .onConflict((conflict) => conflict.columns(['member_id', 'field_id']).doUpdateSet({ drafts: follow.drafts }))
    .execute();
  await emit(trx, { kind: 'report-follow.changed', key: memberId, audience: [memberId], at });
}

/** False where it was not followed. */
export async function removeFollow(trx: Kysely<Schema>, memberId: string, fieldId: string, at: Date): Promise<boolean> {
  const removed = await trx
    .deleteFrom('report_follow')
    .where('member_id', '=', memberId)
    .where('field_id', '=', fieldId)
    .returning('field_id')
    .executeTakeFirst();
  if (removed) await emit(trx, { kind: 'report-follow.changed', key: memberId, audience: [memberId], at });
  return removed !== undefined;
}

export type Follower = {
  readonly id: string;
  readonly email: string;
  readonly locale: 'zh' | 'en';
  /** The follow that ends with one press: the field's own where there is one, else that of every report. */
  readonly fieldId: string;
};

/**
 * Whoever follows a field, in the order of their ids, each once. Asks all shards: followers are kept by member. Of drafts
 * only analysts are told, and demo accounts only where mail stays in the house.
 */
export async function followersOf(
  db: Kysely<Schema>,
  of: { readonly fieldId: string; readonly drafts: boolean; readonly demo: boolean },
  after: string | null,
  limit: number,
): Promise<Follower[]> {
  const { rows } = await sql<Follower>`
    select f.member_id as id, u.email, u.locale, max(f.field_id) as "fieldId"
    from report_follow f join auth_user u on u.id = f.member_id
    where f.field_id in (${of.fieldId}, ${EVERY_FIELD})
      and (${after}::uuid is null or f.member_id > ${after}::uuid)
      and (${of.demo} or not u.demo)
      and (not ${of.drafts} or (f.drafts and exists (
        select 1 from role_grant g where g.account_id = f.member_id and g.role = 'analyst')))
    group by f.member_id, u.email, u.locale
    order by f.member_id limit ${limit}`.execute(db);
  return rows;
}
