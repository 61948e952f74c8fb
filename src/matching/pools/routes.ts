import { z } from 'zod';
import {
  type AccountActor,
  type Context,
  decodeCursor,
  defineRoute,
  encodeCursor,
  fail,
  pageQuery,
  type Route,
  recruiters,
  requireAccount,
} from '../../platform/index.ts';
import { lookingOf, type ReadModels } from '../find-matches.ts';
import { matchView } from '../model.ts';
import { listCursor, listView } from '../search-routes.ts';
import { poolInput, poolView, type SavedSearch } from './model.ts';
import { pickedRoutes } from './picked-routes.ts';
import { mayChangePool } from './policy.ts';
import { countNewcomers, lookInto, poolFor, poolPeople, requestOfPool, searchOf } from './pool-people.ts';
import { presentPools } from './present-pools.ts';
import { countPools, deletePool, insertPool, listPools, looksOf, type PoolRow, updatePool } from './store.ts';

const tag = 'pools';
const MOST_OWN = 40;
const params = z.object({ poolId: z.uuid() });

async function changeable(context: Context, actor: AccountActor, poolId: string): Promise<PoolRow> {
  const pool = await poolFor(context, actor, poolId);
  if (mayChangePool(actor, pool)) return pool;
  throw fail('forbidden', 'not-your-pool', {
    zh: '只有建立人才池的人可以改名、共享或删除',
    en: 'Only whoever made the pool may rename, share or delete it',
  });
}

/** A search that cannot be read is refused when it is saved, and not when it is opened. */
async function proveSearch(context: Context, companyId: string, search: SavedSearch | null): Promise<void> {
  if (search) await requestOfPool(context, companyId, search, { limit: 1 });
}

/** Saved searches that report newcomers, and people picked by hand. */
export function poolRoutes(models: ReadModels): Route[] {
  const view = async (context: Context, actor: AccountActor, pool: PoolRow) => {
    const [shown] = await presentPools(context, actor, models, [pool]);
    if (!shown) throw new Error('a pool was not presented');
    return shown;
  };
  return [
    defineRoute({
      method: 'GET',
      path: '/pools',
      operationId: 'listPools',
      tag,
      summary: "Your talent pools and those that your companies' recruiters share, each with how many are new",
      allow: recruiters,
      reply: z.object({ items: z.array(poolView) }),
      handle: async ({ context, actor }) => {
        const account = requireAccount(actor);
        return { items: await presentPools(context, account, models, await listPools(context.db, account)) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/pools',
      operationId: 'makePool',
      tag,
      summary: 'Makes a talent pool, with a search that is kept or without one',
      allow: recruiters,
      body: poolInput.extend({ companyId: z.uuid() }),
      reply: poolView,
      status: 201,
      handle: async ({ context, actor, body }) => {
        const account = requireAccount(actor);
        const { companyId } = body;
        if (!account.recruitsFor.includes(companyId)) {
          throw fail('forbidden', 'not-your-company', {
            zh: '您不为这家公司招聘',
            en: 'You do not recruit for this company',
          });
        }
        if ((await countPools(context.db, companyId, account.id)) >= MOST_OWN) {
          throw fail('conflict', 'too-many-pools', {
            zh: `最多 ${MOST_OWN} 个人才池，请先删除一些`,
            en: `At most ${MOST_OWN} pools; delete some first`,
          });
        }
        await proveSearch(context, companyId, body.search);
        const id = await insertPool(context, companyId, account.id, body);
        const pool = await poolFor(context, account, id);
        await lookInto(context, account, models, pool);
        return view(context, account, pool);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/pools/:poolId',
      operationId: 'getPool',
      tag,
      summary: 'A talent pool, with its search',
      allow: recruiters,
      params,
      reply: poolView,
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        return view(context, account, await poolFor(context, account, params.poolId));
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/pools/:poolId',
      operationId: 'changePool',
      tag,
      summary: 'Renames a pool, shares it, or changes its search',
      allow: recruiters,
      params,
      body: poolInput,
      reply: poolView,
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        const pool = await changeable(context, account, params.poolId);
        await proveSearch(context, pool.company_id, body.search);
        await updatePool(context, pool, body);
        const changed = await poolFor(context, account, pool.id);
        // Whoever changes what a pool looks for has not missed those whom the new search finds.
        if (JSON.stringify(body.search) !== JSON.stringify(searchOf(pool)))
          await lookInto(context, account, models, changed);
        return view(context, account, changed);
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/pools/:poolId',
      operationId: 'deletePool',
      tag,
      summary: 'Deletes a pool, with the people picked for it',
      allow: recruiters,
      params,
      reply: z.object({ deleted: z.literal(true) }),
      handle: async ({ context, actor, params }) => {
        await deletePool(context, await changeable(context, requireAccount(actor), params.poolId));
        return { deleted: true as const };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/pools/:poolId/people',
      operationId: 'listPoolPeople',
      tag,
      summary: "The people whom a pool's search finds, best first, or those who are new alone",
      allow: recruiters,
      params,
      query: pageQuery.extend({ new: z.enum(['true', 'false']).optional() }),
      reply: listView.extend({ items: z.array(matchView.extend({ isNew: z.boolean() })) }),
      handle: async ({ context, actor, params, query }) => {
        const account = requireAccount(actor);
        const pool = await poolFor(context, account, params.poolId);
        const looks = await looksOf(context.db, account.id, [pool]);
        const after = decodeCursor(query.cursor, listCursor);
        const { next, ...page } = await poolPeople(context, account, models, {
          pool,
          look: looks.get(pool.id),
          onlyNew: query.new === 'true',
          page: { after: after && { listId: after[0], offset: after[1] }, limit: query.limit },
        });
        return { ...page, nextCursor: next && encodeCursor([next.listId, next.offset]) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/pools/:poolId/look',
      operationId: 'lookIntoPool',
      tag,
      summary: 'Says that you have seen who is in the pool now: whoever comes later is new',
      allow: recruiters,
      params,
      reply: z.object({ newcomers: z.number().nullable() }),
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        const pool = await poolFor(context, account, params.poolId);
        await lookInto(context, account, models, pool);
        const looking = await lookingOf(context, account, models.graph, null);
        const look = (await looksOf(context.db, account.id, [pool])).get(pool.id);
        return { newcomers: await countNewcomers(context, models, pool, { looking, look }) };
      },
    }),
    ...pickedRoutes(models),
  ];
}
