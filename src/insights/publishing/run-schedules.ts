import type { Context } from '../../platform/index.ts';
import { buildReport } from '../build-report.ts';
import { addMonths } from '../warehouse/index.ts';
import { baseSlug } from './editions.ts';
import { publishInput } from './model.ts';
import { lastFullMonth, monthlyQuery } from './monthly.ts';
import { lastEdition } from './publication-store.ts';
import { storeReport, summarise } from './publish-report.ts';
import { advance, dueSchedules, noteFailure } from './schedule-store.ts';

type Due = Awaited<ReturnType<typeof dueSchedules>>[number];
const AT_A_TIME = 20;

/**
 * Makes one schedule's report of one month. It is computed outside the transaction; storing it and going on to the next month
 * are one, so that a month is made once, whoever tries and whenever the server stops. A report that somebody made already
 * stands for it. What counted nothing is never published by itself.
 */
async function makeMonth(context: Context, { fieldId, month, atOnce, authorId, authorName }: Due): Promise<boolean> {
  const query = monthlyQuery(month);
  const known = await lastEdition(context.db, baseSlug({ id: fieldId }, query));
  const report = known ? null : await buildReport(context, fieldId, query);
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    if (!(await advance(trx, fieldId, month, addMonths(month, 1)))) return false;
    if (report === null || (await lastEdition(trx, baseSlug(report.field, query)))) return false;
    const draft = !atOnce || summarise(report).postings === 0;
    const author = { id: authorId, name: authorName };
    await storeReport(trx, report, { words: publishInput.parse({}), draft, author }, at);
    return true;
  });
}

/** Makes the reports of every schedule whose month is over, oldest month first. Returns how many were made. */
export async function runSchedules(context: Context, isStopped: () => boolean = () => false): Promise<number> {
  let made = 0;
  const failed = new Set<string>();
  for (;;) {
    const due = await dueSchedules(context.db, lastFullMonth(context.clock.now()), AT_A_TIME);
    const next = due.filter((one) => !failed.has(one.fieldId));
    if (next.length === 0) return made;
    for (const one of next) {
      if (isStopped()) return made;
      try {
        if (await makeMonth(context, one)) made += 1;
      } catch (error) {
        failed.add(one.fieldId);
        context.log.warn('a monthly report cannot be made now', { field: one.fieldId, error: String(error) });
        await noteFailure(context.db, one.fieldId, String(error), context.clock.now());
      }
    }
  }
}
