import type { z } from 'zod';
import { loadCards } from '../graph/index.ts';
import { findPostings } from '../jobs/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { listMessages } from './conversation-store.ts';
import { findOwnConversation, loadAnswering } from './find-conversation.ts';
import type { conversationView, messageView } from './model.ts';
import { mayAnswer } from './policy.ts';
import { presentConversation, presentMessage, presentPermission } from './present.ts';

/** A conversation without its messages: with whom, about what, and whether the actor may write. */
export async function viewConversation(
  context: Context,
  actor: AccountActor,
  id: string,
): Promise<z.output<typeof conversationView>> {
  const { conversation, inbox } = await findOwnConversation(context, actor, id);
  const [cards, [posting], answering] = await Promise.all([
    loadCards(context, [inbox.with_id]),
    findPostings(context.db, conversation.posting_id === null ? [] : [conversation.posting_id]),
    loadAnswering(context, actor, conversation),
  ]);
  const shown = presentConversation(actor.id, { conversation, inbox, card: cards.get(inbox.with_id), posting });
  return {
    ...shown,
    posting: shown.posting && { ...shown.posting, description: posting?.description ?? '' },
    write: presentPermission(mayAnswer(answering)),
  };
}

/** A page of a conversation's messages, the newest first. */
export async function viewMessages(
  context: Context,
  actor: AccountActor,
  id: string,
  before: string | null,
  limit: number,
): Promise<{ items: z.output<typeof messageView>[]; next: string | null }> {
  await findOwnConversation(context, actor, id);
  const rows = await listMessages(context.db, id, before, limit + 1);
  const page = rows.slice(0, limit);
  const names = await loadCards(
    context,
    page.map((row) => row.author_id),
  );
  return {
    items: page.map((row) => presentMessage(row, actor.id, names)),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
