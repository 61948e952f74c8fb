import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Card, Loading } from '../components/basics.tsx';
import { CircleIcon, useCircleName } from './circle-chip.tsx';
import { useMyCircles } from './composer.tsx';
import { useTopicName } from './topic-link.tsx';

export function useHotTopics() {
  return useQuery({ queryKey: ['topics'], queryFn: () => answer(api.GET('/api/v1/topics')), staleTime: 60_000 });
}

/** What the last thirty days talked about, with how many posts and people. */
function HotTopics() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending } = useHotTopics();
  const nameOf = useTopicName(data?.names);
  if (isPending) return <Loading />;
  if (!data || data.items.length === 0) return null;
  return (
    <Card className="!p-3">
      <h2 className="text-sm font-semibold">{t('community.hotTopics')}</h2>
      <p className="mb-2 text-xs text-soft" title={t('community.topicsFormula')}>
        {t('community.topicsPeriod', { from: format.day(data.from), to: format.day(data.to) })}
      </p>
      <ol className="space-y-2">
        {data.items.map((item, i) => (
          <li key={item.topic} className="flex gap-2 text-sm">
            <span aria-hidden="true" className={`w-4 shrink-0 font-semibold ${i < 3 ? 'text-seal' : 'text-soft'}`}>
              {i + 1}
            </span>
            <span className="min-w-0">
              <Link
                to="/community/topics/$topic"
                params={{ topic: item.topic }}
                className="hover:text-jade hover:underline"
              >
                {nameOf(item.topic)}
              </Link>
              <span className="block text-xs text-soft">
                {t('community.topicCounts', { posts: format.number(item.posts), people: format.number(item.people) })}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function MyCircles() {
  const { t } = useTranslation();
  const nameOf = useCircleName();
  const { data, isPending } = useMyCircles();
  if (isPending) return <Loading rows={1} />;
  return (
    <Card className="!p-3">
      <h2 className="mb-1 text-sm font-semibold">{t('community.myCircles')}</h2>
      <ul>
        {data?.items.map((circle) => (
          <li key={circle.id}>
            <Link
              to="/community/circles/$slug"
              params={{ slug: circle.slug }}
              className="-mx-1 flex min-h-8 items-center gap-1.5 rounded px-1 text-sm hover:bg-paper hover:text-jade"
              activeProps={{ className: 'font-semibold text-jade' }}
            >
              <CircleIcon kind={circle.kind} />
              <span className="truncate">{nameOf(circle)}</span>
              <span className="ml-auto text-xs text-soft" title={t('community.recentPosts', { n: circle.recentPosts })}>
                {circle.recentPosts}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/community/circles" className="mt-1 inline-block py-1 text-sm text-jade hover:underline">
        {t('community.allCircles')}
      </Link>
    </Card>
  );
}

/** A page of the community: its content, and beside it the topics and the reader's circles. */
export function WithSideColumn({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="min-w-0">{children}</div>
      <aside aria-label={t('community.aside')} className="space-y-4 lg:sticky lg:top-4">
        <HotTopics />
        <MyCircles />
      </aside>
    </div>
  );
}
