import type { z } from 'zod';
import { blocksAround, loadCards, type PersonCard } from '../graph/index.ts';
import { findPostings, type PostingRow } from '../jobs/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { type IntroductionRow, listIntroductions } from './introduction-store.ts';
import type { introductionView } from './model.ts';

export type IntroductionCursor = readonly [askedAt: string, id: string];
type Role = z.output<typeof introductionView>['role'];

/** A request in the API's words; undefined where somebody in it is no longer there. */
export function presentIntroduction(
  row: IntroductionRow,
  role: Role,
  cards: ReadonlyMap<string, PersonCard>,
  postings: ReadonlyMap<string, PostingRow>,
): z.output<typeof introductionView> | undefined {
  const [introducer, recruiter, candidate] = [row.member_id, row.recruiter_id, row.candidate_id].map((id) =>
    cards.get(id),
  );
  const posting = postings.get(row.posting_id);
  if (!introducer || !recruiter || !candidate || !posting) return undefined;
  return {
    id: row.id,
    role,
    introducer,
    recruiter,
    candidate,
    posting: { id: posting.id, title: posting.title, companyName: posting.company_name },
    ask: row.ask,
    wording: row.wording,
    state: row.state,
    askedAt: row.asked_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    conversationId: role === 'recruiter' ? row.conversation_id : null,
  };
}

/** A page of the requests that the actor was asked in, or asks, the newest first; those behind a block are left out. */
export async function listOwnIntroductions(
  context: Context,
  actor: AccountActor,
  role: Role,
  before: IntroductionCursor | null,
  limit: number,
): Promise<{ items: z.output<typeof introductionView>[]; next: IntroductionCursor | null }> {
  const rows = await listIntroductions(context.db, role, actor.id, before, limit + 1);
  const page = rows.slice(0, limit);
  const [cards, postings, blocks] = await Promise.all([
    loadCards(
      context,
      page.flatMap((row) => [row.member_id, row.recruiter_id, row.candidate_id]),
    ),
    findPostings(
      context.db,
      page.map((row) => row.posting_id),
    ),
    blocksAround(context.db, actor.id),
  ]);
  const postingOf = new Map(postings.map((row) => [row.id, row]));
  const items = page
    .filter((row) => ![row.member_id, row.recruiter_id, row.candidate_id].some((id) => blocks.has(id)))
    .flatMap((row) => presentIntroduction(row, role, cards, postingOf) ?? []);
  const end = page.at(-1);
  return { items, next: rows.length > limit && end ? [end.asked_at.toISOString(), end.id] : null };
}
