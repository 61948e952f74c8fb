import { type Insertable, type Kysely, sql } from 'kysely';
import type { Context, Schema } from '../platform/index.ts';
import { emit, newId } from '../platform/index.ts';
import type { NewDisclosure, Preferences } from './model.ts';
import { verificationSurvives } from './verification-survives.ts';

type Profile = {
  readonly member: Pick<
    Insertable<Schema['member']>,
    'name' | 'other_name' | 'headline' | 'summary' | 'city_id' | 'birth_year'
  >;
  readonly positions: readonly Omit<Insertable<Schema['position']>, 'member_id'>[];
  readonly education: readonly Omit<Insertable<Schema['education']>, 'member_id'>[];
  readonly skills: readonly Omit<Insertable<Schema['member_skill']>, 'member_id'>[];
};

/**
 * Makes the profile what it now is: rows that are gone are deleted, rows that stayed keep their ids (and with
 * them what refers to them), all in one transaction with its event.
 */
export async function writeProfile(context: Context, memberId: string, profile: Profile): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const before = await staysOf(trx, memberId);
    await trx
      .updateTable('member')
      .set({ ...profile.member, updated_at: at })
      .where('id', '=', memberId)
      .execute();
    await trx
      .deleteFrom('position')
      .where('member_id', '=', memberId)
      .where('id', 'not in', keep(profile.positions.map((row) => row.id)))
      .execute();
    for (const row of profile.positions) {
      const { id, ...rest } = row;
      await trx
        .insertInto('position')
        .values({ ...row, member_id: memberId })
        .onConflict((conflict) => conflict.columns(['member_id', 'id']).doUpdateSet(rest))
        .execute();
    }
    await trx.deleteFrom('education').where('member_id', '=', memberId).execute();
    if (profile.education.length > 0) {
      await trx
        .insertInto('education')
        .values(profile.education.map((row) => ({ ...row, member_id: memberId })))
        .execute();
    }
    await trx.deleteFrom('member_skill').where('member_id', '=', memberId).execute();
    if (profile.skills.length > 0) {
      await trx
        .insertInto('member_skill')
        .values(profile.skills.map((row) => ({ ...row, member_id: memberId })))
        .execute();
    }
    await expireVerifications(trx, memberId, before, at);
    await emit(trx, { kind: 'profile.changed', key: memberId, audience: [memberId], at });
  });
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

function keep(ids: readonly string[]): string[] {
  return ids.length > 0 ? [...ids] : [NOBODY];
}

type StayRow = { id: string; company_id: string | null; start_month: string; end_month: string | null };
const stayOf = (row: StayRow) => ({ companyId: row.company_id, start: row.start_month, end: row.end_month });

function staysOf(trx: Kysely<Schema>, memberId: string): Promise<StayRow[]> {
  return trx
    .selectFrom('position')
    .select(['id', 'company_id', 'start_month', 'end_month'])
    .where('member_id', '=', memberId)
    .forUpdate()
    .execute();
}

/** A verification belongs to the position that was verified: it goes with it, and expires when that says something else. */
async function expireVerifications(
  trx: Kysely<Schema>,
  memberId: string,
  before: readonly StayRow[],
  at: Date,
): Promise<void> {
  const verifications = await trx
    .selectFrom('verification')
    .select(['id', 'position_id', 'state', 'decided_at', 'requested_at'])
    .where('member_id', '=', memberId)
    .where('state', 'in', ['pending', 'verified'])
    .execute();
  const [was, is] = [before, await staysOf(trx, memberId)].map((rows) => new Map(rows.map((row) => [row.id, row])));
  for (const row of verifications) {
    const [old, now] = [was?.get(row.position_id), is?.get(row.position_id)];
    if (!old || !now || verificationSurvives(stayOf(old), stayOf(now), row.decided_at ?? row.requested_at)) continue;
    await trx
      .updateTable('verification')
      .set({ state: row.state === 'verified' ? 'expired' : 'refused', decided_at: at, address_fingerprint: null })
      .where('member_id', '=', memberId)
      .where('id', '=', row.id)
      .execute();
  }
  const gone = trx
    .selectFrom('verification')
    .select('id')
    .where('member_id', '=', memberId)
    .where('position_id', 'not in', trx.selectFrom('position').select('id').where('member_id', '=', memberId));
  for (const table of ['work_email_code', 'colleague_confirmation'] as const) {
    await trx.deleteFrom(table).where('member_id', '=', memberId).where('verification_id', 'in', gone).execute();
  }
  await trx.deleteFrom('verification').where('member_id', '=', memberId).where('id', 'in', gone).execute();
}

