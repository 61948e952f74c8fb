import type { Kysely } from 'kysely';
import { emit, fail, newId, type Schema, unwrap } from '../platform/index.ts';
import { afterAct, type CheckAct, type CheckState, hasStatements } from './check-states.ts';
import type { Section } from './model.ts';
import type { Finished } from './position-statement.ts';

export const noSuchCheck = () =>
  fail('not-found', 'no-such-check', { zh: '没有这次背调', en: 'There is no such check' });

function checks(db: Kysely<Schema>) {
  return db
    .selectFrom('background_check as check')
    .innerJoin('posting', 'posting.id', 'check.posting_id')
    .innerJoin('company', 'company.id', 'check.company_id')
    .leftJoin('member as recruiter', 'recruiter.id', 'check.requested_by')
    .innerJoin('member as candidate', 'candidate.id', 'check.member_id')
    .selectAll('check')
    .select([
      'posting.title as posting_title',
      'posting.must_skills',
      'posting.nice_skills',
      'company.name as company_name',
      'recruiter.name as recruiter_name',
      'candidate.name as candidate_name',
      'candidate.origin as candidate_origin',
    ]);
}

export type CheckRow = Awaited<ReturnType<typeof findCheck>>;

/** A check of the member's; a failure where there is none. */
export async function findCheck(db: Kysely<Schema>, memberId: string, checkId: string) {
  const row = await checks(db)
    .where('check.member_id', '=', memberId)
    .where('check.id', '=', checkId)
    .executeTakeFirst();
  if (!row) throw noSuchCheck();
  return row;
}

