import { type Context, knownAddress, mailWay, queueMail, readSecrets } from '../../platform/index.ts';
import { followersOf } from './follow-store.ts';
import { reportMail } from './mail-words.ts';
import type { Publication } from './model.ts';
import { listToTell, tellThrough } from './publication-store.ts';
import { findSchedule } from './schedule-store.ts';
import { unsubscribePath } from './unsubscribe.ts';

/** Followers told in one transaction. */
const PAGE = 200;
const MAIL_DAYS = 7;
const DAY_MS = 86_400_000;

/** The next followers of a report get their mail. Their place is kept with the mail: nobody is told twice. */
async function tellNext(context: Context, told: { publication: Publication; through: string | null }, demo: boolean) {
  const { publication, through } = told;
  const of = { fieldId: publication.fieldId, drafts: publication.state === 'draft', demo };
  const followers = await followersOf(context.db, of, through, PAGE);
  const last = followers.at(-1)?.id ?? null;
  const isDone = followers.length < PAGE;
  const [schedule, address] = [await findSchedule(context.db, publication.fieldId), await knownAddress(context.db)];
  const secret = readSecrets(context.dataFolder).session;
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const place = { slug: publication.slug, state: publication.state, from: through, to: last ?? through };
    if (!(await tellThrough(trx, place, isDone ? at : null))) return;
    for (const { id, email, locale, fieldId } of followers) {
      const unsubscribeUrl = `${address}${unsubscribePath(secret, id, fieldId)}`;
      const mail = reportMail(publication, schedule, locale, { address, unsubscribeUrl });
      const expiresAt = new Date(at.getTime() + MAIL_DAYS * DAY_MS);
      await queueMail(trx, { ...mail, recipient: email, memberId: id, expiresAt, unsubscribeUrl }, at);
    }
  });
  return followers.length;
}

/** Tells followers of what was published and made since, as far as the network has a way to send mail. Returns how many mails. */
export async function tellFollowers(context: Context, smtpUrl: string | null): Promise<number> {
  const way = await mailWay(context.db, smtpUrl);
  let mails = 0;
  for (;;) {
    const waiting = await listToTell(context.db, 1);
    const [told] = waiting;
    if (!told) return mails;
    if (way === 'none') {
      const { publication, through } = told;
      const place = { slug: publication.slug, state: publication.state, from: through, to: through };
      await context.db.transaction().execute((trx) => tellThrough(trx, place, context.clock.now()));
    } else mails += await tellNext(context, told, way === 'mailbox');
  }
}
