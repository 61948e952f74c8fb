import { z } from 'zod';
import { type Context, decodeCursor, encodeCursor } from '../platform/index.ts';
import { type CircleRow, circleBySlug, countCircles, listCircles } from './circle-store.ts';
import type { circleView, Reader } from './model.ts';
import { mayJoin, mayRead, publicCount } from './policy.ts';
import { noSuchCircle } from './read-feed.ts';
import { loadReader } from './reader.ts';

const PERIOD_DAYS = 30;
const DAY_MS = 86_400_000;

type CircleView = z.output<typeof circleView>;

async function presentCircles(context: Context, reader: Reader, rows: readonly CircleRow[]): Promise<CircleView[]> {
  const since = new Date(context.clock.now().getTime() - PERIOD_DAYS * DAY_MS);
  const { members, posts } = await countCircles(
    context.db,
    rows.map((row) => row.id),
    since,
  );
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    name: { zh: row.name_zh, en: row.name_en },
    about: { zh: row.about_zh, en: row.about_en },
    members: publicCount(members.get(row.id) ?? 0),
    recentPosts: posts.get(row.id) ?? 0,
    periodDays: PERIOD_DAYS,
    joined: reader.circleIds.has(row.id),
    mayJoin: mayJoin(reader, row),
    mayRead: mayRead(reader, row),
  }));
}

type Query = { readonly limit: number; readonly cursor?: string | undefined; readonly joined?: boolean | undefined };

/** A page of the circles: those joined, the others, or all. */
export async function listCirclesFor(
  context: Context,
  memberId: string,
  query: Query,
): Promise<{ items: CircleView[]; nextCursor: string | null }> {
  const [reader, rows] = await Promise.all([
    loadReader(context, memberId),
    listCircles(context.db, {
      joined: query.joined === undefined ? null : { by: memberId, is: query.joined },
      after: decodeCursor(query.cursor, z.tuple([z.number().int(), z.string()])),
      limit: query.limit + 1,
    }),
  ]);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await presentCircles(context, reader, page),
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.kind_order, last.slug]) : null,
  };
}

/** One circle, as the member stands to it. */
export async function readCircle(context: Context, memberId: string, slug: string): Promise<CircleView> {
  const [reader, row] = await Promise.all([loadReader(context, memberId), circleBySlug(context.db, slug)]);
  const [view] = row ? await presentCircles(context, reader, [row]) : [];
  if (!view) throw noSuchCircle();
  return view;
}
