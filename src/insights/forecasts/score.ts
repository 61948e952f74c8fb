import { wilson } from '../statistics/intervals.ts';

/** A probability and the moment from which it was held. */
export type Belief = { readonly at: Date; readonly probability: number };

/** What somebody held of one forecast that came true or did not. */
export type Held = { readonly beliefs: readonly Belief[]; readonly until: Date; readonly cameTrue: boolean };

/** Each belief with how long it was held, in milliseconds; the last one alone where none was held for any time. */
function spans({ beliefs, until }: Held): (readonly [probability: number, weight: number])[] {
  const before = beliefs.filter((belief) => belief.at <= until).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const held = before.map(({ at, probability }, n) => {
    const end = before[n + 1]?.at ?? until;
    return [probability, end.getTime() - at.getTime()] as const;
  });
  const lasted = held.filter(([, weight]) => weight > 0);
  const last = held.at(-1);
  return lasted.length > 0 ? lasted : last ? [[last[0], 1]] : [];
}

function weighted(held: Held, of: (probability: number) => number): number {
  const all = spans(held);
  const total = all.reduce((sum, [, weight]) => sum + weight, 0);
  return all.reduce((sum, [probability, weight]) => sum + of(probability) * weight, 0) / total;
}

/** The mean of the probabilities that somebody held, by how long they held each. */
export const meanBelief = (held: Held): number => weighted(held, (probability) => probability);

/**
 * Brier's score of one forecast (Brier 1950), as the squared distance from what came: 0 is best, 1 worst, which is half of
 * Brier's own sum over both classes. Each revision counts for as long as it was held, from the first probability to the
 * day of resolution, as in forecasting tournaments (Mellers et al. 2014): somebody who turns round on the last day is
 * not scored as if they had always known.
 */
export const brier = (held: Held): number =>
  weighted(held, (probability) => (probability - (held.cameTrue ? 1 : 0)) ** 2);

export type Score = {
  readonly score: number;
  readonly n: number;
  /** The score of saying 50 % of each of the same forecasts. */
  readonly always50: number;
  /** That of saying of each the share of them that came true, which is only known afterwards. */
  readonly baseRate: number;
};

/** The mean over the forecasts that were told; null where none was. */
export function scoreOf(all: readonly Held[]): Score | null {
  const told = all.filter((held) => spans(held).length > 0);
  if (told.length === 0) return null;
  const n = told.length;
  const rate = told.filter((held) => held.cameTrue).length / n;
  return {
    score: told.reduce((sum, held) => sum + brier(held), 0) / n,
    n,
    always50: 0.25,
    baseRate: rate * (1 - rate),
  };
}

export type Band = {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly mean: number | null;
  readonly cameTrue: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

const BANDS = 5;

/** Whether what was held likely came true often, and what was held unlikely seldom: by bands of a fifth. */
export function calibrationOf(all: readonly Held[]): Band[] {
  const told = all
    .filter((held) => spans(held).length > 0)
    .map((held) => ({ mean: meanBelief(held), cameTrue: held.cameTrue }));
  return Array.from({ length: BANDS }, (_, band) => {
    const among = told.filter(({ mean }) => Math.min(BANDS - 1, Math.floor(mean * BANDS + 1e-9)) === band);
    const n = among.length;
    const came = among.filter(({ cameTrue }) => cameTrue).length;
    const interval = n > 0 ? wilson(came, n) : null;
    return {
      from: band / BANDS,
      to: (band + 1) / BANDS,
      n,
      mean: n > 0 ? among.reduce((sum, { mean }) => sum + mean, 0) / n : null,
      cameTrue: n > 0 ? came / n : null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    };
  });
}
