import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../src/insights/charts/index.ts';
import { answer, api } from '../api/client.ts';
import { Button, Empty, ErrorNotice, Loading } from '../components/basics.tsx';
import { type Figure, type ReportQuery, useLocale } from './queries.ts';

/** A group of a figure whose rows are looked at. */
export type Opened = {
  readonly fieldId: string;
  readonly query: ReportQuery;
  readonly figure: Figure;
  readonly table: string;
  readonly key: string;
};

const PAGE = 25;

function useRows({ fieldId, query, figure, table, key }: Opened) {
  return useInfiniteQuery({
    queryKey: ['insights-rows', fieldId, query, figure.id, table, key],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/insights/fields/{fieldId}/figures/{figureId}/rows', {
          params: {
            path: { fieldId, figureId: figure.id },
            query: { ...query, table, key, limit: PAGE, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

function Rows({ opened }: { opened: Opened }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const rows = useRows(opened);
  const pages = rows.data?.pages ?? [];
  const first = pages[0];
  const items = pages.flatMap((page) => page.rows);
  if (rows.isPending) return <Loading />;
  return (
    <>
      <ErrorNotice error={rows.error} />
      {first && (
        <p className="text-sm text-soft" role="status">
          {t('insights.rowsShown', {
            shown: formatNumber(items.length, 'count', locale),
            total: formatNumber(first.total, 'count', locale),
          })}
        </p>
      )}
      {first?.notes.map((note) => (
        <p key={note.en} className="mt-1 text-[13px] text-soft">
          {note[locale]}
        </p>
      ))}
      {first && items.length === 0 && <Empty>{t('insights.noRows')}</Empty>}
      {first && items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className="mt-3 overflow-x-auto" tabIndex={0} aria-label={t('insights.rows')}>
          <table className="w-full border-collapse text-[13px]">
            <thead>
              <tr className="border-b-2 border-ink text-soft">
                {first.columns.map((column) => (
                  <th key={column.id} scope="col" className="py-1.5 pr-4 text-left align-bottom font-medium">
                    {column.label[locale]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={row.id} className="border-b border-line align-top">
                  {row.cells.map((cell, at) => (
                    <td key={first.columns[at]?.id} className="py-1.5 pr-4">
                      {cell[locale]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.hasNextPage && (
        <div className="mt-4 text-center">
          <Button disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {t('app.more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The rows behind a group, in a sheet beside the report: the report stays where it is read. */
export function RowsSheet({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!ref.current?.open) ref.current?.showModal();
  }, []);
  const row = opened.figure.tables
    .find((table) => table.id === opened.table)
    ?.rows.find((one) => one.key === opened.key);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog; the click is on what is around it
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && ref.current?.close()}
      className="m-0 ml-auto h-dvh max-h-none w-[min(44rem,100vw)] max-w-none overflow-y-auto border-l border-line bg-sheet p-0 text-ink shadow-xl backdrop:bg-black/40"
    >
      <div className="flex min-h-full flex-col">
        <header className="sticky top-0 flex items-start justify-between gap-3 border-b border-line bg-sheet px-5 py-3">
          <div>
            <p className="text-[13px] text-soft">
              {opened.figure.code} {opened.figure.title[locale]}
            </p>
            <h2 id={id} className="text-lg font-semibold">
              {row?.label[locale] ?? opened.key}
            </h2>
          </div>
          <button
            type="button"
            aria-label={t('app.close')}
            className="inline-flex size-9 shrink-0 items-center justify-center rounded-md text-soft hover:text-ink"
            onClick={() => ref.current?.close()}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </header>
        <div className="flex-1 px-5 py-4">
          <Rows opened={opened} />
        </div>
      </div>
    </dialog>
  );
}
