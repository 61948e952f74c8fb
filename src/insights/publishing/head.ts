import { escapeMarkup, type Locale } from '../charts/index.ts';
import { reportWords } from '../export/report-words.ts';
import type { Report } from '../model.ts';
import { addresses } from './addresses.ts';
import { jsonLd } from './json-ld.ts';
import type { Publication } from './model.ts';
import type { Head } from './page-frame.ts';
import { dayOf, leadOf, periodOf, publishedBy, titleOf } from './present.ts';
import { SHARE_HEIGHT, SHARE_WIDTH } from './share-size.ts';

const DESCRIBED = 200;

/** A sentence or two for results of a search: cut where it grows too long, never within a number's digits. */
export function shorten(text: string, most = DESCRIBED): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\d.,%\s]+$/, '')}…`;
}

const named = (name: string, content: string) => `<meta name="${name}" content="${escapeMarkup(content)}">`;
const property = (name: string, content: string) => `<meta property="${name}" content="${escapeMarkup(content)}">`;

/** Data in a script element run nowhere; no text in them may end it. */
const asScript = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/** What machines read of a report: for search (schema.org), and for those who share it (Open Graph, Twitter cards). */
export function reportHead(publication: Publication, report: Report, locale: Locale, address: string): Head {
  const { slug, summary } = publication;
  const title = `${titleOf(publication, locale)} · ${periodOf(publication, locale)}`;
  const description = shorten(leadOf(publication, locale));
  const image = `${address}${addresses.share(slug, locale)}`;
  const more = [
    named('description', description),
    named('author', publishedBy(publication, locale)),
    ...(publication.state === 'draft' ? [named('robots', 'noindex')] : []),
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', `${address}${addresses.report(slug, locale)}`),
    property('og:site_name', summary.network[locale]),
    property('og:locale', locale === 'zh' ? 'zh_CN' : 'en_US'),
    property('og:locale:alternate', locale === 'zh' ? 'en_US' : 'zh_CN'),
    property('og:image', image),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(SHARE_WIDTH)),
    property('og:image:height', String(SHARE_HEIGHT)),
    property('og:image:alt', `${title}. ${description}`),
    property('article:published_time', publication.publishedAt ?? publication.madeAt),
    property('article:modified_time', publication.changedAt),
    named('twitter:card', 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    named('twitter:image', image),
    named('twitter:image:alt', title),
    named('citation_title', title),
    named('citation_publication_date', dayOf(publication.publishedAt ?? publication.madeAt).replaceAll('-', '/')),
    named('citation_pdf_url', `${address}${addresses.file(slug, 'pdf', locale)}`),
    asScript(jsonLd(publication, report, locale, address)),
  ];
  return {
    locale,
    title: `${title} · ${summary.network[locale]}`,
    network: summary.network[locale],
    generated: summary.generated ? reportWords(locale).generated : null,
    inLanguage: (each) => addresses.report(slug, each),
    more: more.join('\n'),
  };
}
