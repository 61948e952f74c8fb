import { advancePipeline } from '../jobs/index.ts';
import { type AccountActor, type Context, emit, fail } from '../platform/index.ts';
import { lockConversation, updateConversation } from './conversation-store.ts';
import { findOwnConversation, noSuchConversation, sideOf } from './find-conversation.ts';

/**
 * The person is not interested: the recruiter sees that, can write no more here, and the pipeline says declined.
 * Saying it twice changes nothing.
 */
export async function declineConversation(context: Context, actor: AccountActor, id: string): Promise<void> {
  const { conversation: seen } = await findOwnConversation(context, actor, id);
  const { posting_id: postingId } = seen;
  if (sideOf(seen, actor.id) !== 'person' || postingId === null) {
    throw fail('forbidden', 'not-yours-to-decline', {
      zh: '只有收到来信的一方可以婉拒',
      en: 'Only the person who was written to can decline',
    });
  }
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const conversation = await lockConversation(trx, id);
    if (!conversation) throw noSuchConversation();
    if (conversation.declined_at !== null) return;
    await updateConversation(trx, id, { declined_at: at });
    const entry = { postingId, memberId: conversation.member_id, by: conversation.opened_by };
    await advancePipeline(trx, entry, ['saved', 'contacted', 'replied', 'interview', 'offer'], 'declined', at);
    await emit(trx, {
      kind: 'conversation.declined',
      key: id,
      audience: [conversation.opened_by, conversation.member_id],
      at,
    });
  });
}
