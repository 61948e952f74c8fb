import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, ErrorNotice, Loading, TextArea } from '../components/basics.tsx';
import { AuthorLine } from './author-line.tsx';
import { DeleteButton } from './delete-button.tsx';
import { Report } from './report-form.tsx';
import { VoteRail } from './vote-rail.tsx';

function useRefresh(postId: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(['comments', 'replies', 'post'].map((key) => queries.invalidateQueries({ queryKey: [key, postId] })));
}

/** Writes a comment, or an answer to one. */
export function CommentForm({
  postId,
  replyTo,
  onDone,
}: {
  postId: string;
  replyTo: string | null;
  onDone?: () => void;
}) {
  const { t } = useTranslation();
  const refresh = useRefresh(postId);
  const [body, setBody] = useState('');
  const label = replyTo ? t('community.writeReply') : t('community.writeComment');
  const send = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/posts/{postId}/comments', { params: { path: { postId } }, body: { body, replyTo } })),
    onSuccess: async () => {
      setBody('');
      await refresh();
      onDone?.();
    },
  });
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <TextArea
        aria-label={label}
        placeholder={label}
        rows={replyTo ? 2 : 3}
        required
        autoFocus={replyTo !== null}
        maxLength={4_000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && body.trim() !== '') send.mutate();
        }}
      />
      <div className="mt-1.5 flex items-center gap-2">
        <Button type="submit" kind="main" disabled={send.isPending || body.trim() === ''}>
          {replyTo ? t('community.reply') : t('community.comment')}
        </Button>
        {onDone && <Button onClick={onDone}>{t('community.cancel')}</Button>}
      </div>
      <ErrorNotice error={send.error} />
    </form>
  );
}

/** One comment or answer: what was said, by whom, votes, and what can be done with it. */
function CommentBody({ postId, comment, replyTo }: { postId: string; comment: Schemas['Reply']; replyTo: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh(postId);
  const [vote, setVote] = useState<{ score: number; myVote: -1 | 0 | 1 } | null>(null);
  const [answering, setAnswering] = useState(false);
  const remove = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/api/v1/posts/{postId}/comments/{commentId}', {
          params: { path: { postId, commentId: comment.id } },
        }),
      ),
    onSuccess: refresh,
  });
  if (comment.body === null) return <p className="text-sm text-soft italic">{t('community.removed')}</p>;
  return (
    <>
      <AuthorLine author={comment.author} at={comment.createdAt} />
      <p className="mt-0.5 text-sm break-words whitespace-pre-line">{comment.body}</p>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-3">
        <VoteRail
          postId={postId}
          targetId={comment.id}
          label={comment.body.slice(0, 40)}
          vote={vote ?? comment}
          mine={comment.mine}
          row
          onVoted={setVote}
        />
        <button
          type="button"
          aria-expanded={answering}
          onClick={() => setAnswering(!answering)}
          className="inline-flex min-h-7 items-center gap-1 text-xs text-soft hover:text-jade"
        >
          <CornerDownRight aria-hidden="true" className="size-3.5" />
          {t('community.reply')}
        </button>
        {comment.mine ? (
          <DeleteButton disabled={remove.isPending} onDelete={() => remove.mutate()} />
        ) : (
          <Report postId={postId} targetId={comment.id} />
        )}
      </div>
      <ErrorNotice error={remove.error} />
      {answering && (
        <div className="mt-2">
          <CommentForm postId={postId} replyTo={replyTo} onDone={() => setAnswering(false)} />
        </div>
      )}
    </>
  );
}

/** The answers to a comment beyond the first ones, when the reader asks for them. */
function MoreReplies({ postId, commentId, cursor }: { postId: string; commentId: string; cursor: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const replies = useInfiniteQuery({
    queryKey: ['replies', postId, commentId, cursor],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/posts/{postId}/comments/{commentId}/replies', {
          params: { path: { postId, commentId }, query: { limit: 50, cursor: pageParam } },
        }),
      ),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
    enabled: asked,
  });
  const items = replies.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {items.map((reply) => (
        <li key={reply.id}>
          <CommentBody postId={postId} comment={reply} replyTo={commentId} />
        </li>
      ))}
      {(!asked || replies.hasNextPage) && (
        <li>
          <Button
            kind="quiet"
            disabled={replies.isFetching}
            onClick={() => (asked ? void replies.fetchNextPage() : setAsked(true))}
          >
            {t('community.moreReplies')}
          </Button>
        </li>
      )}
    </>
  );
}

function Thread({ postId, comment }: { postId: string; comment: Schemas['Comment'] }) {
  return (
    <article>
      <CommentBody postId={postId} comment={comment} replyTo={comment.id} />
      {(comment.replies.length > 0 || comment.repliesCursor) && (
        <ul className="mt-2 space-y-3 border-l-2 border-line pl-3 sm:pl-4">
          {comment.replies.map((reply) => (
            <li key={reply.id}>
              <CommentBody postId={postId} comment={reply} replyTo={comment.id} />
            </li>
          ))}
          {comment.repliesCursor && (
            <MoreReplies postId={postId} commentId={comment.id} cursor={comment.repliesCursor} />
          )}
        </ul>
      )}
    </article>
  );
}

/** A post's comments in threads, the oldest first, and where to add one. */
export function Comments({ postId, count }: { postId: string; count: string }) {
  const { t } = useTranslation();
  const comments = useInfiniteQuery({
    queryKey: ['comments', postId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/posts/{postId}/comments', {
          params: { path: { postId }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = comments.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section id="comments" aria-label={t('community.commentsTitle')} className="mt-4">
      <h2 className="mb-2 font-semibold">{count}</h2>
      <CommentForm postId={postId} replyTo={null} />
      <ErrorNotice error={comments.error} />
      {comments.isPending && <Loading />}
      {items.length > 0 && (
        <ul className="mt-4 divide-y divide-line rounded-lg border border-line bg-sheet">
          {items.map((comment) => (
            <li key={comment.id} className="px-3 py-3 sm:px-4">
              <Thread postId={postId} comment={comment} />
            </li>
          ))}
        </ul>
      )}
      {comments.hasNextPage && (
        <div className="mt-4 text-center">
          <Button disabled={comments.isFetchingNextPage} onClick={() => void comments.fetchNextPage()}>
            {t('app.more')}
          </Button>
        </div>
      )}
    </section>
  );
}
