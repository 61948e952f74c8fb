import type { Generated } from 'kysely';
import type { JsonColumn, JsonColumnWithDefault } from './columns.ts';

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

/** The first-round check, conversations and introductions. */
export type HiringTables = {
  background_check: BackgroundCheckTable;
  check_statement: CheckStatementTable;
  conversation: ConversationTable;
  message: MessageTable;
  inbox: InboxTable;
  introduction: IntroductionTable;
  outreach_day: OutreachDayTable;
};
