import { type Kysely, sql } from 'kysely';

/**
 * Mail that is tried again and forgotten in time; what a work-mail code needs until it is used; what a candidate
 * agreed to before a check.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mail
      add column member_id uuid,
      add column attempts smallint not null default 0,
      add column next_attempt_at timestamptz,
      add column expires_at timestamptz;
    comment on column mail.member_id is 'whose doing the mail is; shown to them in the mailbox of a demo network';
    comment on column mail.next_attempt_at is 'null once it is sent or given up';
    comment on column mail.expires_at is 'not sent after this: a code that no longer works helps nobody';
    drop index mail_unsent;
    create index mail_due on mail (next_attempt_at) where next_attempt_at is not null;
    create index mail_recipient on mail (recipient, written_at);
    create index mail_member on mail (member_id, written_at);

    alter table work_email_code
      add column email_domain text not null,
      add column address_fingerprint text not null;

    alter table verification add column address_fingerprint text;
    comment on column verification.address_fingerprint is
      'keyed hash of the work address: one mailbox verifies one member; the address itself is not kept';
    create index verification_fingerprint on verification (address_fingerprint) where address_fingerprint is not null;

    alter table background_check
      add column consent_version text,
      add column sections text[] not null default '{}';
    comment on column background_check.sections is 'the parts that the candidate let the check look at';
    create index background_check_requested_by on background_check (requested_by, requested_at desc);
  `.execute(db);
}
