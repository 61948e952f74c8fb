import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Schema } from '../platform/index.ts';

export type IntroductionRow = Selectable<Schema['introduction']>;

/** Adds a request; false where the same one is there already. */
export async function addIntroduction(trx: Kysely<Schema>, row: Insertable<Schema['introduction']>): Promise<boolean> {
  const added = await trx
    .insertInto('introduction')
    .values(row)
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** What a recruiter asked about these people for a posting, the newest first. By recruiter, so it fans out over introducers. */
export async function askedAbout(
  db: Kysely<Schema>,
  recruiterId: string,
  postingId: string,
  candidateIds: readonly string[],
): Promise<IntroductionRow[]> {
  if (candidateIds.length === 0) return [];
  return db
    .selectFrom('introduction')
    .selectAll()
    .where('recruiter_id', '=', recruiterId)
    .where('posting_id', '=', postingId)
    .where('candidate_id', 'in', [...candidateIds])
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(2_000)
    .execute();
}

/** A request in which the member is the introducer or the recruiter; undefined where there is none for them. */
export async function findIntroduction(
  db: Kysely<Schema>,
  as: 'introducer' | 'recruiter',
  memberId: string,
  id: string,
): Promise<IntroductionRow | undefined> {
  return db
    .selectFrom('introduction')
    .selectAll()
    .where(as === 'introducer' ? 'member_id' : 'recruiter_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** How a request stands now, held until the transaction ends. */
export async function lockIntroductionState(
  trx: Kysely<Schema>,
  row: Pick<IntroductionRow, 'member_id' | 'id'>,
): Promise<IntroductionRow['state']> {
  const { state } = await trx
    .selectFrom('introduction')
    .select('state')
    .where('member_id', '=', row.member_id)
    .where('id', '=', row.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return state;
}

export async function updateIntroduction(
  trx: Kysely<Schema>,
  row: Pick<IntroductionRow, 'member_id' | 'id'>,
  columns: Partial<Pick<IntroductionRow, 'state' | 'wording' | 'conversation_id' | 'decided_at'>>,
): Promise<void> {
  await trx
    .updateTable('introduction')
    .set(columns)
    .where('member_id', '=', row.member_id)
    .where('id', '=', row.id)
    .execute();
}

/** The requests that a member was asked in (one key), or those they asked (fans out), the newest first. */
export async function listIntroductions(
  db: Kysely<Schema>,
  as: 'introducer' | 'recruiter',
  memberId: string,
  before: readonly [askedAt: string, id: string] | null,
  limit: number,
): Promise<IntroductionRow[]> {
  let query = db
    .selectFrom('introduction')
    .selectAll()
    .where(as === 'introducer' ? 'member_id' : 'recruiter_id', '=', memberId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) {
    const [at, id] = before;
    query = query.where(sql<boolean>`(asked_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

const MOST_OPEN = 100;

/** Open requests at an introducer; more than a hundred count as a hundred. */
export async function openRequests(
  db: Kysely<Schema>,
  introducerId: string,
): Promise<readonly Pick<IntroductionRow, 'recruiter_id' | 'candidate_id'>[]> {
  return db
    .selectFrom('introduction')
    .select(['recruiter_id', 'candidate_id'])
    .where('member_id', '=', introducerId)
    .where('state', '=', 'asked')
    .limit(MOST_OPEN)
    .execute();
}

/** The companies that each of these members recruits for; members who recruit for none are left out. */
export async function seatsOf(db: Kysely<Schema>, memberIds: readonly string[]): Promise<Map<string, string[]>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('recruiter_seat')
    .select(['account_id', 'company_id'])
    .where('account_id', 'in', [...memberIds])
    .execute();
  const seats = new Map<string, string[]>();
  for (const row of rows) seats.set(row.account_id, [...(seats.get(row.account_id) ?? []), row.company_id]);
  return seats;
}
