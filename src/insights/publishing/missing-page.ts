import { escapeMarkup, type Locale } from '../charts/index.ts';
import { reportWords } from '../export/report-words.ts';
import { addresses } from './addresses.ts';
import { framePage } from './page-frame.ts';
import { pageWords } from './words.ts';

type Network = { readonly name: { readonly zh: string; readonly en: string }; readonly generated: boolean };

/** What is answered at an address where no report is, or none any more. */
export function missingPage(network: Network, locale: Locale, address: string, status: 404 | 410): string {
  const words = pageWords(locale);
  const title = status === 410 ? words.withdrawn : words.notFound;
  const main = `<header><p class="institute">${escapeMarkup(network.name[locale])} · ${words.thinkTank}</p>
<h1>${title}</h1><p class="subtitle">${status === 410 ? words.gone : words.notFoundAbout}</p></header>
<p><a href="${addresses.list(locale)}">${words.all}</a></p>`;
  const head = {
    locale,
    title: `${title} · ${network.name[locale]}`,
    network: network.name[locale],
    generated: network.generated ? reportWords(locale).generated : null,
    inLanguage: addresses.list,
    more: '<meta name="robots" content="noindex">',
  };
  return framePage(head, address, main);
}
