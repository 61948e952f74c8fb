import { type Kysely, sql } from 'kysely';

/** Postings that a member put away, and what a member says is wrong in what was shown of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table role_dismissal (
      member_id uuid not null,
      posting_id uuid not null,
      reason text check (reason in ('place', 'pay', 'level', 'company', 'field', 'other')),
      at timestamptz not null,
      primary key (member_id, posting_id)
    );
    comment on table role_dismissal is 'distribution: member_id; nothing of it is ever shown to the posting''s company';

    create table dispute (
      member_id uuid not null,
      id uuid not null,
      disclosure_id uuid not null,
      posting_id uuid not null,
      part text not null,
      said jsonb,
      because text not null,
      disputed_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (member_id, id)
    );
    comment on table dispute is 'distribution: member_id (whose data it is); rows are kept when withdrawn';
    comment on column dispute.said is 'the sentence that is disputed, in both languages; null where it is the part''s figure';
    create index position_role_ended on position (role_id, start_month desc) where end_month is not null;
    create index dispute_posting on dispute (posting_id, member_id) where withdrawn_at is null;
  `.execute(db);
}
