import { appliedAmong, type PostingRow } from '../jobs/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { fail } from '../platform/index.ts';
import { loadPeople, type Person, relation, type Viewing, viewingOf } from '../talent/index.ts';
import type { Introducing, Reaching } from './policy.ts';

/** Whoever reaches out: a recruiter as an actor, or as rows say. */
export type Recruiter = Pick<AccountActor, 'id' | 'recruitsFor'>;

async function personOf(context: Context, memberId: string): Promise<Person> {
  const person = (await loadPeople(context.db, [memberId])).get(memberId);
  if (person) return person;
  throw fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
}

/** What decides whether the recruiter may reach a member about a posting, from the rows as they are now. */
export async function loadReaching(
  context: Context,
  recruiter: Recruiter,
  memberId: string,
  posting: Pick<PostingRow, 'id' | 'state'>,
): Promise<Reaching> {
  const [person, between, applied] = await Promise.all([
    personOf(context, memberId),
    relation(context.db, recruiter.id, memberId),
    appliedAmong(context.db, memberId, [posting.id]),
  ]);
  return {
    viewing: viewingOf(recruiter, person, between, context.clock.now()),
    postingState: posting.state,
    contactBy: person.preference?.contact_by ?? 'anyone',
    applied: applied.has(posting.id),
  };
}

/** What decides whether the introducer may be asked: how all three stand to each other, from the rows as they are now. */
export async function loadIntroducing(
  context: Context,
  recruiter: Recruiter,
  introducer: Recruiter,
  candidateId: string,
  posting: Pick<PostingRow, 'id' | 'state'>,
  inConversation: boolean,
): Promise<Introducing> {
  const [reaching, candidate, toRecruiter, toCandidate] = await Promise.all([
    loadReaching(context, recruiter, candidateId, posting),
    personOf(context, candidateId),
    relation(context.db, introducer.id, recruiter.id),
    relation(context.db, introducer.id, candidateId),
  ]);
  const introducerViewing: Viewing = viewingOf(introducer, candidate, toCandidate, context.clock.now());
  return {
    reaching,
    knowsRecruiter: toRecruiter.connected && !toRecruiter.blocked,
    knowsCandidate: toCandidate.connected,
    introducerViewing,
    inConversation,
  };
}
