import type { AccountActor, Context } from '../platform/index.ts';
import { maySee, recruitsFor } from './policy.ts';
import { presentPosting } from './present-posting.ts';
import { appliedAmong, findPosting, noSuchPosting } from './store.ts';

/** The posting, for a recruiter of its company; others hear that there is none. */
export async function ownPosting(context: Context, actor: AccountActor, postingId: string) {
  const row = await findPosting(context.db, postingId);
  if (!recruitsFor(actor, row.company_id)) throw noSuchPosting();
  return row;
}

/** The posting as the reader may see it. */
export async function viewPosting(context: Context, actor: AccountActor, postingId: string) {
  const row = await findPosting(context.db, postingId);
  if (!maySee(actor, row)) throw noSuchPosting();
  const applied = await appliedAmong(context.db, actor.id, [postingId]);
  return presentPosting(row, { applied: applied.has(postingId), withBrief: recruitsFor(actor, row.company_id) });
}
