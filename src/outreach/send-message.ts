import type { Kysely } from 'kysely';
import { advancePipeline } from '../jobs/index.ts';
import { type AccountActor, type Context, type Schema, unwrap } from '../platform/index.ts';
import { addMessage, type ConversationRow, lockConversation, updateConversation } from './conversation-store.ts';
import { findOwnConversation, loadAnswering, noSuchConversation } from './find-conversation.ts';
import { mayAnswer } from './policy.ts';

async function takeAnswer(trx: Kysely<Schema>, conversation: ConversationRow, at: Date): Promise<void> {
  await updateConversation(trx, conversation.id, {
    unanswered: 0,
    answered_at: conversation.answered_at ?? at,
    declined_at: null,
  });
  if (conversation.posting_id === null) return;
  const entry = { postingId: conversation.posting_id, memberId: conversation.member_id, by: conversation.opened_by };
  const from = conversation.declined_at === null ? (['saved', 'contacted'] as const) : (['declined'] as const);
  await advancePipeline(trx, entry, from, 'replied', at);
}

/**
 * Writes in a conversation, and returns the message's id. The person's answer moves them in the pipeline; also after
 * they declined, which opens the conversation again.
 */
export async function sendMessage(context: Context, actor: AccountActor, id: string, body: string): Promise<string> {
  const { conversation: seen } = await findOwnConversation(context, actor, id);
  const answering = await loadAnswering(context, actor, seen);
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const conversation = await lockConversation(trx, id);
    if (!conversation) throw noSuchConversation();
    // Whoever writes at the same moment has been counted by now.
    const { unanswered } = conversation;
    const declined = conversation.declined_at !== null;
    unwrap(mayAnswer({ ...answering, unanswered, declined }));
    if (answering.side === 'person') await takeAnswer(trx, conversation, at);
    if (answering.side === 'recruiter') await updateConversation(trx, id, { unanswered: unanswered + 1 });
    return addMessage(trx, { conversation, authorId: actor.id, kind: 'text', body }, at);
  });
}
