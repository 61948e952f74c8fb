import type { z } from 'zod';
import { hideTarget, loadWritten } from '../community/index.ts';
import { type Context, fail } from '../platform/index.ts';
import type { decisionInput } from './model.ts';
import { mayDecide } from './policy.ts';
import { audit, closeReports, findReport, noSuchReport } from './store.ts';

/**
 * Keeps or hides what was reported, and decides with it every open report of the same thing: in one transaction with the
 * entry in the audit log. A report that was decided already is refused, so that two moderators do not undo each other.
 */
export async function decideReport(
  context: Context,
  moderatorId: string,
  reportId: string,
  { decision, note }: z.output<typeof decisionInput>,
): Promise<void> {
  const report = await findReport(context.db, reportId);
  const target = report && { postId: report.post_id, targetId: report.target_id };
  const content = target && (await loadWritten(context.db, [target])).get(target.targetId);
  if (!target || !content) throw noSuchReport();
  if (!mayDecide(moderatorId, content)) {
    throw fail('forbidden', 'own-content', {
      zh: '不能处理对自己内容的举报，请交给其他管理员',
      en: 'You cannot decide on what you wrote; leave it to another moderator',
    });
  }
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const state = decision === 'hide' ? 'hidden' : 'kept';
    const closed = await closeReports(trx, target.targetId, { state, by: moderatorId, at });
    if (!closed.some((row) => row.id === reportId)) {
      throw fail('conflict', 'already-decided', { zh: '这条举报已经处理过了', en: 'This report is decided already' });
    }
    if (decision === 'hide') await hideTarget(trx, target, at);
    await audit(trx, {
      actorId: moderatorId,
      action: `content.${state}`,
      subjectKind: content.kind,
      subjectId: target.targetId,
      detail: { ...target, note, reports: closed.map((row) => ({ id: row.id, reason: row.reason })) },
      at,
    });
  });
}
