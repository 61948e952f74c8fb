import type { Generated } from 'kysely';

export type AuthUserTable = {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  locale: Generated<'zh' | 'en'>;
  demo: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
};

export type AuthSessionTable = {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
};

export type AuthAccountTable = {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Date;
  updated_at: Date;
};

export type AuthVerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
};

export type RoleGrantTable = {
  account_id: string;
  role: 'analyst' | 'moderator' | 'operator';
  granted_by: string | null;
  granted_at: Date;
};

export type RecruiterSeatTable = {
  account_id: string;
  company_id: string;
  granted_by: string | null;
  granted_at: Date;
};

export type VerificationTable = {
  member_id: string;
  id: string;
  position_id: string;
  method: 'work-email' | 'colleagues';
  state: 'pending' | 'verified' | 'refused' | 'expired';
  email_domain: string | null;
  requested_at: Date;
  decided_at: Date | null;
  address_fingerprint: string | null;
};

export type WorkEmailCodeTable = {
  member_id: string;
  verification_id: string;
  code_hash: string;
  expires_at: Date;
  attempts: Generated<number>;
  email_domain: string;
  address_fingerprint: string;
};

export type ColleagueConfirmationTable = {
  member_id: string;
  verification_id: string;
  colleague_id: string;
  state: 'asked' | 'confirmed' | 'declined';
  asked_at: Date;
  decided_at: Date | null;
};

/** Accounts, grants, and the verification of where people work. */
export type IdentityTables = {
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_account: AuthAccountTable;
  auth_verification: AuthVerificationTable;
  role_grant: RoleGrantTable;
  recruiter_seat: RecruiterSeatTable;
  verification: VerificationTable;
  work_email_code: WorkEmailCodeTable;
  colleague_confirmation: ColleagueConfirmationTable;
};
