import { z } from 'zod';
import { loadCards, type PersonCard } from '../graph/index.ts';
import { type Context, decodeCursor, encodeCursor } from '../platform/index.ts';
import { type CommentRow, firstReplies, listReplies, listThreads } from './comment-store.ts';
import { type VoteValue, votesOf } from './content-store.ts';
import type { commentView, Reader, ReplyView } from './model.ts';
import { readablePost } from './read-post.ts';

const REPLIES_SHOWN = 10;

type CommentView = z.output<typeof commentView>;
type Page = { readonly limit: number; readonly cursor?: string | undefined };
export type Thread = { readonly comment: CommentRow; readonly replies: readonly CommentRow[] };

const place = z.tuple([z.number().int(), z.uuid()]);
const cursorAfter = (row: CommentRow) => encodeCursor([row.created_at.getTime(), row.id]);

/**
 * The threads as one reader may see them. What a blocked person wrote is left out; a comment that is gone, or is not to be
 * shown, stays as an empty place while it has answers, so that these do not hang in the air.
 */
export function visibleThreads(threads: readonly Thread[], blocked: ReadonlySet<string>): Thread[] {
  return threads
    .map(({ comment, replies }) => ({ comment, replies: replies.filter((reply) => !blocked.has(reply.author_id)) }))
    .filter(({ comment, replies }) => replies.length > 0 || isShown(comment, blocked));
}

function isShown(comment: CommentRow, blocked: ReadonlySet<string>): boolean {
  return comment.hidden_at === null && !blocked.has(comment.author_id);
}

type Hydrated = { readonly cards: ReadonlyMap<string, PersonCard>; readonly votes: ReadonlyMap<string, VoteValue> };

async function hydrate(
  context: Context,
  reader: Reader,
  postId: string,
  rows: readonly CommentRow[],
): Promise<Hydrated> {
  const [cards, votes] = await Promise.all([
    loadCards(
      context,
      rows.map((row) => row.author_id),
    ),
    votesOf(
      context.db,
      reader.id,
      [postId],
      rows.map((row) => row.id),
    ),
  ]);
  return { cards, votes };
}

function present(row: CommentRow, reader: Reader, { cards, votes }: Hydrated): ReplyView {
  const shown = isShown(row, reader.blocked);
  return {
    id: row.id,
    author: shown ? (cards.get(row.author_id) ?? null) : null,
    body: shown ? row.body : null,
    score: shown ? row.score : 0,
    myVote: votes.get(row.id) ?? 0,
    mine: row.author_id === reader.id,
    createdAt: row.created_at.toISOString(),
  };
}

/** A page of a post's comments, the oldest first, each with its first answers. */
export async function readComments(
  context: Context,
  memberId: string,
  postId: string,
  page: Page,
): Promise<{ items: CommentView[]; nextCursor: string | null }> {
  const { reader } = await readablePost(context, memberId, postId);
  const rows = await listThreads(context.db, postId, decodeCursor(page.cursor, place), page.limit + 1);
  const comments = rows.slice(0, page.limit);
  const replies = await firstReplies(
    context.db,
    postId,
    comments.map((row) => row.id),
    REPLIES_SHOWN + 1,
  );
  const repliesTo = Map.groupBy(replies, (row) => row.reply_to);
  const threads = visibleThreads(
    comments.map((comment) => ({ comment, replies: repliesTo.get(comment.id) ?? [] })),
    reader.blocked,
  );
  const hydrated = await hydrate(
    context,
    reader,
    postId,
    threads.flatMap((thread) => [thread.comment, ...thread.replies]),
  );
  const last = comments.at(-1);
  return {
    items: threads.map((thread) => {
      const all = repliesTo.get(thread.comment.id) ?? [];
      const end = all[REPLIES_SHOWN - 1];
      return {
        ...present(thread.comment, reader, hydrated),
        replies: thread.replies
          .filter((row) => row !== all[REPLIES_SHOWN])
          .map((row) => present(row, reader, hydrated)),
        repliesCursor: all.length > REPLIES_SHOWN && end ? cursorAfter(end) : null,
      };
    }),
    nextCursor: rows.length > page.limit && last ? cursorAfter(last) : null,
  };
}

/** A page of the answers to one comment, the oldest first. */
export async function readReplies(
  context: Context,
  memberId: string,
  { postId, commentId }: { readonly postId: string; readonly commentId: string },
  page: Page,
): Promise<{ items: ReplyView[]; nextCursor: string | null }> {
  const { reader } = await readablePost(context, memberId, postId);
  const rows = await listReplies(context.db, postId, commentId, decodeCursor(page.cursor, place), page.limit + 1);
  const replies = rows.slice(0, page.limit);
  const shown = replies.filter((row) => isShown(row, reader.blocked));
  const hydrated = await hydrate(context, reader, postId, shown);
  const last = replies.at(-1);
  return {
    items: shown.map((row) => present(row, reader, hydrated)),
    nextCursor: rows.length > page.limit && last ? cursorAfter(last) : null,
  };
}
