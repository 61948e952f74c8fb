import { type Kysely, sql } from 'kysely';

/** Connections, stored from both sides, and what comes before and against them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table connection (
      member_id uuid not null,
      other_id uuid not null,
      kind text not null check (kind in ('colleague', 'alumni', 'community', 'other')),
      since timestamptz not null,
      primary key (member_id, other_id),
      check (member_id <> other_id)
    );
    comment on table connection is 'distribution: member_id (each connection is stored from both sides)';

    create table connection_request (
      member_id uuid not null,
      from_id uuid not null,
      note text not null default '',
      state text not null check (state in ('asked', 'accepted', 'declined')),
      asked_at timestamptz not null,
      decided_at timestamptz,
      primary key (member_id, from_id)
    );
    comment on table connection_request is 'distribution: member_id (the addressee)';
    create index connection_request_from on connection_request (from_id);

    create table block (
      member_id uuid not null,
      blocked_id uuid not null,
      at timestamptz not null,
      primary key (member_id, blocked_id)
    );
    comment on table block is 'distribution: member_id';
    create index block_blocked on block (blocked_id);
  `.execute(db);
}
