import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { StateChip } from './state-chip.tsx';
import { StatementList } from './statement-list.tsx';

const SECTIONS = ['work', 'resume', 'education', 'skills', 'community'] as const;

/** A released check, as its candidate saw it; made to be printed, too. */
export function CheckReading() {
  const { t } = useTranslation();
  const format = useFormat();
  const { postingId = '', memberId = '' } = useParams({ strict: false });
  const { data: check, error } = useQuery({
    queryKey: ['posting-checks', postingId, memberId],
    queryFn: () =>
      answer(api.GET('/api/v1/postings/{postingId}/checks/{memberId}', { params: { path: { postingId, memberId } } })),
  });
  if (error) return <ErrorNotice error={error} />;
  if (!check) return <Loading />;
  const left = SECTIONS.filter((section) => !check.sections.includes(section));
  return (
    <>
      <PageHeader
        title={t('vetting.readingTitle', { name: check.candidateName })}
        about={`${check.companyName} · ${check.postingTitle}`}
      >
        <StateChip state={check.state} />
        <Link
          to="/people/$memberId"
          params={{ memberId }}
          search={{ postingId }}
          className="inline-flex min-h-9 items-center rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade print:hidden"
        >
          {t('vetting.toPerson')}
        </Link>
        {check.statements && (
          <span className="print:hidden">
            <Button onClick={() => window.print()}>
              <Printer aria-hidden="true" className="size-4" />
              {t('vetting.print')}
            </Button>
          </span>
        )}
      </PageHeader>
      {!check.statements && <Empty>{t(`vetting.notReadable.${check.state}`)}</Empty>}
      {check.statements && check.releasedAt && check.readableUntil && (
        <>
          <div className="mb-4 space-y-1 rounded-lg border border-line bg-sheet p-4 text-sm">
            <p>{t('vetting.howToRead')}</p>
            <p className="text-soft">
              {t('vetting.released', { date: format.day(check.releasedAt), until: format.day(check.readableUntil) })}
            </p>
            {left.length > 0 && (
              <p className="text-soft">
                {t('vetting.leftOut')} {left.map((section) => t(`vetting.section.${section}`)).join(' / ')}
              </p>
            )}
            {check.generated && <p className="text-amber">{t('vetting.generated')}</p>}
          </div>
          <StatementList statements={check.statements} />
        </>
      )}
    </>
  );
}
