import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Chip, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { HireTabs } from './hire-tabs.tsx';

/** One role: what it is on the left, who is in it on the right. */
function RoleLine({ posting }: { posting: Schemas['HirePosting'] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const params = { postingId: posting.id };
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto_auto] sm:items-center">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <Link to="/hire/$postingId" params={params} className="font-semibold hover:text-jade hover:underline">
            {posting.title}
          </Link>
          <Chip tone={posting.state === 'open' ? 'jade' : 'plain'}>{t(`hire.state.${posting.state}`)}</Chip>
        </div>
        <p className="text-sm text-soft">
          {[
            posting.company.name,
            name('cities', posting.cityId),
            format.pay(posting.payMin, posting.payMax, posting.payCurrency),
            posting.publishedOn && format.day(posting.publishedOn),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Link to="/hire/$postingId" params={params} className="text-sm text-soft hover:text-jade sm:w-28 sm:text-right">
        {t('hire.inPipeline', { count: posting.pipeline })}
      </Link>
      <Link
        to="/hire/$postingId/applicants"
        params={params}
        className={`text-sm hover:text-jade sm:w-32 sm:text-right ${posting.waiting > 0 ? 'font-semibold text-seal' : 'text-soft'}`}
      >
        {t('hire.applicationsWaiting', { count: posting.waiting })}
      </Link>
    </li>
  );
}

/** The roles that a recruiter works on. */
export function HirePostings() {
  const { t } = useTranslation();
  const { data, error, isPending } = useQuery({
    queryKey: ['hire'],
    queryFn: () => answer(api.GET('/api/v1/hire/postings')),
  });
  return (
    <>
      <HireTabs />
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
      {data && data.items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {data.items.map((posting) => (
            <RoleLine key={posting.id} posting={posting} />
          ))}
        </ul>
      )}
    </>
  );
}
