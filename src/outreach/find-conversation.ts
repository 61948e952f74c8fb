import { blocksAround } from '../graph/index.ts';
import { findPosting, recruitsFor } from '../jobs/index.ts';
import { type AccountActor, type Context, fail } from '../platform/index.ts';
import { relation } from '../talent/index.ts';
import { type ConversationRow, findConversations } from './conversation-store.ts';
import { findInbox, type InboxRow, isThere } from './inbox-store.ts';
import { loadReaching } from './load-reaching.ts';
import type { Side } from './model.ts';
import { type Answering, isStillReachable } from './policy.ts';

export const noSuchConversation = () =>
  fail('not-found', 'no-such-conversation', { zh: '没有这个对话', en: 'There is no such conversation' });

/** On which side of a conversation a participant is. */
export function sideOf(conversation: Pick<ConversationRow, 'posting_id' | 'opened_by'>, memberId: string): Side {
  if (conversation.posting_id === null) return 'connection';
  return conversation.opened_by === memberId ? 'recruiter' : 'person';
}

/** Who the other one is. */
export function otherOf(conversation: Pick<ConversationRow, 'opened_by' | 'member_id'>, memberId: string): string {
  return conversation.opened_by === memberId ? conversation.member_id : conversation.opened_by;
}

/** The conversation for one who takes part; for others, and behind a block, there is none. */
export async function findOwnConversation(
  context: Context,
  actor: AccountActor,
  id: string,
): Promise<{ conversation: ConversationRow; inbox: InboxRow }> {
  const [inbox, [conversation], blocks] = await Promise.all([
    findInbox(context.db, actor.id, id),
    findConversations(context.db, [id]),
    blocksAround(context.db, actor.id),
  ]);
  if (!inbox || !conversation || blocks.has(inbox.with_id)) throw noSuchConversation();
  return { conversation, inbox };
}

/** What decides whether the actor may write in a conversation now. */
export async function loadAnswering(
  context: Context,
  actor: AccountActor,
  conversation: ConversationRow,
): Promise<Answering> {
  const side = sideOf(conversation, actor.id);
  const other = otherOf(conversation, actor.id);
  const facts = {
    gone: !(await isThere(context.db, other)),
    side,
    connected: false,
    hasSeat: conversation.company_id !== null && recruitsFor(actor, conversation.company_id),
    declined: conversation.declined_at !== null,
    answered: conversation.answered_at !== null,
    unanswered: conversation.unanswered,
    reachable: false,
  };
  if (facts.gone) return facts;
  if (side === 'connection') {
    return { ...facts, connected: (await relation(context.db, actor.id, other)).connected };
  }
  if (side === 'person' || facts.answered || conversation.posting_id === null) return facts;
  const posting = await findPosting(context.db, conversation.posting_id);
  return { ...facts, reachable: isStillReachable(await loadReaching(context, actor, other, posting)) };
}
