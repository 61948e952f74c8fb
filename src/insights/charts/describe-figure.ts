import type { Figure } from '../model.ts';
import { cellInWords, drawnRows } from './drawn-rows.ts';
import { formatN, formatPeriod } from './format.ts';
import type { Locale } from './words.ts';

const TOLD = 8;

/** The chart in words for those who do not see it: what is drawn, the first rows with their numbers, n and period. */
export function describeFigure(figure: Figure, locale: Locale): string {
  const drawn = drawnRows(figure, locale, 40);
  const head = `${figure.title[locale]} · ${formatPeriod(figure.period, locale)} · ${formatN(figure.n, locale)}`;
  if (!drawn) return head;
  const colon = locale === 'zh' ? '：' : ': ';
  const comma = locale === 'zh' ? '，' : ', ';
  const rows = drawn.rows.slice(0, TOLD).map((row) => {
    const cells = drawn.columns.map((column, i) => {
      const cell = row.cells[i];
      const value = cell ? cellInWords(cell, column.kind, locale) : '';
      return drawn.columns.length > 1 ? `${column.label} ${value}` : value;
    });
    return `${row.label}${colon}${cells.join(comma)}`;
  });
  const rest = drawn.total - rows.length;
  const more = rest > 0 ? [locale === 'zh' ? `另有 ${rest} 项见表` : `${rest} more in the table`] : [];
  const stop = locale === 'zh' ? '。' : '. ';
  return [head, ...rows, ...more].join(locale === 'zh' ? '；' : '; ') + stop.trimEnd();
}
