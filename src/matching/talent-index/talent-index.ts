import type { BriefPlan } from '../brief-plan.ts';
import type { Concepts } from '../concepts/concepts.ts';
import type { Filter } from '../model.ts';
import { findByQuery, isSure, type TermCount } from '../query/find-by-query.ts';
import type { Query } from '../query/query-model.ts';
import { type Ranked, type RankOptions, rank } from '../rank.ts';
import type { Looking } from '../rules.ts';
import type { Importance } from '../weights.ts';
import { anyOf, keepInPlace, keepPassing, numbersOf, visibleTo } from './allowed.ts';
import { hasBit, intersect } from './bit-words.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { compacted, isWasteful } from './compact.ts';
import {
  type Counted,
  countWords,
  emptyState,
  type IndexState,
  numberOf,
  profileAt,
  put,
  remove,
} from './index-state.ts';
import type { MatchProfile } from './profile.ts';
import { makeScratch, type Scratch, select } from './select.ts';

/** How many people are looked at closely for one list: twice as many as a recruiter can page to. */
const MOST_CLOSELY = 600;

/** A member as they are put in: what is kept of their profile, what their words say, and what they can be asked for by. */
export type Entry = {
  readonly profile: MatchProfile;
  readonly impacts: ReadonlyMap<string, number>;
  /** Names of further sets that they belong to: words of titles and companies, which count for no score. */
  readonly marks: readonly string[];
};

/** What narrows a list beside the plan. */
export type Asking = {
  /** The people within so many steps, for the filter. */
  readonly near: (steps: number) => Iterable<string>;
  /** A Boolean search, looked up already. */
  readonly query?: Query | null;
  /** Whether the query alone decides who is listed, and the plan only in which order. */
  readonly everybody?: boolean;
  /** Nobody else than these. */
  readonly only?: Iterable<string> | null;
};

/** What decides who is found, without their order. */
export type Finding = Asking & { readonly looking: Looking; readonly filter: Filter };

export type Ranking = { readonly ranked: readonly Ranked[]; readonly fitting: number; readonly sure: boolean };

/** Every member who may be found by anybody, ready to be searched and ranked. */
export type TalentIndex = {
  readonly size: number;
  readonly state: IndexState;
  readonly counted: Counted;
  /** What stands near what in this network; null before it was learned. */
  concepts: Concepts | null;
  get(memberId: string): Candidate | undefined;
  /** The profiles of at most so many people, spread evenly over all of them. */
  profiles(most: number): Iterable<MatchProfile>;
  put(entry: Entry): void;
  remove(memberId: string): void;
  /** Makes the index anew without what people once were, where that has become much of it. */
  tidy(): void;
  /** Counts anew how rare words are; scores change a little for everybody. */
  recount(): void;
  /** The ranked list, how many fit in all, and whether that is exact or the most that there can be. */
  rank(plan: BriefPlan, options: Asking & Omit<RankOptions, 'year'>): Ranking;
  /** Everybody who fits, in no order, or null where that are more than `most`; and whether these are exactly they. */
  everybody(plan: BriefPlan, options: Finding & { readonly most: number }): { ids: string[] | null; sure: boolean };
  /** Of everybody who fits and lets it be used in statistics, what they hope for, in 10,000 CNY a year. */
  hopedPay(plan: BriefPlan, options: Finding): number[];
  /** How many people each term of a query finds by itself among those who may be shown. */
  countTerms(query: Query, looking: Looking): readonly TermCount[];
};

/** An index of what is in `initial`, from now on its own. `month` tells the present month, counted from the year 0. */
export function indexOf(initial: IndexState, month: () => number): TalentIndex {
  let state = initial;
  let scratch: Scratch = makeScratch(0);
  const scratchFor = (count: number): Scratch => {
    if (scratch.skills.length < count) scratch = makeScratch(Math.ceil(count * 1.2));
    return scratch;
  };
  /** Everybody who fits, and the `most` who look best at first sight. */
  const find = (plan: BriefPlan, options: Finding, importance: Importance, most: number) => {
    const now = month();
    const allowed = visibleTo(state, options.looking);
    if (!options.everybody) keepInPlace(state, allowed, plan.brief);
    keepPassing(state, allowed, options.filter, options.near, now);
    if (options.only) intersect(allowed, numbersOf(state, options.only));
    const asked = options.query ? findByQuery(state, options.query, allowed, now) : null;
    if (asked) intersect(allowed, asked.most);
    const everybody = options.everybody ?? false;
    const selected = select(state, plan, allowed, scratchFor(state.ids.count), {
      importance,
      month: now,
      most,
      everybody,
    });
    return { ...selected, sure: asked === null || isSure(asked) };
  };
  return {
    get state() {
      return state;
    },
    get counted() {
      return state.counted;
    },
    concepts: null,
    *profiles(most) {
      const step = Math.max(1, Math.ceil(state.live.size / most));
      let n = 0;
      for (const number of state.live) if (n++ % step === 0) yield profileAt(state, number);
    },
    tidy() {
      if (isWasteful(state)) state = compacted(state);
    },
    get size() {
      return state.live.size;
    },
    get(memberId) {
      const number = numberOf(state, memberId);
      return number === undefined ? undefined : candidateOf(profileAt(state, number), month());
    },
    put: ({ profile, impacts, marks }) => put(state, profile, impacts, marks, month()),
    remove: (memberId) => remove(state, memberId),
    recount() {
      state.counted = countWords(state);
    },
    countTerms: (query, looking) => findByQuery(state, query, visibleTo(state, looking), month()).counts,
    everybody(plan, { most, ...options }) {
      const { fitting, sure } = find(plan, options, {}, 1);
      return { ids: fitting.length > most ? null : fitting.map((n) => state.ids.id(n)), sure };
    },
    hopedPay(plan, options) {
      const { fitting } = find(plan, options, {}, 1);
      const shares = anyOf(state, ['shares-pay']);
      return fitting.flatMap((n) => {
        const pay = state.columns.pay[n] ?? 0;
        return pay > 0 && hasBit(shares, n) ? [pay] : [];
      });
    },
    rank(plan, options) {
      const { found, fitting, sure } = find(plan, options, options.importance, MOST_CLOSELY);
      const now = month();
      const contenders = found.map(({ number, words }) => ({
        candidate: candidateOf(profileAt(state, number), now),
        words,
      }));
      const { ranked } = rank(plan, contenders, { ...options, chosen: true, year: Math.floor(now / 12) });
      return { ranked, fitting: fitting.length, sure };
    },
  };
}

/** An index with nobody in it. */
export const emptyIndex = (month: () => number): TalentIndex => indexOf(emptyState(), month);
