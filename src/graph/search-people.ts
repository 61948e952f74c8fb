import { z } from 'zod';
import { type AccountActor, type Context, decodeCursor, encodeCursor, fail } from '../platform/index.ts';
import { loadPeople, recordDisclosures, viewingOf } from '../talent/index.ts';
import type { foundView } from './model.ts';
import { presentCard } from './person-cards.ts';
import { mayComeAcross } from './policy.ts';
import { findMembers, requestsAround } from './search-store.ts';
import { cardHasWords, searchWords } from './search-words.ts';
import type { SocialGraph } from './social-graph.ts';
import { blocksAround } from './store.ts';

/** Rows that are looked at for each one shown: some are not for this viewer. */
const LOOKED_AT = 3;

type FoundView = z.output<typeof foundView>;
type Query = { readonly query: string; readonly limit: number; readonly cursor?: string | undefined };

/**
 * Members by name, present company or title, of those whom the viewer may come across. What a recruiter was shown
 * is written to each person's file.
 */
export async function searchPeople(
  context: Context,
  graph: SocialGraph,
  actor: AccountActor,
  { query, limit, cursor }: Query,
): Promise<{ items: FoundView[]; nextCursor: string | null }> {
  const words = searchWords(query);
  if (words.length === 0) {
    throw fail('invalid', 'query-too-short', {
      zh: '请至少输入两个字',
      en: 'Give a word of two characters or more',
    });
  }
  const after = decodeCursor(cursor, z.tuple([z.number().int(), z.string(), z.uuid()]));
  const rows = await findMembers(context.db, words, after, limit * LOOKED_AT);
  const [people, blocks] = await Promise.all([
    loadPeople(
      context.db,
      rows.map((row) => row.id),
    ),
    blocksAround(context.db, actor.id),
  ]);
  const now = context.clock.now();
  const passed = rows.flatMap((row) => {
    const person = people.get(row.id);
    if (!person) return [];
    const between = { connected: graph.connected(actor.id, row.id), blocked: blocks.has(row.id) };
    const card = { ...presentCard(person, now), otherName: person.member.other_name };
    const shown = mayComeAcross(viewingOf(actor, person, between, now), person.member) && cardHasWords(card, words);
    return shown ? [{ row, card }] : [];
  });
  const page = passed.slice(0, limit);
  const requests = await requestsAround(
    context.db,
    actor.id,
    page.map(({ row }) => row.id),
  );
  await recordSearch(
    context,
    actor,
    page.map(({ row }) => row.id),
  );
  const end = passed.length > limit ? page.at(-1)?.row : rows.length === limit * LOOKED_AT ? rows.at(-1) : undefined;
  return {
    items: page.map(({ row, card }) => ({
      ...card,
      degree: graph.degree(actor.id, row.id),
      request: requests.get(row.id) ?? 'none',
    })),
    nextCursor: end ? encodeCursor([end.bucket, end.name, end.id]) : null,
  };
}

/** Writes to their files that a recruiter was shown these people's cards; other members leave no trace. */
export async function recordSearch(context: Context, actor: AccountActor, ids: readonly string[]): Promise<void> {
  const [viewerCompanyId] = actor.recruitsFor;
  if (!viewerCompanyId) return;
  await recordDisclosures(
    context,
    ids.map((memberId) => ({
      memberId,
      viewerId: actor.id,
      viewerCompanyId,
      postingId: null,
      surface: 'search',
      fields: ['card'],
    })),
  );
}
