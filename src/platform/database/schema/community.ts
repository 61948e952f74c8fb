import type { Generated } from 'kysely';
import type { JsonColumnWithDefault } from './columns.ts';

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

export type ValuedAnswerTable = {
  member_id: string;
  skill: string;
  voters: number;
  points: number;
  post_id: string;
};

/** Circles with their conversations, reports of content, and the audit log. */
export type CommunityTables = {
  circle: CircleTable;
  circle_member: CircleMemberTable;
  post: PostTable;
  comment: CommentTable;
  vote: VoteTable;
  content_report: ContentReportTable;
  audit_entry: AuditEntryTable;
  valued_answer: ValuedAnswerTable;
};
