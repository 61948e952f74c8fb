import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPeriod } from '../../src/insights/charts/index.ts';
import { usePageTitle } from '../components/page-title.ts';
import { ReportActions } from './publishing/report-actions.tsx';
import { downloadAddress, type Report, type ReportQuery, useLocale } from './queries.ts';

const FORMATS = [
  ['pdf', 'PDF'],
  ['html', 'HTML'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
] as const;

const BUDGETS = ['0.5', '1', '2', '4'] as const;

/** The question of an edition: the public one has a budget, and is not weighted. */
const editionOf = (query: ReportQuery, budget: string): ReportQuery =>
  budget === '' ? query : { ...query, weights: undefined, epsilon: Number(budget) };

function Downloads({
  report,
  query,
  budget,
  setBudget,
}: {
  report: Report;
  query: ReportQuery;
  budget: string;
  setBudget: (budget: string) => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px]">
      <span className="inline-flex items-center gap-1.5 text-soft">
        <Download aria-hidden="true" className="size-4" />
        {t('insights.download')}
      </span>
      {FORMATS.map(([format, name]) => (
        <a
          key={format}
          href={downloadAddress(report.field.id, query, format, locale)}
          download
          className="py-1 text-jade underline decoration-line underline-offset-4 hover:decoration-jade"
        >
          {name}
        </a>
      ))}
      <label className="inline-flex items-center gap-1.5 text-soft" title={t('insights.privacyIs')}>
        {t('insights.edition')}
        <select
          value={budget}
          onChange={(event) => setBudget(event.target.value)}
          className="min-h-8 rounded-md border border-line bg-sheet px-1.5 text-ink"
        >
          <option value="">{t('insights.exact')}</option>
          {BUDGETS.map((one) => (
            <option key={one} value={one}>
              {t('insights.publicEdition', { epsilon: one })}
            </option>
          ))}
        </select>
      </label>
      {budget !== '' && <span className="basis-full text-xs text-soft">{t('insights.privacyIs')}</span>}
    </p>
  );
}

/** What the report is, of which data, and what stands out: a publication's first page. */
export function TitleBlock({ report }: { report: Report }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [budget, setBudget] = useState('');
  const query = editionOf(report.query, budget);
  const count = (value: number) => formatNumber(value, 'count', locale);
  const facts = [
    [t('insights.period'), formatPeriod(report.query, locale)],
    [t('insights.compare'), t(`insights.comparison.${report.query.compare}`)],
    ...report.sources.map((source) => [
      t('insights.data'),
      t('insights.sourceIs', {
        name: source.name[locale],
        postings: count(source.postings),
        people: count(source.people),
      }),
    ]),
    ...(report.query.ghosts ? [[t('insights.ghosts'), t('insights.ghostsWithout')]] : []),
    ...(report.query.weights ? [[t('insights.weights'), t('insights.weighted')]] : []),
    [t('insights.snapshot'), `${report.snapshot.hash.slice(0, 12)} · ${report.snapshot.at.slice(0, 10)}`],
  ];
  const title = t('insights.reportTitle', { field: report.field.name[locale] });
  usePageTitle(`${title} · ${formatPeriod(report.query, locale)}`);
  return (
    <header>
      <p className="text-sm font-semibold text-jade">
        {report.network.name[locale]} · {t('insights.thinkTank')}
      </p>
      <h1 className="mt-2 text-3xl leading-tight font-bold text-balance">{title}</h1>
      <p className="mt-1 text-lg text-soft">{formatPeriod(report.query, locale)}</p>
      {report.network.generated && (
        <p className="mt-3 inline-block rounded bg-amber-soft px-2 py-0.5 text-xs text-amber">
          {t('insights.generated')}
        </p>
      )}
      <div className="mt-5 grid gap-x-10 gap-y-5 border-t-[3px] border-jade pt-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="max-w-[42em] space-y-2 text-[17px] leading-[1.75]">
          {report.lead.map((sentence) => (
            <p key={sentence.en}>{sentence[locale]}</p>
          ))}
        </div>
        <dl className="grid grid-cols-[max-content_1fr] content-start gap-x-3 gap-y-1 text-[13px]">
          {facts.map(([label, value], i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sources have one label
            <div key={i} className="contents">
              <dt className="text-soft">{label}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-3">
        <Downloads report={report} query={query} budget={budget} setBudget={setBudget} />
        <ReportActions report={report} query={query} />
      </div>
      <nav aria-label={t('insights.contents')} className="mt-3 border-t border-line pt-3">
        <ol className="grid gap-x-8 text-sm sm:grid-cols-2 lg:grid-cols-3">
          {report.figures.map((figure) => (
            <li key={figure.id}>
              <a href={`#${figure.id}`} className="flex gap-2 py-1 hover:text-jade">
                <span className="w-8 shrink-0 text-jade">{figure.code}</span>
                {figure.title[locale]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </header>
  );
}