/** The last check of a member for a posting. */
export async function latestCheck(db: Kysely<Schema>, postingId: string, memberId: string) {
  return checks(db)
    .where('check.member_id', '=', memberId)
    .where('check.posting_id', '=', postingId)
    .orderBy('check.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A member's checks, the newest first. */
export async function listChecks(db: Kysely<Schema>, memberId: string, before: string | null, limit: number) {
  let query = checks(db).where('check.member_id', '=', memberId).orderBy('check.id', 'desc').limit(limit);
  if (before) query = query.where('check.id', '<', before);
  return query.execute();
}

/** The checks of a posting, each member's last one. */
export async function checksOfPosting(db: Kysely<Schema>, postingId: string) {
  return checks(db)
    .distinctOn('check.member_id')
    .where('check.posting_id', '=', postingId)
    .orderBy('check.member_id')
    .orderBy('check.id', 'desc')
    .limit(500)
    .execute();
}

export async function stageOf(db: Kysely<Schema>, postingId: string, memberId: string): Promise<string | null> {
  const row = await db
    .selectFrom('pipeline_entry')
    .select('stage')
    .where('posting_id', '=', postingId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.stage ?? null;
}

type NewCheck = {
  readonly memberId: string;
  readonly postingId: string;
  readonly companyId: string;
  readonly requestedBy: string;
  readonly note: string;
};

export async function addCheck(trx: Kysely<Schema>, check: NewCheck, at: Date): Promise<string> {
  const id = newId();
  await trx
    .insertInto('background_check')
    .values({
      member_id: check.memberId,
      id,
      posting_id: check.postingId,
      company_id: check.companyId,
      requested_by: check.requestedBy,
      note: check.note,
      state: 'requested',
      requested_at: at,
    })
    .execute();
  await emit(trx, {
    kind: 'check.requested',
    key: check.memberId,
    payload: { checkId: id },
    audience: [check.memberId, check.requestedBy],
    at,
  });
  return id;
}

/** One at a time of what is asked of a member: two recruiters who ask at the same moment come one after the other. */
export async function lockCandidate(trx: Kysely<Schema>, memberId: string): Promise<void> {
  await trx.selectFrom('member').select('id').where('id', '=', memberId).forUpdate().executeTakeFirst();
}

/** The check's state, locked until the transaction ends. */
async function lockState(trx: Kysely<Schema>, memberId: string, checkId: string) {
  const row = await trx
    .selectFrom('background_check')
    .select(['state', 'requested_by'])
    .where('member_id', '=', memberId)
    .where('id', '=', checkId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noSuchCheck();
  return row;
}

export type Consent = { readonly version: string; readonly sections: readonly Section[] };

/** Does one act to a check, with its event; a failure where its state does not know the act. What ends forgets its statements. */
export async function actOnCheck(
  trx: Kysely<Schema>,
  memberId: string,
  checkId: string,
  act: CheckAct,
  at: Date,
  consent?: Consent,
): Promise<CheckState> {
  const before = await lockState(trx, memberId, checkId);
  const state = unwrap(afterAct(before.state, act));
  await trx
    .updateTable('background_check')
    .set({
      state,
      ...(state === 'released' ? { released_at: at } : { decided_at: at }),
      ...(consent && { consent_version: consent.version, sections: [...consent.sections] }),
    })
    .where('member_id', '=', memberId)
    .where('id', '=', checkId)
    .execute();
  if (!hasStatements(state)) {
    await trx.deleteFrom('check_statement').where('member_id', '=', memberId).where('check_id', '=', checkId).execute();
  }
  await emit(trx, {
    kind: `check.${state}`,
    key: memberId,
    payload: { checkId },
    audience: [memberId, before.requested_by],
    at,
  });
  return state;
}

/** Makes sure that a check is in a state, and stays in it until the transaction ends. */
export async function requireState(
  trx: Kysely<Schema>,
  memberId: string,
  checkId: string,
  state: CheckState,
): Promise<void> {
  const row = await lockState(trx, memberId, checkId);
  if (row.state !== state) {
    throw fail('conflict', 'check-elsewhere', {
      zh: '这次背调已经处于另一个状态，请刷新后再看',
      en: 'This check stands elsewhere by now; look again',
    });
  }
}

export async function listStatements(db: Kysely<Schema>, memberId: string, checkId: string) {
  return db
    .selectFrom('check_statement')
    .select(['id', 'statement', 'evidence', 'answer', 'answered_at'])
    .where('member_id', '=', memberId)
    .where('check_id', '=', checkId)
    .orderBy('rank')
    .limit(300)
    .execute();
}

type Answer = { readonly answer: string | null; readonly answeredAt: Date | null };

/** Writes the statements down in the place of any before; `answers` by statement key. */
export async function writeStatements(
  trx: Kysely<Schema>,
  memberId: string,
  checkId: string,
  finished: readonly Finished[],
  answers: ReadonlyMap<string, Answer> = new Map(),
): Promise<void> {
  await trx.deleteFrom('check_statement').where('member_id', '=', memberId).where('check_id', '=', checkId).execute();
  if (finished.length === 0) return;
  await trx
    .insertInto('check_statement')
    .values(
      finished.map(({ statement, evidence }, rank) => ({
        member_id: memberId,
        check_id: checkId,
        id: newId(),
        rank,
        statement: JSON.stringify(statement),
        evidence: JSON.stringify(evidence),
        answer: answers.get(statement.key)?.answer ?? null,
        answered_at: answers.get(statement.key)?.answeredAt ?? null,
      })),
    )
    .execute();
}

/** The candidate's words on one statement; an empty answer takes them back. */
export async function writeStatementAnswer(
  trx: Kysely<Schema>,
  key: { readonly memberId: string; readonly checkId: string; readonly statementId: string },
  answer: string,
  at: Date,
): Promise<void> {
  const changed = await trx
    .updateTable('check_statement')
    .set({ answer: answer || null, answered_at: answer ? at : null })
    .where('member_id', '=', key.memberId)
    .where('check_id', '=', key.checkId)
    .where('id', '=', key.statementId)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw noSuchCheck();
}

/** Checks whose time is over: waited for since before `waiting`, or readable since before `readable`. */
export async function overdueChecks(db: Kysely<Schema>, waiting: Date, readable: Date, limit: number) {
  return db
    .selectFrom('background_check')
    .select(['member_id', 'id'])
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', 'in', ['requested', 'allowed']), eb('requested_at', '<', waiting)]),
        and([eb('state', '=', 'released'), eb('released_at', '<', readable)]),
      ]),
    )
    .limit(limit)
    .execute();
}
