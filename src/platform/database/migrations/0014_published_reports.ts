import { type Kysely, sql } from 'kysely';

/** Reports that were published, the monthly schedule that makes them, who follows them, and the way out of such mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table published_report (
      slug text primary key,
      id uuid not null,
      base text not null,
      edition smallint not null,
      state text not null check (state in ('draft', 'published', 'withdrawn')),
      field_id text not null,
      from_month text not null,
      to_month text not null,
      title_zh text not null default '',
      title_en text not null default '',
      note_zh text not null default '',
      note_en text not null default '',
      correction_zh text not null default '',
      correction_en text not null default '',
      summary jsonb not null,
      report text not null,
      digest text not null,
      author_id uuid not null,
      author_name text,
      license text not null,
      supersedes text,
      superseded_by text,
      made_at timestamptz not null,
      published_at timestamptz,
      changed_at timestamptz not null,
      withdrawn_at timestamptz,
      reason_zh text not null default '',
      reason_en text not null default '',
      mailed_through uuid,
      mailed_at timestamptz
    );
    comment on table published_report is 'distribution: slug';
    comment on column published_report.base is 'what it reports on: the slug of its first edition';
    comment on column published_report.summary is 'what lists and feeds show, so that they need not read the report';
    comment on column published_report.report is 'the whole result as JSON, byte for byte as it is downloaded; never changed';
    comment on column published_report.digest is 'SHA-256 of the report''s bytes';
    comment on column published_report.author_name is 'only where the author chose to be named';
    comment on column published_report.mailed_through is 'the last follower who was told; they are told in the order of their ids';
    create index published_report_time on published_report (published_at desc, slug desc) where published_at is not null;
    create index published_report_base on published_report (base, edition);
    create index published_report_to_mail on published_report (changed_at) where mailed_at is null;

    create table report_schedule (
      field_id text primary key,
      compare text not null,
      formats text[] not null,
      languages text[] not null,
      at_once boolean not null,
      next_month text not null,
      created_by uuid not null,
      created_at timestamptz not null,
      failed_at timestamptz,
      failure text
    );
    comment on table report_schedule is 'distribution: field_id';
    comment on column report_schedule.next_month is 'the month whose report is made next, once it is over';
    comment on column report_schedule.at_once is 'published as soon as it is made; otherwise a draft';

    create table report_follow (
      member_id uuid not null,
      field_id text not null,
      drafts boolean not null,
      created_at timestamptz not null,
      primary key (member_id, field_id)
    );
    comment on table report_follow is 'distribution: member_id';
    comment on column report_follow.field_id is '* for every report';
    comment on column report_follow.drafts is 'an analyst who is told of drafts too';
    create index report_follow_field on report_follow (field_id, member_id);

    alter table mail add column unsubscribe_url text;
    comment on column mail.unsubscribe_url is 'where one press ends such mail (RFC 8058); null where the recipient asked for this very mail';
  `.execute(db);
}
