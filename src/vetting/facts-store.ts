import { type Kysely, sql } from 'kysely';
import type { Schema } from '../platform/index.ts';

const MOST_SUPPORTERS = 2_000;
const MOST_TALK = 300;

/** Members other than the candidate who were at the company of each position in one of its months, counted up to `most`. By position id. */
export async function poolsOfPositions(
  db: Kysely<Schema>,
  memberId: string,
  most: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; others: number }>`
    select own.id, count(there.member_id) as others
    from position own
    left join lateral (
      select distinct theirs.member_id from position theirs
      where theirs.company_id = own.company_id and theirs.member_id <> own.member_id
        and theirs.start_month <= coalesce(own.end_month, 'infinity'::date)
        and coalesce(theirs.end_month, 'infinity'::date) >= own.start_month
      limit ${most}
    ) there on true
    where own.member_id = ${memberId}
    group by own.id
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row.others]));
}

/** Who was at the company of a position then, and has confirmed it or is connected to the candidate. */
export async function supportersOf(db: Kysely<Schema>, memberId: string) {
  const { rows } = await sql<{ position_id: string; member_id: string }>`
    select distinct own.id as position_id, theirs.member_id
    from (
      select other_id as id from connection where member_id = ${memberId}
      union
      select given.colleague_id from colleague_confirmation given
      join verification on verification.member_id = given.member_id and verification.id = given.verification_id
      where given.member_id = ${memberId} and given.state = 'confirmed' and verification.state = 'verified'
    ) known
    join position theirs on theirs.member_id = known.id
    join position own on own.member_id = ${memberId} and own.company_id = theirs.company_id
      and theirs.start_month <= coalesce(own.end_month, 'infinity'::date)
      and coalesce(theirs.end_month, 'infinity'::date) >= own.start_month
    order by 1, 2
    limit ${MOST_SUPPORTERS}
  `.execute(db);
  return rows;
}

/**
 * How many endorse each skill of the candidate, and how many of them were colleagues in one of `positionIds`: those
 * positions at which there were enough people for a number to point at nobody.
 */
export async function endorsersOf(db: Kysely<Schema>, memberId: string, positionIds: readonly string[]) {
  const { rows } = await sql<{ skill: string; endorsers: number; colleagues: number }>`
    select endorsement.skill, count(*) as endorsers,
      count(*) filter (where exists (
        select from position own
        join position theirs on theirs.company_id = own.company_id
          and theirs.start_month <= coalesce(own.end_month, 'infinity'::date)
          and coalesce(theirs.end_month, 'infinity'::date) >= own.start_month
        where own.member_id = ${memberId} and own.id = any(${[...positionIds]}::uuid[])
          and theirs.member_id = endorsement.endorser_id
      )) as colleagues
    from endorsement where endorsement.member_id = ${memberId}
    group by endorsement.skill
  `.execute(db);
  return new Map(rows.map((row) => [row.skill, row]));
}

/** Connections who state the same school in the same years, and how many members do at all, counted up to `most`. By education id. */
export async function classmatesOf(db: Kysely<Schema>, memberId: string, most: number) {
  const { rows } = await sql<{ id: string; classmates: number; pool: number }>`
    select own.id,
      (select count(distinct theirs.member_id) from connection
        join education theirs on theirs.member_id = connection.other_id
        where connection.member_id = ${memberId} and theirs.school_id = own.school_id
          and theirs.end_year >= own.start_year and own.end_year >= theirs.start_year) as classmates,
      (select count(*) from (select distinct theirs.member_id from education theirs
        where theirs.school_id = own.school_id and theirs.member_id <> own.member_id
          and theirs.end_year >= own.start_year and own.end_year >= theirs.start_year
        limit ${most}) there) as pool
    from education own where own.member_id = ${memberId}
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the candidate wrote in the community and everybody in its circle can read, the latest first. */
export async function talkOf(
  db: Kysely<Schema>,
  memberId: string,
): Promise<readonly { readonly text: string; readonly score: number }[]> {
  const [posts, comments] = await Promise.all([
    db
      .selectFrom('post')
      .select(['title', 'body', 'score'])
      .where('author_id', '=', memberId)
      .where('hidden_at', 'is', null)
      .orderBy('created_at', 'desc')
      .limit(MOST_TALK)
      .execute(),
    db
      .selectFrom('comment')
      .select(['body', 'score'])
      .where('author_id', '=', memberId)
      .where('hidden_at', 'is', null)
      .orderBy('created_at', 'desc')
      .limit(MOST_TALK)
      .execute(),
  ]);
  return [
    ...posts.map((row) => ({ text: `${row.title}\n${row.body}`, score: row.score })),
    ...comments.map((row) => ({ text: row.body, score: row.score })),
  ];
}
