import type { z } from 'zod';
import { blocksAround } from '../graph/index.ts';
import type { PostingRow } from '../jobs/index.ts';
import type { AccountActor, Context } from '../platform/index.ts';
import { loadPeople, recordDisclosures, viewingOf } from '../talent/index.ts';
import { noSuchMember, standingTo } from './ask-for-check.ts';
import type { checkLine, checkReading } from './model.ts';
import { exists } from './policy.ts';
import { presentLine, presentReading, readableUntil } from './present-check.ts';
import { checksOfPosting, latestCheck, listStatements, noSuchCheck } from './store.ts';

/**
 * A check as a recruiter of the posting's company reads it: where it stands, and, once the candidate released it, the
 * statements as the candidate saw them. What is read is written to the candidate's file before it is answered.
 */
export async function readCheck(
  context: Context,
  actor: AccountActor,
  posting: PostingRow,
  memberId: string,
): Promise<z.output<typeof checkReading>> {
  if (!(await standingTo(context, actor, memberId))) throw noSuchMember();
  const check = await latestCheck(context.db, posting.id, memberId);
  if (!check) throw noSuchCheck();
  const until = readableUntil(check);
  if (!until || until <= context.clock.now()) return presentReading(check, null);
  const reading = presentReading(check, await listStatements(context.db, memberId, check.id));
  await recordDisclosures(context, [
    {
      memberId,
      viewerId: actor.id,
      viewerCompanyId: posting.company_id,
      postingId: posting.id,
      surface: 'check',
      // A check's "work" is the profile's positions: the file speaks of parts of the profile.
      fields: reading.sections.map((section) => (section === 'work' ? 'positions' : section)),
      detail: {
        about: `${check.id} ${reading.releasedAt}`,
        checkId: check.id,
        statements: (reading.statements ?? []).map(({ text, evidence, answer }) => ({ text, evidence, answer })),
      },
    },
  ]);
  return reading;
}

/** Where the checks of a posting stand, for its pipeline; people who do not exist for this recruiter are left out. */
export async function listPostingChecks(
  context: Context,
  actor: AccountActor,
  postingId: string,
): Promise<z.output<typeof checkLine>[]> {
  const rows = await checksOfPosting(context.db, postingId);
  const [people, blocked] = await Promise.all([
    loadPeople(
      context.db,
      rows.map((row) => row.member_id),
    ),
    blocksAround(context.db, actor.id),
  ]);
  const now = context.clock.now();
  return rows.flatMap((row) => {
    const person = people.get(row.member_id);
    const between = { connected: false, blocked: blocked.has(row.member_id) };
    return person && exists(viewingOf(actor, person, between, now)) ? [presentLine(row)] : [];
  });
}
