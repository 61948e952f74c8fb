import { type Kysely, sql } from 'kysely';

/** Ranked lists that are being paged through, talent pools, presets of criteria, and the profiles as documents to search in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ranked_list (
      account_id uuid not null,
      id uuid not null,
      posting_id uuid,
      member_ids uuid[] not null,
      fitting integer not null,
      searched integer not null,
      made_at timestamptz not null,
      primary key (account_id, id)
    );
    comment on table ranked_list is 'distribution: account_id; kept for a day, so that pages neither repeat nor lose anybody';

    create table talent_pool (
      account_id uuid not null,
      id uuid not null,
      company_id uuid not null,
      posting_id uuid,
      name text not null,
      brief jsonb not null,
      filter jsonb not null default '{}',
      importance jsonb not null default '{}',
      words text not null default '',
      made_at timestamptz not null,
      looked_at timestamptz not null,
      primary key (account_id, id)
    );
    comment on table talent_pool is 'distribution: account_id';

    create table talent_pool_member (
      account_id uuid not null,
      pool_id uuid not null,
      member_id uuid not null,
      since timestamptz not null,
      seen boolean not null default false,
      primary key (account_id, pool_id, member_id)
    );
    comment on table talent_pool_member is 'distribution: account_id';
    create index talent_pool_member_member on talent_pool_member (member_id);

    create table criteria_preset (
      account_id uuid not null,
      id uuid not null,
      name text not null,
      importance jsonb not null,
      made_at timestamptz not null,
      primary key (account_id, id)
    );
    comment on table criteria_preset is 'distribution: account_id';

    create table talent_document (
      member_id uuid primary key,
      city_id text,
      wish_city_ids text[] not null default '{}',
      degree text,
      months_worked integer not null,
      counted_in integer,
      verified boolean not null default false,
      remote boolean not null default false,
      findable_by text not null,
      works_for uuid[] not null default '{}',
      hidden_from uuid[] not null default '{}',
      role_ids text[] not null default '{}',
      skills text[] not null default '{}',
      skills_in_text text[] not null default '{}',
      words text[] not null default '{}',
      body text not null default ''
    );
    comment on table talent_document is 'distribution: member_id';
    comment on column talent_document.counted_in is 'month from the year 0 in which months_worked was counted, for those who work still; null for the others';
    comment on column talent_document.words is 'Latin words and pairs of Han characters: words of two characters are found, which trigrams miss';
    create index talent_document_city on talent_document (city_id);
    create index talent_document_skills on talent_document using gin (skills);
    create index talent_document_words on talent_document using gin (words);
    create index talent_document_body on talent_document using gin (to_tsvector('simple', body));
  `.execute(db);
}
