import { z } from 'zod';
import type { ReadModels } from '../matching/index.ts';
import { defineRoute, members, type Route, recruiters, requireAccount } from '../platform/index.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { introductionRoutes } from './introduction-routes.ts';
import { reachedView, touchpointsView } from './model.ts';
import { listReached, viewTouchpoints } from './view-touchpoints.ts';

const tag = 'outreach';

/** How people are reached: conversations, introductions, and which of them is open to whom. */
export function outreachRoutes(models: ReadModels): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/people/:memberId/touchpoints',
      operationId: 'getTouchpoints',
      tag,
      summary: 'How you may reach a person, about a posting of your company or about none',
      allow: members,
      params: z.object({ memberId: z.uuid() }),
      query: z.object({ postingId: z.uuid().optional() }),
      reply: touchpointsView,
      handle: ({ context, actor, params, query }) =>
        viewTouchpoints(context, requireAccount(actor), models.graph, params.memberId, query.postingId ?? null),
    }),
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/reached',
      operationId: 'listReached',
      tag,
      summary: "How you reached each person in a posting's pipeline",
      allow: recruiters,
      params: z.object({ postingId: z.uuid() }),
      reply: z.object({ items: z.array(reachedView) }),
      handle: async ({ context, actor, params }) => ({
        items: await listReached(context, requireAccount(actor), params.postingId),
      }),
    }),
    ...conversationRoutes(models),
    ...introductionRoutes(models),
  ];
}
