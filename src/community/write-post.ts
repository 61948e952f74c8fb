import type { z } from 'zod';
import { detectLanguage } from '../language/index.ts';
import { type Context, fail } from '../platform/index.ts';
import { circleBySlug } from './circle-store.ts';
import { findTopics, inKnownSpelling } from './find-topics.ts';
import { hotTopics } from './hot-topics.ts';
import type { newPost, PostView } from './model.ts';
import { mayPost, mayRead } from './policy.ts';
import { addPost } from './post-store.ts';
import { closedCircle, noSuchCircle } from './read-feed.ts';
import { readPost } from './read-post.ts';
import { loadReader } from './reader.ts';

/** Starts a conversation in a circle that the member has joined; language and topics are read from the words. */
export async function writePost(
  context: Context,
  memberId: string,
  input: z.output<typeof newPost>,
): Promise<PostView> {
  const [reader, circle] = await Promise.all([loadReader(context, memberId), circleBySlug(context.db, input.circle)]);
  if (!circle) throw noSuchCircle();
  if (!mayRead(reader, circle)) throw closedCircle();
  if (!mayPost(reader, circle)) {
    throw fail('forbidden', 'not-joined', { zh: '请先加入这个圈子', en: 'Join this circle first' });
  }
  const words = `${input.title}\n${input.body}`;
  const topics = findTopics(words);
  const known = topics.length > 0 ? (await hotTopics(context, reader)).items.map((item) => item.topic) : [];
  const id = await addPost(context, {
    circle_id: circle.id,
    author_id: memberId,
    title: input.title,
    body: input.body,
    locale: detectLanguage(words) === 'en' ? 'en' : 'zh',
    topics: inKnownSpelling(topics, known),
  });
  return readPost(context, memberId, id);
}
