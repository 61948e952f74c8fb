import type { z } from 'zod';
import { type Context, fail } from '../platform/index.ts';
import { findComment, noSuchComment } from './comment-store.ts';
import { addReport, hideTarget, setVote, type Target, type VoteValue } from './content-store.ts';
import type { newReport } from './model.ts';
import { mayDelete, mayReport, mayVote } from './policy.ts';
import { noSuchPost } from './post-store.ts';
import { readablePost } from './read-post.ts';

const noSuchTarget = ({ postId, targetId }: Target) => (postId === targetId ? noSuchPost() : noSuchComment());

/** Who wrote a post or a comment that the member can see; a failure where they can see none. */
async function authorOf(context: Context, memberId: string, target: Target): Promise<string> {
  const { reader, post } = await readablePost(context, memberId, target.postId);
  if (target.postId === target.targetId) return post.author_id;
  const comment = await findComment(context.db, target.postId, target.targetId);
  if (!comment || reader.blocked.has(comment.author_id)) throw noSuchComment();
  return comment.author_id;
}

/** Votes for (1) or against (-1) a post or a comment, or takes the vote back (0). Returns the score as it is then. */
export async function castVote(
  context: Context,
  memberId: string,
  target: Target,
  value: VoteValue,
): Promise<{ score: number; mine: VoteValue }> {
  const authorId = await authorOf(context, memberId, target);
  if (!mayVote(memberId, authorId)) {
    throw fail('forbidden', 'own-content', { zh: '不能给自己投票', en: 'You cannot vote on what you wrote' });
  }
  const score = await setVote(context, target, memberId, value);
  if (score === null) throw noSuchTarget(target);
  return { score, mine: value };
}

/** Takes back what the member wrote: it is no longer shown to anybody. */
export async function deleteOwn(context: Context, memberId: string, target: Target): Promise<void> {
  const authorId = await authorOf(context, memberId, target);
  if (!mayDelete(memberId, authorId)) {
    throw fail('forbidden', 'not-yours', { zh: '只能删除自己发布的内容', en: 'You can delete only what you wrote' });
  }
  const at = context.clock.now();
  await context.db.transaction().execute((trx) => hideTarget(trx, target, at));
}

/** Reports what somebody else wrote to the moderators. */
export async function reportContent(
  context: Context,
  memberId: string,
  postId: string,
  { targetId, reason, note }: z.output<typeof newReport>,
): Promise<void> {
  const authorId = await authorOf(context, memberId, { postId, targetId });
  if (!mayReport(memberId, authorId)) {
    throw fail('forbidden', 'own-content', {
      zh: '自己发布的内容可以直接删除，无需举报',
      en: 'You can delete what you wrote; there is no need to report it',
    });
  }
  await addReport(context, { postId, targetId, reporterId: memberId, reason, note });
}
