import { createTransport } from 'nodemailer';
import type { Context } from '../context.ts';
import { forgetRecipients } from './queue.ts';
import { nextAttempt } from './retry.ts';

export type OutgoingMail = {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** Where one press ends such mail; null for mail that was asked for one by one. */
  readonly unsubscribeUrl: string | null;
};
/** Hands one mail over; rejects where that fails. */
export type Deliver = (mail: OutgoingMail) => Promise<void>;

const SMTP_TIMEOUT_MS = 20_000;

/** What lets a mail program show one button that ends such mail (RFC 2369, RFC 8058). */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  return url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** Delivery by an SMTP server: `smtp://user:password@host:587` or `smtps://…`. Bodies are plain text. */
export function smtpDelivery(url: string, from: string | null): Deliver {
  const transport = createTransport({
    url,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  const sender = from ?? (user.includes('@') ? user : `renmai@${hostname}`);
  return async ({ recipient, subject, body, unsubscribeUrl }) => {
    const to = { name: '', address: recipient };
    const headers = unsubscribeHeaders(unsubscribeUrl);
    await transport.sendMail({ from: sender, to, subject, text: body, headers });
  };
}

/**
 * Delivers the next mail that is due, if there is one. Its row stays locked meanwhile and other processes pass over
 * it, so that each mail goes out once; should this process die, the lock dies with it and the mail is tried again.
 */
async function sendNext(context: Context, deliver: Deliver): Promise<boolean> {
  const now = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const mail = await trx
      .selectFrom('mail')
      .select(['id', 'recipient', 'subject', 'body', 'attempts', 'expires_at', 'unsubscribe_url as unsubscribeUrl'])
      .where('next_attempt_at', '<=', now)
      .orderBy('next_attempt_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!mail) return false;
    const change = trx.updateTable('mail').where('id', '=', mail.id);
    if (mail.expires_at !== null && mail.expires_at < now) {
      await change.set({ next_attempt_at: null, body: '', failure: 'expired before it could be sent' }).execute();
      return true;
    }
    const attempts = mail.attempts + 1;
    try {
      await deliver(mail);
      await change.set({ sent_at: now, next_attempt_at: null, attempts, body: '', failure: null }).execute();
    } catch (error) {
      const again = nextAttempt(attempts, now);
      // What a mail server says may repeat the address; the log is for operators, the row for whoever looks into it.
      context.log.warn('a mail could not be sent', { id: mail.id, attempts, givenUp: again === null });
      await change.set({ next_attempt_at: again, attempts, failure: String(error).slice(0, 500) }).execute();
    }
    return true;
  });
}

/** Works off the mail that is due now, one after the other. */
export async function sendDueMail(context: Context, deliver: Deliver): Promise<number> {
  let worked = 0;
  while (await sendNext(context, deliver)) worked += 1;
  await forgetRecipients(context.db, context.clock.now());
  return worked;
}

export type MailSender = {
  /** Looks for due mail now, besides every few seconds. */
  wake(): void;
  stop(): Promise<void>;
};

const LOOK_EVERY_MS = 5_000;

/** Sends mail as long as it runs. Several processes may do so at once. */
export function startMailSender(context: Context, deliver: Deliver): MailSender {
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const wake = () => {
    running = running
      .then(() => (stopped ? 0 : sendDueMail(context, deliver)))
      .catch((error: unknown) => context.log.warn('mail cannot be worked off now', { error: String(error) }));
  };
  const timer = setInterval(wake, LOOK_EVERY_MS);
  timer.unref();
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
