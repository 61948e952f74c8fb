import type { Generated } from 'kysely';
import type { JsonColumn, JsonColumnWithDefault } from './columns.ts';

export type MemberTable = {
  id: string;
  name: string;
  other_name: string | null;
  headline: Generated<string>;
  summary: Generated<string>;
  city_id: string | null;
  birth_year: number | null;
  locale: Generated<'zh' | 'en'>;
  origin: 'signup' | 'import' | 'world';
  created_at: Date;
  updated_at: Date;
};

export type PositionTable = {
  member_id: string;
  id: string;
  company_id: string | null;
  company_name: string;
  title: string;
  role_id: string | null;
  seniority: string | null;
  city_id: string | null;
  start_month: string;
  end_month: string | null;
  description: Generated<string>;
  yearly_pay: number | null;
};

export type EducationTable = {
  member_id: string;
  id: string;
  school_id: string | null;
  school_name: string;
  degree: string | null;
  major: Generated<string>;
  start_year: number | null;
  end_year: number | null;
};

export type MemberSkillTable = {
  member_id: string;
  skill: string;
  known: boolean;
  level: number | null;
  last_used_year: number | null;
  source: 'self' | 'resume' | 'position';
};

export type EndorsementTable = {
  member_id: string;
  skill: string;
  endorser_id: string;
  at: Date;
};

export type PreferenceTable = {
  member_id: string;
  findable_by: Generated<'nobody' | 'connections' | 'recruiters'>;
  openness: Generated<'closed' | 'listening' | 'looking'>;
  contact_by: Generated<'anyone' | 'introduction' | 'nobody'>;
  desired_role_ids: Generated<string[]>;
  desired_city_ids: Generated<string[]>;
  desired_pay_min: number | null;
  remote: Generated<boolean>;
  hidden_from_company_ids: Generated<string[]>;
  personalised: Generated<boolean>;
  share_pay: Generated<boolean>;
  updated_at: Date;
  counted: Generated<boolean>;
};

export type DisputeTable = {
  member_id: string;
  id: string;
  disclosure_id: string;
  posting_id: string;
  part: string;
  said: unknown;
  because: string;
  disputed_at: Date;
  withdrawn_at: Date | null;
};

export type DisclosureTable = {
  member_id: string;
  id: string;
  viewer_id: string;
  viewer_company_id: string | null;
  posting_id: string | null;
  surface: 'match-list' | 'profile' | 'message' | 'introduction' | 'check' | 'search' | 'people-search' | 'pool';
  fields: Generated<string[]>;
  detail: JsonColumnWithDefault;
  at: Date;
};

export type ResumeDraftTable = {
  member_id: string;
  id: string;
  filename: string;
  reading: JsonColumn;
  created_at: Date;
  applied_at: Date | null;
};

/** Profiles, preferences, and the record of what was shown to whom. */
export type TalentTables = {
  member: MemberTable;
  position: PositionTable;
  education: EducationTable;
  member_skill: MemberSkillTable;
  endorsement: EndorsementTable;
  preference: PreferenceTable;
  dispute: DisputeTable;
  disclosure: DisclosureTable;
  resume_draft: ResumeDraftTable;
};
