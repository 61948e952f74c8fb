import type { Context } from '../../platform/index.ts';
import { auditMatching, type MatchingAudit } from '../audit-matching.ts';
import type { TalentSearch } from '../talent-search.ts';
import { estimateAttention } from './attention.ts';
import { judge, splitLists } from './held-out.ts';
import { GAIN, type LearnedFrom, type Multipliers, type ShownList } from './model.ts';
import { fitWeights } from './pairwise-fit.ts';
import { AS_USUAL } from './score-gradient.ts';
import { forgetShown, KEPT_DAYS, readShownLists } from './shown-store.ts';
import { activeWeights, addWeights, lastRollback } from './weights-store.ts';

/**
 * What has to be there before anything is learned. One recruiter's taste, or one company's, is not made everybody's
 * rule: there have to be several, and of each recruiter only the newest lists count. In this way a loop, in which those
 * who are shown are chosen because they are shown, would need several people to walk it.
 */
export const LEAST = { recruiters: 5, companies: 3, lists: 60, heldOut: 12 } as const;
const LISTS_OF_ONE = 40;
/** The gain in nDCG@10, on lists that were not learned from, below which the weights stay as they are. */
export const LEAST_GAIN = 0.005;
/** The lowest impact ratio may not fall under four fifths, nor by more than this. */
const LEAST_RATIO = 0.8;
const WORSE = 0.02;
const DAY = 86_400_000;

export type Verdict = 'too-few' | 'not-better' | 'unfair' | 'better';

export type Learning = {
  readonly verdict: Verdict;
  /** The version that was made; null where none was. */
  readonly version: number | null;
  readonly multipliers: Multipliers | null;
  /** The impact ratio is null where it did not come to an audit. */
  readonly from: Omit<LearnedFrom, 'impactRatio'> & { readonly impactRatio: LearnedFrom['impactRatio'] | null };
};

/** The newest lists of each recruiter. */
export function boundedByRecruiter(lists: readonly ShownList[]): ShownList[] {
  const newest = [...lists].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.listId < b.listId ? -1 : 1));
  return [...Map.groupBy(newest, (list) => list.accountId).values()].flatMap((own) => own.slice(0, LISTS_OF_ONE));
}

const lowestRatio = (audit: MatchingAudit): number =>
  Math.min(1, ...[...audit.byAge, ...audit.byLanguage].map(({ impactRatio }) => impactRatio));

/** Whether the new weights treat groups no worse than the present ones. */
export const isFair = (present: number, learned: number): boolean =>
  learned >= present - WORSE && (learned >= LEAST_RATIO || learned >= present);

const pairsIn = ({ showings }: ShownList): number =>
  showings.filter(({ outcome }) => GAIN[outcome] > 0).length * (showings.length - 1);

function countsOf(lists: readonly ShownList[], since: Date, now: Date) {
  const times = lists.map((list) => list.at.getTime());
  return {
    lists: lists.length,
    pairs: lists.reduce((sum, list) => sum + pairsIn(list), 0),
    recruiters: new Set(lists.map((list) => list.accountId)).size,
    companies: new Set(lists.map((list) => list.companyId)).size,
    from: new Date(
      times.reduce((a, b) => Math.min(a, b), lists.length > 0 ? now.getTime() : since.getTime()),
    ).toISOString(),
    to: new Date(times.reduce((a, b) => Math.max(a, b), since.getTime())).toISOString(),
  };
}

/**
 * Learns how much each part of the score should weigh from whom recruiters chose of whom they were shown, and ranks by
 * it from now on, where it is better on postings that were kept back and no group fares worse; otherwise all stays as
 * it is. With `dryRun` nothing is changed. After somebody went back to earlier weights only what was shown since is
 * learned from.
 */
export async function learnWeights(
  context: Context,
  index: TalentSearch,
  options: { readonly dryRun: boolean },
): Promise<Learning> {
  const now = context.clock.now();
  if (!options.dryRun) await forgetShown(context);
  const [present, wentBack] = await Promise.all([activeWeights(context.db), lastRollback(context.db)]);
  const since = new Date(Math.max(now.getTime() - KEPT_DAYS * DAY, wentBack?.getTime() ?? 0));
  const all = boundedByRecruiter(await readShownLists(context.db, since));
  const eta = estimateAttention(all);
  const { learn, heldOut } = splitLists(all);
  const counts = countsOf(learn, since, now);
  const none = {
    ...counts,
    eta,
    heldOut: { lists: heldOut.length, leastGain: 0, present: 0, learned: 0 },
    impactRatio: null,
  };
  const enough =
    counts.recruiters >= LEAST.recruiters &&
    counts.companies >= LEAST.companies &&
    counts.lists >= LEAST.lists &&
    heldOut.length >= LEAST.heldOut;
  if (!enough) return { verdict: 'too-few', version: null, multipliers: null, from: none };
  const multipliers = fitWeights(learn, eta);
  const before = { ...AS_USUAL, ...present.multipliers };
  const judged = judge(heldOut, { present: before, learned: multipliers }, eta);
  const better = judged.learned - judged.present >= LEAST_GAIN && judged.leastGain > 0;
  if (!better) {
    return { verdict: 'not-better', version: null, multipliers, from: { ...none, heldOut: judged } };
  }
  const ratios = {
    present: lowestRatio(await auditMatching(context, index, before)),
    learned: lowestRatio(await auditMatching(context, index, multipliers)),
  };
  const from: LearnedFrom = { ...counts, eta, heldOut: judged, impactRatio: ratios };
  if (!isFair(ratios.present, ratios.learned)) return { verdict: 'unfair', version: null, multipliers, from };
  const version = options.dryRun ? null : await addWeights(context, { multipliers, from });
  return { verdict: 'better', version, multipliers, from };
}
