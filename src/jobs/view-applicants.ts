import type { z } from 'zod';
import { blocksAround, loadCards } from '../graph/index.ts';
import { type AccountActor, type Context, fail } from '../platform/index.ts';
import { loadPeople, type PersonView, presentPerson, recordDisclosures } from '../talent/index.ts';
import { findApplication, listApplicants } from './application-store.ts';
import type { applicantView } from './model.ts';
import type { PostingRow } from './store.ts';

/** Who applies shows the company what a recruiter may see of somebody they found. */
const SHOWN = ['card', 'summary', 'positions', 'education', 'skills', 'wishes'] as const;

type Page = { readonly before: readonly [string, string] | null; readonly limit: number };

/** Those who applied, the newest first; people who blocked the recruiter or were blocked are left out. */
export async function viewApplicants(
  context: Context,
  actor: AccountActor,
  posting: PostingRow,
  page: Page,
): Promise<{ items: z.output<typeof applicantView>[]; next: readonly [string, string] | null }> {
  const rows = await listApplicants(context.db, posting.id, page.before, page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const [cards, blocked] = await Promise.all([
    loadCards(
      context,
      shown.map((row) => row.member_id),
    ),
    blocksAround(context.db, actor.id),
  ]);
  const items = shown.flatMap((row) => {
    const member = cards.get(row.member_id);
    if (!member || blocked.has(row.member_id)) return [];
    return [{ member, state: row.state, note: row.note, appliedAt: row.applied_at.toISOString() }];
  });
  const last = shown.at(-1);
  return {
    items,
    next: rows.length > page.limit && last ? [last.applied_at.toISOString(), last.member_id] : null,
  };
}

/** The profile that an applicant shows with the application, whatever they let others find; noted in their file first. */
export async function viewApplicant(
  context: Context,
  actor: AccountActor,
  posting: PostingRow,
  memberId: string,
): Promise<PersonView> {
  const [application, people, blocked] = await Promise.all([
    findApplication(context.db, posting.id, memberId),
    loadPeople(context.db, [memberId]),
    blocksAround(context.db, actor.id),
  ]);
  const person = people.get(memberId);
  if (!application || !person || blocked.has(memberId)) {
    throw fail('not-found', 'no-such-application', { zh: '没有这份投递', en: 'There is no such application' });
  }
  await recordDisclosures(context, [
    {
      memberId,
      viewerId: actor.id,
      viewerCompanyId: posting.company_id,
      postingId: posting.id,
      surface: 'profile',
      fields: SHOWN,
    },
  ]);
  return presentPerson(person, SHOWN, context.clock.now());
}
