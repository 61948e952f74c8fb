import { type Kysely, sql } from 'kysely';
import type { Context, Schema } from '../../platform/index.ts';
import { type Parts, partsSchema } from '../model.ts';
import type { Showing, ShownList } from './model.ts';
import { type Acts, attributed, type ShownRow } from './outcomes.ts';

type Db = Kysely<Schema>;

/** What is learned from is not older than this, and then forgotten. */
export const KEPT_DAYS = 180;
/** A recruiter who opens a list again within this time is not counted again. */
const SAME_LIST_HOURS = 12;
const DEEPEST = 100;
const MOST_ROWS = 200_000;
const DAY = 86_400_000;

type Shown = {
  readonly postingId: string;
  readonly companyId: string;
  readonly accountId: string;
  readonly listId: string;
  readonly version: number;
  readonly people: readonly { readonly memberId: string; readonly rank: number; readonly parts: Parts }[];
};

/** Writes down at which place of a list people were shown, and with which parts, unless a list of the posting was just shown. */
export async function recordShown(context: Context, shown: Shown): Promise<void> {
  const rows = shown.people.filter(({ rank }) => rank <= DEEPEST);
  if (rows.length === 0) return;
  const { postingId, listId, accountId, companyId, version } = shown;
  const at = context.clock.now();
  const recent = new Date(at.getTime() - SAME_LIST_HOURS * 3_600_000);
  await sql`
    insert into shown_match (posting_id, list_id, member_id, account_id, company_id, rank, parts, weights_version, at)
    select ${postingId}::uuid, ${listId}::uuid, member_id, ${accountId}::uuid, ${companyId}::uuid, rank, parts,
      ${version}::integer, ${at}::timestamptz
    from unnest(${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.rank)}::smallint[],
      ${rows.map((row) => JSON.stringify(row.parts))}::jsonb[]) as shown (member_id, rank, parts)
    where not exists (
      select from shown_match as other
      where other.posting_id = ${postingId}::uuid and other.account_id = ${accountId}::uuid
        and other.list_id <> ${listId}::uuid and other.at > ${recent}::timestamptz)
    on conflict do nothing`.execute(context.db);
}

/** Forgets what was shown too long ago to be learned from. */
export async function forgetShown(context: Context): Promise<void> {
  const before = new Date(context.clock.now().getTime() - KEPT_DAYS * DAY);
  await context.db.deleteFrom('shown_match').where('at', '<', before).execute();
}

/** The newest rows after a time, of people who let what they do be used for ranking. */
async function shownSince(db: Db, since: Date): Promise<ShownRow[]> {
  const rows = await db
    .selectFrom('shown_match')
    .innerJoin('preference', 'preference.member_id', 'shown_match.member_id')
    .where('preference.personalised', '=', true)
    .where('shown_match.at', '>', since)
    .select(['posting_id', 'list_id', 'shown_match.member_id', 'account_id', 'company_id', 'rank', 'parts', 'at'])
    .orderBy('shown_match.at', 'desc')
    .orderBy('posting_id')
    .orderBy('list_id')
    .orderBy('rank')
    .limit(MOST_ROWS)
    .execute();
  return rows.map((row) => ({
    postingId: row.posting_id,
    listId: row.list_id,
    memberId: row.member_id,
    accountId: row.account_id,
    companyId: row.company_id,
    rank: row.rank,
    parts: partsSchema.parse(row.parts),
    at: row.at,
  }));
}

/** What was done about people for these postings since a time, from the rows in which it is done. */
async function actsFor(db: Db, postingIds: readonly string[], since: Date): Promise<Acts> {
  const of = sql<string>`any(${[...postingIds]}::uuid[])`;
  const [pipeline, conversations, opened] = await Promise.all([
    db
      .selectFrom('pipeline_entry')
      .select(['posting_id', 'member_id', 'stage', 'added_by', 'added_at'])
      .where('posting_id', '=', of)
      .where('added_at', '>=', since)
      .execute(),
    db
      .selectFrom('conversation')
      .select(['posting_id', 'member_id', 'opened_by', 'opened_at', 'answered_at', 'declined_at'])
      .where('posting_id', '=', of)
      .where('opened_at', '>=', since)
      .execute(),
    db
      .selectFrom('disclosure')
      .innerJoin('shown_match', (join) =>
        join
          .onRef('shown_match.member_id', '=', 'disclosure.member_id')
          .onRef('shown_match.posting_id', '=', 'disclosure.posting_id')
          .onRef('shown_match.account_id', '=', 'disclosure.viewer_id')
          .onRef('shown_match.at', '<=', 'disclosure.at'),
      )
      .select(['disclosure.posting_id', 'disclosure.member_id', 'viewer_id'])
      .select((eb) => eb.fn.min('disclosure.at').as('at'))
      .where('surface', '=', 'profile')
      .where('disclosure.posting_id', '=', of)
      .where('shown_match.at', '>=', since)
      .groupBy(['disclosure.posting_id', 'disclosure.member_id', 'viewer_id'])
      .execute(),
  ]);
  return { pipeline, conversations, opened };
}

/** The lists that were shown after a time, each with what came of whom it showed. */
export async function readShownLists(db: Db, since: Date): Promise<ShownList[]> {
  const rows = await shownSince(db, since);
  const postingIds = [...new Set(rows.map((row) => row.postingId))];
  const outcomes = attributed(rows, postingIds.length === 0 ? null : await actsFor(db, postingIds, since));
  const lists = new Map<string, ShownList & { readonly showings: Showing[] }>();
  for (const row of rows) {
    const { postingId, listId, accountId, companyId, at } = row;
    const list = lists.get(listId) ?? { listId, postingId, accountId, companyId, at, showings: [] };
    lists.set(listId, list);
    const { memberId, rank, parts } = row;
    list.showings.push({ memberId, rank, parts, outcome: outcomes.get(row) ?? 'shown' });
  }
  return [...lists.values()];
}
