import type { CommunityTables } from './schema/community.ts';
import type { GraphTables } from './schema/graph.ts';
import type { HiringTables } from './schema/hiring.ts';
import type { IdentityTables } from './schema/identity.ts';
import type { InsightsTables } from './schema/insights.ts';
import type { JobsTables } from './schema/jobs.ts';
import type { MatchingTables } from './schema/matching.ts';
import type { PlatformTables } from './schema/platform.ts';
import type { TalentTables } from './schema/talent.ts';

/** Every table, as the migrations leave it; a test compares the files of `schema/` with the database. */
export type Schema = PlatformTables &
  IdentityTables &
  TalentTables &
  GraphTables &
  CommunityTables &
  JobsTables &
  MatchingTables &
  HiringTables &
  InsightsTables;
