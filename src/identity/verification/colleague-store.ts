import { type Kysely, sql } from 'kysely';
import { emit, fail, newId, type Schema } from '../../platform/index.ts';
import { lockMember } from './store.ts';

type Workplace = { readonly company_id: string; readonly start_month: string; readonly end_month: string | null };
const MOST_CANDIDATES = 100;

/**
 * People with a verified position at the company in the same months: those whom the member is connected to, or,
 * where a name is given, those of exactly this name. Strangers are found by name alone, so that nobody can list who
 * worked where by claiming to have worked there.
 */
export async function findColleagues(db: Kysely<Schema>, memberId: string, at: Workplace, name: string) {
  let query = db
    .selectFrom('position')
    .innerJoin('member', 'member.id', 'position.member_id')
    .leftJoin('connection', (join) =>
      join.onRef('connection.other_id', '=', 'position.member_id').on('connection.member_id', '=', memberId),
    )
    .select([
      'position.member_id',
      'member.name',
      'member.headline',
      'position.title',
      'position.start_month',
      'position.end_month',
      'connection.since',
    ])
    .where('position.company_id', '=', at.company_id)
    .where('position.member_id', '<>', memberId)
    .where(({ or, eb }) => or([eb('position.end_month', 'is', null), eb('position.end_month', '>=', at.start_month)]))
    .where(({ exists, selectFrom, ref }) =>
      exists(
        selectFrom('verification')
          .select('verification.id')
          .where('verification.member_id', '=', ref('position.member_id'))
          .where('verification.position_id', '=', ref('position.id'))
          .where('verification.state', '=', 'verified'),
      ),
    )
    .orderBy('member.name')
    .orderBy('position.member_id')
    .limit(MOST_CANDIDATES);
  if (at.end_month !== null) query = query.where('position.start_month', '<=', at.end_month);
  query = name
    ? query.where(({ or, eb, fn }) =>
        or([
          eb(fn<string>('lower', ['member.name']), '=', name.toLowerCase()),
          eb(fn<string>('lower', ['member.other_name']), '=', name.toLowerCase()),
        ]),
      )
    : query.where('connection.since', 'is not', null);
  return query.execute();
}

type Ask = {
  readonly memberId: string;
  readonly positionId: string;
  readonly colleagueIds: readonly string[];
  readonly at: Date;
  /** Requests of before this moment are over. */
  readonly openSince: Date;
};

/** How many can be asked for one position at a time. */
export const MOST_ASKED = 5;

/** Asks colleagues about a position; more of them where some are asked already. Who has said no is not asked again, and nobody is told. */
export async function askColleagues(trx: Kysely<Schema>, ask: Ask): Promise<string> {
  await lockMember(trx, ask.memberId);
  const known = await trx
    .selectFrom('verification')
    .select(['id', 'state', 'requested_at'])
    .where('member_id', '=', ask.memberId)
    .where('position_id', '=', ask.positionId)
    .where('method', '=', 'colleagues')
    .where('state', 'in', ['pending', 'verified'])
    .execute();
  if (known.some((row) => row.state === 'verified')) {
    throw fail('conflict', 'already-verified', {
      zh: '这段经历已经由两位同事确认过了',
      en: 'Two colleagues have confirmed this position already',
    });
  }
  const open = known.find((row) => row.requested_at > ask.openSince);
  const id = open?.id ?? newId();
  if (!open) {
    await trx
      .updateTable('verification')
      .set({ state: 'refused', decided_at: ask.at })
      .where('member_id', '=', ask.memberId)
      .where('position_id', '=', ask.positionId)
      .where('method', '=', 'colleagues')
      .where('state', '=', 'pending')
      .execute();
    await trx
      .insertInto('verification')
      .values({
        member_id: ask.memberId,
        id,
        position_id: ask.positionId,
        method: 'colleagues',
        state: 'pending',
        requested_at: ask.at,
      })
      .execute();
  }
  const fresh = await addAsked(trx, id, ask);
  await emit(trx, {
    kind: 'vouching.asked',
    key: ask.memberId,
    payload: { positionId: ask.positionId },
    audience: [ask.memberId, ...fresh],
    at: ask.at,
  });
  return id;
}

async function addAsked(trx: Kysely<Schema>, verificationId: string, ask: Ask): Promise<string[]> {
  const before = await trx
    .selectFrom('colleague_confirmation as earlier')
    .innerJoin('verification', (join) =>
      join
        .onRef('verification.member_id', '=', 'earlier.member_id')
        .onRef('verification.id', '=', 'earlier.verification_id'),
    )
    .select(['earlier.colleague_id', 'earlier.state', 'earlier.verification_id'])
    .where('earlier.member_id', '=', ask.memberId)
    .where('verification.position_id', '=', ask.positionId)
    .execute();
  const asked = new Set(before.filter((row) => row.verification_id === verificationId).map((row) => row.colleague_id));
  const declined = new Set(before.filter((row) => row.state === 'declined').map((row) => row.colleague_id));
  const fresh = [...new Set(ask.colleagueIds)].filter((id) => !asked.has(id));
  if (asked.size + fresh.length > MOST_ASKED) {
    throw fail('invalid', 'too-many-asked', {
      zh: `一段经历同时最多请 ${MOST_ASKED} 位同事确认`,
      en: `At most ${MOST_ASKED} colleagues can be asked about one position at a time`,
    });
  }
  if (fresh.length > 0) {
    await trx
      .insertInto('colleague_confirmation')
      .values(
        fresh.map((colleagueId) => ({
          member_id: ask.memberId,
          verification_id: verificationId,
          colleague_id: colleagueId,
          state: declined.has(colleagueId) ? ('declined' as const) : ('asked' as const),
          asked_at: ask.at,
        })),
      )
      .execute();
  }
  return fresh.filter((id) => !declined.has(id));
}

