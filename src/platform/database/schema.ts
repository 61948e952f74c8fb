import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A jsonb column: reads as an unknown value that a zod schema must prove, writes as JSON text. */
export type JsonColumn = ColumnType<unknown, string, string>;
export type JsonColumnWithDefault = ColumnType<unknown, string | undefined, string>;
export type NullableJsonColumn = ColumnType<unknown, string | null | undefined, string | null>;

export type SettingTable = {
  key: string;
  value: JsonColumn;
};

export type OutboxTable = {
  id: GeneratedAlways<number>;
  transaction_id: Generated<string>;
  kind: string;
  key: string;
  payload: JsonColumnWithDefault;
  audience: Generated<string[]>;
  at: Date;
};

export type MailTable = {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  written_at: Date;
  sent_at: Date | null;
  failure: string | null;
  member_id: string | null;
  attempts: Generated<number>;
  next_attempt_at: Date | null;
  expires_at: Date | null;
  unsubscribe_url: string | null;
};

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

export type RoleDismissalTable = {
  member_id: string;
  posting_id: string;
  reason: 'place' | 'pay' | 'level' | 'company' | 'field' | 'other' | null;
  at: Date;
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

export type ConnectionTable = {
  member_id: string;
  other_id: string;
  kind: 'colleague' | 'alumni' | 'community' | 'other';
  since: Date;
};

export type ConnectionRequestTable = {
  member_id: string;
  from_id: string;
  note: Generated<string>;
  state: 'asked' | 'accepted' | 'declined';
  asked_at: Date;
  decided_at: Date | null;
};

export type BlockTable = {
  member_id: string;
  blocked_id: string;
  at: Date;
};

export type CircleTable = {
  id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  about_zh: Generated<string>;
  about_en: Generated<string>;
  kind: 'topic' | 'company' | 'school' | 'city';
  created_at: Date;
  company_id: string | null;
  school_id: string | null;
  city_id: string | null;
};

export type CircleMemberTable = {
  member_id: string;
  circle_id: string;
  joined_at: Date;
};

export type PostTable = {
  id: string;
  circle_id: string;
  author_id: string;
  title: string;
  body: Generated<string>;
  locale: 'zh' | 'en';
  topics: Generated<string[]>;
  score: Generated<number>;
  comment_count: Generated<number>;
  created_at: Date;
  hidden_at: Date | null;
};

export type CommentTable = {
  post_id: string;
  id: string;
  author_id: string;
  reply_to: string | null;
  body: string;
  score: Generated<number>;
  created_at: Date;
  hidden_at: Date | null;
};

export type VoteTable = {
  post_id: string;
  target_id: string;
  member_id: string;
  value: number;
  at: Date;
};

export type CompanyTable = {
  id: string;
  name: string;
  name_en: string | null;
  normal_name: string;
  aliases: Generated<string[]>;
  industry_id: string | null;
  city_id: string | null;
  size_band: string | null;
  email_domains: Generated<string[]>;
  about: Generated<string>;
  origin: 'network' | 'import' | 'world';
  created_at: Date;
};

export type DatasetTable = {
  id: string;
  name: string;
  source: Generated<string>;
  imported_by: string | null;
  imported_at: Date;
};

export type PostingTable = {
  id: string;
  company_id: string;
  title: string;
  role_id: string | null;
  seniority: string | null;
  industry_id: string | null;
  city_id: string | null;
  remote: Generated<boolean>;
  degree: string | null;
  years_min: number | null;
  years_max: number | null;
  pay_min: number | null;
  pay_max: number | null;
  pay_currency: Generated<string>;
  pay_text: Generated<string>;
  must_skills: Generated<string[]>;
  nice_skills: Generated<string[]>;
  headcount: number | null;
  description: Generated<string>;
  url: string | null;
  locale: Generated<'zh' | 'en'>;
  published_on: string | null;
  closed_on: string | null;
  state: 'draft' | 'open' | 'closed';
  origin: 'network' | 'import' | 'world';
  dataset_id: string | null;
  source_key: string | null;
  brief: NullableJsonColumn;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
};

export type ApplicationTable = {
  posting_id: string;
  member_id: string;
  state: Generated<'sent' | 'withdrawn' | 'declined' | 'advanced'>;
  note: Generated<string>;
  applied_at: Date;
};

export type PipelineEntryTable = {
  posting_id: string;
  member_id: string;
  stage: 'saved' | 'contacted' | 'replied' | 'interview' | 'offer' | 'hired' | 'declined';
  note: Generated<string>;
  added_by: string;
  added_at: Date;
  moved_at: Date;
};

export type BackgroundCheckTable = {
  member_id: string;
  id: string;
  posting_id: string;
  company_id: string;
  requested_by: string;
  note: Generated<string>;
  state: 'requested' | 'allowed' | 'refused' | 'released' | 'withdrawn';
  requested_at: Date;
  decided_at: Date | null;
  released_at: Date | null;
  consent_version: string | null;
  sections: Generated<string[]>;
};

export type CheckStatementTable = {
  member_id: string;
  check_id: string;
  id: string;
  rank: number;
  statement: JsonColumn;
  evidence: JsonColumn;
  answer: string | null;
  answered_at: Date | null;
};

export type ConversationTable = {
  id: string;
  posting_id: string | null;
  company_id: string | null;
  opened_by: string;
  opened_at: Date;
  member_id: string;
  unanswered: Generated<number>;
  answered_at: Date | null;
  declined_at: Date | null;
};

export type MessageTable = {
  conversation_id: string;
  id: string;
  author_id: string;
  kind: 'text' | 'outreach' | 'introduction';
  body: string;
  detail: JsonColumnWithDefault;
  sent_at: Date;
};

export type InboxTable = {
  member_id: string;
  conversation_id: string;
  with_id: string;
  unread: Generated<number>;
  last_message_at: Date;
  last_read_at: Date | null;
  last_read_id: string | null;
};

export type IntroductionTable = {
  member_id: string;
  id: string;
  posting_id: string;
  recruiter_id: string;
  candidate_id: string;
  ask: string;
  wording: string | null;
  state: 'asked' | 'made' | 'declined' | 'withdrawn';
  conversation_id: string | null;
  asked_at: Date;
  decided_at: Date | null;
  company_id: string;
};

export type OutreachDayTable = {
  recruiter_id: string;
  day: string;
  conversations: Generated<number>;
  introductions: Generated<number>;
};

export type FieldTable = {
  id: string;
  name_zh: string;
  name_en: string;
  definition: JsonColumn;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
  about_zh: Generated<string>;
  about_en: Generated<string>;
};

export type ForecastTable = {
  id: string;
  entered_by: string | null;
  author_name: string | null;
  source: Generated<string>;
  said_on: string;
  statement_zh: string;
  statement_en: string;
  about_zh: Generated<string>;
  about_en: Generated<string>;
  test: JsonColumn;
  frozen: JsonColumn;
  stated: number | null;
  resolves_on: string;
  made_up: Generated<boolean>;
  crowd: JsonColumnWithDefault;
  entered_at: Date;
  withdrawn_at: Date | null;
  withdrawal: string | null;
  outcome: 'true' | 'false' | 'cannot-be-told' | null;
  resolved_at: Date | null;
  resolution: NullableJsonColumn;
};

export type ForecastProbabilityTable = {
  forecast_id: string;
  account_id: string;
  id: string;
  probability: number;
  published: Generated<boolean>;
  at: Date;
};

export type PublishedReportTable = {
  slug: string;
  id: string;
  base: string;
  edition: number;
  state: 'draft' | 'published' | 'withdrawn';
  field_id: string;
  from_month: string;
  to_month: string;
  title_zh: Generated<string>;
  title_en: Generated<string>;
  note_zh: Generated<string>;
  note_en: Generated<string>;
  correction_zh: Generated<string>;
  correction_en: Generated<string>;
  summary: JsonColumn;
  report: string;
  digest: string;
  author_id: string;
  author_name: string | null;
  license: string;
  supersedes: string | null;
  superseded_by: string | null;
  made_at: Date;
  published_at: Date | null;
  changed_at: Date;
  withdrawn_at: Date | null;
  reason_zh: Generated<string>;
  reason_en: Generated<string>;
  mailed_through: string | null;
  mailed_at: Date | null;
};

export type ReportScheduleTable = {
  field_id: string;
  compare: string;
  formats: string[];
  languages: string[];
  at_once: boolean;
  next_month: string;
  created_by: string;
  created_at: Date;
  failed_at: Date | null;
  failure: string | null;
};

export type ReportFollowTable = {
  member_id: string;
  field_id: string;
  drafts: boolean;
  created_at: Date;
};

export type ContentReportTable = {
  id: string;
  post_id: string;
  target_id: string;
  reporter_id: string;
  reason: string;
  state: 'open' | 'kept' | 'hidden';
  decided_by: string | null;
  reported_at: Date;
  decided_at: Date | null;
  note: Generated<string>;
};

export type AuditEntryTable = {
  id: string;
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail: JsonColumnWithDefault;
  at: Date;
};

export type RankedListTable = {
  account_id: string;
  id: string;
  posting_id: string | null;
  member_ids: string[];
  fitting: number;
  searched: number;
  made_at: Date;
  sure: Generated<boolean>;
  weights_version: Generated<number>;
};

export type TalentPoolTable = {
  company_id: string;
  id: string;
  name: string;
  made_by: string;
  shared: Generated<boolean>;
  search: NullableJsonColumn;
  made_at: Date;
  changed_at: Date;
};

export type PoolMemberTable = {
  company_id: string;
  pool_id: string;
  member_id: string;
  added_by: string;
  added_at: Date;
};

export type PoolLookTable = {
  company_id: string;
  pool_id: string;
  account_id: string;
  fingerprints: Buffer;
  looked_at: Date;
};

export type CriteriaPresetTable = {
  company_id: string;
  id: string;
  name: string;
  weights: JsonColumn;
  is_default: Generated<boolean>;
  made_by: string;
  changed_at: Date;
};

export type ShownMatchTable = {
  posting_id: string;
  list_id: string;
  member_id: string;
  account_id: string;
  company_id: string;
  rank: number;
  parts: JsonColumn;
  weights_version: number;
  at: Date;
};

export type WeightsVersionTable = {
  version: number;
  made_at: Date;
  multipliers: JsonColumn;
  learned_from: JsonColumn;
};

export type WeightsChoiceTable = {
  id: string;
  version: number;
  chosen_by: string | null;
  rolled_back: boolean;
  at: Date;
};

export type TalentEntryTable = {
  member_id: string;
  profile: JsonColumn;
  sets: string[];
  words: string;
  impacts: JsonColumn;
  worked: number;
  as_of: number;
};

export type TalentWordTable = {
  word: string;
  people: number;
};

export type ValuedAnswerTable = {
  member_id: string;
  skill: string;
  voters: number;
  points: number;
  post_id: string;
};

/** Every table, as the migrations leave it; a test compares this file with the database. */
export type Schema = {
  setting: SettingTable;
  outbox: OutboxTable;
  mail: MailTable;
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_account: AuthAccountTable;
  auth_verification: AuthVerificationTable;
  role_grant: RoleGrantTable;
  recruiter_seat: RecruiterSeatTable;
  verification: VerificationTable;
  work_email_code: WorkEmailCodeTable;
  colleague_confirmation: ColleagueConfirmationTable;
  member: MemberTable;
  position: PositionTable;
  education: EducationTable;
  member_skill: MemberSkillTable;
  endorsement: EndorsementTable;
  preference: PreferenceTable;
  disclosure: DisclosureTable;
  role_dismissal: RoleDismissalTable;
  dispute: DisputeTable;
  resume_draft: ResumeDraftTable;
  connection: ConnectionTable;
  connection_request: ConnectionRequestTable;
  block: BlockTable;
  circle: CircleTable;
  circle_member: CircleMemberTable;
  post: PostTable;
  comment: CommentTable;
  vote: VoteTable;
  company: CompanyTable;
  dataset: DatasetTable;
  posting: PostingTable;
  application: ApplicationTable;
  pipeline_entry: PipelineEntryTable;
  background_check: BackgroundCheckTable;
  check_statement: CheckStatementTable;
  conversation: ConversationTable;
  message: MessageTable;
  inbox: InboxTable;
  introduction: IntroductionTable;
  outreach_day: OutreachDayTable;
  field: FieldTable;
  forecast: ForecastTable;
  forecast_probability: ForecastProbabilityTable;
  published_report: PublishedReportTable;
  report_schedule: ReportScheduleTable;
  report_follow: ReportFollowTable;
  content_report: ContentReportTable;
  audit_entry: AuditEntryTable;
  ranked_list: RankedListTable;
  talent_pool: TalentPoolTable;
  pool_member: PoolMemberTable;
  pool_look: PoolLookTable;
  criteria_preset: CriteriaPresetTable;
  shown_match: ShownMatchTable;
  weights_version: WeightsVersionTable;
  weights_choice: WeightsChoiceTable;
  talent_entry: TalentEntryTable;
  valued_answer: ValuedAnswerTable;
  talent_word: TalentWordTable;
};
