import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { ErrorNotice, Loading } from '../components/basics.tsx';
import { usePageTitle } from '../components/page-title.ts';
import { AuthorLine } from './author-line.tsx';
import { CircleChip } from './circle-chip.tsx';
import { Comments } from './comments.tsx';
import { DeleteButton } from './delete-button.tsx';
import { languageOf, PostTopics, PostVotes, usePostTitle } from './post-parts.tsx';
import { Report } from './report-form.tsx';
import { WithSideColumn } from './side-column.tsx';

/** A post and its conversation. */
export function Post() {
  const { postId } = useParams({ strict: false });
  return postId ? <PostOf key={postId} postId={postId} /> : null;
}

function PostOf({ postId }: { postId: string }) {
  const post = useQuery({
    queryKey: ['post', postId],
    queryFn: () => answer(api.GET('/api/v1/posts/{postId}', { params: { path: { postId } } })),
  });
  if (post.isPending) return <Loading />;
  if (!post.data) return <ErrorNotice error={post.error} />;
  return (
    <WithSideColumn>
      <Conversation post={post.data} />
    </WithSideColumn>
  );
}

function Conversation({ post }: { post: Schemas['Post'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const lang = languageOf(post);
  const title = usePostTitle(post);
  usePageTitle(title);
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/posts/{postId}', { params: { path: { postId: post.id } } })),
    onSuccess: async () => {
      await navigate({ to: '/community/circles/$slug', params: { slug: post.circle.slug } });
      await Promise.all(['posts', 'topics'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <>
      <article className="flex gap-3 rounded-lg border border-line bg-sheet px-3 py-4 sm:px-4">
        <PostVotes post={post} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <CircleChip circle={post.circle} />
            <AuthorLine author={post.author} at={post.createdAt} />
          </div>
          <h1 lang={lang} className="mt-1.5 text-xl leading-snug font-semibold break-words">
            {title}
          </h1>
          {post.body && (
            <p lang={lang} className="mt-2 leading-relaxed break-words whitespace-pre-line">
              {post.body}
            </p>
          )}
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <PostTopics post={post} />
            {post.mine ? (
              <DeleteButton disabled={remove.isPending} onDelete={() => remove.mutate()} />
            ) : (
              <Report postId={post.id} targetId={post.id} />
            )}
          </div>
          <ErrorNotice error={remove.error} />
        </div>
      </article>
      <Comments
        postId={post.id}
        count={t('community.comments', { count: post.commentCount, n: format.number(post.commentCount) })}
      />
    </>
  );
}
