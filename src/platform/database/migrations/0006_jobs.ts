import { type Kysely, sql } from 'kysely';

/** Companies, postings, applications and the hiring pipeline. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table company (
      id uuid primary key,
      name text not null,
      name_en text,
      normal_name text not null,
      aliases text[] not null default '{}',
      industry_id text,
      city_id text,
      size_band text,
      email_domains text[] not null default '{}',
      about text not null default '',
      origin text not null check (origin in ('network', 'import', 'world')),
      created_at timestamptz not null,
      unique (normal_name)
    );
    comment on table company is 'distribution: reference';
    comment on column company.normal_name is 'the name without legal form, spaces and case: one company, one row';
    create index company_email_domain on company using gin (email_domains);

    create table dataset (
      id uuid primary key,
      name text not null unique,
      source text not null default '',
      imported_by uuid,
      imported_at timestamptz not null
    );
    comment on table dataset is 'distribution: reference';

    create table posting (
      id uuid primary key,
      company_id uuid not null,
      title text not null,
      role_id text,
      seniority text,
      industry_id text,
      city_id text,
      remote boolean not null default false,
      degree text,
      years_min smallint,
      years_max smallint,
      pay_min integer,
      pay_max integer,
      pay_currency text not null default 'CNY',
      pay_text text not null default '',
      must_skills text[] not null default '{}',
      nice_skills text[] not null default '{}',
      headcount smallint,
      description text not null default '',
      url text,
      locale text not null default 'zh' check (locale in ('zh', 'en')),
      published_on date,
      closed_on date,
      state text not null check (state in ('draft', 'open', 'closed')),
      origin text not null check (origin in ('network', 'import', 'world')),
      dataset_id uuid,
      source_key text unique,
      brief jsonb,
      created_by uuid,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table posting is 'distribution: reference until it is distributed by id; source_key keeps imports from adding a row twice';
    comment on column posting.pay_min is 'a year, in pay_currency';
    create index posting_open on posting (state, published_on desc, id desc);
    create index posting_company on posting (company_id, state);

    create table application (
      posting_id uuid not null,
      member_id uuid not null,
      state text not null default 'sent' check (state in ('sent', 'withdrawn', 'declined', 'advanced')),
      note text not null default '',
      applied_at timestamptz not null,
      primary key (posting_id, member_id)
    );
    comment on table application is 'distribution: posting_id';
    create index application_member on application (member_id, applied_at desc);

    create table pipeline_entry (
      posting_id uuid not null,
      member_id uuid not null,
      stage text not null check (stage in ('saved', 'contacted', 'replied', 'interview', 'offer', 'hired', 'declined')),
      note text not null default '',
      added_by uuid not null,
      added_at timestamptz not null,
      moved_at timestamptz not null,
      primary key (posting_id, member_id)
    );
    comment on table pipeline_entry is 'distribution: posting_id';
    create index pipeline_entry_member on pipeline_entry (member_id);
  `.execute(db);
}
