import type { Locale } from '../charts/index.ts';
import type { FigureId } from '../model.ts';

/** The formats in which a whole report is downloaded, with what readers call them. */
export const DOWNLOADS = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
] as const;
export type Download = (typeof DOWNLOADS)[number][0];

/** Where things are, below the network's own address. These addresses stay. */
export const addresses = {
  list: (locale: Locale) => `/reports?lang=${locale}`,
  feed: (locale: Locale) => `/reports/feed.xml?lang=${locale}`,
  report: (slug: string, locale?: Locale) => `/reports/${slug}${locale ? `?lang=${locale}` : ''}`,
  file: (slug: string, format: Download, locale: Locale) => `/reports/${slug}/report.${locale}.${format}`,
  data: (slug: string) => `/reports/${slug}/report.json`,
  image: (slug: string, figure: FigureId, locale: Locale) => `/reports/${slug}/figures/${figure}.${locale}.png`,
  share: (slug: string, locale: Locale) => `/reports/${slug}/share.${locale}.png`,
};
