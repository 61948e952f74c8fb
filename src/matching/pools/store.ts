import { type Kysely, type Selectable, sql } from 'kysely';
import { type Context, emit, newId, type Schema } from '../../platform/index.ts';
import { addDisclosures, type NewDisclosure } from '../../talent/index.ts';
import type { SavedSearch } from './model.ts';

const MOST_POOLS = 50;

export type PoolRow = Selectable<Schema['talent_pool']> & { readonly company_name: string };

const withCompany = (db: Kysely<Schema>) =>
  db
    .selectFrom('talent_pool')
    .innerJoin('company', 'company.id', 'talent_pool.company_id')
    .selectAll('talent_pool')
    .select('company.name as company_name');

/** The pools that an account may use, the one changed last first. */
export function listPools(
  db: Kysely<Schema>,
  account: { readonly id: string; readonly recruitsFor: readonly string[] },
): Promise<PoolRow[]> {
  return withCompany(db)
    .where('talent_pool.company_id', 'in', [...account.recruitsFor])
    .where(({ or, eb }) => or([eb('talent_pool.shared', '=', true), eb('talent_pool.made_by', '=', account.id)]))
    .orderBy('talent_pool.changed_at', 'desc')
    .orderBy('talent_pool.id')
    .limit(MOST_POOLS)
    .execute();
}

/** A pool of one of these companies; undefined where there is none. */
export function findPool(db: Kysely<Schema>, companyIds: readonly string[], id: string): Promise<PoolRow | undefined> {
  return withCompany(db)
    .where('talent_pool.company_id', 'in', [...companyIds])
    .where('talent_pool.id', '=', id)
    .executeTakeFirst();
}

export async function countPools(db: Kysely<Schema>, companyId: string, madeBy: string): Promise<number> {
  const row = await db
    .selectFrom('talent_pool')
    .select((count) => count.fn.countAll<number>().as('pools'))
    .where('company_id', '=', companyId)
    .where('made_by', '=', madeBy)
    .executeTakeFirst();
  return Number(row?.pools ?? 0);
}

type PoolWords = { readonly name: string; readonly shared: boolean; readonly search: SavedSearch | null };

/** Makes a pool; returns its id. */
export async function insertPool(
  context: Context,
  companyId: string,
  madeBy: string,
  { name, shared, search }: PoolWords,
): Promise<string> {
  const id = newId();
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('talent_pool')
      .values({
        company_id: companyId,
        id,
        name,
        made_by: madeBy,
        shared,
        search: search && JSON.stringify(search),
        made_at: at,
        changed_at: at,
      })
      .execute();
    await emit(trx, { kind: 'pool.changed', key: id, audience: [madeBy], at });
  });
  return id;
}

export async function updatePool(context: Context, pool: PoolRow, { name, shared, search }: PoolWords): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('talent_pool')
      .set({ name, shared, search: search && JSON.stringify(search), changed_at: at })
      .where('company_id', '=', pool.company_id)
      .where('id', '=', pool.id)
      .execute();
    await emit(trx, { kind: 'pool.changed', key: pool.id, audience: [pool.made_by], at });
  });
}

/** Deletes a pool with everything that was kept in it. */
export async function deletePool(context: Context, pool: PoolRow): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    for (const table of ['pool_member', 'pool_look'] as const) {
      await trx.deleteFrom(table).where('company_id', '=', pool.company_id).where('pool_id', '=', pool.id).execute();
    }
    await trx.deleteFrom('talent_pool').where('company_id', '=', pool.company_id).where('id', '=', pool.id).execute();
    await emit(trx, { kind: 'pool.changed', key: pool.id, audience: [pool.made_by], at: context.clock.now() });
  });
}

export type PickedRow = { readonly pool_id: string; readonly member_id: string; readonly added_at: Date };

/** Who was picked for these pools, the latest first, at most `limit` of each pool. */
export async function listPicked(
  db: Kysely<Schema>,
  pools: readonly Pick<PoolRow, 'company_id' | 'id'>[],
  limit: number,
): Promise<PickedRow[]> {
  if (pools.length === 0) return [];
  return db
    .selectFrom('pool_member')
    .select(['pool_id', 'member_id', 'added_at'])
    .where('company_id', 'in', [...new Set(pools.map((pool) => pool.company_id))])
    .where('pool_id', '=', sql<string>`any(${pools.map((pool) => pool.id)}::uuid[])`)
    .orderBy('added_at', 'desc')
    .orderBy('member_id')
    .limit(limit * pools.length)
    .execute();
}

/** Puts somebody in a pool and says so in their file, in one transaction. Doing it twice changes nothing. */
export async function addToPool(context: Context, pool: PoolRow, memberId: string, told: NewDisclosure): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('pool_member')
      .values({
        company_id: pool.company_id,
        pool_id: pool.id,
        member_id: memberId,
        added_by: told.viewerId,
        added_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await addDisclosures(trx, [told], at);
    await emit(trx, { kind: 'pool.changed', key: pool.id, audience: [told.viewerId], at });
  });
}

export async function takeFromPool(context: Context, pool: PoolRow, memberId: string, by: string): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('pool_member')
      .where('company_id', '=', pool.company_id)
      .where('pool_id', '=', pool.id)
      .where('member_id', '=', memberId)
      .execute();
    await emit(trx, { kind: 'pool.changed', key: pool.id, audience: [by], at: context.clock.now() });
  });
}

export type Look = { readonly pool_id: string; readonly fingerprints: Buffer; readonly looked_at: Date };

/** When an account looked into each of these pools last, and whom it saw. */
export async function looksOf(
  db: Kysely<Schema>,
  accountId: string,
  pools: readonly Pick<PoolRow, 'company_id' | 'id'>[],
): Promise<Map<string, Look>> {
  if (pools.length === 0) return new Map();
  const rows = await db
    .selectFrom('pool_look')
    .select(['pool_id', 'fingerprints', 'looked_at'])
    .where('company_id', 'in', [...new Set(pools.map((pool) => pool.company_id))])
    .where('pool_id', '=', sql<string>`any(${pools.map((pool) => pool.id)}::uuid[])`)
    .where('account_id', '=', accountId)
    .execute();
  return new Map(rows.map((row) => [row.pool_id, row]));
}

/** Keeps whom an account has now seen in place of whom it saw before: whoever is gone is not remembered. */
export async function keepLook(
  context: Context,
  pool: Pick<PoolRow, 'company_id' | 'id'>,
  accountId: string,
  fingerprints: Buffer,
): Promise<void> {
  const seen = { fingerprints, looked_at: context.clock.now() };
  await context.db
    .insertInto('pool_look')
    .values({ company_id: pool.company_id, pool_id: pool.id, account_id: accountId, ...seen })
    .onConflict((conflict) => conflict.columns(['company_id', 'pool_id', 'account_id']).doUpdateSet(seen))
    .execute();
}
