import { type Kysely, type Selectable, sql } from 'kysely';
import { type Context, emit, fail, newId, type Schema } from '../platform/index.ts';
import { noSuchPost } from './post-store.ts';

export type CommentRow = Selectable<Schema['comment']>;

export const noSuchComment = () =>
  fail('not-found', 'no-such-comment', { zh: '没有这条评论', en: 'There is no such comment' });

/** Whom a comment is told to besides the post's author: at most this many who spoke last. */
const LARGEST_AUDIENCE = 200;

type After = readonly [at: number, id: string] | null;

/** A post's comments that answer no other, the oldest first; hidden ones too, since their answers stay. */
export async function listThreads(
  db: Kysely<Schema>,
  postId: string,
  after: After,
  limit: number,
): Promise<CommentRow[]> {
  let query = db.selectFrom('comment').selectAll().where('post_id', '=', postId).where('reply_to', 'is', null);
  if (after)
    query = query.where(sql<boolean>`(created_at, id) > (${new Date(after[0])}::timestamptz, ${after[1]}::uuid)`);
  return query.orderBy('created_at').orderBy('id').limit(limit).execute();
}

/** The first answers to each of these comments, the oldest first, at most `each` to one; hidden ones are left out. */
export async function firstReplies(
  db: Kysely<Schema>,
  postId: string,
  commentIds: readonly string[],
  each: number,
): Promise<CommentRow[]> {
  if (commentIds.length === 0) return [];
  const { rows } = await sql<CommentRow>`
    select reply.* from unnest(${[...commentIds]}::uuid[]) as thread (id), lateral (
      select * from comment
      where post_id = ${postId} and reply_to = thread.id and hidden_at is null
      order by created_at, id limit ${each}
    ) as reply
    order by reply.created_at, reply.id`.execute(db);
  return rows;
}

/** The answers to one comment after a place, the oldest first. */
export async function listReplies(
  db: Kysely<Schema>,
  postId: string,
  commentId: string,
  after: After,
  limit: number,
): Promise<CommentRow[]> {
  let query = db
    .selectFrom('comment')
    .selectAll()
    .where('post_id', '=', postId)
    .where('reply_to', '=', commentId)
    .where('hidden_at', 'is', null);
  if (after)
    query = query.where(sql<boolean>`(created_at, id) > (${new Date(after[0])}::timestamptz, ${after[1]}::uuid)`);
  return query.orderBy('created_at').orderBy('id').limit(limit).execute();
}

/** The comment, unless it is hidden or there is none. */
export async function findComment(db: Kysely<Schema>, postId: string, id: string): Promise<CommentRow | undefined> {
  return db
    .selectFrom('comment')
    .selectAll()
    .where('post_id', '=', postId)
    .where('id', '=', id)
    .where('hidden_at', 'is', null)
    .executeTakeFirst();
}

async function participants(trx: Kysely<Schema>, postId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('comment')
    .select(['author_id', (of) => of.fn.max('created_at').as('spoke_at')])
    .where('post_id', '=', postId)
    .where('hidden_at', 'is', null)
    .groupBy('author_id')
    .orderBy('spoke_at', 'desc')
    .limit(LARGEST_AUDIENCE)
    .execute();
  return rows.map((row) => row.author_id);
}

type NewComment = {
  readonly postId: string;
  readonly authorId: string;
  readonly replyTo: string | null;
  readonly body: string;
  /** Who is not told: the author has blocked them, or they the author. */
  readonly untold: ReadonlySet<string>;
};

/** Adds the comment, counts it, and tells the post's author and whoever spoke there, all or nothing. */
export async function addComment(context: Context, comment: NewComment): Promise<CommentRow> {
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const post = await trx
      .updateTable('post')
      .set((of) => ({ comment_count: of('comment_count', '+', 1) }))
      .where('id', '=', comment.postId)
      .where('hidden_at', 'is', null)
      .returning('author_id')
      .executeTakeFirst();
    if (!post) throw noSuchPost();
    const row = await trx
      .insertInto('comment')
      .values({
        post_id: comment.postId,
        id: newId(),
        author_id: comment.authorId,
        reply_to: comment.replyTo,
        body: comment.body,
        created_at: at,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const told = new Set([post.author_id, ...(await participants(trx, comment.postId))]);
    const audience = [...told].filter((id) => !comment.untold.has(id));
    await emit(trx, { kind: 'comment.made', key: comment.postId, payload: { commentId: row.id }, audience, at });
    return row;
  });
}
