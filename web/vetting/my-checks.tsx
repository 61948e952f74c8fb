import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { StateChip } from './state-chip.tsx';

/** The first-round checks that recruiters asked the member for. */
export function MyChecks() {
  const { t } = useTranslation();
  const format = useFormat();
  const checks = useInfiniteQuery({
    queryKey: ['checks', 'all'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/me/checks', { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = checks.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('vetting.title')} about={t('vetting.about')} />
      <ErrorNotice error={checks.error} />
      {checks.isPending && <Loading />}
      {checks.data && items.length === 0 && <Empty>{t('vetting.none')}</Empty>}
      <ul className="space-y-3">
        {items.map((check) => (
          <li key={check.id}>
            <Card>
              <div className="flex flex-wrap items-center gap-2">
                <Link
                  to="/checks/$checkId"
                  params={{ checkId: check.id }}
                  className="font-semibold hover:text-jade hover:underline"
                >
                  {check.companyName} · {check.posting.title}
                </Link>
                <StateChip state={check.state} mine />
              </div>
              <p className="text-sm text-soft">
                {t('vetting.askedBy', {
                  name: check.recruiterName || t('app.gone'),
                  date: format.day(check.requestedAt),
                })}
              </p>
              {check.note && <p className="mt-1 text-sm">{check.note}</p>}
            </Card>
          </li>
        ))}
      </ul>
      {checks.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void checks.fetchNextPage()}>{t('app.more')}</Button>
        </div>
      )}
    </>
  );
}
