import { type Kysely, sql } from 'kysely';

/** Fields of the think tank, reports of content, and the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table field (
      id text primary key,
      name_zh text not null,
      name_en text not null,
      definition jsonb not null,
      created_by uuid,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table field is 'distribution: reference';

    create table content_report (
      id uuid primary key,
      post_id uuid not null,
      target_id uuid not null,
      reporter_id uuid not null,
      reason text not null,
      state text not null check (state in ('open', 'kept', 'hidden')),
      decided_by uuid,
      reported_at timestamptz not null,
      decided_at timestamptz
    );
    comment on table content_report is 'distribution: id';
    create index content_report_open on content_report (state, reported_at);

    create table audit_entry (
      id uuid primary key,
      actor_id uuid,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      detail jsonb not null default '{}',
      at timestamptz not null
    );
    comment on table audit_entry is 'distribution: id';
    create index audit_entry_time on audit_entry (at desc, id desc);
  `.execute(db);
}
