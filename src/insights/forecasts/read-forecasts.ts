import { z } from 'zod';
import { type AccountActor, type Context, decodeCursor, encodeCursor, fail, type Text } from '../../platform/index.ts';
import { dayOf, type ForecastView } from './model.ts';
import { mayGiveProbability, mayResolve, mayWithdraw } from './policy.ts';
import {
  beliefsOf,
  type Forecast,
  type HeldBelief,
  hydrateForecasts,
  namesOf,
  selectForecasts,
  type Which,
} from './store.ts';
import { testWords, unitOf } from './words.ts';

const SOMEBODY: Text = { zh: '已离开的成员', en: 'A member who left' };

/** An analyst's claim under their own name: their probability is public. */
export const isOwnClaim = (forecast: Pick<Forecast, 'enteredBy' | 'authorName'>): boolean =>
  forecast.authorName === null && forecast.enteredBy !== null;

function stateOf(forecast: Forecast, today: string): ForecastView['state'] {
  if (forecast.withdrawn) return 'withdrawn';
  if (forecast.outcome !== null) return forecast.outcome;
  return today >= forecast.resolvesOn ? 'due' : 'open';
}

const beliefs = (all: readonly HeldBelief[]) =>
  all.map(({ at, probability }) => ({ at: at.toISOString(), probability }));

function presentForecast(
  actor: AccountActor,
  forecast: Forecast,
  today: string,
  names: ReadonlyMap<string, string>,
  held: readonly HeldBelief[],
): ForecastView {
  const of = (accountId: string | null) =>
    beliefs(held.filter((one) => one.forecastId === forecast.id && one.accountId === accountId));
  const own = isOwnClaim(forecast);
  const name = forecast.authorName ?? names.get(forecast.enteredBy ?? '');
  const statedOnce =
    forecast.stated === null ? [] : [{ at: forecast.enteredAt.toISOString(), probability: forecast.stated }];
  return {
    id: forecast.id,
    statement: forecast.statement,
    author: name === undefined ? SOMEBODY : { zh: name, en: name },
    byMember: own,
    source: forecast.source,
    saidOn: forecast.saidOn,
    about: forecast.about,
    madeUp: forecast.madeUp,
    test: forecast.test,
    words: testWords(forecast.test, forecast.frozen),
    unit: unitOf(forecast.test, forecast.frozen),
    resolvesOn: forecast.resolvesOn,
    enteredAt: forecast.enteredAt.toISOString(),
    state: stateOf(forecast, today),
    stated: own ? of(forecast.enteredBy) : statedOnce,
    mine: of(actor.id),
    crowd: forecast.crowd.at(-1) ?? null,
    resolvedAt: forecast.resolvedAt?.toISOString() ?? null,
    resolution: forecast.resolution,
    withdrawal:
      forecast.withdrawnAt === null
        ? null
        : { at: forecast.withdrawnAt.toISOString(), reason: forecast.withdrawal ?? '' },
    mayGiveProbability: mayGiveProbability(actor, forecast, today),
    mayWithdraw: mayWithdraw(actor, forecast, today),
    mayResolve: mayResolve(actor, forecast, today),
  };
}

/** Forecasts as the reader may see them, in the order of their ids, in a fixed number of queries. */
async function viewForecasts(context: Context, actor: AccountActor, ids: readonly string[]): Promise<ForecastView[]> {
  const found = await hydrateForecasts(context.db, ids);
  const authors = [...found.values()].flatMap((one) => (isOwnClaim(one) && one.enteredBy ? [one.enteredBy] : []));
  const [names, held] = await Promise.all([
    namesOf(context.db, authors),
    beliefsOf(context.db, ids, [...new Set([...authors, actor.id])]),
  ]);
  const today = dayOf(context.clock.now());
  return ids.flatMap((id) => {
    const forecast = found.get(id);
    return forecast ? [presentForecast(actor, forecast, today, names, held)] : [];
  });
}

const cursorKey = z.tuple([z.string(), z.uuid()]);

/** A page of the ledger. */
export async function listForecasts(
  context: Context,
  actor: AccountActor,
  query: { readonly which: Which; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: ForecastView[]; nextCursor: string | null }> {
  const after = decodeCursor(query.cursor, cursorKey);
  const rows = await selectForecasts(
    context.db,
    query.which,
    after && { day: after[0], id: after[1] },
    query.limit + 1,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await viewForecasts(
      context,
      actor,
      page.map((row) => row.id),
    ),
    nextCursor: rows.length > page.length && last ? encodeCursor([last.resolves_on, last.id]) : null,
  };
}

export const noSuchForecast = () =>
  fail('not-found', 'no-such-forecast', { zh: '没有这条预测', en: 'There is no such forecast' });

export async function readForecast(context: Context, actor: AccountActor, id: string): Promise<ForecastView> {
  const [found] = await viewForecasts(context, actor, [id]);
  if (!found) throw noSuchForecast();
  return found;
}
