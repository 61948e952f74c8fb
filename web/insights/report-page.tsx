import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.ts';
import { Empty, ErrorNotice, Loading } from '../components/basics.tsx';
import { FigureSection } from './figure-section.tsx';
import { type ReportQuery, useLocale, useReport, useSources } from './queries.ts';
import { type Choice, ReportControls } from './report-controls.tsx';
import { useReportSearch, usualPeriod } from './report-search.ts';
import { type Opened, RowsSheet } from './rows-sheet.tsx';
import { TitleBlock } from './title-block.tsx';

/** The report's query: what the address says, and what it leaves out as usual. */
function useReportQuery(): ReportQuery | null {
  const search = useReportSearch();
  const session = useSession().data;
  const sources = useSources().data;
  const { compare = 'year-on-year', source = 'network', against, ghosts, weights } = search;
  const rest = { compare, source, ...(against && { against }), ...(ghosts && { ghosts }), ...(weights && { weights }) };
  if (search.from && search.to) return { from: search.from, to: search.to, ...rest };
  if (!session || !sources) return null;
  return { ...usualPeriod(session.network.now, sources.months), ...rest };
}

function ReportOf({ fieldId }: { fieldId: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const query = useReportQuery();
  const report = useReport(fieldId, query);
  const [opened, setOpened] = useState<Opened | null>(null);
  const go = ({ fieldId: to, query: search }: Choice) =>
    void navigate({
      to: '/insights/$fieldId',
      params: { fieldId: to },
      search: { ...search, ...(search.against === to && { against: undefined }) },
      resetScroll: false,
    });
  return (
    <>
      {query && (
        <div className="mb-4 rounded-lg border border-line bg-sheet p-4">
          <ReportControls choice={{ fieldId, query }} onChange={go} />
        </div>
      )}
      <ErrorNotice error={report.error} />
      {report.isPending && !report.error && <Loading />}
      {report.data && (
        <article
          aria-busy={report.isPlaceholderData}
          className={`-mx-4 border-y border-line bg-sheet px-4 py-7 transition-opacity sm:mx-0 sm:rounded-lg sm:border sm:px-8 lg:px-12 lg:py-10 ${report.isPlaceholderData ? 'opacity-60' : ''}`}
        >
          <TitleBlock report={report.data} />
          {report.data.figures.length === 0 && <Empty>{t('insights.nothing')}</Empty>}
          <div className="mt-8">
            {report.data.figures.map((figure) => (
              <FigureSection
                key={figure.id}
                figure={figure}
                report={report.data}
                onOpen={(row) => setOpened({ ...row, fieldId, query: report.data.query })}
              />
            ))}
          </div>
          {report.data.notes.length > 0 && (
            <footer className="border-t border-line pt-4 text-[13px] text-soft">
              <ul className="space-y-1">
                {report.data.notes.map((note) => (
                  <li key={note.en}>{note[locale]}</li>
                ))}
              </ul>
            </footer>
          )}
        </article>
      )}
      {opened && <RowsSheet opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** A report at its permanent address. */
export function ReportPage() {
  const { fieldId } = useParams({ strict: false });
  return fieldId ? <ReportOf fieldId={fieldId} /> : null;
}
