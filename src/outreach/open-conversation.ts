import type { z } from 'zod';
import { advancePipeline, ownPosting, type PostingRow } from '../jobs/index.ts';
import type { ReadModels } from '../matching/index.ts';
import { type AccountActor, type Context, fail, unwrap } from '../platform/index.ts';
import { addDisclosures, loadPeople, relation } from '../talent/index.ts';
import { conversationId } from './conversation-id.ts';
import { addConversation, addMessage, spendOfDay } from './conversation-store.ts';
import { disclosureOf, explainWhy } from './explain-why.ts';
import { loadReaching } from './load-reaching.ts';
import type { newConversation, WhyFound } from './model.ts';
import { CONVERSATIONS_A_DAY, mayWriteAbout, mayWriteTo } from './policy.ts';

const alreadyOpen = () =>
  fail('conflict', 'conversation-open', {
    zh: '你们已有对话，请在那里继续',
    en: 'You have a conversation already; go on there',
  });

/** Opens a conversation about a posting: the first message carries why the person was found, and their file says so. */
async function openAboutPosting(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  posting: PostingRow,
  memberId: string,
  body: string,
): Promise<string> {
  const reaching = await loadReaching(context, actor, memberId, posting);
  unwrap(mayWriteAbout(reaching));
  const why: WhyFound = await explainWhy(context, models, {
    recruiterId: actor.id,
    memberId,
    posting,
    applied: reaching.applied,
    introduction: null,
  });
  const at = context.clock.now();
  const id = conversationId({ from: actor.id, to: memberId, postingId: posting.id });
  const conversation = {
    id,
    posting_id: posting.id,
    company_id: posting.company_id,
    opened_by: actor.id,
    member_id: memberId,
    opened_at: at,
    unanswered: 1,
  };
  await context.db.transaction().execute(async (trx) => {
    if (!(await addConversation(trx, conversation, at))) throw alreadyOpen();
    await spendOfDay(trx, actor.id, 'conversations', CONVERSATIONS_A_DAY, at);
    await addMessage(trx, { conversation, authorId: actor.id, kind: 'outreach', body, detail: why }, at);
    const entry = { postingId: posting.id, memberId, by: actor.id };
    await advancePipeline(trx, entry, ['none', 'saved'], 'contacted', at);
    await addDisclosures(trx, [disclosureOf('message', memberId, actor.id, why, { conversationId: id })], at);
  });
  return id;
}

/** Opens a conversation between two connections about nothing in particular. */
async function openBetweenConnections(
  context: Context,
  actor: AccountActor,
  memberId: string,
  body: string,
): Promise<string> {
  const [people, between] = await Promise.all([
    loadPeople(context.db, [memberId]),
    relation(context.db, actor.id, memberId),
  ]);
  unwrap(mayWriteTo({ ...between, blocked: between.blocked || !people.has(memberId), self: actor.id === memberId }));
  const at = context.clock.now();
  const id = conversationId({ from: actor.id, to: memberId, postingId: null });
  const conversation = { id, opened_by: actor.id, member_id: memberId, opened_at: at };
  await context.db.transaction().execute(async (trx) => {
    if (!(await addConversation(trx, conversation, at))) throw alreadyOpen();
    await addMessage(trx, { conversation, authorId: actor.id, kind: 'text', body }, at);
  });
  return id;
}

/** Opens a conversation with its first message, and returns its id. Where there is one already, it is refused. */
export async function openConversation(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  input: z.output<typeof newConversation>,
): Promise<string> {
  if (input.postingId === null) return openBetweenConnections(context, actor, input.memberId, input.body);
  const posting = await ownPosting(context, actor, input.postingId);
  return openAboutPosting(context, actor, models, posting, input.memberId, input.body);
}
