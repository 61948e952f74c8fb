import { Link } from '@tanstack/react-router';
import { ArrowRight, Plus, Scale, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../src/insights/charts/index.ts';
import { useSession } from '../app/session.ts';
import { Chip, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { LatestReports } from './publishing/latest.tsx';
import { type Field, type ReportQuery, useFields, useLocale, useReport, useSources } from './queries.ts';
import { usualPeriod } from './report-search.ts';

/** The field whose report leads the page. */
const LEADING = 'aigc';

function Leading({ field, query }: { field: Field; query: ReportQuery }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const report = useReport(field.id, query);
  return (
    <section className="rounded-lg border border-line border-t-[3px] border-t-jade bg-sheet px-6 py-6 sm:px-8">
      <p className="text-sm font-semibold text-jade">{t('insights.latest')}</p>
      <h2 className="mt-1.5 text-2xl leading-tight font-bold">
        <Link to="/insights/$fieldId" params={{ fieldId: field.id }} search={query} className="hover:text-jade">
          {t('insights.reportTitle', { field: field.name[locale] })}
        </Link>
      </h2>
      <p className="mt-0.5 text-soft">{formatPeriod(query, locale)}</p>
      <div className="mt-4 min-h-72 max-w-[46em] sm:min-h-44 space-y-1.5 text-base leading-relaxed">
        {report.data?.lead.map((sentence) => (
          <p key={sentence.en}>{sentence[locale]}</p>
        ))}
        {report.isPending && !report.error && <p className="text-soft">{t('insights.computing')}</p>}
      </div>
      <ErrorNotice error={report.error} />
      <Link
        to="/insights/$fieldId"
        params={{ fieldId: field.id }}
        search={query}
        className="mt-4 inline-flex min-h-9 items-center gap-1.5 rounded-md bg-jade px-3.5 text-sm font-medium text-on-jade hover:opacity-90"
      >
        {t('insights.read')}
        <ArrowRight aria-hidden="true" className="size-4" />
      </Link>
    </section>
  );
}

/** The think tank's first page: the leading report, and every field that one can be made for. */
export function InsightsHome() {
  const { t } = useTranslation();
  const locale = useLocale();
  const session = useSession().data;
  const fields = useFields();
  const sources = useSources();
  if (!session || fields.isPending || sources.isPending) return <Loading />;
  const items = fields.data?.items ?? [];
  const period = usualPeriod(session.network.now, sources.data?.months ?? { first: null, last: null });
  const query: ReportQuery = { ...period, compare: 'year-on-year', source: 'network' };
  const edits = session.roles.includes('analyst');
  const leading = items.find((field) => field.id === LEADING) ?? items[0];
  return (
    <>
      <PageHeader title={t('insights.title')} about={t('insights.aboutThinkTank')}>
        <Link
          to="/insights/forecasts"
          className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
        >
          <Scale aria-hidden="true" className="size-4" />
          {t('forecasts.title')}
        </Link>
        {edits && (
          <Link
            to="/insights/publishing"
            className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
          >
            <Send aria-hidden="true" className="size-4" />
            {t('publishing.title')}
          </Link>
        )}
        {edits && (
          <Link
            to="/insights/new"
            className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
          >
            <Plus aria-hidden="true" className="size-4" />
            {t('insights.editor.make')}
          </Link>
        )}
        {edits && (
          <Link to="/insights/reference" className="px-2 text-sm text-jade hover:underline">
            {t('insights.reference.title')}
          </Link>
        )}
      </PageHeader>
      <ErrorNotice error={fields.error ?? sources.error} />
      {leading && <Leading field={leading} query={query} />}
      <LatestReports />
      <h2 className="mt-7 mb-3 text-lg font-semibold">{t('insights.fields')}</h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {items.map((field) => (
          <li key={field.id} className="flex flex-col rounded-lg border border-line bg-sheet p-4 hover:border-jade">
            <h3 className="flex items-baseline justify-between gap-2 font-semibold">
              <Link to="/insights/$fieldId" params={{ fieldId: field.id }} search={query} className="hover:text-jade">
                {field.name[locale]}
              </Link>
              {!field.builtIn && <Chip>{t('insights.own')}</Chip>}
            </h3>
            <p className="mt-1 text-sm text-soft">{field.about[locale]}</p>
            {edits && (
              <p className="mt-auto flex gap-3 pt-2 text-[13px]">
                {!field.builtIn && (
                  <Link
                    to="/insights/$fieldId/edit"
                    params={{ fieldId: field.id }}
                    className="text-jade hover:underline"
                  >
                    {t('insights.editor.edit')}
                  </Link>
                )}
                <Link to="/insights/new" search={{ copy: field.id }} className="text-jade hover:underline">
                  {t('insights.editor.copy')}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
