import type { z } from 'zod';
import { appliedAmong, type PostingRow } from '../jobs/index.ts';
import { type AccountActor, type Context, fail, unwrap } from '../platform/index.ts';
import { loadPeople, relation, viewingOf } from '../talent/index.ts';
import type { requestInput } from './model.ts';
import { exists, mayAskForCheck } from './policy.ts';
import { actOnCheck, addCheck, latestCheck, lockCandidate, noSuchCheck, stageOf } from './store.ts';

export const noSuchMember = () =>
  fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });

/** How a recruiter stands to a member, from the rows as they are now; null where there is no such person for them. */
export async function standingTo(context: Context, actor: AccountActor, memberId: string) {
  const [people, between] = await Promise.all([
    loadPeople(context.db, [memberId]),
    relation(context.db, actor.id, memberId),
  ]);
  const person = people.get(memberId);
  if (!person) return null;
  const viewing = viewingOf(actor, person, between, context.clock.now());
  return exists(viewing) ? { viewing, contactBy: person.preference?.contact_by ?? ('anyone' as const) } : null;
}

/** Asks a person in the posting's pipeline for a first-round check. Returns its id. */
export async function askForCheck(
  context: Context,
  actor: AccountActor,
  posting: PostingRow,
  input: z.output<typeof requestInput>,
): Promise<string> {
  const { memberId, note } = input;
  const standing = await standingTo(context, actor, memberId);
  if (!standing) throw noSuchMember();
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    await lockCandidate(trx, memberId);
    const [applied, stage, before] = await Promise.all([
      appliedAmong(trx, memberId, [posting.id]),
      stageOf(trx, posting.id, memberId),
      latestCheck(trx, posting.id, memberId),
    ]);
    unwrap(mayAskForCheck({ ...standing, applied: applied.has(posting.id), stage, before: before?.state ?? null }));
    return addCheck(
      trx,
      { memberId, postingId: posting.id, companyId: posting.company_id, requestedBy: actor.id, note },
      at,
    );
  });
}

/** Takes a request back that the candidate has not released. */
export async function withdrawRequest(
  context: Context,
  actor: AccountActor,
  postingId: string,
  memberId: string,
): Promise<void> {
  if (!(await standingTo(context, actor, memberId))) throw noSuchMember();
  const check = await latestCheck(context.db, postingId, memberId);
  if (!check) throw noSuchCheck();
  const at = context.clock.now();
  await context.db.transaction().execute((trx) => actOnCheck(trx, memberId, check.id, 'withdraw-request', at));
}
