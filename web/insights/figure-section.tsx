import { ChartBar, Copy, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatN, formatPeriod } from '../../src/insights/charts/index.ts';
import { figureImage, keepImage } from './copy-image.ts';
import { FigureChart } from './figure-chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { type Figure, type Report, useLocale } from './queries.ts';
import { useChartTheme } from './use-look.ts';

export type OpenRows = (opened: { figure: Figure; table: string; key: string }) => void;

function Facts({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const drawn = figure.tables.find((table) => table.id === figure.chart?.table);
  const at = figure.chart?.columns.map((id) => drawn?.columns.findIndex((column) => column.id === id) ?? -1) ?? [];
  const intervals = drawn?.rows.some((row) => at.some((i) => row.cells[i]?.low !== undefined)) ?? false;
  const rows = [
    [t('insights.sample'), `${formatN(figure.n, locale)} ${t(`insights.unit.${figure.unit}`)}`],
    [t('insights.period'), formatPeriod(figure.period, locale)],
    ...(figure.baseline
      ? [[t('insights.comparedWith'), `${figure.baseline.label[locale]} (${formatN(figure.baseline.n, locale)})`]]
      : []),
    ...(intervals ? [[t('insights.interval'), t('insights.intervalIs')]] : []),
    ...(figure.suppressedGroups > 0
      ? [[t('insights.hidden'), t('insights.hiddenGroups', { count: figure.suppressedGroups })]]
      : []),
  ];
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-3 gap-y-1 text-[13px] lg:block lg:space-y-2.5">
      {rows.map(([label, value]) => (
        <div key={label} className="contents lg:block">
          <dt className="text-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Method({ figure }: { figure: Figure }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <details className="group mt-4 border-t border-line pt-2 text-sm">
      <summary className="cursor-pointer py-1 text-jade select-none">{t('insights.method')}</summary>
      <dl className="mt-2 space-y-3 text-[13px] leading-relaxed">
        <div>
          <dt className="text-soft">{t('insights.definition')}</dt>
          <dd>{figure.definition[locale]}</dd>
        </div>
        <div>
          <dt className="text-soft">{t('insights.formula')}</dt>
          <dd>{figure.formula[locale]}</dd>
        </div>
        <div>
          <dt className="text-soft">{t('insights.sql')}</dt>
          <dd>
            <pre className="mt-1 max-h-72 overflow-auto rounded-md bg-paper p-3 text-xs leading-relaxed whitespace-pre-wrap">
              {figure.sql}
            </pre>
          </dd>
        </div>
        {figure.references.length > 0 && (
          <div>
            <dt className="text-soft">{t('insights.references')}</dt>
            {figure.references.map((reference) => (
              <dd key={reference}>{reference}</dd>
            ))}
          </div>
        )}
      </dl>
    </details>
  );
}

const TOOL =
  'inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 text-[13px] text-soft hover:bg-paper hover:text-ink aria-pressed:bg-jade-soft aria-pressed:text-jade';

/** One figure: its sentences, its chart or table, and beside it what it was counted from. */
export function FigureSection({ figure, report, onOpen }: { figure: Figure; report: Report; onOpen: OpenRows }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const theme = useChartTheme();
  const [asTable, setAsTable] = useState(false);
  const [kept, setKept] = useState<'copied' | 'saved' | 'failed' | null>(null);
  const charted = figure.tables.find((table) => table.id === figure.chart?.table);
  const openable = charted?.rows.filter((row) => row.opens) ?? [];
  const open = (table: string) => (key: string) => {
    const row = figure.tables.find((one) => one.id === table)?.rows.find((one) => one.key === key);
    if (row?.opens) onOpen({ figure, table, key });
  };
  async function copy() {
    const image = figureImage(figure, {
      locale,
      theme,
      subject: report.field.name[locale],
      overline: `${report.network.name[locale]} · ${t('insights.reportTitle', { field: report.field.name[locale] })} · ${formatPeriod(report.query, locale)}`,
      footer: [
        `${formatPeriod(figure.period, locale)} · ${formatN(figure.n, locale)} ${t(`insights.unit.${figure.unit}`)}`,
        ...(report.network.generated ? [t('insights.generated')] : []),
      ],
    });
    const name = `${report.field.id}-${figure.code.toLowerCase()}-${report.query.from}-${report.query.to}.png`;
    setKept(await keepImage(image, name).catch(() => 'failed' as const));
  }
  return (
    <section id={figure.id} aria-labelledby={`${figure.id}-title`} className="scroll-mt-4 border-t border-line py-8">
      <h2 id={`${figure.id}-title`} className="flex gap-3 text-xl leading-snug font-semibold">
        <span className="text-jade">{figure.code}</span>
        {figure.title[locale]}
      </h2>
      <div className="mt-3 grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_13rem]">
        <div className="min-w-0">
          <div className="max-w-[46em] space-y-2 text-base leading-relaxed">
            {figure.sentences.map((sentence) => (
              <p key={sentence.en}>{sentence[locale]}</p>
            ))}
          </div>
          <div className="mt-4 flex flex-wrap items-center gap-1">
            {figure.chart && (
              <>
                <button type="button" className={TOOL} aria-pressed={!asTable} onClick={() => setAsTable(false)}>
                  <ChartBar aria-hidden="true" className="size-4" />
                  {t('insights.chart')}
                </button>
                <button type="button" className={TOOL} aria-pressed={asTable} onClick={() => setAsTable(true)}>
                  <Table2 aria-hidden="true" className="size-4" />
                  {t('insights.table')}
                </button>
              </>
            )}
            <button type="button" className={TOOL} onClick={() => void copy()}>
              <Copy aria-hidden="true" className="size-4" />
              {t('insights.copyImage')}
            </button>
            <span role="status" className="text-xs text-soft">
              {kept && t(`insights.image.${kept}`)}
            </span>
          </div>
          <div className="mt-3">
            {figure.chart && !asTable ? (
              <>
                <FigureChart figure={figure} subject={report.field.name[locale]} onOpen={open(figure.chart.table)} />
                {openable.length > 0 && (
                  <p className="mt-2 text-xs leading-6 text-soft">
                    {t('insights.rowsOf')}{' '}
                    {openable.map((row) => (
                      <button
                        key={row.key}
                        type="button"
                        className="mr-3 underline decoration-line underline-offset-4 hover:text-jade hover:decoration-jade"
                        onClick={() => open(charted?.id ?? '')(row.key)}
                      >
                        {row.label[locale]}
                      </button>
                    ))}
                  </p>
                )}
              </>
            ) : (
              <div className="space-y-6">
                {figure.tables.map((table) => (
                  <FigureTable key={table.id} table={table} onOpen={open(table.id)} />
                ))}
              </div>
            )}
          </div>
        </div>
        <div className="lg:border-l lg:border-line lg:pl-5">
          <Facts figure={figure} />
          {figure.notes.length > 0 && (
            <ul className="mt-3 space-y-1.5 text-[13px] text-soft">
              {figure.notes.map((note) => (
                <li key={note.en}>{note[locale]}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <Method figure={figure} />
    </section>
  );
}
