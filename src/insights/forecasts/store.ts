import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { emit, newId, type Schema, type Text } from '../../platform/index.ts';
import { K } from '../privacy/suppress.ts';
import {
  type Crowd,
  crowdView,
  type ForecastTest,
  type Frozen,
  forecastTest,
  frozenSchema,
  type Outcome,
  outcomeSchema,
  type Resolution,
  resolutionSchema,
} from './model.ts';
import type { Belief } from './score.ts';
import type { ShippedForecast } from './shipped.ts';

type Db = Kysely<Schema>;

/** A forecast as it is kept. */
export type Forecast = {
  readonly id: string;
  readonly enteredBy: string | null;
  readonly authorName: string | null;
  readonly source: string;
  readonly saidOn: string;
  readonly statement: Text;
  readonly about: Text;
  readonly test: ForecastTest;
  readonly frozen: Frozen;
  readonly stated: number | null;
  readonly resolvesOn: string;
  readonly madeUp: boolean;
  readonly crowd: readonly Crowd[];
  readonly enteredAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawal: string | null;
  readonly withdrawn: boolean;
  readonly outcome: Outcome | null;
  readonly resolvedAt: Date | null;
  readonly resolution: Resolution | null;
};

const crowds = z.array(crowdView);

function forecastOf(row: Selectable<Schema['forecast']>): Forecast {
  return {
    id: row.id,
    enteredBy: row.entered_by,
    authorName: row.author_name,
    source: row.source,
    saidOn: row.said_on,
    statement: { zh: row.statement_zh, en: row.statement_en },
    about: { zh: row.about_zh, en: row.about_en },
    test: forecastTest.parse(row.test),
    frozen: frozenSchema.parse(row.frozen),
    stated: row.stated,
    resolvesOn: row.resolves_on,
    madeUp: row.made_up,
    crowd: crowds.parse(row.crowd),
    enteredAt: row.entered_at,
    withdrawnAt: row.withdrawn_at,
    withdrawal: row.withdrawal,
    withdrawn: row.withdrawn_at !== null,
    outcome: row.outcome === null ? null : outcomeSchema.parse(row.outcome),
    resolvedAt: row.resolved_at,
    resolution: row.resolution === null ? null : resolutionSchema.parse(row.resolution),
  };
}

export type Which = 'open' | 'resolved' | 'withdrawn';
export type After = { readonly day: string; readonly id: string };

/** Ids of a page's forecasts: of open ones those that resolve soonest, of others those that were due last. */
export async function selectForecasts(db: Db, which: Which, after: After | null, limit: number) {
  const soonest = which === 'open';
  let query = db.selectFrom('forecast').select(['id', 'resolves_on']);
  if (which === 'withdrawn') query = query.where('withdrawn_at', 'is not', null);
  else query = query.where('withdrawn_at', 'is', null).where('outcome', which === 'open' ? 'is' : 'is not', null);
  if (after) {
    query = query.where((eb) =>
      eb(
        eb.refTuple('resolves_on', 'id'),
        soonest ? '>' : '<',
        eb.tuple(sql<string>`${after.day}::date`, sql<string>`${after.id}::uuid`),
      ),
    );
  }
  const order = soonest ? 'asc' : 'desc';
  return query.orderBy('resolves_on', order).orderBy('id', order).limit(limit).execute();
}

export async function hydrateForecasts(db: Db, ids: readonly string[]): Promise<Map<string, Forecast>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('forecast')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, forecastOf(row)]));
}

/** The names of the members who entered the forecasts, by id. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export type HeldBelief = Belief & { readonly forecastId: string; readonly accountId: string };
const MOST_BELIEFS = 20_000;

/** Probabilities, the oldest first: of some people on some forecasts. */
export async function beliefsOf(
  db: Db,
  forecastIds: readonly string[],
  accountIds: readonly string[],
): Promise<HeldBelief[]> {
  if (forecastIds.length === 0 || accountIds.length === 0) return [];
  const rows = await db
    .selectFrom('forecast_probability')
    .select(['forecast_id', 'account_id', 'probability', 'at'])
    .where('forecast_id', 'in', [...forecastIds])
    .where('account_id', 'in', [...accountIds])
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_BELIEFS)
    .execute();
  return rows.map((row) => ({
    forecastId: row.forecast_id,
    accountId: row.account_id,
    probability: row.probability,
    at: row.at,
  }));
}

export type NewForecast = Pick<
  Forecast,
  'id' | 'enteredBy' | 'authorName' | 'source' | 'saidOn' | 'statement' | 'about' | 'test' | 'frozen'
> &
  Pick<Forecast, 'stated' | 'resolvesOn'>;

const columnsOf = (forecast: NewForecast, at: Date) => ({
  id: forecast.id,
  entered_by: forecast.enteredBy,
  author_name: forecast.authorName,
  source: forecast.source,
  said_on: forecast.saidOn,
  statement_zh: forecast.statement.zh,
  statement_en: forecast.statement.en,
  about_zh: forecast.about.zh,
  about_en: forecast.about.en,
  test: JSON.stringify(forecast.test),
  frozen: JSON.stringify(forecast.frozen),
  stated: forecast.stated,
  resolves_on: forecast.resolvesOn,
  entered_at: at,
});

