import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../platform/index.ts';
import type { SearchWord } from './search-words.ts';

/** A member who may be meant, with what orders them: 0 the very name, 1 a name that begins so, 2 any other. */
export type Found = { readonly id: string; readonly name: string; readonly bucket: number };
export type FoundKey = readonly [bucket: number, name: string, id: string];

const NAMES = sql`bigrams(name || ' ' || coalesce(other_name, ''))`;
const WORK = sql`bigrams(company_name || ' ' || title)`;

/** Ids of those on whose card the word may stand, from the two indexes of character pairs. */
function holders(word: SearchWord): RawBuilder<unknown> {
  const either = (indexed: RawBuilder<unknown>) =>
    word.typed === word.folded
      ? sql`${indexed} @> bigrams(${word.typed})`
      : sql`(${indexed} @> bigrams(${word.typed}) or ${indexed} @> bigrams(${word.folded}))`;
  return sql`(
    select id from member where ${either(NAMES)}
    union
    select member_id from position where end_month is null and ${either(WORK)}
  )`;
}

/**
 * Members whose name, present company or present title may hold each of the words, by bucket, name and id, after a key; at
 * most `limit`. Fans out over members. Pairs of characters say where to look: the caller compares the words themselves.
 */
export async function findMembers(
  db: Kysely<Schema>,
  words: readonly SearchWord[],
  after: FoundKey | null,
  limit: number,
): Promise<Found[]> {
  const whole = words.map((word) => word.folded).join(' ');
  const first = `${(words[0]?.folded ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const later = after
    ? sql`where (bucket, name, id) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::uuid)`
    : sql``;
  const { rows } = await sql<Found>`
    select id, name, bucket from (
      select member.id, member.name collate "C" as name,
        case
          when ${whole} in (lower(member.name), lower(member.other_name)) then 0
          when lower(member.name) like ${first} or lower(member.other_name) like ${first} then 1
          else 2
        end as bucket
      from member
      where member.id in (${sql.join(words.map(holders), sql` intersect `)})
    ) as found
    ${later}
    order by bucket, name, id limit ${limit}`.execute(db);
  return rows;
}

/** Whether one of each of these and the member has asked the other, by the other's id. */
export async function requestsAround(
  db: Kysely<Schema>,
  memberId: string,
  ids: readonly string[],
): Promise<Map<string, 'sent' | 'received'>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('connection_request')
    .select(['member_id', 'from_id'])
    .where('state', '=', 'asked')
    .where(({ and, eb, or }) =>
      or([
        and([eb('member_id', '=', memberId), eb('from_id', 'in', [...ids])]),
        and([eb('from_id', '=', memberId), eb('member_id', 'in', [...ids])]),
      ]),
    )
    .execute();
  return new Map(rows.map((row) => (row.member_id === memberId ? [row.from_id, 'received'] : [row.member_id, 'sent'])));
}
