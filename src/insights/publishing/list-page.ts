import { escapeMarkup, formatNumber, type Locale } from '../charts/index.ts';
import { reportWords } from '../export/report-words.ts';
import { addresses } from './addresses.ts';
import type { Publication } from './model.ts';
import { framePage, type Head } from './page-frame.ts';
import { dayOf, leadOf, periodOf, publishedBy, titleOf } from './present.ts';
import { pageWords } from './words.ts';

export type Listed = {
  readonly network: { readonly name: { readonly zh: string; readonly en: string }; readonly generated: boolean };
  readonly items: readonly Publication[];
  /** Where the next page begins; null on the last. */
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
};

function item(publication: Publication, locale: Locale): string {
  const words = pageWords(locale);
  const { summary, publishedAt, madeAt } = publication;
  const tags = [
    ...(publication.state === 'withdrawn' ? [words.withdrawn] : []),
    ...(publication.supersededBy !== null ? [words.hasCorrection] : []),
  ];
  const day = dayOf(publishedAt ?? madeAt);
  const facts = [
    periodOf(publication, locale),
    `<time datetime="${day}">${day}</time>`,
    escapeMarkup(publishedBy(publication, locale)),
    ...(publication.edition > 1 ? [words.edition(publication.edition)] : []),
    words.postings(formatNumber(summary.postings, 'count', locale)),
  ];
  const lead = publication.state === 'withdrawn' ? '' : `<p>${escapeMarkup(leadOf(publication, locale))}</p>`;
  return `<li><article><h2><a href="${addresses.report(publication.slug, locale)}">${escapeMarkup(titleOf(publication, locale))} · ${periodOf(publication, locale)}</a></h2>
<p class="when">${facts.slice(1).join(' · ')}${tags.map((tag) => ` <span class="tag">${escapeMarkup(tag)}</span>`).join('')}</p>${lead}</article></li>`;
}

/** Every report that was published, the newest first, for readers and search engines. */
export function listPage(listed: Listed, locale: Locale, address: string): string {
  const words = pageWords(locale);
  const { network, items, nextCursor } = listed;
  const name = network.name[locale];
  const title = `${words.reports} · ${name} ${words.thinkTank}`;
  const pages = [
    ...(listed.isFirst ? [] : [`<a href="${addresses.list(locale)}">${words.first}</a>`]),
    ...(nextCursor === null
      ? []
      : [`<a rel="next" href="${addresses.list(locale)}&amp;cursor=${nextCursor}">${words.earlier}</a>`]),
  ];
  const main = `<header><p class="institute">${escapeMarkup(name)} · ${words.thinkTank}</p>
<h1>${words.reports}</h1>
<p class="subtitle">${words.about}</p>
<p><a href="${addresses.feed(locale)}">${words.feed}</a> · <a href="/insights">${words.follow}</a></p></header>
${items.length === 0 ? `<p>${words.none}</p>` : `<ol class="reports">${items.map((one) => item(one, locale)).join('\n')}</ol>`}
${pages.length > 0 ? `<nav class="pages">${pages.join('')}</nav>` : ''}`;
  const head: Head = {
    locale,
    title,
    network: name,
    generated: network.generated ? reportWords(locale).generated : null,
    inLanguage: addresses.list,
    more: [
      `<meta name="description" content="${escapeMarkup(words.about)}">`,
      ...(listed.isFirst ? [] : ['<meta name="robots" content="noindex,follow">']),
      '<meta property="og:type" content="website">',
      `<meta property="og:title" content="${escapeMarkup(title)}">`,
      `<meta property="og:description" content="${escapeMarkup(words.about)}">`,
      `<meta property="og:url" content="${escapeMarkup(`${address}${addresses.list(locale)}`)}">`,
    ].join('\n'),
  };
  return framePage(head, address, main);
}
