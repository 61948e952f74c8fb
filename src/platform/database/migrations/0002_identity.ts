import { type Kysely, sql } from 'kysely';

/** Accounts and sessions (better-auth's tables under our names), grants, and verification of employment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth_user (
      id uuid primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      locale text not null default 'zh' check (locale in ('zh', 'en')),
      demo boolean not null default false,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table auth_user is 'distribution: reference';

    create table auth_session (
      id uuid primary key,
      user_id uuid not null references auth_user (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table auth_session is 'distribution: reference';
    create index auth_session_user on auth_session (user_id);

    create table auth_account (
      id uuid primary key,
      account_id text not null,
      provider_id text not null,
      user_id uuid not null references auth_user (id) on delete cascade,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table auth_account is 'distribution: reference';
    create index auth_account_user on auth_account (user_id);

    create table auth_verification (
      id uuid primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table auth_verification is 'distribution: reference';
    create index auth_verification_identifier on auth_verification (identifier);

    create table role_grant (
      account_id uuid not null,
      role text not null check (role in ('analyst', 'moderator', 'operator')),
      granted_by uuid,
      granted_at timestamptz not null,
      primary key (account_id, role)
    );
    comment on table role_grant is 'distribution: reference';

    create table recruiter_seat (
      account_id uuid not null,
      company_id uuid not null,
      granted_by uuid,
      granted_at timestamptz not null,
      primary key (account_id, company_id)
    );
    comment on table recruiter_seat is 'distribution: reference';

    create table verification (
      member_id uuid not null,
      id uuid not null,
      position_id uuid not null,
      method text not null check (method in ('work-email', 'colleagues')),
      state text not null check (state in ('pending', 'verified', 'refused', 'expired')),
      email_domain text,
      requested_at timestamptz not null,
      decided_at timestamptz,
      primary key (member_id, id)
    );
    comment on table verification is 'distribution: member_id';
    create index verification_position on verification (member_id, position_id);

    create table work_email_code (
      member_id uuid not null,
      verification_id uuid not null,
      code_hash text not null,
      expires_at timestamptz not null,
      attempts smallint not null default 0,
      primary key (member_id, verification_id)
    );
    comment on table work_email_code is 'distribution: member_id';

    create table colleague_confirmation (
      member_id uuid not null,
      verification_id uuid not null,
      colleague_id uuid not null,
      state text not null check (state in ('asked', 'confirmed', 'declined')),
      asked_at timestamptz not null,
      decided_at timestamptz,
      primary key (member_id, verification_id, colleague_id)
    );
    comment on table colleague_confirmation is 'distribution: member_id';
    create index colleague_confirmation_colleague on colleague_confirmation (colleague_id, state);
  `.execute(db);
}
