import { type Kysely, sql } from 'kysely';

/** What ranked lists showed, and the weights that were learned from what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table shown_match (
      posting_id uuid not null,
      list_id uuid not null,
      member_id uuid not null,
      account_id uuid not null,
      company_id uuid not null,
      rank smallint not null check (rank > 0),
      parts jsonb not null,
      weights_version integer not null,
      at timestamptz not null,
      primary key (posting_id, list_id, member_id)
    );
    comment on table shown_match is 'distribution: posting_id; kept for half a year, one list a posting, account and half day, its first hundred places';
    comment on column shown_match.rank is 'the place in the list, from 1';
    create index shown_match_at on shown_match (at);
    create index shown_match_account on shown_match (posting_id, account_id, at);

    create table weights_version (
      version integer primary key check (version > 0),
      made_at timestamptz not null,
      multipliers jsonb not null,
      learned_from jsonb not null
    );
    comment on table weights_version is 'distribution: reference; version 0 are the defaults, which are no row';

    create table weights_choice (
      id uuid primary key,
      version integer not null,
      chosen_by uuid,
      rolled_back boolean not null,
      at timestamptz not null
    );
    comment on table weights_choice is 'distribution: reference; the newest row says which weights rank';
    comment on column weights_choice.chosen_by is 'null where the program chose, having learned them, or a command did';

    alter table ranked_list add column weights_version integer not null default 0;
  `.execute(db);
}
