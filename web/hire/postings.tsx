import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Card, Chip, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';

/** The roles that a recruiter works on. */
export function HirePostings() {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const { data, error, isPending } = useQuery({
    queryKey: ['hire'],
    queryFn: () => answer(api.GET('/api/v1/hire/postings')),
  });
  return (
    <>
      <PageHeader title={t('hire.title')} about={t('hire.about')}>
        <Link
          to="/hire/new"
          className="inline-flex min-h-9 items-center rounded-md bg-jade px-3 text-sm font-medium text-on-jade"
        >
          {t('hire.new')}
        </Link>
      </PageHeader>
      <ErrorNotice error={error} />
      {isPending && <Loading />}
      {data?.items.length === 0 && <Empty>{t('hire.none')}</Empty>}
      <ul className="space-y-3">
        {data?.items.map((posting) => (
          <li key={posting.id}>
            <Card>
              <div className="flex flex-wrap items-center gap-2">
                <Link
                  to="/hire/$postingId"
                  params={{ postingId: posting.id }}
                  className="font-semibold hover:text-jade hover:underline"
                >
                  {posting.title}
                </Link>
                <Chip tone={posting.state === 'open' ? 'jade' : 'plain'}>{t(`hire.state.${posting.state}`)}</Chip>
              </div>
              <p className="text-sm text-soft">
                {posting.company.name} · {name('cities', posting.cityId)} ·{' '}
                {format.pay(posting.payMin, posting.payMax, posting.payCurrency)}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
