import { type AccountActor, type Context, fail } from '../../platform/index.ts';
import { planFor } from '../facts-of.ts';
import {
  briefOf,
  findMatches,
  keepHolding,
  lookingOf,
  type MatchRequest,
  type ReadModels,
  reachFrom,
} from '../find-matches.ts';
import { weighQuery } from '../model.ts';
import { parseQuery } from '../query/parse-query.ts';
import { resolveQuery } from '../query/resolve-query.ts';
import type { Looking } from '../rules.ts';
import { requestOf } from '../search-people.ts';
import { visibleAmong } from '../visible-among.ts';
import { notAmong, packFingerprints } from './fingerprints.ts';
import { MOST_FOLLOWED, type SavedSearch, savedSearch } from './model.ts';
import { mayUsePool } from './policy.ts';
import { findPool, keepLook, type Look, type PoolRow } from './store.ts';

/** Of newcomers so many are checked by their rows; more than these are counted no further. */
const MOST_NEW = 300;

/** The pool, for whoever may use it; others hear that there is none. */
export async function poolFor(context: Context, actor: AccountActor, poolId: string): Promise<PoolRow> {
  const pool = await findPool(context.db, actor.recruitsFor, poolId);
  if (pool && mayUsePool(actor, pool)) return pool;
  throw fail('not-found', 'no-such-pool', { zh: '没有这个人才池', en: 'There is no such pool' });
}

export const searchOf = (pool: PoolRow): SavedSearch | null => savedSearch.nullable().parse(pool.search);

/** A pool's search ready for a list. */
export async function requestOfPool(
  context: Context,
  companyId: string,
  search: SavedSearch,
  page: Pick<MatchRequest, 'after' | 'limit'>,
): Promise<MatchRequest> {
  const shared = {
    companyId,
    filter: search.filter,
    importance: weighQuery.parse(search.weigh),
    shownOn: {
      surface: 'people-search' as const,
      about: search.kind === 'query' ? search.q : (search.brief.title?.value ?? ''),
    },
    ...page,
  };
  if (search.kind === 'query') return requestOf(context, { ...shared, q: search.q });
  const query = search.q === '' ? null : await resolveQuery(context, parseQuery(search.q));
  return { ...shared, postingId: null, brief: search.brief, text: search.text, industryId: null, query };
}

/** Everybody whom a pool's search finds at this moment; null where that are too many to follow. */
async function foundNow(
  context: Context,
  models: ReadModels,
  request: MatchRequest,
  looking: Looking,
): Promise<string[] | null> {
  const plan = planFor(models.talentIndex, { ...request, brief: briefOf(request.brief) });
  const { ids, sure } = await models.talentIndex.everybody(plan, {
    looking,
    near: reachFrom(models.graph, looking.recruiterId).within,
    filter: request.filter,
    query: request.query ?? null,
    everybody: request.everybody ?? false,
    most: MOST_FOLLOWED,
  });
  if (ids === null || sure || !request.query || ids.length > MOST_NEW) return ids;
  return keepHolding(context, request.query, ids);
}

/** Who of those whom a pool's search finds was not there when the account looked last; null where that cannot be told. */
async function newcomersOf(
  context: Context,
  models: ReadModels,
  pool: PoolRow,
  asked: { readonly request: MatchRequest; readonly looking: Looking; readonly look: Look | undefined },
): Promise<string[] | null> {
  const found = await foundNow(context, models, asked.request, asked.looking);
  if (found === null) return null;
  if (!asked.look) return [];
  const fresh = notAmong(pool.id, asked.look.fingerprints, found).slice(0, MOST_NEW);
  // The rows decide at this moment: somebody who has just hidden is neither shown nor counted.
  return visibleAmong(context, fresh, asked.looking);
}

/** How many newcomers a pool has for an account; null where its search finds too many, or has none. */
export async function countNewcomers(
  context: Context,
  models: ReadModels,
  pool: PoolRow,
  asked: { readonly looking: Looking; readonly look: Look | undefined },
): Promise<number | null> {
  const search = searchOf(pool);
  if (!search) return 0;
  const request = await requestOfPool(context, pool.company_id, search, { limit: 1 });
  return (await newcomersOf(context, models, pool, { ...asked, request }))?.length ?? null;
}

/** The people whom a pool's search finds, best first, each marked where they are new to the account; or those who are new alone. */
export async function poolPeople(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  asked: {
    readonly pool: PoolRow;
    readonly look: Look | undefined;
    readonly onlyNew: boolean;
    readonly page: Pick<MatchRequest, 'after' | 'limit'>;
  },
) {
  const search = searchOf(asked.pool);
  if (!search) return { items: [], fitting: 0, sure: true, searched: models.talentIndex.size, next: null };
  const looking = await lookingOf(context, actor, models.graph, null);
  const request = await requestOfPool(context, asked.pool.company_id, search, asked.page);
  const fresh = new Set(await newcomersOf(context, models, asked.pool, { request, looking, look: asked.look }));
  const page = await findMatches(context, actor, models, { ...request, ...(asked.onlyNew && { only: fresh }) });
  return { ...page, items: page.items.map((item) => ({ ...item, isNew: fresh.has(item.member.id) })) };
}

/** Remembers whom an account has seen in a pool now, so that newcomers can be told from them. */
export async function lookInto(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  pool: PoolRow,
): Promise<void> {
  const search = searchOf(pool);
  if (!search) return;
  const looking = await lookingOf(context, actor, models.graph, null);
  const request = await requestOfPool(context, pool.company_id, search, { limit: 1 });
  const found = await foundNow(context, models, request, looking);
  await keepLook(context, pool, actor.id, packFingerprints(pool.id, found ?? []));
}
