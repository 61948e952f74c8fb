import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { Button, Empty, ErrorNotice, Loading } from '../components/basics.tsx';
import { ByTimeOnly } from '../components/by-time-only.tsx';
import { PostRow } from './post-row.tsx';

const SORTS = ['hot', 'new'] as const;
type Sort = (typeof SORTS)[number];

const KEPT = 'renmai.feed-order';
const keptSort = (): Sort => (localStorage.getItem(KEPT) === 'new' ? 'new' : 'hot');

/** Posts by heat or by time. The list stands still while it is read, and is made anew when the reader asks. */
export function PostList({ circle, topic, empty }: { circle?: string; topic?: string; empty: string }) {
  const { t } = useTranslation();
  const [sort, setSort] = useState(keptSort);
  const posts = useInfiniteQuery({
    queryKey: ['posts', circle ?? '', topic ?? '', sort],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/posts', {
          params: {
            query: {
              sort,
              limit: 20,
              ...(circle && { circle }),
              ...(topic && { topic }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 300_000,
  });
  const preferences = useQuery({
    queryKey: ['preferences'],
    queryFn: () => answer(api.GET('/api/v1/me/preferences')),
    staleTime: 300_000,
  });
  const byTimeOnly = preferences.data?.personalised === false;
  const items = posts.data?.pages.flatMap((page) => page.items) ?? [];
  const choose = (next: Sort) => {
    localStorage.setItem(KEPT, next);
    setSort(next);
  };
  return (
    <section aria-label={t('community.posts')}>
      <div className="mb-2 flex items-center justify-between">
        {byTimeOnly ? (
          <ByTimeOnly />
        ) : (
          <fieldset className="flex gap-1 rounded-md border border-line bg-sheet p-0.5">
            <legend className="sr-only">{t('community.order')}</legend>
            {SORTS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={sort === one}
                onClick={() => choose(one)}
                className={`min-h-8 rounded px-3 text-sm ${sort === one ? 'bg-jade-soft font-semibold text-jade' : 'text-soft hover:text-ink'}`}
              >
                {t(`community.sort.${one}`)}
              </button>
            ))}
          </fieldset>
        )}
        <Button kind="quiet" disabled={posts.isFetching} onClick={() => void posts.refetch()}>
          <RefreshCw aria-hidden="true" className={`size-4 ${posts.isRefetching ? 'animate-spin' : ''}`} />
          {t('community.refresh')}
        </Button>
      </div>
      <ErrorNotice error={posts.error} />
      {posts.isPending && <Loading />}
      {posts.data && items.length === 0 && <Empty>{empty}</Empty>}
      {items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {items.map((post) => (
            <li key={post.id}>
              <PostRow post={post} inCircle={circle !== undefined} onTopic={topic} />
            </li>
          ))}
        </ul>
      )}
      {posts.hasNextPage && (
        <div className="mt-4 text-center">
          <Button disabled={posts.isFetchingNextPage} onClick={() => void posts.fetchNextPage()}>
            {t('app.more')}
          </Button>
        </div>
      )}
    </section>
  );
}
