import { loadCards } from '../graph/index.ts';
import type { Context, Text } from '../platform/index.ts';
import { circlesById } from './circle-store.ts';
import { votesOf } from './content-store.ts';
import type { PostView, Reader } from './model.ts';
import type { PostRow } from './post-store.ts';
import { topicNames } from './topic-store.ts';

const EXCERPT = 280;

/** The beginning of a text, at most `length` characters (code points), and whether there is more. */
export function excerpt(text: string, length: number): { text: string; cut: boolean } {
  const characters = [...text];
  return characters.length <= length
    ? { text, cut: false }
    : { text: `${characters.slice(0, length).join('').trimEnd()}…`, cut: true };
}

const namesAmong = (names: Readonly<Record<string, Text>>, topics: readonly string[]): Record<string, Text> =>
  Object.fromEntries(
    topics.flatMap((topic) => {
      const name = names[topic];
      return name ? [[topic, name]] : [];
    }),
  );

/** The posts in the API's words, in the given order: circles, authors and the reader's votes in a fixed number of queries. */
export async function presentPosts(
  context: Context,
  reader: Reader,
  rows: readonly PostRow[],
  part: 'beginning' | 'whole',
): Promise<PostView[]> {
  const ids = rows.map((row) => row.id);
  const [names, circles, cards, votes] = await Promise.all([
    topicNames(context.db),
    circlesById(
      context.db,
      rows.map((row) => row.circle_id),
    ),
    loadCards(
      context,
      rows.map((row) => row.author_id),
    ),
    votesOf(context.db, reader.id, ids, ids),
  ]);
  return rows.flatMap((row) => {
    const circle = circles.get(row.circle_id);
    if (!circle) return [];
    const body = part === 'whole' ? { text: row.body, cut: false } : excerpt(row.body, EXCERPT);
    return [
      {
        id: row.id,
        circle: { slug: circle.slug, kind: circle.kind, name: { zh: circle.name_zh, en: circle.name_en } },
        author: cards.get(row.author_id) ?? null,
        title: row.title,
        body: body.text,
        cut: body.cut,
        locale: row.locale,
        topics: row.topics,
        topicNames: namesAmong(names, row.topics),
        score: row.score,
        commentCount: row.comment_count,
        myVote: votes.get(row.id) ?? 0,
        mine: row.author_id === reader.id,
        createdAt: row.created_at.toISOString(),
      },
    ];
  });
}
