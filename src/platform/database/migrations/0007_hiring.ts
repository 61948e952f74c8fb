import { type Kysely, sql } from 'kysely';

/** The first-round background check, conversations and introductions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table background_check (
      member_id uuid not null,
      id uuid not null,
      posting_id uuid not null,
      company_id uuid not null,
      requested_by uuid not null,
      note text not null default '',
      state text not null check (state in ('requested', 'allowed', 'refused', 'released', 'withdrawn')),
      requested_at timestamptz not null,
      decided_at timestamptz,
      released_at timestamptz,
      primary key (member_id, id)
    );
    comment on table background_check is 'distribution: member_id (the candidate)';
    create index background_check_posting on background_check (posting_id);

    create table check_statement (
      member_id uuid not null,
      check_id uuid not null,
      id uuid not null,
      rank smallint not null,
      statement jsonb not null,
      evidence jsonb not null,
      answer text,
      answered_at timestamptz,
      primary key (member_id, check_id, id)
    );
    comment on table check_statement is 'distribution: member_id';

    create table conversation (
      id uuid primary key,
      posting_id uuid,
      company_id uuid,
      opened_by uuid not null,
      opened_at timestamptz not null
    );
    comment on table conversation is 'distribution: id (= conversation_id)';

    create table message (
      conversation_id uuid not null,
      id uuid not null,
      author_id uuid not null,
      kind text not null check (kind in ('text', 'outreach', 'introduction')),
      body text not null,
      detail jsonb not null default '{}',
      sent_at timestamptz not null,
      primary key (conversation_id, id)
    );
    comment on table message is 'distribution: conversation_id';

    create table inbox (
      member_id uuid not null,
      conversation_id uuid not null,
      with_id uuid not null,
      unread integer not null default 0,
      last_message_at timestamptz not null,
      last_read_at timestamptz,
      primary key (member_id, conversation_id)
    );
    comment on table inbox is 'distribution: member_id (who takes part)';
    create index inbox_order on inbox (member_id, last_message_at desc, conversation_id desc);
    create index inbox_conversation on inbox (conversation_id);

    create table introduction (
      member_id uuid not null,
      id uuid not null,
      posting_id uuid not null,
      recruiter_id uuid not null,
      candidate_id uuid not null,
      ask text not null,
      wording text,
      state text not null check (state in ('asked', 'made', 'declined')),
      conversation_id uuid,
      asked_at timestamptz not null,
      decided_at timestamptz,
      primary key (member_id, id)
    );
    comment on table introduction is 'distribution: member_id (who is asked to introduce)';
    create index introduction_recruiter on introduction (recruiter_id, asked_at desc);
  `.execute(db);
}
