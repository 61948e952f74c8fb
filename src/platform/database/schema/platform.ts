import type { Generated, GeneratedAlways } from 'kysely';
import type { JsonColumn, JsonColumnWithDefault } from './columns.ts';

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

/** Settings, the outbox and outgoing mail. */
export type PlatformTables = {
  setting: SettingTable;
  outbox: OutboxTable;
  mail: MailTable;
};
