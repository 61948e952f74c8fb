import { z } from 'zod';
import { REPORT_REASONS } from '../community/index.ts';
import { personCard } from '../graph/index.ts';
import { pageQuery } from '../platform/index.ts';

export const reportReason = z.enum(REPORT_REASONS);
export const reportState = z.enum(['open', 'kept', 'hidden']);

/** A report with what it is about. Who reported is not shown: what counts is what was written. */
export const reportView = z
  .object({
    id: z.uuid(),
    state: reportState,
    reason: reportReason,
    note: z.string(),
    reportedAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    /** Open reports of the same thing, this one among them. */
    openReports: z.number(),
    mayDecide: z.boolean(),
    content: z.object({
      postId: z.uuid(),
      kind: z.enum(['post', 'comment']),
      circle: z.object({ zh: z.string(), en: z.string() }),
      author: personCard.nullable(),
      title: z.string(),
      text: z.string(),
      createdAt: z.iso.datetime(),
      hidden: z.boolean(),
    }),
  })
  .meta({ id: 'ContentReport' });

export const reportsQuery = pageQuery.extend({ state: reportState.default('open') });

export const decisionInput = z
  .object({ decision: z.enum(['keep', 'hide']), note: z.string().trim().max(500).default('') })
  .meta({ id: 'ReportDecision' });
