import type { Kysely } from 'kysely';
import { type Context, emit, fail, type Schema } from '../../platform/index.ts';
import {
  askColleagues,
  findColleagues,
  lockColleague,
  lockRequest,
  setVerified,
  writeAnswer,
} from './colleague-store.ts';
import { NEEDED, whoMayVouch } from './may-vouch.ts';
import { blockedAmong, confirmationsSince, verifiedStays } from './stay-store.ts';
import { emitDecided, findPosition, noSuchVerification } from './store.ts';

const DAY_MS = 86_400_000;
const OPEN_DAYS = 30;
const YEAR_DAYS = 365;

/** Requests of before this moment are over. */
export function openSince(now: Date): Date {
  return new Date(now.getTime() - OPEN_DAYS * DAY_MS);
}

type Position = Awaited<ReturnType<typeof findPosition>>;

/** Which of these may confirm the position now. */
async function mayVouchNow(
  db: Kysely<Schema>,
  memberId: string,
  position: Position,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const [stays, blocked, givenThisYear] = await Promise.all([
    verifiedStays(db, position.company_id, ids),
    blockedAmong(db, memberId, ids),
    confirmationsSince(db, ids, new Date(now.getTime() - YEAR_DAYS * DAY_MS)),
  ]);
  const stay = { start: position.start_month, end: position.end_month };
  return whoMayVouch({ asker: memberId, position: stay, stays, blocked, givenThisYear }, ids);
}

/** The people who may confirm a position: one's connections, or the bearers of a name. */
export async function listColleagues(context: Context, memberId: string, positionId: string, name: string) {
  const position = await findPosition(context.db, memberId, positionId);
  const found = await findColleagues(context.db, memberId, position, name);
  const ids = [...new Set(found.map((row) => row.member_id))];
  const may = new Set(await mayVouchNow(context.db, memberId, position, ids, context.clock.now()));
  const first = new Map(found.filter((row) => may.has(row.member_id)).map((row) => [row.member_id, row]));
  return [...first.values()].map((row) => ({
    id: row.member_id,
    name: row.name,
    headline: row.headline,
    connected: row.since !== null,
    // What a stranger does not see of a person, this list does not tell either.
    there:
      row.since === null
        ? null
        : { title: row.title, start: row.start_month.slice(0, 7), end: row.end_month?.slice(0, 7) ?? null },
  }));
}

/** Asks colleagues to confirm a position. */
export async function askToVouch(
  context: Context,
  memberId: string,
  positionId: string,
  colleagueIds: readonly string[],
): Promise<string> {
  const at = context.clock.now();
  const position = await findPosition(context.db, memberId, positionId);
  const may = await mayVouchNow(context.db, memberId, position, colleagueIds, at);
  if (colleagueIds.some((id) => !may.includes(id))) {
    throw fail('invalid', 'may-not-vouch', {
      zh: '所选的人中有人不能确认这段经历：需要在同一公司、同一时间有已认证的经历',
      en: 'Somebody you chose cannot confirm this position: it takes a verified position at the same company at the same time',
    });
  }
  return context.db
    .transaction()
    .execute((trx) => askColleagues(trx, { memberId, positionId, colleagueIds, at, openSince: openSince(at) }));
}

type Request = { readonly memberId: string; readonly verificationId: string; readonly colleagueId: string };

/** Confirms or declines. The second confirmation verifies the position; a no is told to nobody. */
export async function answerVouching(context: Context, request: Request, yes: boolean): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await lockColleague(trx, request.colleagueId);
    const verification = await lockRequest(trx, request, openSince(at));
    if (!verification) throw noSuchVerification();
    if (!yes) {
      await writeAnswer(trx, request, 'declined', at);
      await emit(trx, { kind: 'vouching.answered', key: request.colleagueId, audience: [request.colleagueId], at });
      return;
    }
    const position = await findPosition(trx, request.memberId, verification.position_id);
    const [may] = await mayVouchNow(trx, request.memberId, position, [request.colleagueId], at);
    if (!may) {
      throw fail('conflict', 'may-not-vouch', {
        zh: '您现在不能确认这段经历：需要在同一公司、同一时间有已认证的经历，一年内也不能确认太多次',
        en: 'You cannot confirm this position now: it takes a verified position of your own there at that time, and not too many confirmations in a year',
      });
    }
    const confirmed = await writeAnswer(trx, request, 'confirmed', at);
    const audience = [request.memberId, request.colleagueId];
    await emit(trx, { kind: 'vouching.answered', key: request.memberId, audience, at });
    // Somebody who confirmed weeks ago may have lost their own verification since.
    const standing = await verifiedStays(trx, position.company_id, confirmed);
    const stay = { start: position.start_month, end: position.end_month };
    const count = whoMayVouch(
      { asker: request.memberId, position: stay, stays: standing, blocked: new Set(), givenThisYear: new Map() },
      confirmed,
    );
    if (count.length < NEEDED) return;
    await setVerified(trx, request.memberId, request.verificationId, at);
    await emitDecided(trx, request.memberId, verification.position_id, at);
  });
}
