import type { z } from 'zod';
import { grantsOf } from '../identity/index.ts';
import { advancePipeline, ownPosting } from '../jobs/index.ts';
import { type AccountActor, type Context, emit, unwrap } from '../platform/index.ts';
import { conversationId, introductionId } from './conversation-id.ts';
import { findConversations, spendOfDay } from './conversation-store.ts';
import { type Asked, mayAskNext } from './introduction-states.ts';
import { addIntroduction, askedAbout } from './introduction-store.ts';
import { loadIntroducing } from './load-reaching.ts';
import type { newIntroduction } from './model.ts';
import { INTRODUCTIONS_A_DAY, mayAskForIntroduction } from './policy.ts';

/**
 * Asks a common connection for an introduction, and returns the request's id. The candidate hears nothing until it is
 * made, and the introducer is shown nothing of them but the card that they see anyway. The candidate is saved to the
 * pipeline.
 */
export async function askForIntroduction(
  context: Context,
  actor: AccountActor,
  input: z.output<typeof newIntroduction>,
): Promise<string> {
  const posting = await ownPosting(context, actor, input.postingId);
  const { introducerId, candidateId } = input;
  const theirs = conversationId({ from: actor.id, to: candidateId, postingId: posting.id });
  const [grants, conversations] = await Promise.all([
    grantsOf(context.db, introducerId),
    findConversations(context.db, [theirs]),
  ]);
  const introducer = { id: introducerId, recruitsFor: grants.companyIds };
  const known = conversations.length > 0;
  unwrap(mayAskForIntroduction(await loadIntroducing(context, actor, introducer, candidateId, posting, known)));
  const at = context.clock.now();
  const id = introductionId({ recruiterId: actor.id, introducerId, candidateId, postingId: posting.id });
  await context.db.transaction().execute(async (trx) => {
    // The day's row is held from here on, so that one recruiter's requests are looked at one after the other.
    await spendOfDay(trx, actor.id, 'introductions', INTRODUCTIONS_A_DAY, at);
    const rows = await askedAbout(trx, actor.id, posting.id, [candidateId]);
    const asked: Asked[] = rows.map((row) => ({ introducerId: row.member_id, state: row.state }));
    unwrap(mayAskNext(asked, introducerId));
    await addIntroduction(trx, {
      member_id: introducerId,
      id,
      posting_id: posting.id,
      company_id: posting.company_id,
      recruiter_id: actor.id,
      candidate_id: candidateId,
      ask: input.ask,
      state: 'asked',
      asked_at: at,
    });
    const entry = { postingId: posting.id, memberId: candidateId, by: actor.id };
    await advancePipeline(trx, entry, ['none'], 'saved', at);
    await emit(trx, { kind: 'introduction.asked', key: introducerId, audience: [introducerId, actor.id], at });
  });
  return id;
}
