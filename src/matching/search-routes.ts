import { z } from 'zod';
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
import type { ReadModels } from './find-matches.ts';
import { filterQuery, matchView, weighQuery } from './model.ts';
import { searchPeople, termCountView, unlawfulView } from './search-people.ts';

const tag = 'matching';

/** The cursor of a ranked list: which list, and where its next page begins. */
export const listCursor = z.tuple([z.uuid(), z.number().int().min(0)]);

/** What every list of people tells beside them. */
export const listView = pageOf(matchView).extend({
  /** How many fit, of how many who may be found. */
  fitting: z.number(),
  searched: z.number(),
  /** Whether `fitting` is exact; else it is the most that there can be. */
  sure: z.boolean(),
});

/** Searches without a posting. */
export function searchRoutes(models: ReadModels): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/people-search',
      operationId: 'searchTalent',
      tag,
      summary: 'The people whom a Boolean search finds, best first, and how many each of its terms does',
      allow: recruiters,
      query: pageQuery.extend(filterQuery.shape).extend({ q: z.string().min(1), weigh: weighQuery }),
      reply: listView.extend({ terms: z.array(termCountView), unlawful: unlawfulView }),
      perMinute: 240,
      handle: async ({ context, actor, query }) => {
        const account = requireAccount(actor);
        const after = decodeCursor(query.cursor, listCursor);
        const { next, ...page } = await searchPeople(context, account, models, {
          q: query.q,
          companyId: account.recruitsFor[0] ?? null,
          filter: query,
          importance: query.weigh,
          after: after && { listId: after[0], offset: after[1] },
          limit: query.limit,
        });
        return { ...page, nextCursor: next && encodeCursor([next.listId, next.offset]) };
      },
    }),
  ];
}
