import { type Kysely, sql } from 'kysely';

/** Profiles, preferences, and the record of what was shown to whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member (
      id uuid primary key,
      name text not null,
      other_name text,
      headline text not null default '',
      summary text not null default '',
      city_id text,
      birth_year smallint,
      locale text not null default 'zh' check (locale in ('zh', 'en')),
      origin text not null check (origin in ('signup', 'import', 'world')),
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table member is 'distribution: id (= member_id everywhere else)';

    create table position (
      member_id uuid not null,
      id uuid not null,
      company_id uuid,
      company_name text not null,
      title text not null,
      role_id text,
      seniority text,
      city_id text,
      start_month date not null,
      end_month date,
      description text not null default '',
      yearly_pay integer,
      primary key (member_id, id),
      check (end_month is null or end_month >= start_month)
    );
    comment on table position is 'distribution: member_id';
    comment on column position.end_month is 'last month worked; null while it lasts';
    comment on column position.yearly_pay is 'CNY a year, if the member chose to share it for statistics; never shown to anybody else';
    create index position_company on position (company_id, start_month);

    create table education (
      member_id uuid not null,
      id uuid not null,
      school_id text,
      school_name text not null,
      degree text,
      major text not null default '',
      start_year smallint,
      end_year smallint,
      primary key (member_id, id)
    );
    comment on table education is 'distribution: member_id';

    create table member_skill (
      member_id uuid not null,
      skill text not null,
      known boolean not null,
      level smallint check (level between 1 and 5),
      last_used_year smallint,
      source text not null check (source in ('self', 'resume', 'position')),
      primary key (member_id, skill)
    );
    comment on table member_skill is 'distribution: member_id';
    comment on column member_skill.skill is 'id in the lexicon where known, else the words as written';

    create table endorsement (
      member_id uuid not null,
      skill text not null,
      endorser_id uuid not null,
      at timestamptz not null,
      primary key (member_id, skill, endorser_id)
    );
    comment on table endorsement is 'distribution: member_id (the endorsed)';

    create table preference (
      member_id uuid primary key,
      findable_by text not null default 'nobody' check (findable_by in ('nobody', 'connections', 'recruiters')),
      openness text not null default 'closed' check (openness in ('closed', 'listening', 'looking')),
      contact_by text not null default 'anyone' check (contact_by in ('anyone', 'introduction', 'nobody')),
      desired_role_ids text[] not null default '{}',
      desired_city_ids text[] not null default '{}',
      desired_pay_min integer,
      remote boolean not null default false,
      hidden_from_company_ids uuid[] not null default '{}',
      personalised boolean not null default true,
      share_pay boolean not null default false,
      updated_at timestamptz not null
    );
    comment on table preference is 'distribution: member_id';

    create table disclosure (
      member_id uuid not null,
      id uuid not null,
      viewer_id uuid not null,
      viewer_company_id uuid,
      posting_id uuid,
      surface text not null check (surface in ('match-list', 'profile', 'message', 'introduction', 'check')),
      fields text[] not null default '{}',
      detail jsonb not null default '{}',
      at timestamptz not null,
      primary key (member_id, id)
    );
    comment on table disclosure is 'distribution: member_id (whose data was shown)';

    create table resume_draft (
      member_id uuid not null,
      id uuid not null,
      filename text not null,
      reading jsonb not null,
      created_at timestamptz not null,
      applied_at timestamptz,
      primary key (member_id, id)
    );
    comment on table resume_draft is 'distribution: member_id';
  `.execute(db);
}
