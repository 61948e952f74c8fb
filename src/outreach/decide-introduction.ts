import type { Kysely } from 'kysely';
import { loadCards } from '../graph/index.ts';
import { grantsOf } from '../identity/index.ts';
import { advancePipeline, findPosting } from '../jobs/index.ts';
import type { ReadModels } from '../matching/index.ts';
import { type AccountActor, type Context, emit, fail, type Schema, unwrap } from '../platform/index.ts';
import { addDisclosures } from '../talent/index.ts';
import { conversationId } from './conversation-id.ts';
import { addConversation, addMessage, findConversations } from './conversation-store.ts';
import { disclosureOf, explainWhy } from './explain-why.ts';
import { decide } from './introduction-states.ts';
import {
  findIntroduction,
  type IntroductionRow,
  lockIntroductionState,
  updateIntroduction,
} from './introduction-store.ts';
import { loadIntroducing } from './load-reaching.ts';
import type { WhyFound } from './model.ts';
import { mayMakeIntroduction } from './policy.ts';

async function ownRequest(
  context: Context,
  as: 'introducer' | 'recruiter',
  memberId: string,
  id: string,
): Promise<IntroductionRow> {
  const row = await findIntroduction(context.db, as, memberId, id);
  if (row) return row;
  throw fail('not-found', 'no-such-introduction', { zh: '没有这个引荐请求', en: 'There is no such request' });
}

async function tellBoth(trx: Kysely<Schema>, row: IntroductionRow, at: Date): Promise<void> {
  await emit(trx, {
    kind: 'introduction.decided',
    key: row.member_id,
    audience: [row.member_id, row.recruiter_id],
    at,
  });
}

/** The introducer declines, or the recruiter withdraws: no reason is asked for, and the candidate hears nothing. */
export async function endIntroduction(
  context: Context,
  actor: AccountActor,
  id: string,
  decision: 'decline' | 'withdraw',
): Promise<void> {
  const row = await ownRequest(context, decision === 'decline' ? 'introducer' : 'recruiter', actor.id, id);
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const state = unwrap(decide(await lockIntroductionState(trx, row), decision));
    await updateIntroduction(trx, row, { state, decided_at: at });
    await tellBoth(trx, row, at);
  });
}

/** Whether it may still be made, from the rows as they are now, and with what the candidate then reads. */
async function explain(context: Context, models: ReadModels, introducer: AccountActor, row: IntroductionRow) {
  const conversation = conversationId({ from: row.recruiter_id, to: row.candidate_id, postingId: row.posting_id });
  const [posting, grants, cards, existing] = await Promise.all([
    findPosting(context.db, row.posting_id),
    grantsOf(context.db, row.recruiter_id),
    loadCards(context, [row.recruiter_id]),
    findConversations(context.db, [conversation]),
  ]);
  const recruiter = {
    id: row.recruiter_id,
    recruitsFor: grants.companyIds.includes(row.company_id) ? grants.companyIds : [],
  };
  const introducing = await loadIntroducing(
    context,
    recruiter,
    introducer,
    row.candidate_id,
    posting,
    existing.length > 0,
  );
  unwrap(mayMakeIntroduction(introducing));
  const why: WhyFound = await explainWhy(context, models, {
    recruiterId: row.recruiter_id,
    memberId: row.candidate_id,
    posting,
    applied: introducing.reaching.applied,
    introduction: {
      askedBy: { id: row.recruiter_id, name: cards.get(row.recruiter_id)?.name ?? '—' },
      ask: row.ask,
    },
  });
  return { conversation, why };
}

/**
 * The introducer makes the introduction in their own words: they open the conversation between recruiter and
 * candidate, in which the introducer takes no further part. Returns the conversation's id.
 */
export async function makeIntroduction(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  id: string,
  wording: string,
): Promise<void> {
  const row = await ownRequest(context, 'introducer', actor.id, id);
  unwrap(decide(row.state, 'make'));
  const { conversation: theirs, why } = await explain(context, models, actor, row);
  const at = context.clock.now();
  const conversation = {
    id: theirs,
    posting_id: row.posting_id,
    company_id: row.company_id,
    opened_by: row.recruiter_id,
    member_id: row.candidate_id,
    opened_at: at,
  };
  await context.db.transaction().execute(async (trx) => {
    const state = unwrap(decide(await lockIntroductionState(trx, row), 'make'));
    if (!(await addConversation(trx, conversation, at))) {
      throw fail('conflict', 'introduction-lapsed', {
        zh: '这次引荐目前无法完成，您可以婉拒',
        en: 'This introduction cannot be made now; you can decline it',
      });
    }
    const message = { conversation, authorId: actor.id, kind: 'introduction' as const, body: wording, detail: why };
    await addMessage(trx, message, at);
    await updateIntroduction(trx, row, { state, wording, conversation_id: theirs, decided_at: at });
    const entry = { postingId: row.posting_id, memberId: row.candidate_id, by: row.recruiter_id };
    await advancePipeline(trx, entry, ['none', 'saved'], 'contacted', at);
    const introducer = { id: actor.id, name: actor.name };
    const more = { conversationId: theirs, introducer };
    await addDisclosures(trx, [disclosureOf('introduction', row.candidate_id, row.recruiter_id, why, more)], at);
    await tellBoth(trx, row, at);
  });
}
