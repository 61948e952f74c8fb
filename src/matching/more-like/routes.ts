import { z } from 'zod';
import { personCard } from '../../graph/index.ts';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  pageQuery,
  type Route,
  recruiters,
  requireAccount,
} from '../../platform/index.ts';
import type { ReadModels } from '../find-matches.ts';
import { filterQuery, weighQuery } from '../model.ts';
import { listCursor, listView } from '../search-routes.ts';
import { findLike, traitView } from './find-like.ts';

const MOST_MODELS = 10;
const KEY = /^(?:skill|role|level|industry):.{1,120}$/u;

const ids = z
  .string()
  .max(500)
  .transform((text) => text.split(','))
  .pipe(z.array(z.uuid()).min(1).max(MOST_MODELS));

const keys = z
  .string()
  .max(3_000)
  .default('')
  .transform((text) => text.split('|').filter((key) => key !== ''))
  .pipe(z.array(z.string().regex(KEY)).max(40));

/** More people like some. */
export function likeRoutes(models: ReadModels): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/people-like',
      operationId: 'findPeopleLike',
      tag: 'matching',
      summary: 'More people like one or several, best first, and what of them was looked for',
      allow: recruiters,
      query: pageQuery.extend(filterQuery.shape).extend({
        /** Ids of members, with commas between. */
        of: ids,
        /** What is not to count, as `skill:nlp|level:senior`. */
        without: keys,
        weigh: weighQuery,
      }),
      reply: listView.extend({ of: z.array(personCard), traits: z.array(traitView) }),
      perMinute: 240,
      handle: async ({ context, actor, query }) => {
        const account = requireAccount(actor);
        const after = decodeCursor(query.cursor, listCursor);
        const { next, ...page } = await findLike(context, account, models, {
          of: query.of,
          without: query.without,
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
