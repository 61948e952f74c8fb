import type { Kysely } from 'kysely';
import type { Schema } from '../platform/index.ts';

/** The next members who may be found by anybody, by id. */
export async function nextFindable(db: Kysely<Schema>, after: string | null, limit: number): Promise<string[]> {
  let query = db
    .selectFrom('preference')
    .select('member_id')
    .where('findable_by', '<>', 'nobody')
    .orderBy('member_id')
    .limit(limit);
  if (after) query = query.where('member_id', '>', after);
  return (await query.execute()).map((row) => row.member_id);
}

/** The stage of each person in the posting's pipeline. */
export async function stagesOf(
  db: Kysely<Schema>,
  postingId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('pipeline_entry')
    .select(['member_id', 'stage'])
    .where('posting_id', '=', postingId)
    .where('member_id', 'in', [...memberIds])
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.stage]));
}
