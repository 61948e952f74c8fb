import { type Kysely, type Selectable, sql } from 'kysely';
import { type Context, emit, newId, type Schema } from '../platform/index.ts';

export type CircleRow = Selectable<Schema['circle']>;
const MOST_JOINED = 500;
const MOST_OPEN = 2_000;

export async function circlesJoined(db: Kysely<Schema>, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('circle_member')
    .select('circle_id')
    .where('member_id', '=', memberId)
    .limit(MOST_JOINED)
    .execute();
  return rows.map((row) => row.circle_id);
}

/** The companies at which a position of the member's, present or former, is verified. */
export async function verifiedCompaniesOf(db: Kysely<Schema>, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('verification')
    .innerJoin('position', (join) =>
      join
        .onRef('position.member_id', '=', 'verification.member_id')
        .onRef('position.id', '=', 'verification.position_id'),
    )
    .select('position.company_id')
    .where('verification.member_id', '=', memberId)
    .where('verification.state', '=', 'verified')
    .limit(100)
    .execute();
  return rows.flatMap((row) => row.company_id ?? []);
}

export async function schoolsOf(db: Kysely<Schema>, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('education')
    .select('school_id')
    .where('member_id', '=', memberId)
    .limit(100)
    .execute();
  return rows.flatMap((row) => row.school_id ?? []);
}

export async function circleBySlug(db: Kysely<Schema>, slug: string): Promise<CircleRow | undefined> {
  return db.selectFrom('circle').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export async function circlesById(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, CircleRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('circle')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The circles that every member may read. */
export async function openCircleIds(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db
    .selectFrom('circle')
    .select('id')
    .where('kind', 'in', ['topic', 'city'])
    .orderBy('slug')
    .limit(MOST_OPEN)
    .execute();
  return rows.map((row) => row.id);
}

const KIND_ORDER = sql<number>`array_position(array['topic', 'city', 'company', 'school'], kind)`;

type CircleFilter = {
  /** Joined by this member, or not joined by them; both where null. */
  readonly joined: { readonly by: string; readonly is: boolean } | null;
  readonly after: readonly [number, string] | null;
  readonly limit: number;
};

/** Circles by kind, then by slug. */
export async function listCircles(db: Kysely<Schema>, filter: CircleFilter) {
  let query = db.selectFrom('circle').selectAll().select(KIND_ORDER.as('kind_order'));
  if (filter.joined) {
    const { by, is } = filter.joined;
    query = query.where(({ exists, not, selectFrom }) => {
      const membership = exists(
        selectFrom('circle_member')
          .select('joined_at')
          .where('member_id', '=', by)
          .whereRef('circle_member.circle_id', '=', 'circle.id'),
      );
      return is ? membership : not(membership);
    });
  }
  if (filter.after) {
    const [kind, slug] = filter.after;
    query = query.where(sql<boolean>`(${KIND_ORDER}, slug) > (${kind}::int, ${slug})`);
  }
  return query.orderBy(KIND_ORDER).orderBy('slug').limit(filter.limit).execute();
}

/** How many have joined each circle, and its posts since a moment; fans out over members. */
export async function countCircles(db: Kysely<Schema>, ids: readonly string[], since: Date) {
  if (ids.length === 0) return { members: new Map<string, number>(), posts: new Map<string, number>() };
  const [members, posts] = await Promise.all([
    db
      .selectFrom('circle_member')
      .select(['circle_id', (count) => count.fn.countAll<number>().as('n')])
      .where('circle_id', 'in', [...ids])
      .groupBy('circle_id')
      .execute(),
    db
      .selectFrom('post')
      .select(['circle_id', (count) => count.fn.countAll<number>().as('n')])
      .where('circle_id', 'in', [...ids])
      .where('created_at', '>=', since)
      .where('hidden_at', 'is', null)
      .groupBy('circle_id')
      .execute(),
  ]);
  const byCircle = (rows: readonly { circle_id: string; n: number }[]) =>
    new Map(rows.map((row) => [row.circle_id, row.n]));
  return { members: byCircle(members), posts: byCircle(posts) };
}

/** Joins, or leaves; doing so twice changes nothing. */
export async function setMembership(
  context: Context,
  circleId: string,
  memberId: string,
  joins: boolean,
): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const changed = joins
      ? await trx
          .insertInto('circle_member')
          .values({ member_id: memberId, circle_id: circleId, joined_at: at })
          .onConflict((conflict) => conflict.columns(['member_id', 'circle_id']).doNothing())
          .executeTakeFirst()
          .then((result) => result.numInsertedOrUpdatedRows)
      : await trx
          .deleteFrom('circle_member')
          .where('member_id', '=', memberId)
          .where('circle_id', '=', circleId)
          .executeTakeFirst()
          .then((result) => result.numDeletedRows);
    if (!changed) return;
    const kind = joins ? 'circle.joined' : 'circle.left';
    await emit(trx, { kind, key: circleId, payload: { memberId }, audience: [memberId], at });
  });
}

export type NewCircleRow = Omit<CircleRow, 'id' | 'created_at'>;

/** Adds the circle; false where there is one at its address. */
export async function addCircle(context: Context, row: NewCircleRow): Promise<boolean> {
  const id = newId();
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('circle')
      .values({ ...row, id, created_at: at })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return false;
    await emit(trx, { kind: 'circle.made', key: id, at });
    return true;
  });
}
