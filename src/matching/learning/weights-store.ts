import { type Kysely, sql } from 'kysely';
import { type Context, emit, fail, newId, type Schema } from '../../platform/index.ts';
import { PARTS } from '../model.ts';
import { type Importance, needStrength, speakingWeight } from '../weights.ts';
import {
  type LearnedFrom,
  learnedFrom,
  type Multipliers,
  multipliersSchema,
  type WeightsVersionView,
} from './model.ts';
import { AS_USUAL } from './score-gradient.ts';

type Db = Kysely<Schema>;

/** The weights that a list is ranked by. Version 0 are the defaults. */
export type Weights = { readonly version: number; readonly multipliers: Importance };
export const DEFAULT_WEIGHTS: Weights = { version: 0, multipliers: {} };

const MOST_VERSIONS = 100;
/** Two programs that learn at once must not make one version twice. */
const LOCK = 1_909_190_019;

/** A version's weights; the defaults for 0, and for one that is no more. */
export async function weightsOf(db: Db, version: number): Promise<Weights> {
  if (version === 0) return DEFAULT_WEIGHTS;
  const row = await db
    .selectFrom('weights_version')
    .select('multipliers')
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { version, multipliers: multipliersSchema.parse(row.multipliers) } : DEFAULT_WEIGHTS;
}

/** The weights that new lists are ranked by. */
export async function activeWeights(db: Db): Promise<Weights> {
  const choice = await db
    .selectFrom('weights_choice')
    .select('version')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return weightsOf(db, choice?.version ?? 0);
}

/** When somebody last went back to earlier weights; null where nobody has. */
export async function lastRollback(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('weights_choice')
    .select('at')
    .where('rolled_back', '=', true)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

function withWeighs<T extends { readonly multipliers: Multipliers }>(version: T) {
  const own = PARTS.map((part) => [part, speakingWeight(part, version.multipliers)] as const);
  const all = own.reduce((sum, [, weight]) => sum + weight, 0);
  const weighs = own.map(([part, weight]) => [
    part,
    weight > 0 ? weight / all : needStrength(part, version.multipliers),
  ]);
  return { ...version, weighs: Object.fromEntries(weighs) };
}

/** Every version, the newest first, the defaults at the end. */
export async function listWeights(db: Db): Promise<WeightsVersionView[]> {
  const [rows, active] = await Promise.all([
    db.selectFrom('weights_version').selectAll().orderBy('version', 'desc').limit(MOST_VERSIONS).execute(),
    activeWeights(db),
  ]);
  return [
    ...rows.map((row) =>
      withWeighs({
        version: row.version,
        madeAt: row.made_at.toISOString(),
        active: row.version === active.version,
        multipliers: multipliersSchema.parse(row.multipliers),
        learnedFrom: learnedFrom.parse(row.learned_from),
      }),
    ),
    withWeighs({
      version: 0,
      madeAt: null,
      active: active.version === 0,
      multipliers: AS_USUAL,
      learnedFrom: null,
    }),
  ];
}

type Choice = { readonly version: number; readonly by: string | null; readonly rolledBack: boolean; readonly at: Date };

async function choose(trx: Db, { version, by, rolledBack, at }: Choice): Promise<void> {
  const id = newId();
  await trx.insertInto('weights_choice').values({ id, version, chosen_by: by, rolled_back: rolledBack, at }).execute();
  await emit(trx, { kind: 'weights.chosen', key: id, payload: { version }, at });
}

/** Keeps what was learned as the next version, and lets lists be ranked by it from now on. Returns its number. */
export async function addWeights(
  context: Context,
  learned: { readonly multipliers: Multipliers; readonly from: LearnedFrom },
): Promise<number> {
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const { newest } = await trx
      .selectFrom('weights_version')
      .select((eb) => eb.fn.max('version').as('newest'))
      .executeTakeFirstOrThrow();
    const version = (newest ?? 0) + 1;
    await trx
      .insertInto('weights_version')
      .values({
        version,
        made_at: at,
        multipliers: JSON.stringify(learned.multipliers),
        learned_from: JSON.stringify(learned.from),
      })
      .execute();
    await choose(trx, { version, by: null, rolledBack: false, at });
    return version;
  });
}

/**
 * Ranks by another version from now on: earlier weights, or ones that were gone back from. What was learned before
 * going back is not learned again by itself. `by` is null for a command of the operator's.
 */
export async function chooseWeights(context: Context, version: number, by: string | null): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const known = await trx
      .selectFrom('weights_version')
      .select('version')
      .where('version', '=', version)
      .executeTakeFirst();
    if (version !== 0 && !known) {
      throw fail('not-found', 'no-such-weights', { zh: '没有这一版权重', en: 'There are no weights of this version' });
    }
    const active = await activeWeights(trx);
    if (active.version === version) return;
    await choose(trx, { version, by, rolledBack: version < active.version, at });
  });
}
