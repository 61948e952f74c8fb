import { v5 } from 'uuid';
import type { Locale } from '../charts/index.ts';
import { MEDIA_TYPES } from '../export/export-report.ts';
import { addresses } from './addresses.ts';
import type { Publication } from './model.ts';
import { asSaid, leadOf, periodOf, publishedBy, titleOf } from './present.ts';
import { LICENSE_URLS, pageWords } from './words.ts';

/** Characters that XML 1.0 cannot hold at all, not even escaped: control characters and halves of surrogate pairs. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text that stands in XML as itself, in content and in quoted attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

const tagOf = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en');

function element(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return text === '' && name === 'link'
    ? `<${name}${given.join('')}/>`
    : `<${name}${given.join('')}>${escapeXml(text)}</${name}>`;
}

const link = (rel: string, href: string, more: Readonly<Record<string, string>> = {}) =>
  element('link', '', { rel, href, ...more });

function summaryOf(publication: Publication, locale: Locale): string {
  const words = pageWords(locale);
  const parts = [
    ...(publication.supersedes === null ? [] : [`${words.what}${asSaid(publication.correction, locale).text}`]),
    ...(publication.withdrawnAt === null
      ? [leadOf(publication, locale)]
      : [
          `${words.withdrawn}${locale === 'zh' ? '。' : '. '}${words.reason}${asSaid(publication.reason, locale).text}`,
        ]),
    ...(publication.summary.generated ? [words.generatedNote] : []),
  ];
  return parts.join(' ');
}

function entry(publication: Publication, locale: Locale, address: string): string {
  const words = pageWords(locale);
  const { slug, summary } = publication;
  const state = publication.state === 'withdrawn' ? `[${words.withdrawn}] ` : '';
  const edition = publication.edition > 1 ? ` · ${words.edition(publication.edition)}` : '';
  const at = (path: string) => `${address}${path}`;
  const tag = tagOf(locale);
  return [
    '<entry>',
    element('id', `urn:uuid:${v5(locale, publication.id)}`),
    element('title', `${state}${titleOf(publication, locale)} · ${periodOf(publication, locale)}${edition}`),
    element('updated', publication.changedAt),
    element('published', publication.publishedAt ?? publication.madeAt),
    `<author>${element('name', publishedBy(publication, locale))}</author>`,
    element('summary', summaryOf(publication, locale)),
    link('alternate', at(addresses.report(slug, locale)), { type: 'text/html', hreflang: tag }),
    ...(publication.supersededBy === null
      ? []
      : [link('successor-version', at(addresses.report(publication.supersededBy, locale)))]),
    ...(publication.supersedes === null
      ? []
      : [link('predecessor-version', at(addresses.report(publication.supersedes, locale)))]),
    ...(publication.state === 'withdrawn'
      ? []
      : [
          link('enclosure', at(addresses.file(slug, 'pdf', locale)), { type: MEDIA_TYPES.pdf, hreflang: tag }),
          link('related', at(addresses.data(slug)), { type: 'application/json' }),
        ]),
    `<category term="${escapeXml(publication.fieldId)}" label="${escapeXml(summary.fieldName[locale])}"/>`,
    element('rights', `${words.licenses[publication.license]} ${LICENSE_URLS[publication.license]}`),
    '</entry>',
  ].join('\n');
}

export type Feed = {
  readonly network: { readonly zh: string; readonly en: string };
  readonly items: readonly Publication[];
  /** Where the next page begins (RFC 5005); null on the last. */
  readonly nextCursor: string | null;
  readonly cursor: string | null;
  /** For the feed's time where there is no entry. */
  readonly now: string;
};

/** What was published as an Atom feed (RFC 4287), one entry for each report and edition, in one language. */
export function atomFeed(feed: Feed, locale: Locale, address: string): string {
  const words = pageWords(locale);
  const { items, network } = feed;
  const updated =
    items
      .map((one) => one.changedAt)
      .sort()
      .at(-1) ?? feed.now;
  const self = `${address}${addresses.feed(locale)}`;
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tagOf(locale)}">`,
    element('id', self),
    element('title', `${network[locale]} · ${words.reports}`),
    element('subtitle', words.about),
    element('updated', updated),
    `<author>${element('name', `${network[locale]} ${words.thinkTank}`)}</author>`,
    element('generator', 'Renmai'),
    link('self', feed.cursor === null ? self : `${self}&cursor=${feed.cursor}`, { type: 'application/atom+xml' }),
    link('alternate', `${address}${addresses.list(locale)}`, { type: 'text/html', hreflang: tagOf(locale) }),
    link('related', `${address}${addresses.feed(other)}`, { type: 'application/atom+xml', hreflang: tagOf(other) }),
    ...(feed.nextCursor === null ? [] : [link('next', `${self}&cursor=${feed.nextCursor}`)]),
    ...items.map((one) => entry(one, locale, address)),
    '</feed>',
    '',
  ].join('\n');
}
