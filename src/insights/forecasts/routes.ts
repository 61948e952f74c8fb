import { z } from 'zod';
import {
  type AccountActor,
  type Actor,
  type Context,
  defineRoute,
  granted,
  members,
  pageOf,
  pageQuery,
  type Route,
  requireAccount,
} from '../../platform/index.ts';
import { giveProbability, withdrawForecast } from './change-forecast.ts';
import { enterForecast } from './enter-forecast.ts';
import { forecastInput, forecastTest, forecastView, probabilitySchema } from './model.ts';
import { listForecasts, noSuchForecast, readForecast } from './read-forecasts.ts';
import { resolveForecast } from './resolve-forecasts.ts';
import { scoreForecasters, scoresView } from './score-forecasters.ts';
import { hydrateForecasts } from './store.ts';
import { explainTest, triedView, tryTest } from './try-test.ts';

const tag = 'insights';
const analysts = granted('analyst');
const params = z.object({ forecastId: z.uuid() });

type Call = { readonly context: Context; readonly actor: Actor; readonly params: { readonly forecastId: string } };

/** Does something to the forecast, and answers it as it then is. */
async function after(call: Call, act: (actor: AccountActor, id: string) => Promise<void>) {
  const actor = requireAccount(call.actor);
  await act(actor, call.params.forecastId);
  return readForecast(call.context, actor, call.params.forecastId);
}

function readingRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/insights/forecasts',
      operationId: 'listForecasts',
      tag,
      summary: 'The ledger of forecasts: what is open, resolved or withdrawn',
      allow: members,
      query: pageQuery.extend({ which: z.enum(['open', 'resolved', 'withdrawn']).default('open') }),
      reply: pageOf(forecastView),
      handle: ({ context, actor, query }) => listForecasts(context, requireAccount(actor), query),
    }),
    defineRoute({
      method: 'GET',
      path: '/insights/forecasts/scores',
      operationId: 'listForecastScores',
      tag,
      summary: "Forecasters' Brier scores and calibration",
      allow: members,
      reply: scoresView,
      handle: ({ context, actor }) => scoreForecasters(context, requireAccount(actor)),
    }),
    defineRoute({
      method: 'GET',
      path: '/insights/forecasts/:forecastId',
      operationId: 'getForecast',
      tag,
      summary: 'One forecast',
      allow: members,
      params,
      reply: forecastView,
      handle: ({ context, actor, params: { forecastId } }) => readForecast(context, requireAccount(actor), forecastId),
    }),
    defineRoute({
      method: 'GET',
      path: '/insights/forecasts/:forecastId/test',
      operationId: 'explainForecastTest',
      tag,
      summary: "A forecast's test as statements, and how it comes out for the latest such months",
      allow: members,
      params,
      reply: triedView,
      perMinute: 60,
      handle: async ({ context, params: { forecastId } }) => {
        const forecast = (await hydrateForecasts(context.db, [forecastId])).get(forecastId);
        if (!forecast) throw noSuchForecast();
        return explainTest(context, forecast.test, forecast.frozen);
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/insights/forecasts/:forecastId/probability',
      operationId: 'giveProbability',
      tag,
      summary: "Gives or revises one's own probability",
      allow: members,
      params,
      body: z.object({ probability: probabilitySchema }),
      reply: forecastView,
      perMinute: 60,
      handle: (call) => after(call, (actor, id) => giveProbability(call.context, actor, id, call.body.probability)),
    }),
  ];
}

function analystRoutes(): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/insights/forecasts',
      operationId: 'enterForecast',
      tag,
      summary: 'Enters a forecast',
      allow: analysts,
      body: forecastInput,
      reply: forecastView,
      status: 201,
      perMinute: 30,
      handle: async ({ context, actor, body }) => {
        const account = requireAccount(actor);
        return readForecast(context, account, await enterForecast(context, account, body));
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/insights/forecasts/test',
      operationId: 'tryForecastTest',
      tag,
      summary: 'What a test says in words and in SQL, and how it comes out today',
      allow: analysts,
      body: z.object({ test: forecastTest }),
      reply: triedView,
      perMinute: 60,
      handle: async ({ context, body }) => (await tryTest(context, body.test)).tried,
    }),
    defineRoute({
      method: 'POST',
      path: '/insights/forecasts/:forecastId/withdrawal',
      operationId: 'withdrawForecast',
      tag,
      summary: 'Withdraws a forecast, which stays to be seen',
      allow: analysts,
      params,
      body: z.object({ reason: z.string().trim().min(1).max(400) }),
      reply: forecastView,
      handle: (call) => after(call, (actor, id) => withdrawForecast(call.context, actor, id, call.body.reason)),
    }),
    defineRoute({
      method: 'POST',
      path: '/insights/forecasts/:forecastId/resolution',
      operationId: 'resolveForecast',
      tag,
      summary: 'Resolves a forecast that is due, by the data',
      allow: analysts,
      params,
      reply: forecastView,
      perMinute: 30,
      handle: (call) => after(call, (actor, id) => resolveForecast(call.context, actor, id)),
    }),
  ];
}

/** The ledger of forecasts. */
export function forecastRoutes(): Route[] {
  return [...readingRoutes(), ...analystRoutes()];
}