/** Companies by the name that people write, normalised; the ones that are not known are missing from the answer. */
export async function companiesByName(
  db: Kysely<Schema>,
  normalNames: readonly string[],
): Promise<Map<string, string>> {
  if (normalNames.length === 0) return new Map();
  const rows = await db
    .selectFrom('company')
    .select(['id', 'normal_name'])
    .where('normal_name', 'in', [...normalNames])
    .execute();
  return new Map(rows.map((row) => [row.normal_name, row.id]));
}

export async function readPreferences(db: Kysely<Schema>, memberId: string) {
  return db.selectFrom('preference').selectAll().where('member_id', '=', memberId).executeTakeFirst();
}

/** Whether lists may be aimed at a member by what is known of them; so it is until they say no. */
export async function isPersonalised(db: Kysely<Schema>, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('preference')
    .select('personalised')
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.personalised ?? true;
}

export async function writePreferences(context: Context, memberId: string, wanted: Preferences): Promise<void> {
  const at = context.clock.now();
  const columns = {
    findable_by: wanted.findableBy,
    openness: wanted.openness,
    contact_by: wanted.contactBy,
    desired_role_ids: wanted.desiredRoleIds,
    desired_city_ids: wanted.desiredCityIds,
    desired_pay_min: wanted.desiredPayMin,
    remote: wanted.remote,
    hidden_from_company_ids: wanted.hiddenFromCompanyIds,
    personalised: wanted.personalised,
    counted: wanted.counted,
    share_pay: wanted.sharePay,
    updated_at: at,
  };
  await context.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('preference')
      .values({ member_id: memberId, ...columns })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(columns))
      .execute();
    await emit(trx, { kind: 'preferences.changed', key: memberId, audience: [memberId], at });
  });
}

const SAME_DISCLOSURE_HOURS = 24;

/**
 * Writes down what was shown of whom to whom, at the moment that it is shown. The same parts on the same surface
 * to the same viewer for the same posting are one row a day; `detail.about` tells two documents apart.
 */
export async function recordDisclosures(context: Context, shown: readonly NewDisclosure[]): Promise<void> {
  if (shown.length === 0) return;
  await context.db.transaction().execute((trx) => addDisclosures(trx, shown, context.clock.now()));
}

/** The same within the caller's transaction, where what is shown is written by it. */
export async function addDisclosures(trx: Kysely<Schema>, shown: readonly NewDisclosure[], at: Date): Promise<void> {
  const since = new Date(at.getTime() - SAME_DISCLOSURE_HOURS * 3_600_000);
  const recent = await trx
    .selectFrom('disclosure')
    .select(['member_id', 'viewer_id', 'posting_id', 'surface', sql<string | null>`detail->>'about'`.as('about')])
    .where('member_id', 'in', [...new Set(shown.map((row) => row.memberId))])
    .where('viewer_id', 'in', [...new Set(shown.map((row) => row.viewerId))])
    .where('at', '>', since)
    .execute();
  const known = new Set(
    recent.map((row) => [row.member_id, row.viewer_id, row.posting_id, row.surface, row.about ?? ''].join()),
  );
  const isKnown = (row: NewDisclosure) =>
    known.has([row.memberId, row.viewerId, row.postingId, row.surface, row.detail?.about ?? ''].join());
  const fresh = shown.filter((row) => !isKnown(row) || row.surface === 'message');
  if (fresh.length === 0) return;
  await trx
    .insertInto('disclosure')
    .values(
      fresh.map((row) => ({
        member_id: row.memberId,
        id: newId(),
        viewer_id: row.viewerId,
        viewer_company_id: row.viewerCompanyId,
        posting_id: row.postingId,
        surface: row.surface,
        fields: [...row.fields],
        detail: JSON.stringify(row.detail ?? {}),
        at,
      })),
    )
    .execute();
  for (const memberId of new Set(fresh.map((row) => row.memberId))) {
    await emit(trx, { kind: 'file.grew', key: memberId, audience: [memberId], at });
  }
}

/** What was shown of a member, newest first: at most `limit` rows before the row `before`. */
export async function listDisclosures(db: Kysely<Schema>, memberId: string, before: string | null, limit: number) {
  let query = db
    .selectFrom('disclosure')
    .leftJoin('member as viewer', 'viewer.id', 'disclosure.viewer_id')
    .leftJoin('company', 'company.id', 'disclosure.viewer_company_id')
    .leftJoin('posting', 'posting.id', 'disclosure.posting_id')
    .select([
      'disclosure.id',
      'disclosure.viewer_id',
      'disclosure.posting_id',
      'disclosure.surface',
      'disclosure.fields',
      'disclosure.detail',
      'disclosure.at',
      'viewer.name as viewer_name',
      'company.name as company_name',
      'posting.title as posting_title',
    ])
    .where('disclosure.member_id', '=', memberId)
    .orderBy('disclosure.id', 'desc')
    .limit(limit);
  if (before) query = query.where('disclosure.id', '<', before);
  return query.execute();
}
