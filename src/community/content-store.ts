import { type Kysely, sql } from 'kysely';
import { accountsGranted } from '../identity/index.ts';
import { type Context, emit, newId, type Schema } from '../platform/index.ts';

/** A post (its own id twice) or one of its comments. */
export type Target = { readonly postId: string; readonly targetId: string };

/** The target's row, held until the transaction ends, so that what is counted from its votes stays their sum; hidden ones are not found. */
async function lockTarget(trx: Kysely<Schema>, { postId, targetId }: Target): Promise<{ score: number } | undefined> {
  if (postId === targetId) {
    return trx
      .selectFrom('post')
      .select('score')
      .where('id', '=', postId)
      .where('hidden_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
  }
  return trx
    .selectFrom('comment')
    .select('score')
    .where('post_id', '=', postId)
    .where('id', '=', targetId)
    .where('hidden_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

async function addToScore(trx: Kysely<Schema>, { postId, targetId }: Target, change: number): Promise<void> {
  if (postId === targetId) {
    await trx
      .updateTable('post')
      .set((of) => ({ score: of('score', '+', change) }))
      .where('id', '=', postId)
      .execute();
  } else {
    await trx
      .updateTable('comment')
      .set((of) => ({ score: of('score', '+', change) }))
      .where('post_id', '=', postId)
      .where('id', '=', targetId)
      .execute();
  }
}

export type VoteValue = -1 | 0 | 1;
const voteValue = (value: number | undefined): VoteValue => (value === 1 ? 1 : value === -1 ? -1 : 0);

/**
 * Sets the member's vote to `value` (0 takes it back) and the score with it, in one transaction; the same vote twice
 * changes nothing. Returns the new score, or null where there is nothing to vote on.
 */
export async function setVote(
  context: Context,
  target: Target,
  memberId: string,
  value: VoteValue,
): Promise<number | null> {
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const locked = await lockTarget(trx, target);
    if (!locked) return null;
    const key = { post_id: target.postId, target_id: target.targetId, member_id: memberId };
    const old = await trx
      .selectFrom('vote')
      .select('value')
      .where('post_id', '=', key.post_id)
      .where('target_id', '=', key.target_id)
      .where('member_id', '=', key.member_id)
      .executeTakeFirst();
    const change = value - voteValue(old?.value);
    if (change === 0) return locked.score;
    if (value === 0) {
      await trx
        .deleteFrom('vote')
        .where('post_id', '=', key.post_id)
        .where('target_id', '=', key.target_id)
        .where('member_id', '=', key.member_id)
        .execute();
    } else {
      await trx
        .insertInto('vote')
        .values({ ...key, value, at })
        .onConflict((conflict) => conflict.columns(['post_id', 'target_id', 'member_id']).doUpdateSet({ value, at }))
        .execute();
    }
    await addToScore(trx, target, change);
    await emit(trx, { kind: 'vote.changed', key: target.postId, payload: { targetId: target.targetId }, at });
    return locked.score + change;
  });
}

/** The member's votes on posts and comments, by target id; `postIds` are the posts that these belong to. */
export async function votesOf(
  db: Kysely<Schema>,
  memberId: string,
  postIds: readonly string[],
  targetIds: readonly string[],
): Promise<Map<string, VoteValue>> {
  if (targetIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('vote')
    .select(['target_id', 'value'])
    .where('member_id', '=', memberId)
    .where('post_id', 'in', [...postIds])
    .where('target_id', 'in', [...targetIds])
    .execute();
  return new Map(rows.map((row) => [row.target_id, voteValue(row.value)]));
}

/**
 * Hides a post or a comment within the caller's transaction, and no longer counts the comment. Returns who wrote it; null
 * where it is hidden already, or is not there. Nothing is erased: the rows stay for whoever has to judge them.
 */
export async function hideTarget(trx: Kysely<Schema>, target: Target, at: Date): Promise<{ authorId: string } | null> {
  const { postId, targetId } = target;
  if (postId === targetId) {
    const hidden = await trx
      .updateTable('post')
      .set({ hidden_at: at })
      .where('id', '=', postId)
      .where('hidden_at', 'is', null)
      .returning('author_id as authorId')
      .executeTakeFirst();
    if (hidden) await emit(trx, { kind: 'post.hidden', key: postId, audience: [hidden.authorId], at });
    return hidden ?? null;
  }
  // The post's row first, as everywhere, so that two who hold both never wait for one another.
  await sql`select 1 from post where id = ${postId} for update`.execute(trx);
  const hidden = await trx
    .updateTable('comment')
    .set({ hidden_at: at })
    .where('post_id', '=', postId)
    .where('id', '=', targetId)
    .where('hidden_at', 'is', null)
    .returning('author_id as authorId')
    .executeTakeFirst();
  if (!hidden) return null;
  await trx
    .updateTable('post')
    .set((of) => ({ comment_count: of('comment_count', '-', 1) }))
    .where('id', '=', postId)
    .execute();
  const audience = [hidden.authorId];
  await emit(trx, { kind: 'comment.hidden', key: postId, payload: { commentId: targetId }, audience, at });
  return hidden;
}

export type NewReport = Target & { readonly reporterId: string; readonly reason: string; readonly note: string };

/** Keeps a report for the moderators; somebody's second report of the same thing, while the first is open, changes nothing. */
export async function addReport(context: Context, report: NewReport): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    if (!(await lockTarget(trx, report))) return;
    const open = await trx
      .selectFrom('content_report')
      .select('id')
      .where('target_id', '=', report.targetId)
      .where('reporter_id', '=', report.reporterId)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (open) return;
    const id = newId();
    await trx
      .insertInto('content_report')
      .values({
        id,
        post_id: report.postId,
        target_id: report.targetId,
        reporter_id: report.reporterId,
        reason: report.reason,
        note: report.note,
        state: 'open',
        reported_at: at,
      })
      .execute();
    const audience = await accountsGranted(trx, 'moderator');
    await emit(trx, { kind: 'content.reported', key: id, payload: { postId: report.postId }, audience, at });
  });
}
