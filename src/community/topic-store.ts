import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { readSetting, type Schema, type Text } from '../platform/index.ts';

const names = z.record(z.string(), z.object({ zh: z.string(), en: z.string() }));

/** The names of topics that have one in both languages, by the topic as it is written. */
export async function topicNames(db: Kysely<Schema>): Promise<Readonly<Record<string, Text>>> {
  return (await readSetting(db, 'topic-names', names)) ?? {};
}

/** At most this many of the newest posts with a topic are counted. */
const MOST_COUNTED = 20_000;

export type TopicCount = { readonly topic: string; readonly posts: number; readonly people: number };

/**
 * The topics of a period's posts in these circles, with the number of posts and of the different people who wrote one
 * or commented on one; the most people first.
 */
export async function countTopics(
  db: Kysely<Schema>,
  circleIds: readonly string[],
  period: { readonly from: Date; readonly to: Date },
  limit: number,
): Promise<TopicCount[]> {
  if (circleIds.length === 0) return [];
  const { rows } = await sql<TopicCount>`
    with topical as (
      select id, author_id, topics from post
      where topics <> '{}' and hidden_at is null and circle_id = any (${[...circleIds]}::uuid[])
        and created_at > ${period.from} and created_at <= ${period.to}
      order by created_at desc limit ${MOST_COUNTED}
    ), talked as (
      select distinct id, author_id, topic from topical, unnest(topics) as topic
    ), took_part as (
      select topic, author_id from talked
      union
      select topic, comment.author_id from talked join comment on comment.post_id = talked.id
      where comment.hidden_at is null
    )
    select posts.topic, posts.n as posts, people.n as people
    from (select topic, count(*) as n from talked group by topic) as posts
    join (select topic, count(*) as n from took_part group by topic) as people using (topic)
    order by people.n desc, posts.n desc, topic limit ${limit}`.execute(db);
  return rows;
}
