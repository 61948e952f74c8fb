import { z } from 'zod';
import { type Context, decodeCursor, encodeCursor, fail } from '../platform/index.ts';
import { isPersonalised } from '../talent/index.ts';
import { circleBySlug, openCircleIds } from './circle-store.ts';
import { encodeHotPlace, HOT_WINDOW, hotCursor, hotPlaceOf, takeHotPage } from './hot-page.ts';
import type { PostView, postsQuery, Reader } from './model.ts';
import { mayRead } from './policy.ts';
import { newestPosts, type PostHead, type PostScope, postsById } from './post-store.ts';
import { presentPosts } from './present-posts.ts';
import { loadReader } from './reader.ts';

type Query = z.output<typeof postsQuery>;
type Page = { readonly ids: readonly string[]; readonly nextCursor: string | null };

export const noSuchCircle = () =>
  fail('not-found', 'no-such-circle', { zh: '没有这个圈子', en: 'There is no such circle' });

export const closedCircle = () =>
  fail('forbidden', 'circle-closed', {
    zh: '这个圈子的内容只有加入的成员能看',
    en: 'What is said in this circle is for those who joined it',
  });

async function scopeOf(context: Context, reader: Reader, query: Query): Promise<PostScope> {
  const topic = query.topic ?? null;
  if (query.circle) {
    const circle = await circleBySlug(context.db, query.circle);
    if (!circle) throw noSuchCircle();
    if (!mayRead(reader, circle)) throw closedCircle();
    return { circleIds: [circle.id], topic };
  }
  if (topic === null && reader.circleIds.size > 0) return { circleIds: [...reader.circleIds], topic };
  // A topic is everybody's; and who has joined nothing yet sees what there is to join.
  return { circleIds: [...new Set([...(await openCircleIds(context.db)), ...reader.circleIds])], topic };
}

async function hotPage(context: Context, reader: Reader, scope: PostScope, query: Query): Promise<Page> {
  const cursor = decodeCursor(query.cursor, hotCursor);
  const place = cursor ? hotPlaceOf(cursor) : { at: context.clock.now(), below: null, shown: new Set<string>() };
  const window = await newestPosts(context.db, scope, place.at, place.below, HOT_WINDOW);
  const visible = (post: PostHead) => !reader.blocked.has(post.authorId);
  const { page, next } = takeHotPage(window, place, query.limit, visible);
  return { ids: page.map((post) => post.id), nextCursor: next && encodeHotPlace(next) };
}

async function newPage(context: Context, reader: Reader, scope: PostScope, query: Query): Promise<Page> {
  const cursor = decodeCursor(query.cursor, z.tuple([z.number().int(), z.uuid()]));
  const below = cursor && { createdAt: new Date(cursor[0]), id: cursor[1] };
  const heads = await newestPosts(context.db, scope, context.clock.now(), below, query.limit + 1);
  const page = heads.slice(0, query.limit);
  const last = page.at(-1);
  return {
    ids: page.filter((post) => !reader.blocked.has(post.authorId)).map((post) => post.id),
    nextCursor: heads.length > query.limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
  };
}

/**
 * A page of posts: of one's circles, of one circle, or on a topic; the hottest or the newest first. Blocked people's are
 * left out, and what was hidden while the page was made. Whoever wants nothing that is picked for them gets the newest
 * first, whatever order they ask for.
 */
export async function readFeed(
  context: Context,
  memberId: string,
  query: Query,
): Promise<{ items: PostView[]; nextCursor: string | null }> {
  const reader = await loadReader(context, memberId);
  const scope = await scopeOf(context, reader, query);
  const byTime = query.sort === 'new' || !(await isPersonalised(context.db, memberId));
  const { ids, nextCursor } = await (byTime ? newPage : hotPage)(context, reader, scope, query);
  const rows = await postsById(context.db, ids);
  const shown = ids.flatMap((id) => rows.get(id) ?? []).filter((row) => row.hidden_at === null);
  return { items: await presentPosts(context, reader, shown, 'beginning'), nextCursor };
}
