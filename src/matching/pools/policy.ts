import type { AccountActor } from '../../platform/index.ts';

type Owned = { readonly company_id: string; readonly made_by: string; readonly shared: boolean };

/** A pool is for its maker, and for the company's other recruiters where it is shared; nobody else hears of it. */
export function mayUsePool(actor: Pick<AccountActor, 'id' | 'recruitsFor'>, pool: Owned): boolean {
  return actor.recruitsFor.includes(pool.company_id) && (pool.shared || pool.made_by === actor.id);
}

/** Whoever made a pool renames, shares and deletes it; those who share it add people and take them out. */
export function mayChangePool(actor: Pick<AccountActor, 'id' | 'recruitsFor'>, pool: Owned): boolean {
  return mayUsePool(actor, pool) && pool.made_by === actor.id;
}
