import { Link } from '@tanstack/react-router';
import { MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { AuthorLine } from './author-line.tsx';
import { CircleChip } from './circle-chip.tsx';
import { languageOf, PostTopics, PostVotes, usePostTitle } from './post-parts.tsx';

/** A post as a line of a feed; what the whole list has in common is not said again. */
export function PostRow({
  post,
  inCircle,
  onTopic,
}: {
  post: Schemas['Post'];
  inCircle: boolean;
  onTopic: string | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const lang = languageOf(post);
  const title = usePostTitle(post);
  return (
    <article className="flex gap-3 px-3 py-3 sm:px-4">
      <PostVotes post={post} />
      <div className="min-w-0 flex-1">
        <h2 lang={lang} className="leading-snug font-semibold">
          <Link to="/community/posts/$postId" params={{ postId: post.id }} className="hover:text-jade">
            {title}
          </Link>
        </h2>
        {post.body && (
          <p lang={lang} className="mt-0.5 line-clamp-2 text-sm text-soft">
            {post.body}
          </p>
        )}
        <p className="mt-1">
          <AuthorLine author={post.author} at={post.createdAt} />
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
          {!inCircle && <CircleChip circle={post.circle} />}
          <Link
            to="/community/posts/$postId"
            params={{ postId: post.id }}
            hash="comments"
            className="inline-flex items-center gap-1 py-0.5 text-soft hover:text-jade"
          >
            <MessageSquare aria-hidden="true" className="size-3.5" />
            {t('community.comments', { count: post.commentCount, n: format.number(post.commentCount) })}
          </Link>
          <PostTopics post={post} except={onTopic} />
        </div>
      </div>
    </article>
  );
}
