import type { Cell, FigureTable } from '../model.ts';
import { type Locale, WORDS } from './words.ts';

type Kind = FigureTable['columns'][number]['kind'];

const tag = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en');

const made = new Map<string, Intl.NumberFormat>();

function writer(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(tag(locale), options);
  made.set(key, fresh);
  return fresh;
}

/** A minus sign that is one, so that it is as wide as a plus. */
const signed = (text: string): string => text.replace('-', '−');

/**
 * A number as tables and exports print it: shares and changes with one or two decimals ("32.8%", "+281.88%"), money in
 * whole CNY a year ("1,030,000").
 */
export function formatNumber(value: number, kind: Kind, locale: Locale): string {
  switch (kind) {
    case 'share':
      return writer(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(value);
    case 'change':
      return signed(
        writer(locale, {
          style: 'percent',
          minimumFractionDigits: 1,
          maximumFractionDigits: 2,
          signDisplay: 'exceptZero',
        }).format(value),
      );
    case 'ratio':
    case 'index':
      return signed(writer(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value));
    case 'count':
    case 'rank':
    case 'money':
      return signed(writer(locale, { maximumFractionDigits: 0 }).format(value));
  }
}

/** The same, short enough for the end of a bar: "32.8%", "103万" or "1.03M". */
export function formatShort(value: number, kind: Kind, locale: Locale): string {
  if (kind === 'money') {
    if (locale === 'zh') return `${writer(locale, { maximumFractionDigits: 1 }).format(value / 10_000)}万`;
    return writer(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
  }
  if (kind === 'share')
    return writer(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  if (kind === 'change')
    return signed(
      writer(locale, {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
        signDisplay: 'exceptZero',
      }).format(value),
    );
  return formatNumber(value, kind, locale);
}

/** A cell as tables print it; a suppressed one says so. */
export function formatCell(cell: Cell | undefined, kind: Kind, locale: Locale): string {
  if (cell?.suppressed) return WORDS.suppressed[locale];
  if (cell?.value === null || cell?.value === undefined) return WORDS.none[locale];
  return formatNumber(cell.value, kind, locale);
}

/** "30.2%–35.4%", or nothing where a cell has no interval. */
export function formatInterval(cell: Cell | undefined, kind: Kind, locale: Locale): string | null {
  if (!cell || cell.value === null || cell.low === undefined || cell.high === undefined) return null;
  return `${formatShort(cell.low, kind, locale)}–${formatShort(cell.high, kind, locale)}`;
}

/** "2023-01" to "2023年1月" or "Jan 2023". */
export function formatMonth(month: string, locale: Locale): string {
  const [year = '', number = ''] = month.split('-');
  if (locale === 'zh') return `${year}年${Number(number)}月`;
  return new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${year}-${number}-15T00:00:00Z`),
  );
}

/** "2023年1–2月", "Jan–Feb 2023", "2022年11月–2023年2月", "Nov 2022 – Feb 2023". */
export function formatPeriod(period: { readonly from: string; readonly to: string }, locale: Locale): string {
  const { from, to } = period;
  if (from === to) return formatMonth(from, locale);
  if (from.slice(0, 4) !== to.slice(0, 4))
    return `${formatMonth(from, locale)}${locale === 'zh' ? '–' : ' – '}${formatMonth(to, locale)}`;
  if (locale === 'zh') return `${from.slice(0, 4)}年${Number(from.slice(5))}–${Number(to.slice(5))}月`;
  return `${formatMonth(from, 'en').slice(0, 3)}–${formatMonth(to, 'en')}`;
}

/** "n = 1,234". */
export function formatN(n: number, locale: Locale): string {
  return `n = ${formatNumber(n, 'count', locale)}`;
}
