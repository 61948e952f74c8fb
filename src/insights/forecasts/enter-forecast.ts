import { type AccountActor, type Context, fail, newId } from '../../platform/index.ts';
import { lengthOf } from '../warehouse/index.ts';
import { dayOf, type ForecastInput } from './model.ts';
import { addForecast, addProbability, lockForecast } from './store.ts';
import { tryTest } from './try-test.ts';

const MOST_YEARS = 20;

/** What is known already is no forecast, and what never resolves is none either. */
function requireFuture(input: ForecastInput, today: string): void {
  const { period } = input.test;
  if (period.to < today.slice(0, 7)) {
    throw fail('invalid', 'period-is-over', {
      zh: '检验的时段已经结束：能直接看到的不算预测',
      en: 'The period of the test is over: what can be looked up is no forecast',
    });
  }
  if (input.resolvesOn.slice(0, 7) <= period.to) {
    throw fail('invalid', 'resolves-too-early', {
      zh: '判定日应在检验时段结束之后',
      en: 'It resolves only after the period of its test has ended',
    });
  }
  if (lengthOf({ from: today.slice(0, 7), to: input.resolvesOn.slice(0, 7) }) > MOST_YEARS * 12) {
    throw fail('invalid', 'resolves-too-late', {
      zh: `判定日最晚在 ${MOST_YEARS} 年之内`,
      en: `It resolves within ${MOST_YEARS} years`,
    });
  }
}

function requireProbability(input: ForecastInput): void {
  if (input.claim || input.probability !== null) return;
  throw fail('invalid', 'no-probability', {
    zh: '自己的预测要写明概率',
    en: 'A forecast of your own needs a probability',
  });
}

/** Enters a forecast: from then on its statement and test stand. Returns its id. */
export async function enterForecast(context: Context, actor: AccountActor, input: ForecastInput): Promise<string> {
  const at = context.clock.now();
  const today = dayOf(at);
  requireProbability(input);
  requireFuture(input, today);
  if (input.claim && input.claim.saidOn > today) {
    throw fail('invalid', 'said-in-the-future', { zh: '说法的日期在将来', en: 'The claim is dated in the future' });
  }
  const { frozen } = await tryTest(context, input.test);
  const id = newId();
  await context.db.transaction().execute(async (trx) => {
    await addForecast(
      trx,
      {
        id,
        enteredBy: actor.id,
        authorName: input.claim?.author ?? null,
        source: input.claim?.source ?? '',
        saidOn: input.claim?.saidOn ?? today,
        statement: input.statement,
        about: input.about,
        test: input.test,
        frozen,
        stated: input.claim ? input.probability : null,
        resolvesOn: input.resolvesOn,
      },
      at,
    );
    const forecast = input.claim ? null : await lockForecast(trx, id);
    if (forecast && input.probability !== null) await addProbability(trx, forecast, actor.id, input.probability, at);
  });
  return id;
}
