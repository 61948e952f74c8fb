import type { Context } from '../platform/index.ts';
import { loadDatabaseIndex } from './database-index/database-index.ts';
import { loadTalentIndex } from './talent-index/feed.ts';
import type { FollowingSearch } from './talent-search.ts';

/** Where everybody who may be found is kept, ready to be searched: in this process, or in the database. */
export type IndexPlace = 'memory' | 'database';

/** The talent index as the network has it now, wherever it is kept. */
export const openTalentIndex = (context: Context, place: IndexPlace): Promise<FollowingSearch> =>
  place === 'database' ? loadDatabaseIndex(context) : loadTalentIndex(context);
