import { formatPeriod, type Locale, usualTitle } from '../charts/index.ts';
import type { Imprint } from '../export/outline-report.ts';
import { addresses } from './addresses.ts';
import type { Publication } from './model.ts';
import { LICENSE_URLS, pageWords } from './words.ts';

type Said = { readonly zh: string; readonly en: string };

/** In the reader's language where it was said in it, else as it was said. */
export function asSaid(text: Said, locale: Locale): { readonly text: string; readonly locale: Locale } {
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  return text[locale] !== '' || text[other] === ''
    ? { text: text[locale], locale }
    : { text: text[other], locale: other };
}

export function titleOf(publication: Publication, locale: Locale): string {
  return publication.title[locale] || usualTitle(publication.summary.fieldName[locale], locale);
}

export const periodOf = (publication: Publication, locale: Locale): string => formatPeriod(publication, locale);

/** `2023-03-31` of a moment. */
export const dayOf = (moment: string): string => moment.slice(0, 10);

/** The institute, and the author where she chose to be named. */
export function publishedBy(publication: Publication, locale: Locale): string {
  const institute = `${publication.summary.network[locale]} ${pageWords(locale).thinkTank}`;
  if (publication.authorName === null) return institute;
  return locale === 'zh' ? `${institute}、${publication.authorName}` : `${institute}, ${publication.authorName}`;
}

/** One paragraph that says what it found, for lists, feeds and search engines. */
export function leadOf(publication: Publication, locale: Locale): string {
  const { lead, fieldName } = publication.summary;
  if (lead.length === 0) return pageWords(locale).summaryOf(fieldName[locale]);
  return lead.map((sentence) => sentence[locale]).join(locale === 'zh' ? '' : ' ');
}

export function citation(publication: Publication, locale: Locale, address: string): string {
  return pageWords(locale).citeAs(
    publishedBy(publication, locale),
    `${titleOf(publication, locale)} · ${periodOf(publication, locale)}`,
    dayOf(publication.publishedAt ?? publication.madeAt),
    `${address}${addresses.report(publication.slug)}`,
  );
}

/** What every file of a published report says of where it comes from. */
export function imprintOf(publication: Publication, locale: Locale, address: string): Imprint {
  const words = pageWords(locale);
  return {
    title: titleOf(publication, locale),
    facts: [
      [words.by, publishedBy(publication, locale)],
      [
        words.published,
        [dayOf(publication.publishedAt ?? publication.madeAt), words.edition(publication.edition)].join(' · '),
      ],
      [words.cite, `${address}${addresses.report(publication.slug)}`],
      [words.license, `${words.licenses[publication.license]} · ${LICENSE_URLS[publication.license]}`],
    ],
  };
}
