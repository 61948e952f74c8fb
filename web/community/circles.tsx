import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, Card, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { CircleCounts, Membership } from './circle.tsx';
import { CircleIcon, useCircleName } from './circle-chip.tsx';
import { NewCircle } from './new-circle.tsx';

function CircleCard({ circle }: { circle: Schemas['Circle'] }) {
  const { i18n } = useTranslation();
  const nameOf = useCircleName();
  return (
    <Card className="flex h-full items-start justify-between gap-2 !p-3">
      <div className="min-w-0">
        <h3 className="flex items-center gap-1.5 font-semibold">
          <CircleIcon kind={circle.kind} />
          <Link
            to="/community/circles/$slug"
            params={{ slug: circle.slug }}
            className="hover:text-jade hover:underline"
          >
            {nameOf(circle)}
          </Link>
        </h3>
        <p className="text-sm text-soft">{circle.about[i18n.language.startsWith('zh') ? 'zh' : 'en']}</p>
        <p className="text-xs text-soft">
          <CircleCounts circle={circle} />
        </p>
      </div>
      <Membership circle={circle} />
    </Card>
  );
}

function CircleGrid({ joined, title }: { joined: boolean; title: string }) {
  const { t } = useTranslation();
  const circles = useInfiniteQuery({
    queryKey: ['circles', 'list', joined],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/circles', {
          params: { query: { joined: joined ? 'true' : 'false', limit: 60, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = circles.data?.pages.flatMap((page) => page.items) ?? [];
  if (circles.data && items.length === 0) return null;
  return (
    <section className="mb-6">
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ErrorNotice error={circles.error} />
      {circles.isPending && <Loading />}
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {items.map((circle) => (
          <li key={circle.id}>
            <CircleCard circle={circle} />
          </li>
        ))}
      </ul>
      {circles.hasNextPage && (
        <div className="mt-3 text-center">
          <Button onClick={() => void circles.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
    </section>
  );
}

/** All circles of the network: one's own, and those that one could join. */
export function Circles() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('community.circles')} about={t('community.circlesAbout')} />
      <NewCircle />
      <CircleGrid joined title={t('community.myCircles')} />
      <CircleGrid joined={false} title={t('community.otherCircles')} />
    </>
  );
}
