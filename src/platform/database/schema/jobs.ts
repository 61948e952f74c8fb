import type { Generated } from 'kysely';
import type { NullableJsonColumn } from './columns.ts';

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

/** Companies, postings, applications and the hiring pipeline. */
export type JobsTables = {
  company: CompanyTable;
  dataset: DatasetTable;
  posting: PostingTable;
  application: ApplicationTable;
  pipeline_entry: PipelineEntryTable;
};
