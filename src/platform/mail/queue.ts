import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Schema } from '../database/schema.ts';
import { emit } from '../events/outbox.ts';
import { newId } from '../ids.ts';
import { readSetting } from '../settings.ts';

export type NewMail = {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** Whose doing it is. */
  readonly memberId: string;
  /** Not sent after this moment. */
  readonly expiresAt: Date;
  /** Where one press ends such mail, for mail that comes by subscription. */
  readonly unsubscribeUrl?: string;
};

/** Written within the caller's transaction: the mail goes out if, and only if, what caused it happened. */
export async function queueMail(trx: Kysely<Schema>, mail: NewMail, at: Date): Promise<string> {
  const id = newId();
  await trx
    .insertInto('mail')
    .values({
      id,
      recipient: mail.recipient,
      subject: mail.subject,
      body: mail.body,
      member_id: mail.memberId,
      written_at: at,
      next_attempt_at: at,
      expires_at: mail.expiresAt,
      unsubscribe_url: mail.unsubscribeUrl ?? null,
    })
    .execute();
  await emit(trx, { kind: MAIL_QUEUED, key: id, audience: [mail.memberId], at });
  return id;
}

/** The event that wakes the sender. */
export const MAIL_QUEUED = 'mail.queued';

/** How many mails were written since then: to this address, and on this member's doing. */
export async function countMail(
  db: Kysely<Schema>,
  of: { readonly recipient: string; readonly memberId: string },
  since: Date,
): Promise<{ toRecipient: number; byMember: number }> {
  const row = await db
    .selectFrom('mail')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('recipient', '=', of.recipient).as('toRecipient'),
      fn.countAll<number>().filterWhere('member_id', '=', of.memberId).as('byMember'),
    ])
    .where('written_at', '>', since)
    .where(({ or, eb }) => or([eb('recipient', '=', of.recipient), eb('member_id', '=', of.memberId)]))
    .executeTakeFirstOrThrow();
  return row;
}

/** The mail to an address or on a member's doing, the newest first: what a demo network's mailbox page shows. */
export async function listMail(
  db: Kysely<Schema>,
  of: { readonly recipient: string; readonly memberId: string },
  before: string | null,
  limit: number,
) {
  let query = db
    .selectFrom('mail')
    .select(['id', 'recipient', 'subject', 'body', 'written_at'])
    .where(({ or, eb }) => or([eb('recipient', '=', of.recipient), eb('member_id', '=', of.memberId)]))
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Where mail goes: out by SMTP; into the mailbox page of a demo network; or nowhere, and then none may be asked for. */
export type MailWay = 'smtp' | 'mailbox' | 'none';

const generatedNetwork = z.object({ generated: z.boolean().default(false) });

export async function mailWay(db: Kysely<Schema>, smtpUrl: string | null): Promise<MailWay> {
  if (smtpUrl) return 'smtp';
  return (await readSetting(db, 'network', generatedNetwork))?.generated ? 'mailbox' : 'none';
}

const HOUR_MS = 3_600_000;

/** An hour after it was sent, all that is kept of a mail is when, and to which domain. */
export async function forgetRecipients(db: Kysely<Schema>, now: Date): Promise<void> {
  await db
    .updateTable('mail')
    .set({ recipient: sql<string>`'@' || split_part(recipient, '@', 2)` })
    .where('sent_at', '<', new Date(now.getTime() - HOUR_MS))
    .where('recipient', 'not like', '@%')
    .execute();
}
