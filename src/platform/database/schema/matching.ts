import type { Generated } from 'kysely';
import type { JsonColumn, NullableJsonColumn } from './columns.ts';

export type RoleDismissalTable = {
  member_id: string;
  posting_id: string;
  reason: 'place' | 'pay' | 'level' | 'company' | 'field' | 'other' | null;
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

/** Ranked lists, pools, and what was learned from what lists showed. */
export type MatchingTables = {
  role_dismissal: RoleDismissalTable;
  ranked_list: RankedListTable;
  talent_pool: TalentPoolTable;
  pool_member: PoolMemberTable;
  pool_look: PoolLookTable;
  criteria_preset: CriteriaPresetTable;
  shown_match: ShownMatchTable;
  weights_version: WeightsVersionTable;
  weights_choice: WeightsChoiceTable;
  talent_entry: TalentEntryTable;
  talent_word: TalentWordTable;
};
