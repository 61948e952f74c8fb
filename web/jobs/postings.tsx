import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Button, Card, Chip, Empty, ErrorNotice, Input, Loading } from '../components/basics.tsx';
import { ApplyButton } from './apply-button.tsx';
import { JobsTabs } from './jobs-tabs.tsx';
import { MyApplications } from './my-applications.tsx';

function PostingCard({ posting }: { posting: Schemas['Posting'] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold">{posting.title}</h2>
        <span className="font-medium text-jade">{format.pay(posting.payMin, posting.payMax, posting.payCurrency)}</span>
      </div>
      <p className="text-sm text-soft">
        {posting.company.name} · {name('industries', posting.company.industryId)} · {name('cities', posting.cityId)}
        {posting.payText && ` · ${posting.payText}`}
        {posting.publishedOn && ` · ${format.day(posting.publishedOn)}`}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {posting.mustSkills.slice(0, 8).map((skill) => (
          <Chip key={skill}>{name('skills', skill)}</Chip>
        ))}
      </div>
      <details className="mt-2">
        <summary className="cursor-pointer text-sm text-jade">{t('jobs.description')}</summary>
        <p className="mt-2 text-sm whitespace-pre-line">{posting.description}</p>
      </details>
      <div className="mt-3">
        <ApplyButton posting={posting} />
      </div>
    </Card>
  );
}

/** Open postings of the network. */
export function Postings() {
  const { t } = useTranslation();
  const asked = useSearch({ from: '/jobs' });
  const [typed, setTyped] = useState(asked.query ?? '');
  const query = useDeferredValue(typed);
  const postings = useInfiniteQuery({
    queryKey: ['postings', query],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/postings', {
          params: { query: { limit: 20, query, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  const items = postings.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <JobsTabs part="all" about={t('jobs.about')} />
      <div className="mb-4 max-w-md">
        <Input
          type="search"
          aria-label={t('jobs.search')}
          placeholder={t('jobs.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <MyApplications />
      <ErrorNotice error={postings.error} />
      {postings.isPending && <Loading />}
      {postings.data && items.length === 0 && <Empty>{t('jobs.none')}</Empty>}
      <ul className="space-y-3">
        {items.map((posting) => (
          <li key={posting.id}>
            <PostingCard posting={posting} />
          </li>
        ))}
      </ul>
      {postings.hasNextPage && (
        <div className="mt-4 text-center">
          <Button disabled={postings.isFetchingNextPage} onClick={() => void postings.fetchNextPage()}>
            {t('app.more')}
          </Button>
        </div>
      )}
    </>
  );
}
