import type { z } from 'zod';
import type { Context } from '../platform/index.ts';
import { addComment, findComment, noSuchComment } from './comment-store.ts';
import type { newComment } from './model.ts';
import { readablePost } from './read-post.ts';

/** The comment that an answer is put under: answers are one level deep, so an answer to an answer joins its thread. */
async function threadOf(context: Context, postId: string, replyTo: string, blocked: ReadonlySet<string>) {
  const comment = await findComment(context.db, postId, replyTo);
  if (!comment || blocked.has(comment.author_id)) throw noSuchComment();
  return comment.reply_to ?? comment.id;
}

/** Comments on a post, or answers a comment under it. Returns the comment's id. */
export async function writeComment(
  context: Context,
  memberId: string,
  postId: string,
  input: z.output<typeof newComment>,
): Promise<string> {
  const { reader } = await readablePost(context, memberId, postId);
  const replyTo = input.replyTo && (await threadOf(context, postId, input.replyTo, reader.blocked));
  const row = await addComment(context, {
    postId,
    authorId: memberId,
    replyTo,
    body: input.body,
    untold: reader.blocked,
  });
  return row.id;
}