export async function addForecast(trx: Transaction<Schema>, forecast: NewForecast, at: Date): Promise<void> {
  await trx.insertInto('forecast').values(columnsOf(forecast, at)).execute();
  await emit(trx, { kind: 'forecast.entered', key: forecast.id, at });
}

/** Adds those that come with the program and are not there yet. */
export async function addShippedForecasts(db: Db, shipped: readonly ShippedForecast[], at: Date): Promise<void> {
  const rows = shipped.map(({ author, ...forecast }) =>
    columnsOf({ ...forecast, enteredBy: null, authorName: author, stated: null }, at),
  );
  await db
    .insertInto('forecast')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Takes hold of a forecast until the transaction ends; null where there is none. */
export async function lockForecast(trx: Transaction<Schema>, id: string): Promise<Forecast | null> {
  const row = await trx.selectFrom('forecast').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? forecastOf(row) : null;
}

const latest = sql<{ mean: number; n: string }>`avg(latest.probability)`;

/**
 * Adds a probability, and publishes a new mean of the members' where five or more of them have changed theirs since the last
 * one: two means that are published one after the other then never give one person's away. The author's own
 * is public and not in it. `forecast` is held.
 */
export async function addProbability(
  trx: Transaction<Schema>,
  forecast: Forecast,
  accountId: string,
  probability: number,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('forecast_probability')
    .values({ forecast_id: forecast.id, account_id: accountId, id: newId(), probability, at })
    .execute();
  await emit(trx, { kind: 'forecast.probability', key: forecast.id, at });
  const others = (column: 'account_id') => sql<boolean>`${sql.ref(column)} is distinct from ${forecast.enteredBy}`;
  const changed = await trx
    .selectFrom('forecast_probability')
    .select(({ fn }) => fn.count<string>('account_id').distinct().as('n'))
    .where('forecast_id', '=', forecast.id)
    .where('published', '=', false)
    .where(others('account_id'))
    .executeTakeFirstOrThrow();
  if (Number(changed.n) < K) return;
  const crowd = await trx
    .selectFrom((eb) =>
      eb
        .selectFrom('forecast_probability')
        .select(['account_id', 'probability'])
        .distinctOn('account_id')
        .where('forecast_id', '=', forecast.id)
        .where(others('account_id'))
        .orderBy('account_id')
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .as('latest'),
    )
    .select([latest.as('mean'), sql<string>`count(*)`.as('n')])
    .executeTakeFirstOrThrow();
  const mean = Number(Number(crowd.mean).toFixed(4));
  const published: Crowd[] = [...forecast.crowd, { at: at.toISOString(), mean, n: Number(crowd.n) }];
  await trx
    .updateTable('forecast')
    .set({ crowd: JSON.stringify(published) })
    .where('id', '=', forecast.id)
    .execute();
  await trx
    .updateTable('forecast_probability')
    .set({ published: true })
    .where('forecast_id', '=', forecast.id)
    .where('published', '=', false)
    .execute();
}

export async function withdraw(trx: Transaction<Schema>, id: string, reason: string, at: Date): Promise<void> {
  await trx.updateTable('forecast').set({ withdrawn_at: at, withdrawal: reason }).where('id', '=', id).execute();
  await emit(trx, { kind: 'forecast.withdrawn', key: id, at });
}

export async function dueForecasts(db: Db, today: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('forecast')
    .select('id')
    .where('outcome', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('resolves_on', '<=', today)
    .orderBy('resolves_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Writes how a forecast came out; it stays as it is where it was resolved or withdrawn meanwhile. */
export async function writeResolution(
  trx: Transaction<Schema>,
  id: string,
  outcome: Outcome,
  resolution: Resolution,
  at: Date,
): Promise<void> {
  const written = await trx
    .updateTable('forecast')
    .set({ outcome, resolution: JSON.stringify(resolution), resolved_at: at })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (written) await emit(trx, { kind: 'forecast.resolved', key: id, payload: { outcome }, at });
}

const MOST_TOLD = 2_000;

/** The latest forecasts that came true or did not. */
export async function toldForecasts(db: Db): Promise<Forecast[]> {
  const rows = await db
    .selectFrom('forecast')
    .selectAll()
    .where('outcome', 'in', ['true', 'false'])
    .orderBy('resolves_on', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_TOLD)
    .execute();
  return rows.map(forecastOf);
}

/** How many forecasts each author withdrew, by account. */
export async function withdrawnBy(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('forecast')
    .select(({ fn }) => ['entered_by', fn.countAll<string>().as('n')])
    .where('withdrawn_at', 'is not', null)
    .where('author_name', 'is', null)
    .groupBy('entered_by')
    .limit(MOST_TOLD)
    .execute();
  return new Map(rows.flatMap((row) => (row.entered_by === null ? [] : [[row.entered_by, Number(row.n)] as const])));
}
