import type { Kysely } from 'kysely';
import type { Schema } from '../../platform/index.ts';
import type { VerifiedStay } from './may-vouch.ts';

const MOST_STAYS = 5_000;

type StayAt = VerifiedStay & { readonly companyId: string };

async function staysAt(
  db: Kysely<Schema>,
  companyIds: readonly string[],
  memberIds: readonly string[],
): Promise<StayAt[]> {
  if (memberIds.length === 0 || companyIds.length === 0) return [];
  const rows = await db
    .selectFrom('verification')
    .innerJoin('position', (join) =>
      join
        .onRef('position.member_id', '=', 'verification.member_id')
        .onRef('position.id', '=', 'verification.position_id'),
    )
    .select(({ selectFrom, ref }) => [
      'verification.member_id',
      'verification.method',
      'position.company_id',
      'position.start_month',
      'position.end_month',
      selectFrom('colleague_confirmation as given')
        .select(({ fn }) => fn.agg<string[]>('array_agg', ['given.colleague_id']).as('ids'))
        .where('given.member_id', '=', ref('verification.member_id'))
        .where('given.verification_id', '=', ref('verification.id'))
        .where('given.state', '=', 'confirmed')
        .as('confirmed_by'),
    ])
    .where('verification.member_id', 'in', [...new Set(memberIds)])
    .where('verification.state', '=', 'verified')
    .where('position.company_id', 'in', [...new Set(companyIds)])
    .limit(MOST_STAYS)
    .execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    companyId: row.company_id ?? '',
    method: row.method,
    start: row.start_month,
    end: row.end_month,
    confirmedBy: row.confirmed_by ?? [],
  }));
}

/**
 * The verified positions at these companies of these members and of whoever confirmed theirs: what the rule needs,
 * in two queries. By company id.
 */
export async function verifiedStaysAt(
  db: Kysely<Schema>,
  companyIds: readonly string[],
  memberIds: readonly string[],
): Promise<Map<string, VerifiedStay[]>> {
  const own = await staysAt(db, companyIds, memberIds);
  const confirmers = own.flatMap((stay) => stay.confirmedBy).filter((id) => !memberIds.includes(id));
  return Map.groupBy([...own, ...(await staysAt(db, companyIds, confirmers))], (stay) => stay.companyId);
}

/** The same at one company. */
export async function verifiedStays(
  db: Kysely<Schema>,
  companyId: string,
  memberIds: readonly string[],
): Promise<VerifiedStay[]> {
  return (await verifiedStaysAt(db, [companyId], memberIds)).get(companyId) ?? [];
}

/** Confirmations given since then, by member. */
export async function confirmationsSince(
  db: Kysely<Schema>,
  memberIds: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('colleague_confirmation')
    .select(['colleague_id', (count) => count.fn.countAll<number>().as('given')])
    .where('colleague_id', 'in', [...memberIds])
    .where('state', '=', 'confirmed')
    .where('decided_at', '>', since)
    .groupBy('colleague_id')
    .execute();
  return new Map(rows.map((row) => [row.colleague_id, row.given]));
}

/** Which of these the member has blocked, or is blocked by. */
export async function blockedAmong(
  db: Kysely<Schema>,
  memberId: string,
  others: readonly string[],
): Promise<Set<string>> {
  if (others.length === 0) return new Set();
  const rows = await db
    .selectFrom('block')
    .select(['member_id', 'blocked_id'])
    .where(({ or, and, eb }) =>
      or([
        and([eb('member_id', '=', memberId), eb('blocked_id', 'in', [...others])]),
        and([eb('blocked_id', '=', memberId), eb('member_id', 'in', [...others])]),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => (row.member_id === memberId ? row.blocked_id : row.member_id)));
}
