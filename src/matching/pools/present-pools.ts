import type { AccountActor, Context } from '../../platform/index.ts';
import { lookingOf, type ReadModels } from '../find-matches.ts';
import { visibleAmong } from '../visible-among.ts';
import { MOST_PICKED, type PoolView } from './model.ts';
import { countNewcomers, searchOf } from './pool-people.ts';
import { listPicked, looksOf, type PoolRow } from './store.ts';

/** Pools as their reader sees them at this moment: those who hide are in no number. */
export async function presentPools(
  context: Context,
  actor: AccountActor,
  models: ReadModels,
  pools: readonly PoolRow[],
): Promise<PoolView[]> {
  const [picked, looks, looking] = await Promise.all([
    listPicked(context.db, pools, MOST_PICKED),
    looksOf(context.db, actor.id, pools),
    lookingOf(context, actor, models.graph, null),
  ]);
  const visible = new Set(await visibleAmong(context, [...new Set(picked.map((row) => row.member_id))], looking));
  const shown: PoolView[] = [];
  for (const pool of pools) {
    const look = looks.get(pool.id);
    shown.push({
      id: pool.id,
      name: pool.name,
      company: { id: pool.company_id, name: pool.company_name },
      shared: pool.shared,
      mine: pool.made_by === actor.id,
      search: searchOf(pool),
      picked: picked.filter((row) => row.pool_id === pool.id && visible.has(row.member_id)).length,
      newcomers: await countNewcomers(context, models, pool, { looking, look }),
      lookedAt: look?.looked_at.toISOString() ?? null,
      changedAt: pool.changed_at.toISOString(),
    });
  }
  return shown;
}
