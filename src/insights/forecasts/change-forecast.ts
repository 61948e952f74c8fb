import type { Transaction } from 'kysely';
import { type AccountActor, type Context, fail, type Schema } from '../../platform/index.ts';
import { dayOf } from './model.ts';
import { mayGiveProbability, mayWithdraw } from './policy.ts';
import { noSuchForecast } from './read-forecasts.ts';
import { addProbability, type Forecast, lockForecast, withdraw } from './store.ts';

async function change(
  context: Context,
  id: string,
  write: (trx: Transaction<Schema>, forecast: Forecast) => Promise<void>,
): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    const forecast = await lockForecast(trx, id);
    if (!forecast) throw noSuchForecast();
    await write(trx, forecast);
  });
}

/** Gives or revises a probability; the ones before are kept. */
export async function giveProbability(
  context: Context,
  actor: AccountActor,
  id: string,
  probability: number,
): Promise<void> {
  const at = context.clock.now();
  await change(context, id, async (trx, forecast) => {
    if (!mayGiveProbability(actor, forecast, dayOf(at))) {
      throw fail('conflict', 'forecast-closed', {
        zh: '这条预测已经判定、撤回或到了判定日，不能再改概率',
        en: 'This forecast is resolved, withdrawn or due: its probabilities stand',
      });
    }
    await addProbability(trx, forecast, actor.id, probability, at);
  });
}

/** Withdraws a forecast; it stays to be seen. */
export async function withdrawForecast(
  context: Context,
  actor: AccountActor,
  id: string,
  reason: string,
): Promise<void> {
  const at = context.clock.now();
  await change(context, id, async (trx, forecast) => {
    if (!mayWithdraw(actor, forecast, dayOf(at))) {
      throw fail('forbidden', 'not-yours-to-withdraw', {
        zh: '只有登记它的分析师能在判定日之前撤回',
        en: 'Only the analyst who entered it can withdraw it, before the day it resolves on',
      });
    }
    await withdraw(trx, id, reason, at);
  });
}
