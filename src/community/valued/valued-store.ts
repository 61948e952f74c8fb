import { type Kysely, sql } from 'kysely';
import { type Context, emit, type Schema } from '../../platform/index.ts';

type Db = Kysely<Schema>;
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** Of each author the newest posts and comments that are read: older ones say little of what they know now. */
const NEWEST = 200;

export type Written = {
  readonly authorId: string;
  readonly postId: string;
  readonly targetId: string;
  readonly score: number;
  /** What it is about: the post's words, and the comment's own. */
  readonly text: string;
};

/** What these authors wrote where every member may read it, and what got more votes for than against it. */
export async function readWritten(db: Db, authorIds: readonly string[]): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select author.id as "authorId", written.* from unnest(${[...authorIds]}::uuid[]) as author (id)
    cross join lateral (
      (select post.id as "postId", post.id as "targetId", post.score, post.title || E'\n' || post.body as text
        from post join circle on circle.id = post.circle_id and circle.kind in ('topic', 'city')
        where post.author_id = author.id and post.hidden_at is null and post.score > 0
        order by post.created_at desc limit ${NEWEST})
      union all
      (select comment.post_id, comment.id, comment.score, post.title || E'\n' || comment.body
        from comment join post on post.id = comment.post_id and post.hidden_at is null
        join circle on circle.id = post.circle_id and circle.kind in ('topic', 'city')
        where comment.author_id = author.id and comment.hidden_at is null and comment.score > 0
        order by comment.created_at desc limit ${NEWEST})) as written`.execute(db);
  return rows;
}

export async function readVotes(db: Db, written: readonly Written[]) {
  if (written.length === 0) return [];
  return db
    .selectFrom('vote')
    .select(['target_id', 'member_id', 'value'])
    .where('post_id', '=', anyOf([...new Set(written.map((row) => row.postId))]))
    .where('target_id', '=', anyOf(written.map((row) => row.targetId)))
    .execute();
}

/** For whom each of these authors voted: `author voter`. */
export async function votedFor(db: Db, authorIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ pair: string }>`
    select distinct vote.member_id || ' ' || coalesce(comment.author_id, post.author_id) as pair
    from vote left join post on post.id = vote.target_id
    left join comment on comment.post_id = vote.post_id and comment.id = vote.target_id
    where vote.member_id = ${anyOf(authorIds)} and vote.value = 1`.execute(db);
  return new Set(rows.map((row) => row.pair));
}

/** Where people worked, the latest first, and who of them has a verified position. */
export async function readCareers(db: Db, memberIds: readonly string[]) {
  const [positions, verified] = await Promise.all([
    db
      .selectFrom('position')
      .select(['member_id', 'company_id'])
      .where('member_id', '=', anyOf(memberIds))
      .where('company_id', 'is not', null)
      .orderBy('start_month', 'desc')
      .execute(),
    db
      .selectFrom('verification')
      .select('member_id')
      .distinct()
      .where('member_id', '=', anyOf(memberIds))
      .where('state', '=', 'verified')
      .execute(),
  ]);
  const companies = Map.groupBy(positions, (row) => row.member_id);
  return {
    companiesOf: (id: string) => (companies.get(id) ?? []).flatMap((row) => row.company_id ?? []),
    verified: new Set(verified.map((row) => row.member_id)),
  };
}

export type ValuedRow = Schema['valued_answer'];

/** Writes what is valued of these authors in place of what was; each who changed is told of in the outbox. */
export async function keepValued(context: Context, authorIds: readonly string[], rows: readonly ValuedRow[]) {
  const at = context.clock.now();
  const order = (row: ValuedRow) => `${row.skill} ${row.voters} ${row.points} ${row.post_id}`;
  await context.db.transaction().execute(async (trx) => {
    const old = await trx.selectFrom('valued_answer').selectAll().where('member_id', '=', anyOf(authorIds)).execute();
    const said = (all: readonly ValuedRow[], id: string) =>
      JSON.stringify(all.flatMap((row) => (row.member_id === id ? [order(row)] : [])).sort());
    const changed = authorIds.filter((id) => said(old, id) !== said(rows, id));
    if (changed.length === 0) return;
    await trx.deleteFrom('valued_answer').where('member_id', '=', anyOf(changed)).execute();
    const now = rows.filter((row) => changed.includes(row.member_id));
    if (now.length > 0) {
      await trx
        .insertInto('valued_answer')
        .values(now)
        .onConflict((conflict) => conflict.columns(['member_id', 'skill']).doNothing())
        .execute();
    }
    for (const id of changed) await emit(trx, { kind: 'answers.valued', key: id, at });
  });
}

/** Who wrote a post or a comment; undefined where it is no more. */
export async function authorOf(db: Db, postId: string, targetId: string): Promise<string | undefined> {
  const from =
    postId === targetId
      ? db.selectFrom('post').select('author_id').where('id', '=', postId)
      : db.selectFrom('comment').select('author_id').where('post_id', '=', postId).where('id', '=', targetId);
  return (await from.executeTakeFirst())?.author_id;
}

/** The next members who wrote something that was valued, or once was, by id. */
export async function nextValued(db: Db, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct author_id as id from (
      select author_id from post where score > 0 union all select author_id from comment where score > 0
      union all select member_id from valued_answer) as author
    where ${after}::uuid is null or author_id > ${after}::uuid order by id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}
