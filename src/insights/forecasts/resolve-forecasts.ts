import { type AccountActor, type Context, fail } from '../../platform/index.ts';
import { dayOf } from './model.ts';
import { mayResolve } from './policy.ts';
import { noSuchForecast } from './read-forecasts.ts';
import { SHIPPED_FORECASTS } from './shipped.ts';
import { addShippedForecasts, dueForecasts, type Forecast, hydrateForecasts, writeResolution } from './store.ts';
import { readTest, toldOrNull } from './try-test.ts';

async function resolve(context: Context, forecast: Forecast): Promise<void> {
  const { left, right, verdict, snapshot } = await readTest(context, forecast.test, forecast.frozen.fields);
  const resolution = { reason: verdict.reason, read: toldOrNull(left), against: toldOrNull(right), snapshot };
  await context.db
    .transaction()
    .execute((trx) => writeResolution(trx, forecast.id, verdict.outcome, resolution, context.clock.now()));
}

const BATCH = 50;

/** Makes sure that the forecasts that come with the program are in the ledger. */
export function startLedger(context: Context): Promise<void> {
  return addShippedForecasts(context.db, SHIPPED_FORECASTS, context.clock.now());
}

/** Resolves by the data whatever is due on the network's clock. Returns how many it were. */
export async function resolveDueForecasts(context: Context): Promise<number> {
  const due = await dueForecasts(context.db, dayOf(context.clock.now()), BATCH);
  const found = await hydrateForecasts(context.db, due);
  for (const forecast of found.values()) await resolve(context, forecast);
  return due.length;
}

/** Resolves one that is due now, for an analyst who asks. */
export async function resolveForecast(context: Context, actor: AccountActor, id: string): Promise<void> {
  const forecast = (await hydrateForecasts(context.db, [id])).get(id);
  if (!forecast) throw noSuchForecast();
  if (!mayResolve(actor, forecast, dayOf(context.clock.now()))) {
    throw fail('conflict', 'not-due', {
      zh: '还没有到判定日，或已经判定、撤回',
      en: 'It is not due yet, or it is resolved or withdrawn',
    });
  }
  await resolve(context, forecast);
}
