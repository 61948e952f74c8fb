import { type Kysely, type Selectable, sql } from 'kysely';
import { type Context, emit, fail, newId, type Schema } from '../platform/index.ts';

export type PostRow = Selectable<Schema['post']>;

export const noSuchPost = () => fail('not-found', 'no-such-post', { zh: '没有这个帖子', en: 'There is no such post' });

/** Of which posts a list is made: those of some circles, or of those circles on one topic. */
export type PostScope = { readonly circleIds: readonly string[]; readonly topic: string | null };

/** What ranks a post and decides whether it is shown. */
export type PostHead = {
  readonly id: string;
  readonly authorId: string;
  readonly score: number;
  readonly commentCount: number;
  readonly createdAt: Date;
};

type Below = { readonly createdAt: Date; readonly id: string };

const HEAD = sql`post.id, post.author_id as "authorId", post.score, post.comment_count as "commentCount", post.created_at as "createdAt"`;

/**
 * The newest posts of a scope up to a moment, below a place; newest first. Each circle gives its own newest along its index,
 * so that the cost is the number of circles, not of posts; a topic is found by its own index.
 */
export async function newestPosts(
  db: Kysely<Schema>,
  scope: PostScope,
  upTo: Date,
  below: Below | null,
  limit: number,
): Promise<PostHead[]> {
  if (scope.circleIds.length === 0) return [];
  const circles = sql`${[...scope.circleIds]}::uuid[]`;
  const range = below
    ? sql`post.created_at <= ${upTo} and (post.created_at, post.id) < (${below.createdAt}::timestamptz, ${below.id}::uuid)`
    : sql`post.created_at <= ${upTo}`;
  const newest = sql`hidden_at is null and ${range} order by post.created_at desc, post.id desc limit ${limit}`;
  const query = scope.topic
    ? sql<PostHead>`select ${HEAD} from post where topics @> ${[scope.topic]}::text[] and circle_id = any (${circles}) and ${newest}`
    : sql<PostHead>`
        select ${HEAD}
        from unnest(${circles}) as circle (id), lateral (
          select post.* from post where post.circle_id = circle.id and ${newest}
        ) as post
        order by post.created_at desc, post.id desc limit ${limit}`;
  return (await query.execute(db)).rows;
}

export async function postsById(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, PostRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('post')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The post, unless it is hidden or there is none. */
export async function findPost(db: Kysely<Schema>, id: string): Promise<PostRow | undefined> {
  return db.selectFrom('post').selectAll().where('id', '=', id).where('hidden_at', 'is', null).executeTakeFirst();
}

export type NewPostRow = Pick<PostRow, 'circle_id' | 'author_id' | 'title' | 'body' | 'locale' | 'topics'>;

export async function addPost(context: Context, row: NewPostRow): Promise<string> {
  const id = newId();
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('post')
      .values({ ...row, id, created_at: at, hidden_at: null })
      .execute();
    await emit(trx, {
      kind: 'post.made',
      key: id,
      payload: { circleId: row.circle_id },
      audience: [row.author_id],
      at,
    });
  });
  return id;
}
