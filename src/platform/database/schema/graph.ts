import type { Generated } from 'kysely';

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

/** Connections, and what comes before and against them. */
export type GraphTables = {
  connection: ConnectionTable;
  connection_request: ConnectionRequestTable;
  block: BlockTable;
};
