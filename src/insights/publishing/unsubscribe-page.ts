import { z } from 'zod';
import { negotiateLocale, type PageCall, type PageReply, readSecrets } from '../../platform/index.ts';
import { escapeMarkup, type Locale } from '../charts/index.ts';
import { reportWords } from '../export/report-words.ts';
import { networkOf } from '../store.ts';
import { addresses } from './addresses.ts';
import { removeFollow } from './follow-store.ts';
import { framePage, PAGE_POLICY } from './page-frame.ts';
import { isUnsubscribeToken } from './unsubscribe.ts';
import { pageWords } from './words.ts';

const HTML = 'text/html; charset=utf-8';

/** Who stops following what, where the address proves that it came from a mail to them. */
function readAddress(call: PageCall): { memberId: string; fieldId: string } | null {
  const { member = '', field = '', token = '' } = call.params;
  const secret = readSecrets(call.context.dataFolder).session;
  if (!z.uuid().safeParse(member).success || !isUnsubscribeToken(secret, member, field, token)) return null;
  return { memberId: member, fieldId: field };
}

async function page(call: PageCall, status: 200 | 404, said: { title: string; inside: string }): Promise<PageReply> {
  const locale: Locale = negotiateLocale(call.acceptLanguage);
  const network = await networkOf(call.context);
  const words = pageWords(locale);
  const main = `<header><p class="institute">${escapeMarkup(network.name[locale])} · ${words.thinkTank}</p>
<h1>${said.title}</h1></header>${said.inside}
<p><a href="${addresses.list(locale)}">${words.all}</a></p>`;
  const head = {
    locale,
    title: `${said.title} · ${network.name[locale]}`,
    network: network.name[locale],
    generated: network.generated ? reportWords(locale).generated : null,
    inLanguage: addresses.list,
    more: '<meta name="robots" content="noindex">',
  };
  return {
    status,
    mediaType: HTML,
    body: framePage(head, call.address, main),
    locale,
    keep: 'private',
    policy: PAGE_POLICY,
  };
}

/** Opening the address asks first: programs that look at links in mail must not end anything. */
export async function askToUnsubscribe(call: PageCall): Promise<PageReply> {
  const words = pageWords(negotiateLocale(call.acceptLanguage)).unsubscribe;
  if (!readAddress(call)) return page(call, 404, { title: words.wrong, inside: '' });
  const inside = `<p>${words.about}</p><form method="post"><p><button type="submit">${words.button}</button></p></form>`;
  return page(call, 200, { title: words.title, inside });
}

/** One press ends it, from the page or from the mail program itself (RFC 8058), without signing in. Twice is as once. */
export async function unsubscribe(call: PageCall): Promise<PageReply> {
  const words = pageWords(negotiateLocale(call.acceptLanguage)).unsubscribe;
  const found = readAddress(call);
  if (!found) return page(call, 404, { title: words.wrong, inside: '' });
  const at = call.context.clock.now();
  await call.context.db.transaction().execute((trx) => removeFollow(trx, found.memberId, found.fieldId, at));
  return page(call, 200, { title: words.done, inside: `<p>${words.doneAbout}</p>` });
}
