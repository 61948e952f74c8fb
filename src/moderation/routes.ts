import { z } from 'zod';
import {
  defineFileRoute,
  defineRoute,
  granted,
  members,
  pageOf,
  type Route,
  requireAccount,
} from '../platform/index.ts';
import { decideReport } from './decide-report.ts';
import { erasureRoutes } from './erasure/routes.ts';
import { exportMyData } from './export-my-data.ts';
import { listReportsFor } from './list-reports.ts';
import { decisionInput, reportsQuery, reportView } from './model.ts';

const tag = 'moderation';

const DOWNLOADS_A_MINUTE = 5;

/** The moderators' queue, and members' rights over their data. */
export function moderationRoutes(): Route[] {
  return [
    ...erasureRoutes(),
    defineRoute({
      method: 'GET',
      path: '/moderation/reports',
      operationId: 'listReports',
      tag,
      summary: 'What members reported: open reports the oldest first, decided ones the newest first',
      allow: granted('moderator'),
      query: reportsQuery,
      reply: pageOf(reportView),
      handle: ({ context, actor, query }) => listReportsFor(context, requireAccount(actor).id, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/moderation/reports/:reportId/decision',
      operationId: 'decideReport',
      tag,
      summary: 'Keeps or hides what was reported; it is written to the audit log',
      allow: granted('moderator'),
      params: z.object({ reportId: z.uuid() }),
      body: decisionInput,
      reply: z.object({ decided: z.literal(true) }),
      handle: async ({ context, actor, params, body }) => {
        await decideReport(context, requireAccount(actor).id, params.reportId, body);
        return { decided: true as const };
      },
    }),
    defineFileRoute({
      method: 'GET',
      path: '/me/data',
      operationId: 'downloadMyData',
      tag,
      summary: 'Everything that the network holds about you, as JSON',
      allow: members,
      perMinute: DOWNLOADS_A_MINUTE,
      mediaTypes: ['application/json'],
      handle: ({ context, actor }) => exportMyData(context, requireAccount(actor).id),
    }),
  ];
}
