import { blocksAround } from '../graph/index.ts';
import type { Context } from '../platform/index.ts';
import { circlesJoined, schoolsOf, verifiedCompaniesOf } from './circle-store.ts';
import type { Reader } from './model.ts';

/** The member as a reader of the community: four queries on their own key. */
export async function loadReader(context: Context, memberId: string): Promise<Reader> {
  const [circleIds, companies, schools, blocked] = await Promise.all([
    circlesJoined(context.db, memberId),
    verifiedCompaniesOf(context.db, memberId),
    schoolsOf(context.db, memberId),
    blocksAround(context.db, memberId),
  ]);
  return {
    id: memberId,
    circleIds: new Set(circleIds),
    verifiedCompanyIds: new Set(companies),
    schoolIds: new Set(schools),
    blocked,
  };
}
