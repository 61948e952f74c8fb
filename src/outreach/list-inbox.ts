import type { z } from 'zod';
import { blocksAround, loadCards } from '../graph/index.ts';
import { findPostings } from '../jobs/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { findConversations, lastMessages } from './conversation-store.ts';
import { listInbox, unreadInbox } from './inbox-store.ts';
import { openRequests } from './introduction-store.ts';
import type { conversationLine } from './model.ts';
import { presentConversation, presentLast } from './present.ts';

export type InboxCursor = readonly [lastMessageAt: string, conversationId: string];

/** A page of the actor's conversations, the newest first; those behind a block are left out. */
export async function listConversations(
  context: Context,
  actor: AccountActor,
  before: InboxCursor | null,
  limit: number,
): Promise<{ items: z.output<typeof conversationLine>[]; next: InboxCursor | null }> {
  const rows = await listInbox(context.db, actor.id, before, limit + 1);
  const page = rows.slice(0, limit);
  const ids = page.map((row) => row.conversation_id);
  const conversations = await findConversations(context.db, ids);
  const conversationOf = new Map(conversations.map((row) => [row.id, row]));
  const [cards, postings, last, blocks] = await Promise.all([
    loadCards(
      context,
      page.map((row) => row.with_id),
    ),
    findPostings(
      context.db,
      conversations.flatMap((row) => row.posting_id ?? []),
    ),
    lastMessages(context.db, ids),
    blocksAround(context.db, actor.id),
  ]);
  const postingOf = new Map(postings.map((row) => [row.id, row]));
  const items = page
    .filter((row) => !blocks.has(row.with_id))
    .flatMap((inbox) => {
      const conversation = conversationOf.get(inbox.conversation_id);
      const card = cards.get(inbox.with_id);
      if (!conversation) return [];
      const posting = postingOf.get(conversation.posting_id ?? '');
      return [
        {
          ...presentConversation(actor.id, { conversation, inbox, card, posting }),
          last: presentLast(last.get(conversation.id), actor.id),
          lastMessageAt: inbox.last_message_at.toISOString(),
        },
      ];
    });
  const end = page.at(-1);
  return {
    items,
    next: rows.length > limit && end ? [end.last_message_at.toISOString(), end.conversation_id] : null,
  };
}

/** What waits for the actor: unread messages, and requests for introductions. */
export async function countWaiting(
  context: Context,
  actor: AccountActor,
): Promise<{ unread: number; introductions: number }> {
  const [unread, requests, blocks] = await Promise.all([
    unreadInbox(context.db, actor.id),
    openRequests(context.db, actor.id),
    blocksAround(context.db, actor.id),
  ]);
  return {
    unread: unread.filter((row) => !blocks.has(row.with_id)).reduce((sum, row) => sum + row.unread, 0),
    introductions: requests.filter((row) => !blocks.has(row.recruiter_id) && !blocks.has(row.candidate_id)).length,
  };
}
