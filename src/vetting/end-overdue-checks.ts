import { type Context, FailureError } from '../platform/index.ts';
import { READABLE_DAYS, WAITING_DAYS } from './consent.ts';
import { actOnCheck, overdueChecks } from './store.ts';

const DAY_MS = 86_400_000;
const BATCH = 200;

/** Ends checks that nobody decided in time, and those that were readable long enough; their statements are deleted. */
export async function endOverdueChecks(context: Context): Promise<number> {
  const at = context.clock.now();
  const before = (days: number) => new Date(at.getTime() - days * DAY_MS);
  let ended = 0;
  for (;;) {
    const overdue = await overdueChecks(context.db, before(WAITING_DAYS), before(READABLE_DAYS), BATCH);
    for (const { member_id, id } of overdue) {
      try {
        await context.db.transaction().execute((trx) => actOnCheck(trx, member_id, id, 'lapse', at));
        ended += 1;
      } catch (error) {
        // Somebody decided it in this very moment.
        if (!(error instanceof FailureError)) throw error;
      }
    }
    if (overdue.length < BATCH) return ended;
  }
}
