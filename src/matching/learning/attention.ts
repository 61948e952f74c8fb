import { GAIN, type ShownList } from './model.ts';

/** How steeply attention falls with the place before anything is known: as one over it (Joachims and others 2017). */
export const USUAL_ETA = 1;
const SURE = 0.4;
const MOST_ETA = 2;
const STEP = 0.01;

type Pair = { readonly chosenAt: number; readonly otherAt: number };

/** The same person shown twice for one posting, at different places, and chosen once. */
function pairsOf(lists: readonly ShownList[]): Pair[] {
  const shown = new Map<string, { rank: number; chosen: boolean }[]>();
  for (const { postingId, showings } of lists) {
    for (const { memberId, rank, outcome } of showings) {
      const key = `${postingId} ${memberId}`;
      const all = shown.get(key) ?? [];
      all.push({ rank, chosen: GAIN[outcome] > 0 });
      shown.set(key, all);
    }
  }
  return [...shown.values()].flatMap((all) => {
    const [one, other] = all;
    if (all.length !== 2 || !one || !other || one.rank === other.rank || one.chosen === other.chosen) return [];
    return one.chosen ? [{ chosenAt: one.rank, otherAt: other.rank }] : [{ chosenAt: other.rank, otherAt: one.rank }];
  });
}

/**
 * How steeply attention falls with the place: a place r is looked at with probability r ** -eta. It is estimated
 * without any experiment from people whom two recruiters, or one on two days, were shown at different places for the
 * same posting: how well they fit is the same both times, so that which showing they were chosen from tells of the
 * places alone (intervention harvesting, Agarwal and others 2019; conditional likelihood). The usual eta is the prior,
 * and stays where there are no such people.
 */
export function estimateAttention(lists: readonly ShownList[]): number {
  const pairs = pairsOf(lists);
  const posterior = (eta: number) =>
    pairs.reduce(
      (sum, { chosenAt, otherAt }) => sum - Math.log1p((chosenAt / otherAt) ** eta),
      -((eta - USUAL_ETA) ** 2) / (2 * SURE * SURE),
    );
  let [best, most] = [USUAL_ETA, posterior(USUAL_ETA)];
  for (let n = 0; n * STEP <= MOST_ETA; n++) {
    const value = posterior(n * STEP);
    if (value > most + 1e-12) [best, most] = [n * STEP, value];
  }
  return Math.round(best * 100) / 100;
}
