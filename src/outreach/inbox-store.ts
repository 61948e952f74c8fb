import { type Kysely, type Selectable, sql } from 'kysely';
import { emit, fail, type Schema } from '../platform/index.ts';

export type InboxRow = Selectable<Schema['inbox']>;

/** A member's conversations, the one with the newest message first; at most `limit` after `before`. */
export async function listInbox(
  db: Kysely<Schema>,
  memberId: string,
  before: readonly [lastMessageAt: string, conversationId: string] | null,
  limit: number,
): Promise<InboxRow[]> {
  let query = db
    .selectFrom('inbox')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('last_message_at', 'desc')
    .orderBy('conversation_id', 'desc')
    .limit(limit);
  if (before) {
    const [at, id] = before;
    query = query.where(sql<boolean>`(last_message_at, conversation_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

export async function findInbox(
  db: Kysely<Schema>,
  memberId: string,
  conversationId: string,
): Promise<InboxRow | undefined> {
  return db
    .selectFrom('inbox')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
}

/** Whether the member has not erased their account. */
export async function isThere(db: Kysely<Schema>, memberId: string): Promise<boolean> {
  return (await db.selectFrom('member').select('id').where('id', '=', memberId).executeTakeFirst()) !== undefined;
}

const MOST_UNREAD = 1_000;

/** Conversations with something unread; more than a thousand count as a thousand. */
export async function unreadInbox(
  db: Kysely<Schema>,
  memberId: string,
): Promise<readonly Pick<InboxRow, 'with_id' | 'unread'>[]> {
  return db
    .selectFrom('inbox')
    .select(['with_id', 'unread'])
    .where('member_id', '=', memberId)
    .where('unread', '>', 0)
    .limit(MOST_UNREAD)
    .execute();
}

/**
 * Marks everything up to a message as read; what came after stays unread. The row is held before it is counted, so
 * that a message which is being sent is counted either here or by its sender, never by both. Reading backwards changes
 * nothing.
 */
export async function markRead(
  trx: Kysely<Schema>,
  memberId: string,
  conversationId: string,
  upTo: string,
  at: Date,
): Promise<void> {
  const row = await trx
    .selectFrom('inbox')
    .select(['unread', 'last_read_id'])
    .where('member_id', '=', memberId)
    .where('conversation_id', '=', conversationId)
    .forUpdate()
    .executeTakeFirst();
  const message = await trx
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('id', '=', upTo)
    .executeTakeFirst();
  if (!message) {
    throw fail('invalid', 'no-such-message', { zh: '对话中没有这条消息', en: 'The conversation has no such message' });
  }
  if (!row || (row.last_read_id !== null && row.last_read_id >= upTo)) return;
  await trx
    .updateTable('inbox')
    .set({
      last_read_id: upTo,
      last_read_at: at,
      unread: sql`(select count(*)::int from message where conversation_id = ${conversationId}
        and author_id <> ${memberId} and id > ${upTo})`,
    })
    .where('member_id', '=', memberId)
    .where('conversation_id', '=', conversationId)
    .execute();
  if (row.unread > 0) await emit(trx, { kind: 'conversation.read', key: conversationId, audience: [memberId], at });
}
