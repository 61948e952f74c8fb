import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../platform/index.ts';
import { ERASED_FROM_LISTS, ERASURE, type ErasureRule, type Fate } from './rules.ts';

/** More rows than this are counted as this many. */
const MOST_COUNTED = 100_000;
/** As many open pages of others hear at once that somebody is gone. */
const MOST_TOLD = 1_000;

export type Subject = { readonly id: string; readonly name: string; readonly email: string | null };

/** The person of an account's address, or of a member's id; undefined where there is none. */
export async function findSubject(
  db: Kysely<Schema>,
  by: { readonly id: string } | { readonly email: string },
): Promise<Subject | undefined> {
  const rows = db
    .selectFrom('member')
    .leftJoin('auth_user', 'auth_user.id', 'member.id')
    .select(['member.id', 'member.name', 'auth_user.email']);
  return 'id' in by
    ? rows.where('member.id', '=', by.id).executeTakeFirst()
    : rows.where('auth_user.email', '=', by.email.toLowerCase()).executeTakeFirst();
}

/** How many rows each rule of erasure would touch. */
export async function countErased(db: Kysely<Schema>, personId: string): Promise<Map<ErasureRule, number>> {
  const counts = new Map<ErasureRule, number>();
  for (const rule of ERASURE) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from (
        select 1 from ${sql.table(rule.table)} where ${sql.ref(rule.column)} = ${personId} limit ${MOST_COUNTED}
      ) as counted`.execute(db);
    counts.set(rule, rows[0]?.n ?? 0);
  }
  return counts;
}

/** Holds the person's row and every operator's grant until the transaction ends; false where the person is gone. */
export async function holdPerson(trx: Kysely<Schema>, personId: string): Promise<boolean> {
  await sql`select 1 from role_grant where role = 'operator' order by account_id for update`.execute(trx);
  return (
    (await trx.selectFrom('member').select('id').where('id', '=', personId).forUpdate().executeTakeFirst()) !==
    undefined
  );
}

/** Whether nobody but this account looks after the network. */
export async function isLastOperator(db: Kysely<Schema>, accountId: string): Promise<boolean> {
  const operators = await db
    .selectFrom('role_grant')
    .select('account_id')
    .where('role', '=', 'operator')
    .limit(1_000)
    .execute();
  return operators.length > 0 && operators.every((row) => row.account_id === accountId);
}

/** Whose open pages show the person now. */
export async function whoIsTouched(db: Kysely<Schema>, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select other_id as id from connection where member_id = ${personId}
    union select with_id from inbox where member_id = ${personId}
    limit ${MOST_TOLD}`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Takes the words out of what the person wrote. A comment leaves an empty place in its thread, as when it is deleted; a
 * post under which others have written stays as their thread's empty head, and any other is no longer shown.
 */
export async function eraseWords(trx: Kysely<Schema>, personId: string, at: Date): Promise<void> {
  // Posts first and in one order, as everywhere, so that two who hold them never wait for one another.
  await sql`
    select 1 from post where author_id = ${personId} or id in (select post_id from comment where author_id = ${personId})
    order by id for update`.execute(trx);
  await sql`
    update post set comment_count = comment_count - theirs.n
    from (select post_id, count(*)::int as n from comment
      where author_id = ${personId} and hidden_at is null group by post_id) as theirs
    where post.id = theirs.post_id`.execute(trx);
  await sql`
    update comment set body = '', hidden_at = coalesce(hidden_at, ${at}) where author_id = ${personId}`.execute(trx);
  await sql`
    update post set title = '', body = '', topics = '{}',
      hidden_at = case when comment_count > 0 then hidden_at else coalesce(hidden_at, ${at}) end
    where author_id = ${personId}`.execute(trx);
  await sql`update message set body = '' where author_id = ${personId}`.execute(trx);
}

/** Takes out what is said of the person inside rows that are not theirs: names, and why they were found. */
export async function eraseMentions(trx: Kysely<Schema>, { id, email }: Subject): Promise<void> {
  await sql`
    update message set detail = '{}' where conversation_id in (select id from conversation where member_id = ${id})`.execute(
    trx,
  );
  await sql`
    update message set detail = jsonb_set(detail, '{introduction}', 'null')
    where conversation_id in (select id from conversation where opened_by = ${id})
      and detail -> 'introduction' -> 'askedBy' ->> 'id' = ${id}`.execute(trx);
  await sql`
    update disclosure set detail = detail - 'introducer' where detail -> 'introducer' ->> 'id' = ${id}`.execute(trx);
  await sql`update published_report set author_name = null where author_id = ${id}`.execute(trx);
  // A pool that nobody else was let into is nobody's now.
  const own = sql`from talent_pool where made_by = ${id} and not shared`;
  await sql`delete from pool_member where (company_id, pool_id) in (select company_id, id ${own})`.execute(trx);
  await sql`delete ${own}`.execute(trx);
  for (const { table, column } of ERASED_FROM_LISTS) {
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = array_remove(${sql.ref(column)}, ${id}::uuid)
      where ${sql.ref(column)} @> array[${id}::uuid]`.execute(trx);
  }
  if (email === null) return;
  await trx.deleteFrom('mail').where('recipient', '=', email).execute();
  await sql`
    delete from auth_verification where value = ${id} or position(${email} in identifier) > 0`.execute(trx);
}

const DOES: readonly Fate[] = ['unlinked', 'emptied', 'deleted'];

/** Does to every row that names the person what its rule says; `nobody` is an id that nothing has. */
export async function applyRules(trx: Kysely<Schema>, personId: string, nobody: string): Promise<void> {
  const conversations = await trx
    .selectFrom('inbox')
    .select('conversation_id')
    .where('member_id', '=', personId)
    .execute();
  for (const fate of DOES) {
    for (const { table, column } of ERASURE.filter((rule) => rule.fate === fate)) {
      const [from, name] = [sql.table(table), sql.ref(column)];
      await (fate === 'deleted'
        ? sql`delete from ${from} where ${name} = ${personId}`
        : sql`update ${from} set ${name} = ${fate === 'unlinked' ? nobody : null} where ${name} = ${personId}`
      ).execute(trx);
    }
  }
  const left = sql`any(${conversations.map((row) => row.conversation_id)}::uuid[])`;
  // A conversation that nobody takes part in any more.
  const empty = sql`id = ${left} and not exists (select 1 from inbox where conversation_id = conversation.id)`;
  await sql`delete from message where conversation_id in (select id from conversation where ${empty})`.execute(trx);
  await sql`delete from conversation where ${empty}`.execute(trx);
}
