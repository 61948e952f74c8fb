import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { emit, fail, newId, type Schema } from '../platform/index.ts';

export type ConversationRow = Selectable<Schema['conversation']>;
export type MessageRow = Selectable<Schema['message']>;

/** Starts a conversation with both inboxes; false where there is one already, and nothing is written. */
export async function addConversation(
  trx: Kysely<Schema>,
  row: Insertable<Schema['conversation']>,
  at: Date,
): Promise<boolean> {
  const added = await trx
    .insertInto('conversation')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return false;
  const inbox = { conversation_id: row.id, last_message_at: at };
  await trx
    .insertInto('inbox')
    .values([
      { ...inbox, member_id: row.opened_by, with_id: row.member_id },
      { ...inbox, member_id: row.member_id, with_id: row.opened_by },
    ])
    .execute();
  return true;
}

type NewMessage = {
  readonly conversation: Pick<ConversationRow, 'id' | 'opened_by' | 'member_id'>;
  readonly authorId: string;
  readonly kind: Schema['message']['kind'];
  readonly body: string;
  readonly detail?: unknown;
};

/**
 * Adds a message, counts it as unread for everybody but its author, and tells both open pages. The caller holds the
 * conversation's row, so that messages get their ids in the order in which they are counted.
 */
export async function addMessage(trx: Kysely<Schema>, message: NewMessage, at: Date): Promise<string> {
  const { conversation, authorId } = message;
  const id = newId();
  await trx
    .insertInto('message')
    .values({
      conversation_id: conversation.id,
      id,
      author_id: authorId,
      kind: message.kind,
      body: message.body,
      detail: JSON.stringify(message.detail ?? {}),
      sent_at: at,
    })
    .execute();
  await trx
    .updateTable('inbox')
    .set({ last_message_at: at, unread: sql`unread + (member_id <> ${authorId})::int` })
    .where('conversation_id', '=', conversation.id)
    .where('member_id', 'in', [conversation.opened_by, conversation.member_id])
    .execute();
  await emit(trx, {
    kind: 'message.sent',
    key: conversation.id,
    audience: [conversation.opened_by, conversation.member_id],
    at,
  });
  return id;
}

/** The conversation, held until the transaction ends; undefined where there is none. */
export async function lockConversation(trx: Kysely<Schema>, id: string): Promise<ConversationRow | undefined> {
  return trx.selectFrom('conversation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateConversation(
  trx: Kysely<Schema>,
  id: string,
  columns: Partial<Pick<ConversationRow, 'unanswered' | 'answered_at' | 'declined_at'>>,
): Promise<void> {
  await trx.updateTable('conversation').set(columns).where('id', '=', id).execute();
}

export async function findConversations(db: Kysely<Schema>, ids: readonly string[]): Promise<ConversationRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

/** The newest messages before `before`, newest first. */
export async function listMessages(
  db: Kysely<Schema>,
  conversationId: string,
  before: string | null,
  limit: number,
): Promise<MessageRow[]> {
  let query = db
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** The newest message of each conversation. */
export async function lastMessages(
  db: Kysely<Schema>,
  conversationIds: readonly string[],
): Promise<Map<string, Pick<MessageRow, 'author_id' | 'body'>>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('message')
    .distinctOn('conversation_id')
    .select(['conversation_id', 'author_id', sql<string>`left(body, 200)`.as('body')])
    .where('conversation_id', 'in', [...conversationIds])
    .orderBy('conversation_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.conversation_id, row]));
}

/**
 * Counts one more conversation or request of a recruiter's day, within the caller's transaction: the row is held, so
 * that two windows cannot both take the last one. Refused where the day's limit is reached.
 */
export async function spendOfDay(
  trx: Kysely<Schema>,
  recruiterId: string,
  what: 'conversations' | 'introductions',
  limit: number,
  at: Date,
): Promise<void> {
  const day = at.toISOString().slice(0, 10);
  const spent = await trx
    .insertInto('outreach_day')
    .values({ recruiter_id: recruiterId, day, [what]: 1 })
    .onConflict((conflict) =>
      conflict.columns(['recruiter_id', 'day']).doUpdateSet({ [what]: sql`outreach_day.${sql.ref(what)} + 1` }),
    )
    .returning(`outreach_day.${what} as count`)
    .executeTakeFirstOrThrow();
  if (spent.count <= limit) return;
  throw what === 'conversations'
    ? fail('too-many', 'conversations-of-the-day', {
        zh: `今天已新联系 ${limit} 人，明天再继续`,
        en: `You have written to ${limit} new people today; go on tomorrow`,
      })
    : fail('too-many', 'introductions-of-the-day', {
        zh: `今天已请求 ${limit} 次引荐，明天再继续`,
        en: `You have asked for ${limit} introductions today; go on tomorrow`,
      });
}
