import { type Kysely, sql } from 'kysely';
import { type Context, emit, fail, type Schema } from '../../platform/index.ts';

/** Positions with what their company has on record; at most `MOST_POSITIONS`. */
const MOST_POSITIONS = 60;

function positions(db: Kysely<Schema>, memberId: string) {
  return db
    .selectFrom('position')
    .leftJoin('company', 'company.id', 'position.company_id')
    .select([
      'position.id',
      'position.company_id',
      'position.company_name',
      'position.title',
      'position.start_month',
      'position.end_month',
      'company.email_domains',
    ])
    .where('position.member_id', '=', memberId);
}

export async function listPositions(db: Kysely<Schema>, memberId: string) {
  return positions(db, memberId).orderBy('start_month', 'desc').orderBy('position.id').limit(MOST_POSITIONS).execute();
}

/** The member's own position; a failure where they have no such one, or its company is not known. */
export async function findPosition(db: Kysely<Schema>, memberId: string, positionId: string) {
  const row = await positions(db, memberId).where('position.id', '=', positionId).executeTakeFirst();
  if (!row) throw fail('not-found', 'no-such-position', { zh: '没有这段经历', en: 'There is no such position' });
  if (row.company_id === null) {
    throw fail('conflict', 'company-unknown', {
      zh: `网络里还没有“${row.company_name}”这家公司，无从核实`,
      en: `The network does not know the company “${row.company_name}”, so there is nothing to verify against`,
    });
  }
  return { ...row, company_id: row.company_id };
}

/** Whatever is or was asked for the member's positions. */
export async function listVerifications(db: Kysely<Schema>, memberId: string) {
  return db
    .selectFrom('verification')
    .leftJoin('work_email_code as code', (join) =>
      join.onRef('code.member_id', '=', 'verification.member_id').onRef('code.verification_id', '=', 'verification.id'),
    )
    .select([
      'verification.id',
      'verification.position_id',
      'verification.method',
      'verification.state',
      'verification.requested_at',
      'verification.decided_at',
      'code.email_domain as code_domain',
      'code.expires_at as code_expires_at',
      'code.attempts as code_attempts',
    ])
    .where('verification.member_id', '=', memberId)
    .orderBy('verification.requested_at', 'desc')
    .limit(500)
    .execute();
}

/** One at a time of what a member asks for: whoever asks twice at once waits for themself. */
export async function lockMember(trx: Kysely<Schema>, memberId: string): Promise<void> {
  await trx.selectFrom('member').select('id').where('id', '=', memberId).forUpdate().executeTakeFirst();
}

type NewCode = {
  readonly memberId: string;
  readonly verificationId: string;
  readonly positionId: string;
  readonly hash: string;
  readonly domain: string;
  readonly fingerprint: string;
  readonly at: Date;
  readonly expiresAt: Date;
};

/** Writes a code down, in the place of any that the member has not used. */
export async function addCode(trx: Kysely<Schema>, code: NewCode): Promise<void> {
  await trx
    .updateTable('verification')
    .set({ state: 'refused', decided_at: code.at })
    .where('member_id', '=', code.memberId)
    .where('method', '=', 'work-email')
    .where('state', '=', 'pending')
    .execute();
  await trx.deleteFrom('work_email_code').where('member_id', '=', code.memberId).execute();
  await trx
    .insertInto('verification')
    .values({
      member_id: code.memberId,
      id: code.verificationId,
      position_id: code.positionId,
      method: 'work-email',
      state: 'pending',
      requested_at: code.at,
    })
    .execute();
  await trx
    .insertInto('work_email_code')
    .values({
      member_id: code.memberId,
      verification_id: code.verificationId,
      code_hash: code.hash,
      expires_at: code.expiresAt,
      email_domain: code.domain,
      address_fingerprint: code.fingerprint,
    })
    .execute();
  await emit(trx, {
    kind: 'verification.asked',
    key: code.memberId,
    payload: { positionId: code.positionId },
    audience: [code.memberId],
    at: code.at,
  });
}

/**
 * Spends one of the code's tries, before it is known whether it is right, and returns the code with the tries that
 * are left; nothing where none is left or its time is over.
 */
export async function spendTry(
  db: Kysely<Schema>,
  memberId: string,
  verificationId: string,
  mostTries: number,
  now: Date,
) {
  return db
    .updateTable('work_email_code')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('member_id', '=', memberId)
    .where('verification_id', '=', verificationId)
    .where('attempts', '<', mostTries)
    .where('expires_at', '>', now)
    .returning(['code_hash', 'attempts', 'email_domain', 'address_fingerprint'])
    .executeTakeFirst();
}

type Proof = { readonly domain: string; readonly fingerprint: string };

/** Ends a verification by mail well; not where the mailbox has verified somebody else, or it is not pending any more. */
export async function verifyByMail(
  context: Context,
  memberId: string,
  verificationId: string,
  proof: Proof,
): Promise<'verified' | 'mailbox-used' | 'not-pending'> {
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    // Two members who enter codes of one mailbox at the same moment come one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${proof.fingerprint}, 0))`.execute(trx);
    const used = await trx
      .selectFrom('verification')
      .select('id')
      .where('address_fingerprint', '=', proof.fingerprint)
      .where('state', '=', 'verified')
      .where('member_id', '<>', memberId)
      .limit(1)
      .executeTakeFirst();
    const decided = await trx
      .updateTable('verification')
      .set({
        state: used ? 'refused' : 'verified',
        decided_at: at,
        ...(!used && { email_domain: proof.domain, address_fingerprint: proof.fingerprint }),
      })
      .where('member_id', '=', memberId)
      .where('id', '=', verificationId)
      .where('state', '=', 'pending')
      .returning('position_id')
      .executeTakeFirst();
    if (!decided) return 'not-pending';
    await trx
      .deleteFrom('work_email_code')
      .where('member_id', '=', memberId)
      .where('verification_id', '=', verificationId)
      .execute();
    await emitDecided(trx, memberId, decided.position_id, at);
    return used ? 'mailbox-used' : 'verified';
  });
}

/** Tells the read models, and the member's open pages, that a position's verification is another. */
export async function emitDecided(trx: Kysely<Schema>, memberId: string, positionId: string, at: Date): Promise<void> {
  await emit(trx, { kind: 'verification.decided', key: memberId, payload: { positionId }, audience: [memberId], at });
}

/** Takes back what is pending; a failure where nothing is. */
export async function withdrawVerification(context: Context, memberId: string, verificationId: string): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('verification')
      .set({ state: 'refused', decided_at: at })
      .where('member_id', '=', memberId)
      .where('id', '=', verificationId)
      .where('state', '=', 'pending')
      .returning('position_id')
      .executeTakeFirst();
    if (!ended) throw noSuchVerification();
    const colleagues = await trx
      .selectFrom('colleague_confirmation')
      .select('colleague_id')
      .where('member_id', '=', memberId)
      .where('verification_id', '=', verificationId)
      .execute();
    await trx
      .deleteFrom('work_email_code')
      .where('member_id', '=', memberId)
      .where('verification_id', '=', verificationId)
      .execute();
    await emit(trx, {
      kind: 'verification.withdrawn',
      key: memberId,
      payload: { positionId: ended.position_id },
      audience: [memberId, ...colleagues.map((row) => row.colleague_id)],
      at,
    });
  });
}

export const noSuchVerification = () =>
  fail('not-found', 'no-such-verification', {
    zh: '没有这项待完成的认证',
    en: 'There is no such verification to finish',
  });
