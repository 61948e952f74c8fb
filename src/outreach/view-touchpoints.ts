import type { z } from 'zod';
import { loadCards, type SocialGraph } from '../graph/index.ts';
import { listPipeline, ownPosting } from '../jobs/index.ts';
import { type AccountActor, type Context, fail } from '../platform/index.ts';
import { isHiddenEmployer, loadPeople, relation } from '../talent/index.ts';
import { conversationId } from './conversation-id.ts';
import { findConversations } from './conversation-store.ts';
import { askedAbout, seatsOf } from './introduction-store.ts';
import { loadReaching } from './load-reaching.ts';
import type { reachedView, touchpointsView } from './model.ts';
import { mayBeIntroducedTo, mayWriteAbout, mayWriteTo, type Reaching } from './policy.ts';
import { presentPermission } from './present.ts';

const INTRODUCERS_SHOWN = 20;
const INTRODUCERS_LOOKED_AT = 200;

type Touchpoints = z.output<typeof touchpointsView>;

/** Common connections who may be asked: not those who recruit for the person's employer, or for one that they hide from. */
async function introducersFor(
  context: Context,
  graph: SocialGraph,
  recruiterId: string,
  { viewing }: Reaching,
): Promise<readonly string[]> {
  const mutual = graph.mutual(recruiterId, viewing.ownerId).slice(0, INTRODUCERS_LOOKED_AT);
  const seats = await seatsOf(context.db, mutual);
  return mutual.filter((id) => !isHiddenEmployer({ ...viewing, viewerId: id, viewerRecruitsFor: seats.get(id) ?? [] }));
}

const noSuchMember = () => fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });

async function withoutPosting(context: Context, actor: AccountActor, memberId: string): Promise<Touchpoints> {
  const id = conversationId({ from: actor.id, to: memberId, postingId: null });
  const [between, conversations, people] = await Promise.all([
    relation(context.db, actor.id, memberId),
    findConversations(context.db, [id]),
    loadPeople(context.db, [memberId]),
  ]);
  if (between.blocked || !people.has(memberId)) throw noSuchMember();
  return {
    conversationId: conversations[0]?.id ?? null,
    write: presentPermission(mayWriteTo({ ...between, self: actor.id === memberId })),
    introduction: { allowed: false, why: null, introducers: [], introducerCount: 0, asked: [] },
  };
}

/** How the actor may reach a person about a posting of theirs, or as a connection about none. */
export async function viewTouchpoints(
  context: Context,
  actor: AccountActor,
  graph: SocialGraph,
  memberId: string,
  postingId: string | null,
): Promise<Touchpoints> {
  if (postingId === null) return withoutPosting(context, actor, memberId);
  const posting = await ownPosting(context, actor, postingId);
  const id = conversationId({ from: actor.id, to: memberId, postingId });
  const [reaching, conversations, asked] = await Promise.all([
    loadReaching(context, actor, memberId, posting),
    findConversations(context.db, [id]),
    askedAbout(context.db, actor.id, postingId, [memberId]),
  ]);
  if (reaching.viewing.blocked) throw noSuchMember();
  const may = mayBeIntroducedTo(reaching, conversations.length > 0);
  const introducers = may.ok ? await introducersFor(context, graph, actor.id, reaching) : [];
  const cards = await loadCards(context, introducers.slice(0, INTRODUCERS_SHOWN));
  return {
    conversationId: conversations[0]?.id ?? null,
    write: presentPermission(mayWriteAbout(reaching)),
    introduction: {
      ...presentPermission(may),
      introducers: introducers.slice(0, INTRODUCERS_SHOWN).flatMap((other) => cards.get(other) ?? []),
      introducerCount: introducers.length,
      asked: asked.map((row) => ({ id: row.id, introducerId: row.member_id, state: row.state })),
    },
  };
}

/** What the actor did to reach each person of a posting's pipeline, for all of them at once. */
export async function listReached(
  context: Context,
  actor: AccountActor,
  postingId: string,
): Promise<z.output<typeof reachedView>[]> {
  await ownPosting(context, actor, postingId);
  const memberIds = (await listPipeline(context.db, postingId)).map((row) => row.member_id);
  const idOf = new Map(memberIds.map((id) => [id, conversationId({ from: actor.id, to: id, postingId })]));
  const [conversations, asked] = await Promise.all([
    findConversations(context.db, [...idOf.values()]),
    askedAbout(context.db, actor.id, postingId, memberIds),
  ]);
  const open = new Set(conversations.map((row) => row.id));
  return memberIds.map((memberId) => {
    const id = idOf.get(memberId) ?? '';
    return {
      memberId,
      conversationId: open.has(id) ? id : null,
      introduction: asked.find((row) => row.candidate_id === memberId)?.state ?? null,
    };
  });
}
