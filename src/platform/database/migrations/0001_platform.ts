import { type Kysely, sql } from 'kysely';

/** Settings of the network, the outbox that read models follow, and outgoing mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table setting (
      key text primary key,
      value jsonb not null
    );
    comment on table setting is 'distribution: reference';

    -- transaction_id orders events by commit horizon: a reader that stays below the oldest running
    -- transaction never skips an event whose transaction commits late.
    create table outbox (
      id bigint generated always as identity,
      transaction_id xid8 not null default pg_current_xact_id(),
      kind text not null,
      key uuid not null,
      payload jsonb not null default '{}',
      audience uuid[] not null default '{}',
      at timestamptz not null,
      primary key (key, id)
    );
    comment on table outbox is 'distribution: key';
    create index outbox_order on outbox (transaction_id, id);

    create table mail (
      id uuid primary key,
      recipient text not null,
      subject text not null,
      body text not null,
      written_at timestamptz not null,
      sent_at timestamptz,
      failure text
    );
    comment on table mail is 'distribution: id';
    create index mail_unsent on mail (written_at) where sent_at is null;
  `.execute(db);
}
