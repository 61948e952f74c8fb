import { tieOf } from '../rank.ts';
import { totalScore } from '../weights.ts';
import { GAIN, type Multipliers, type ShownList } from './model.ts';
import { propensityAt } from './pairwise-fit.ts';

const DEPTH = 10;
/** One list in four is kept back. */
const KEPT_BACK = 4;
/** One-sided, at 95 %. */
const Z = 1.645;

const chosenIn = ({ showings }: ShownList) => showings.some(({ outcome }) => GAIN[outcome] > 0);

/** Whether what is shown for a posting is kept back. Its id decides, so that the same postings are kept back every time. */
export const isKeptBack = (postingId: string): boolean => (tieOf(postingId) >>> 8) % KEPT_BACK === 0;

/** Lists to learn from and lists to judge by: a posting's lists are all in one of them. Lists without a choice say nothing. */
export function splitLists(lists: readonly ShownList[]): { learn: ShownList[]; heldOut: ShownList[] } {
  const telling = lists.filter(chosenIn);
  const isKept = ({ postingId }: ShownList) => isKeptBack(postingId);
  return { learn: telling.filter((list) => !isKept(list)), heldOut: telling.filter(isKept) };
}

/** The discounted gain of the first ten of one list as these weights would order it, and the most it could be. */
export function dcgOf(list: ShownList, multipliers: Multipliers | null, eta: number): { got: number; most: number } {
  const rows = list.showings.map(({ memberId, parts, outcome, rank }) => ({
    memberId,
    score: totalScore(parts, multipliers ?? {}),
    gain: GAIN[outcome] / propensityAt(rank, eta),
  }));
  const dcg = (gains: readonly number[]) =>
    gains.slice(0, DEPTH).reduce((sum, gain, n) => sum + gain / Math.log2(n + 2), 0);
  const ordered = [...rows].sort((a, b) => b.score - a.score || tieOf(a.memberId) - tieOf(b.memberId));
  return { got: dcg(ordered.map(({ gain }) => gain)), most: dcg(rows.map(({ gain }) => gain).sort((a, b) => b - a)) };
}

export type Judged = {
  readonly lists: number;
  readonly present: number;
  readonly learned: number;
  /** The gain that is at least there with 95 % confidence: the mean less 1.645 standard errors over postings. */
  readonly leastGain: number;
};

/**
 * nDCG@10 of two sets of weights on lists that neither was learned from. What came of a place that is seldom looked at
 * counts more, as in learning, so that weights are not judged by how well they repeat the order that was shown. Sums
 * over all lists are divided, and not list by list: a ratio of two estimates would be led by the list's luck.
 */
export function judge(
  heldOut: readonly ShownList[],
  weights: { readonly present: Multipliers | null; readonly learned: Multipliers },
  eta: number,
): Judged {
  const rows = heldOut.map((list) => ({
    postingId: list.postingId,
    before: dcgOf(list, weights.present, eta),
    after: dcgOf(list, weights.learned, eta).got,
  }));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const most = sum(rows.map(({ before }) => before.most));
  const postings = [...Map.groupBy(rows, ({ postingId }) => postingId).values()];
  const gains = postings.map((own) => sum(own.map(({ before, after }) => after - before.got)));
  const each = gains.length === 0 ? 0 : sum(gains) / gains.length;
  const variance = sum(gains.map((one) => (one - each) ** 2)) / Math.max(1, gains.length - 1);
  const share = (value: number) => (most === 0 ? 0 : value / most);
  return {
    lists: heldOut.length,
    present: share(sum(rows.map(({ before }) => before.got))),
    learned: share(sum(rows.map(({ after }) => after))),
    leastGain: gains.length < 2 ? 0 : share(sum(gains) - Z * Math.sqrt(variance * gains.length)),
  };
}
