import { z } from 'zod';
import type { AccountActor, Context } from '../../platform/index.ts';
import { startOfDay } from './model.ts';
import { isOwnClaim } from './read-forecasts.ts';
import { type Belief, calibrationOf, type Held, scoreOf } from './score.ts';
import { beliefsOf, type Forecast, namesOf, toldForecasts, withdrawnBy } from './store.ts';

const scoreView = z
  .object({ score: z.number(), n: z.number(), always50: z.number(), baseRate: z.number() })
  .meta({ id: 'ForecastScore' });
const bandView = z
  .object({
    from: z.number(),
    to: z.number(),
    n: z.number(),
    mean: z.number().nullable(),
    cameTrue: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'CalibrationBand' });

export const scoresView = z
  .object({
    /** Those who publish probabilities under their own name, the best first. */
    authors: z.array(z.object({ name: z.string(), score: scoreView, withdrawn: z.number(), madeUp: z.boolean() })),
    authorsBands: z.array(bandView),
    /** The members' published means. */
    crowd: scoreView.nullable(),
    mine: scoreView.nullable(),
    myBands: z.array(bandView),
    told: z.number(),
  })
  .meta({ id: 'ForecastScores' });
type Scores = z.output<typeof scoresView>;

const heldOf = (forecast: Forecast, beliefs: readonly Belief[]): Held[] =>
  beliefs.length > 0
    ? [{ beliefs, until: startOfDay(forecast.resolvesOn), cameTrue: forecast.outcome === 'true' }]
    : [];

/**
 * Scores over all forecasts that came true or did not. Only who publishes probabilities under their own name is scored for
 * others to see: what a member adds to somebody else's forecast is scored for that member alone.
 */
export async function scoreForecasters(context: Context, actor: AccountActor): Promise<Scores> {
  const told = await toldForecasts(context.db);
  const authors = new Set(told.flatMap((one) => (isOwnClaim(one) && one.enteredBy ? [one.enteredBy] : [])));
  const people = [...new Set([...authors, actor.id])];
  const [names, withdrawn, beliefs] = [
    await namesOf(context.db, [...authors]),
    await withdrawnBy(context.db),
    await beliefsOf(
      context.db,
      told.map((one) => one.id),
      people,
    ),
  ];
  const of = (forecast: Forecast, accountId: string | null) =>
    beliefs.filter((belief) => belief.forecastId === forecast.id && belief.accountId === accountId);
  const byName = new Map<string, { held: Held[]; withdrawn: number; madeUp: boolean }>();
  const take = (key: string, held: readonly Held[], madeUp: boolean, gone: number) => {
    if (held.length === 0) return;
    const known = byName.get(key) ?? { held: [], withdrawn: gone, madeUp: true };
    byName.set(key, { held: [...known.held, ...held], withdrawn: gone, madeUp: known.madeUp && madeUp });
  };
  for (const forecast of told) {
    if (isOwnClaim(forecast) && forecast.enteredBy) {
      const name = names.get(forecast.enteredBy);
      const gone = withdrawn.get(forecast.enteredBy) ?? 0;
      if (name) take(name, heldOf(forecast, of(forecast, forecast.enteredBy)), forecast.madeUp, gone);
    } else if (forecast.authorName && forecast.stated !== null) {
      const stated = [{ at: forecast.enteredAt, probability: forecast.stated }];
      take(forecast.authorName, heldOf(forecast, stated), forecast.madeUp, 0);
    }
  }
  const mine = told.flatMap((forecast) => heldOf(forecast, of(forecast, actor.id)));
  const crowd = told.flatMap((forecast) =>
    heldOf(
      forecast,
      forecast.crowd.map(({ at, mean }) => ({ at: new Date(at), probability: mean })),
    ),
  );
  return {
    authors: [...byName]
      .flatMap(([name, { held, ...rest }]) => {
        const score = scoreOf(held);
        return score ? [{ name, score, ...rest }] : [];
      })
      .sort((a, b) => a.score.score - b.score.score || (a.name < b.name ? -1 : 1)),
    authorsBands: calibrationOf([...byName.values()].flatMap(({ held }) => held)),
    crowd: scoreOf(crowd),
    mine: scoreOf(mine),
    myBands: calibrationOf(mine),
    told: told.length,
  };
}
