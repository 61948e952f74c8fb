import type { Context } from '../platform/index.ts';
import { circlesById } from './circle-store.ts';
import type { PostView, Reader } from './model.ts';
import { mayTakePart } from './policy.ts';
import { findPost, noSuchPost, type PostRow } from './post-store.ts';
import { presentPosts } from './present-posts.ts';
import { loadReader } from './reader.ts';

/** A post that the member may read and take part in; any other is answered like one that is not there. */
export async function readablePost(
  context: Context,
  memberId: string,
  postId: string,
): Promise<{ reader: Reader; post: PostRow }> {
  const [reader, post] = await Promise.all([loadReader(context, memberId), findPost(context.db, postId)]);
  const circle = post && (await circlesById(context.db, [post.circle_id])).get(post.circle_id);
  if (!post || !circle || !mayTakePart(reader, circle, post.author_id)) throw noSuchPost();
  return { reader, post };
}

export async function readPost(context: Context, memberId: string, postId: string): Promise<PostView> {
  const { reader, post } = await readablePost(context, memberId, postId);
  const [view] = await presentPosts(context, reader, [post], 'whole');
  if (!view) throw noSuchPost();
  return view;
}
