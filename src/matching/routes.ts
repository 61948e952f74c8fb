import { z } from 'zod';
import { ownPosting, postingBrief } from '../jobs/index.ts';
import { readRoleBrief, roleBriefSchema } from '../language/index.ts';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  pageOf,
  pageQuery,
  type Route,
  recruiters,
  requireAccount,
} from '../platform/index.ts';
import { disputeRoutes } from './disputes/routes.ts';
import { findMatches, type ReadModels } from './find-matches.ts';
import { weightsRoutes } from './learning/routes.ts';
import { marketView, viewMarket } from './market-view.ts';
import { filterQuery, matchView, weighQuery } from './model.ts';
import { likeRoutes } from './more-like/routes.ts';
import { poolRoutes } from './pools/routes.ts';
import { presetRoutes } from './presets/routes.ts';
import { parseQuery } from './query/parse-query.ts';
import { resolveQuery } from './query/resolve-query.ts';
import { searchRoutes } from './search-routes.ts';
import { whyOrWhyNot, whyView } from './why.ts';

const tag = 'matching';

/** Briefs, and the people for them. */
export function matchingRoutes(models: ReadModels): Route[] {
  return [
    ...searchRoutes(models),
    ...likeRoutes(models),
    ...weightsRoutes(),
    ...poolRoutes(models),
    ...presetRoutes(),
    ...disputeRoutes(),
    defineRoute({
      method: 'POST',
      path: '/briefs/read',
      operationId: 'readBrief',
      tag,
      summary: 'Reads a role brief from plain words or a job description; saves nothing',
      allow: recruiters,
      body: z.object({ text: z.string().trim().min(1).max(60_000) }),
      reply: roleBriefSchema,
      handle: ({ body }) => readRoleBrief(body.text),
    }),
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/matches',
      operationId: 'listMatches',
      tag,
      summary: 'The people who fit a posting and have not applied, best first, with parts and reasons',
      allow: recruiters,
      params: z.object({ postingId: z.uuid() }),
      query: pageQuery.extend(filterQuery.shape).extend({ weigh: weighQuery, q: z.string().optional() }),
      reply: pageOf(matchView).extend({
        /** How many fit, of how many who may be found. */
        fitting: z.number(),
        searched: z.number(),
        /** Whether "fitting" is exact; else it is the most that there can be. */
        sure: z.boolean(),
        /** The version of the weights that ranked it; 0 are the defaults. */
        weightsVersion: z.number().int().min(0),
      }),
      handle: async ({ context, actor, params, query }) => {
        const account = requireAccount(actor);
        const posting = await ownPosting(context, account, params.postingId);
        const after = decodeCursor(query.cursor, z.tuple([z.uuid(), z.number().int().min(0)]));
        const { next, ...page } = await findMatches(context, account, models, {
          postingId: posting.id,
          companyId: posting.company_id,
          brief: postingBrief(posting),
          text: posting.description,
          industryId: posting.company_industry_id,
          filter: query,
          importance: query.weigh,
          query: query.q?.trim() ? await resolveQuery(context, parseQuery(query.q)) : null,
          after: after && { listId: after[0], offset: after[1] },
          limit: query.limit,
        });
        return { ...page, nextCursor: next && encodeCursor([next.listId, next.offset]) };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/matches/:memberId/why',
      operationId: 'explainMatch',
      tag,
      summary: 'Why a person is on the list or not, what is missing, and what would change their place',
      allow: recruiters,
      params: z.object({ postingId: z.uuid(), memberId: z.uuid() }),
      query: z.object({ weigh: weighQuery }),
      reply: whyView,
      perMinute: 120,
      handle: async ({ context, actor, params, query }) => {
        const account = requireAccount(actor);
        const posting = await ownPosting(context, account, params.postingId);
        const asked = {
          posting: { ...posting, brief: postingBrief(posting) },
          memberId: params.memberId,
          importance: query.weigh,
        };
        return whyOrWhyNot(context, account, models, asked);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/briefs/market',
      operationId: 'viewMarket',
      tag,
      summary: 'How many people a brief finds before it is posted, and what each need costs; names nobody',
      allow: recruiters,
      body: roleBriefSchema,
      reply: marketView,
      perMinute: 120,
      handle: ({ context, actor, body }) => viewMarket(context, requireAccount(actor), models, body),
    }),
  ];
}
