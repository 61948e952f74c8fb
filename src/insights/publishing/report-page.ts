import { escapeMarkup, type Locale } from '../charts/index.ts';
import { reportMain } from '../export/html.ts';
import { type OutlineFigure, outlineReport } from '../export/outline-report.ts';
import { reportWords } from '../export/report-words.ts';
import type { Report } from '../model.ts';
import { addresses, DOWNLOADS } from './addresses.ts';
import { reportHead } from './head.ts';
import type { Publication } from './model.ts';
import { framePage } from './page-frame.ts';
import { asSaid, citation, dayOf, periodOf, publishedBy, titleOf } from './present.ts';
import { LICENSE_URLS, pageWords } from './words.ts';

const langTag = (locale: Locale): string => (locale === 'zh' ? 'zh-CN' : 'en');

/** Words that an analyst wrote, marked with their language where it is not the page's. */
function written(text: { zh: string; en: string }, locale: Locale, before = ''): string {
  const found = asSaid(text, locale);
  if (found.text === '') return '';
  const mark = found.locale === locale ? '' : ` lang="${langTag(found.locale)}"`;
  return found.text
    .split(/\n+/)
    .map((line, i) => `<p>${i === 0 ? escapeMarkup(before) : ''}<span${mark}>${escapeMarkup(line)}</span></p>`)
    .join('');
}

const link = (slug: string, locale: Locale, words: string): string =>
  `<a href="${addresses.report(slug, locale)}">${escapeMarkup(words)}</a>`;

/** What a reader has to know before the numbers: a draft, withdrawn, superseded, or correcting another. */
export function notices(publication: Publication, locale: Locale): string {
  const words = pageWords(locale);
  const box = (inside: string, plain = false) =>
    `<div class="notice${plain ? ' plain' : ''}" role="note">${inside}</div>`;
  const found: string[] = [];
  if (publication.state === 'draft') found.push(box(`<p>${words.draft}</p>`));
  if (publication.withdrawnAt !== null) {
    const on = words.withdrawnOn(dayOf(publication.withdrawnAt));
    found.push(box(`<p>${escapeMarkup(on)}</p>${written(publication.reason, locale, words.reason)}`));
  }
  if (publication.supersededBy !== null)
    found.push(box(`<p>${words.superseded}${link(publication.supersededBy, locale, words.after)}</p>`));
  if (publication.supersedes !== null) {
    const what = written(publication.correction, locale, words.what);
    found.push(box(`<p>${words.corrects}${link(publication.supersedes, locale, words.before)}</p>${what}`, true));
  }
  return found.join('\n');
}

/** Who published it, when, which edition. */
export function imprintLine(publication: Publication, locale: Locale): string {
  const words = pageWords(locale);
  const when = dayOf(publication.publishedAt ?? publication.madeAt);
  const parts = [
    escapeMarkup(publishedBy(publication, locale)),
    `${words.published} <time datetime="${when}">${when}</time>`,
    escapeMarkup(words.edition(publication.edition)),
  ];
  return `<p class="imprint">${parts.join(' · ')}</p>`;
}

function downloads({ slug }: Publication, locale: Locale): string {
  const words = pageWords(locale);
  const files = DOWNLOADS.map(([format, name]) => [addresses.file(slug, format, locale), name] as const);
  const all = [...files, [addresses.data(slug), words.data] as const];
  return `<ul class="files" aria-label="${words.downloads}"><li class="label">${words.downloads}</li>${all
    .map(([href, name]) => `<li><a href="${href}" download>${name}</a></li>`)
    .join('')}</ul>`;
}

function editorsNote(publication: Publication, locale: Locale): string {
  const text = written(publication.note, locale);
  return text === '' ? '' : `<aside class="editors"><h2>${pageWords(locale).note}</h2>${text}</aside>`;
}

function colophon(publication: Publication, locale: Locale, address: string): string {
  const words = pageWords(locale);
  const { license, digest } = publication;
  const rows = [
    [words.cite, escapeMarkup(citation(publication, locale, address))],
    [words.license, `<a rel="license" href="${LICENSE_URLS[license]}">${words.licenses[license]}</a>`],
    [words.verify, `<code>${digest}</code><br>${escapeMarkup(words.verifyHow)}`],
    [words.downloads, `${words.downloadsNote} ${words.privacy}`],
    [
      words.feed,
      `<a href="${addresses.feed(locale)}">${address}${addresses.feed(locale)}</a> · <a href="/insights">${words.follow}</a>`,
    ],
  ];
  return `<section class="colophon"><dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl></section>`;
}

/** The page of a report that is shown with its figures. */
export function reportPage(publication: Publication, report: Report, locale: Locale, address: string): string {
  const words = pageWords(locale);
  const outline = outlineReport(report, locale, { title: titleOf(publication, locale), facts: [] });
  const image = (figure: OutlineFigure) =>
    `\n<p class="below"><a href="${addresses.image(publication.slug, figure.figure.id, locale)}">${words.image}<span hidden> ${escapeMarkup(figure.code)}</span></a></p>`;
  const main = reportMain(outline, {
    belowTitle: `${imprintLine(publication, locale)}${notices(publication, locale)}`,
    belowLead: `${editorsNote(publication, locale)}${downloads(publication, locale)}`,
    belowFigure: image,
    end: colophon(publication, locale, address),
  });
  return framePage(reportHead(publication, report, locale, address), address, main);
}

/** What stays of a report that was withdrawn: that there was one, when it was withdrawn and why. */
export function withdrawnPage(publication: Publication, locale: Locale, address: string): string {
  const words = pageWords(locale);
  const { summary } = publication;
  const main = `<header><p class="institute">${escapeMarkup(summary.network[locale])} · ${words.thinkTank}</p>
<h1>${escapeMarkup(titleOf(publication, locale))}</h1>
<p class="subtitle">${escapeMarkup(periodOf(publication, locale))}</p>
${imprintLine(publication, locale)}
${notices(publication, locale)}</header>
<p><a href="${addresses.list(locale)}">${words.all}</a></p>`;
  const head = {
    locale,
    title: `${words.withdrawn} · ${titleOf(publication, locale)}`,
    network: summary.network[locale],
    generated: summary.generated ? reportWords(locale).generated : null,
    inLanguage: (each: Locale) => addresses.report(publication.slug, each),
    more: `<meta name="robots" content="noindex">`,
  };
  return framePage(head, address, main);
}
