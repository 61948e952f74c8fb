import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, Card, Chip, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { PersonLine } from '../components/person-line.tsx';
import { TimeAgo } from '../components/time-ago.tsx';

const STATES = ['open', 'hidden', 'kept'] as const;

function Decision({ report }: { report: Schemas['ContentReport'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: (decision: 'keep' | 'hide') =>
      answer(
        api.POST('/api/v1/moderation/reports/{reportId}/decision', {
          params: { path: { reportId: report.id } },
          body: { decision, note },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  });
  if (!report.mayDecide) return <p className="mt-3 text-sm text-soft">{t('moderation.ownCause')}</p>;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <input
        aria-label={t('moderation.note')}
        placeholder={t('moderation.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className="min-h-9 basis-full rounded-md sm:flex-1 sm:basis-0 border border-line bg-sheet px-2.5 text-sm placeholder:text-soft"
      />
      <Button kind="alarm" disabled={decide.isPending} onClick={() => decide.mutate('hide')}>
        {t('moderation.hide')}
      </Button>
      <Button disabled={decide.isPending} onClick={() => decide.mutate('keep')}>
        {t('moderation.keep')}
      </Button>
      <ErrorNotice error={decide.error} />
    </div>
  );
}

function ReportCard({ report }: { report: Schemas['ContentReport'] }) {
  const { t, i18n } = useTranslation();
  const { content } = report;
  const state = { open: 'amber', hidden: 'seal', kept: 'jade' } as const;
  return (
    <Card>
      <div className="mb-2 flex flex-wrap items-center gap-2 text-xs text-soft">
        <Chip tone={state[report.state]}>{t(`moderation.state.${report.state}`)}</Chip>
        <span className="font-medium text-ink">{t(`community.reason.${report.reason}`)}</span>
        {report.openReports > 1 && <Chip tone="amber">{t('moderation.reports', { n: report.openReports })}</Chip>}
        <TimeAgo at={report.reportedAt} />
      </div>
      {report.note && <p className="mb-2 text-sm">{t('moderation.said', { note: report.note })}</p>}
      <div className="rounded-md border border-line bg-paper p-3">
        <p className="mb-2 text-xs text-soft">
          {content.circle[i18n.language.startsWith('zh') ? 'zh' : 'en']} · {t(`moderation.kind.${content.kind}`)} ·{' '}
          <TimeAgo at={content.createdAt} />
        </p>
        <h2 className="text-sm font-semibold">{content.title}</h2>
        <p className="mt-1 mb-3 text-sm break-words whitespace-pre-line">{content.text}</p>
        {content.author && <PersonLine person={content.author} />}
      </div>
      {report.state === 'open' && <Decision report={report} />}
    </Card>
  );
}

/** The moderators' queue: what members reported, to be kept or hidden. */
export function Moderation() {
  const { t } = useTranslation();
  const [state, setState] = useState<(typeof STATES)[number]>('open');
  const reports = useInfiniteQuery({
    queryKey: ['reports', state],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/moderation/reports', {
          params: { query: { state, limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = reports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('moderation.title')} about={t('moderation.about')} />
      <fieldset className="mb-3 inline-flex gap-1 rounded-md border border-line bg-sheet p-0.5">
        <legend className="sr-only">{t('moderation.state.label')}</legend>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={state === one}
            onClick={() => setState(one)}
            className={`min-h-8 rounded px-3 text-sm ${state === one ? 'bg-jade-soft font-semibold text-jade' : 'text-soft hover:text-ink'}`}
          >
            {t(`moderation.state.${one}`)}
          </button>
        ))}
      </fieldset>
      <ErrorNotice error={reports.error} />
      {reports.isPending && <Loading />}
      {reports.data && items.length === 0 && <Empty>{t('moderation.none')}</Empty>}
      <ul className="space-y-3">
        {items.map((report) => (
          <li key={report.id}>
            <ReportCard report={report} />
          </li>
        ))}
      </ul>
      {reports.hasNextPage && (
        <div className="mt-4 text-center">
          <Button disabled={reports.isFetchingNextPage} onClick={() => void reports.fetchNextPage()}>
            {t('app.more')}
          </Button>
        </div>
      )}
    </>
  );
}
