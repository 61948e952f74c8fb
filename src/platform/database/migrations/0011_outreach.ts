import { type Kysely, sql } from 'kysely';

/** What conversations and introductions need to keep their limits exact. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table conversation
      add column member_id uuid not null,
      add column unanswered smallint not null default 0,
      add column answered_at timestamptz,
      add column declined_at timestamptz;
    comment on column conversation.member_id is 'who was written to; the other side is opened_by';
    comment on column conversation.unanswered is 'messages of the recruiter since the person last wrote';
    comment on column conversation.declined_at is 'when the person said that they are not interested';

    alter table inbox add column last_read_id uuid;
    comment on column inbox.unread is 'messages of others after last_read_id, kept in the transaction that adds or reads them';

    alter table introduction add column company_id uuid not null;
    alter table introduction drop constraint introduction_state_check;
    alter table introduction add constraint introduction_state_check
      check (state in ('asked', 'made', 'declined', 'withdrawn'));
    create index introduction_order on introduction (member_id, asked_at desc, id desc);
    drop index introduction_recruiter;
    create index introduction_recruiter on introduction (recruiter_id, asked_at desc, id desc);

    create table outreach_day (
      recruiter_id uuid not null,
      day date not null,
      conversations smallint not null default 0,
      introductions smallint not null default 0,
      primary key (recruiter_id, day)
    );
    comment on table outreach_day is 'distribution: recruiter_id';
    comment on column outreach_day.day is 'a UTC day: in China a new one begins at eight in the morning, before work';
  `.execute(db);
}
