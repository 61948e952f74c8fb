import type { Generated } from 'kysely';
import type { JsonColumn, JsonColumnWithDefault, NullableJsonColumn } from './columns.ts';

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

/** Fields, published reports and forecasts of the think tank. */
export type InsightsTables = {
  field: FieldTable;
  forecast: ForecastTable;
  forecast_probability: ForecastProbabilityTable;
  published_report: PublishedReportTable;
  report_schedule: ReportScheduleTable;
  report_follow: ReportFollowTable;
};
