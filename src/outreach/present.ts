import type { z } from 'zod';
import type { PersonCard } from '../graph/index.ts';
import type { PostingRow } from '../jobs/index.ts';
import type { Result } from '../platform/index.ts';
import type { ConversationRow, MessageRow } from './conversation-store.ts';
import { sideOf } from './find-conversation.ts';
import type { InboxRow } from './inbox-store.ts';
import { type conversationLine, type messageView, type Permission, whyFound } from './model.ts';

const EXCERPT = 80;

/** A decision of the policy as the pages show it. */
export function presentPermission(result: Result<null>): Permission {
  return result.ok ? { allowed: true, why: null } : { allowed: false, why: result.failure.message };
}

/** The posting that a conversation is about, as both sides see it. */
export function presentAbout(row: PostingRow) {
  return {
    id: row.id,
    title: row.title,
    companyName: row.company_name,
    cityId: row.city_id,
    payMin: row.pay_min,
    payMax: row.pay_max,
    payCurrency: row.pay_currency,
    state: row.state,
  };
}

/** In the place of somebody who has erased their account; pages say so in their own words. */
const goneCard = (id: string): PersonCard => ({
  id,
  name: '',
  headline: '',
  cityId: null,
  current: null,
  verified: false,
  generated: false,
});

/** What a conversation's line and its page both say. */
export function presentConversation(
  readerId: string,
  row: {
    conversation: ConversationRow;
    inbox: InboxRow;
    card: PersonCard | undefined;
    posting: PostingRow | undefined;
  },
) {
  return {
    id: row.conversation.id,
    with: row.card ?? goneCard(row.inbox.with_id),
    gone: row.card === undefined,
    side: sideOf(row.conversation, readerId),
    posting: row.posting ? presentAbout(row.posting) : null,
    unread: row.inbox.unread,
    declined: row.conversation.declined_at !== null,
  };
}

/** One line of the last message. */
export function presentLast(
  last: Pick<MessageRow, 'author_id' | 'body'> | undefined,
  readerId: string,
): z.output<typeof conversationLine>['last'] {
  const line = (last?.body ?? '').replaceAll(/\s+/g, ' ');
  const letters = [...line];
  const excerpt = letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : line;
  return { mine: last?.author_id === readerId, excerpt };
}

/** A message; why the person was found stands with the first one. */
export function presentMessage(
  row: MessageRow,
  readerId: string,
  names: ReadonlyMap<string, Pick<PersonCard, 'name'>>,
): z.output<typeof messageView> {
  return {
    id: row.id,
    author: { id: row.author_id, name: names.get(row.author_id)?.name ?? '' },
    mine: row.author_id === readerId,
    kind: row.kind,
    body: row.body,
    why: row.kind === 'text' ? null : (whyFound.safeParse(row.detail).data ?? null),
    sentAt: row.sent_at.toISOString(),
  };
}
