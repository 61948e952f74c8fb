import { type Kysely, sql } from 'kysely';

/**
 * Searches without a posting, talent pools, what a company holds important, and a place in a person's file for both.
 * The surfaces of disclosures are extended as they stand, since other migrations may add to them too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index education_school on education (school_id, member_id) where school_id is not null;
    create index education_school_name on education (lower(school_name), member_id) where school_id is null;

    alter table ranked_list add column sure boolean not null default true;
    comment on column ranked_list.sure is 'false where the number of those who fit is an upper bound';

    create table talent_pool (
      company_id uuid not null,
      id uuid not null,
      name text not null,
      made_by uuid not null,
      shared boolean not null default false,
      search jsonb,
      made_at timestamptz not null,
      changed_at timestamptz not null,
      primary key (company_id, id)
    );
    comment on table talent_pool is 'distribution: company_id; a saved search and people picked by hand';

    create table pool_member (
      company_id uuid not null,
      pool_id uuid not null,
      member_id uuid not null,
      added_by uuid not null,
      added_at timestamptz not null,
      primary key (company_id, pool_id, member_id)
    );
    comment on table pool_member is 'distribution: company_id; who was picked by hand';
    create index pool_member_member on pool_member (member_id);

    create table pool_look (
      company_id uuid not null,
      pool_id uuid not null,
      account_id uuid not null,
      fingerprints bytea not null,
      looked_at timestamptz not null,
      primary key (company_id, pool_id, account_id)
    );
    comment on table pool_look is 'distribution: company_id; whom somebody saw in a pool when they last looked, as eight bytes of a hash each';

    create table criteria_preset (
      company_id uuid not null,
      id uuid not null,
      name text not null,
      weights jsonb not null,
      is_default boolean not null default false,
      made_by uuid not null,
      changed_at timestamptz not null,
      primary key (company_id, id)
    );
    comment on table criteria_preset is 'distribution: company_id; how much each part of the score matters to a company';
    create unique index criteria_preset_default on criteria_preset (company_id) where is_default;
  `.execute(db);
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'disclosure_surface_check'
  `.execute(db);
  const surfaces = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name);
  const all = [...new Set([...surfaces, 'people-search', 'pool'])].map((name) => `'${name}'`).join(', ');
  await sql`
    alter table disclosure drop constraint disclosure_surface_check;
    alter table disclosure add constraint disclosure_surface_check check (surface in (${sql.raw(all)}));
  `.execute(db);
}
