import { type Kysely, sql } from 'kysely';
import type { Context, Schema } from '../../platform/index.ts';
import type { UsualStay } from './facts.ts';

const LATEST_STAYS = 5_000;

/** The median of the latest stays in a role that have ended, of people who are counted in statistics. */
async function readUsualStay(db: Kysely<Schema>, roleId: string): Promise<UsualStay> {
  const { rows } = await sql<{ stays: number; months: number | null }>`
    select count(*)::integer as stays, percentile_cont(0.5) within group (order by months) as months
    from (
      select (extract(year from age(end_month, start_month)) * 12 + extract(month from age(end_month, start_month)) + 1)
        as months
      from position left join preference using (member_id)
      where role_id = ${roleId} and end_month is not null and coalesce(preference.counted, true)
      order by start_month desc limit ${LATEST_STAYS}
    ) stay`.execute(db);
  return { stays: rows[0]?.stays ?? 0, months: Math.round(rows[0]?.months ?? 0) };
}

/** How long people stay in a role, asked once a day for each role. */
export function usualStays(context: Context): (roleId: string) => Promise<UsualStay> {
  const known = new Map<string, Promise<UsualStay>>();
  let day = '';
  return (roleId) => {
    const today = context.clock.now().toISOString().slice(0, 10);
    if (today !== day) known.clear();
    day = today;
    const asked = known.get(roleId) ?? readUsualStay(context.db, roleId);
    known.set(roleId, asked);
    asked.catch(() => known.delete(roleId));
    return asked;
  };
}