/** Who was asked about the member's pending verifications, by verification. */
export async function listAsked(db: Kysely<Schema>, memberId: string) {
  return db
    .selectFrom('colleague_confirmation as asked')
    .innerJoin('member', 'member.id', 'asked.colleague_id')
    .innerJoin('verification', (join) =>
      join
        .onRef('verification.member_id', '=', 'asked.member_id')
        .onRef('verification.id', '=', 'asked.verification_id'),
    )
    .select(['asked.verification_id', 'asked.colleague_id', 'asked.state', 'member.name'])
    .where('asked.member_id', '=', memberId)
    .where('verification.state', '=', 'pending')
    .orderBy('member.name')
    .limit(300)
    .execute();
}

/** What a member is asked to confirm about others, the newest first. */
export async function listVouching(
  db: Kysely<Schema>,
  colleagueId: string,
  openSince: Date,
  before: string | null,
  limit: number,
) {
  let query = db
    .selectFrom('colleague_confirmation as asked')
    .innerJoin('verification', (join) =>
      join
        .onRef('verification.member_id', '=', 'asked.member_id')
        .onRef('verification.id', '=', 'asked.verification_id'),
    )
    .innerJoin('position', (join) =>
      join
        .onRef('position.member_id', '=', 'verification.member_id')
        .onRef('position.id', '=', 'verification.position_id'),
    )
    .innerJoin('member', 'member.id', 'asked.member_id')
    .select([
      'asked.member_id',
      'asked.verification_id',
      'asked.asked_at',
      'member.name',
      'position.company_name',
      'position.title',
      'position.start_month',
      'position.end_month',
    ])
    .where('asked.colleague_id', '=', colleagueId)
    .where('asked.state', '=', 'asked')
    .where('verification.state', '=', 'pending')
    .where('verification.requested_at', '>', openSince)
    .orderBy('asked.verification_id', 'desc')
    .limit(limit);
  if (before) query = query.where('asked.verification_id', '<', before);
  return query.execute();
}

/** The open request to `colleagueId`, locked until the transaction ends; undefined where there is none. */
export async function lockRequest(
  trx: Kysely<Schema>,
  key: { readonly memberId: string; readonly verificationId: string; readonly colleagueId: string },
  openSince: Date,
) {
  const verification = await trx
    .selectFrom('verification')
    .select(['id', 'position_id'])
    .where('member_id', '=', key.memberId)
    .where('id', '=', key.verificationId)
    .where('state', '=', 'pending')
    .where('requested_at', '>', openSince)
    .forUpdate()
    .executeTakeFirst();
  if (!verification) return undefined;
  const asked = await trx
    .selectFrom('colleague_confirmation')
    .select('state')
    .where('member_id', '=', key.memberId)
    .where('verification_id', '=', key.verificationId)
    .where('colleague_id', '=', key.colleagueId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return asked && verification;
}

/** Writes an answer down and returns everybody who has confirmed. */
export async function writeAnswer(
  trx: Kysely<Schema>,
  key: { readonly memberId: string; readonly verificationId: string; readonly colleagueId: string },
  state: 'confirmed' | 'declined',
  at: Date,
): Promise<string[]> {
  await trx
    .updateTable('colleague_confirmation')
    .set({ state, decided_at: at })
    .where('member_id', '=', key.memberId)
    .where('verification_id', '=', key.verificationId)
    .where('colleague_id', '=', key.colleagueId)
    .execute();
  const rows = await trx
    .selectFrom('colleague_confirmation')
    .select('colleague_id')
    .where('member_id', '=', key.memberId)
    .where('verification_id', '=', key.verificationId)
    .where('state', '=', 'confirmed')
    .execute();
  return rows.map((row) => row.colleague_id);
}

export async function setVerified(
  trx: Kysely<Schema>,
  memberId: string,
  verificationId: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('verification')
    .set({ state: 'verified', decided_at: at })
    .where('member_id', '=', memberId)
    .where('id', '=', verificationId)
    .execute();
}

/** Nobody gives two confirmations at the same moment: the count of the year is read and written by one at a time. */
export async function lockColleague(trx: Kysely<Schema>, colleagueId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vouching ${colleagueId}`}, 0))`.execute(trx);
}
