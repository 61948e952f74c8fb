import { formatCell, formatInterval } from '../../src/insights/charts/index.ts';
import { type Figure, useLocale } from './queries.ts';

type Table = Figure['tables'][number];

/** A figure's numbers as a table; the names of rows that can be opened are buttons. */
export function FigureTable({ table, onOpen }: { table: Table; onOpen?: (key: string) => void }) {
  const locale = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={table.title[locale]}>
      <table className="w-full border-collapse text-[13px]">
        <caption className="pb-1 text-left font-semibold">{table.title[locale]}</caption>
        <thead>
          <tr className="border-b-2 border-ink text-soft">
            <th scope="col" className="py-1.5 pr-3 text-left align-bottom font-medium">
              {table.rowLabel[locale]}
            </th>
            {table.columns.map((column) => (
              <th key={column.id} scope="col" className="py-1.5 pl-3 text-right align-bottom font-medium">
                {column.label[locale]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key} className="border-b border-line hover:bg-paper">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {row.opens && onOpen ? (
                  <button
                    type="button"
                    className="text-left underline decoration-line underline-offset-4 hover:decoration-jade"
                    onClick={() => onOpen(row.key)}
                  >
                    {row.label[locale]}
                  </button>
                ) : (
                  row.label[locale]
                )}
              </th>
              {table.columns.map((column, at) => {
                const cell = row.cells[at];
                const interval = formatInterval(cell, column.kind, locale);
                return (
                  <td key={column.id} className="py-1.5 pl-3 text-right whitespace-nowrap">
                    {formatCell(cell, column.kind, locale)}
                    {interval && <span className="block text-xs text-soft">{interval}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
