import type { BriefPlan } from '../brief-plan.ts';
import type { Concepts } from '../concepts/concepts.ts';
import { findByQuery, isSure, type TermCount } from '../query/find-by-query.ts';
import type { Query } from '../query/query-model.ts';
import { type Ranked, type RankOptions, rank } from '../rank.ts';
import type { Looking } from '../rules.ts';
import { keepInPlace, keepPassing, visibleTo } from './allowed.ts';
import { intersect } from './bitmap.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { compacted, isWasteful } from './compact.ts';
import { countWords, emptyState, type IndexState, numberOf, profileAt, put, remove } from './index-state.ts';
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
};

export type Ranking = { readonly ranked: readonly Ranked[]; readonly fitting: number; readonly sure: boolean };

/** Every member who may be found by anybody, ready to be searched and ranked. */
export type TalentIndex = {
  readonly size: number;
  readonly state: IndexState;
  /** What stands near what in this network; null before it was learned. */
  concepts: Concepts | null;
  get(memberId: string): Candidate | undefined;
  put(entry: Entry): void;
  remove(memberId: string): void;
  /** Makes the index anew without what people once were, where that has become much of it. */
  tidy(): void;
  /** Counts anew how rare words are; scores change a little for everybody. */
  recount(): void;
  /** The ranked list, how many fit in all, and whether that is exact or the most that there can be. */
  rank(plan: BriefPlan, options: Asking & Omit<RankOptions, 'year'>): Ranking;
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
  return {
    get state() {
      return state;
    },
    concepts: null,
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
    rank(plan, options) {
      const now = month();
      const allowed = visibleTo(state, options.looking);
      if (!options.everybody) keepInPlace(state, allowed, plan.brief);
      keepPassing(state, allowed, options.filter, options.near, now);
      const found = options.query ? findByQuery(state, options.query, allowed, now) : null;
      if (found) intersect(allowed, found.most);
      const { found: best, fitting } = select(state, plan, allowed, scratchFor(state.ids.count), {
        importance: options.importance,
        month: now,
        most: MOST_CLOSELY,
        everybody: options.everybody ?? false,
      });
      const contenders = best.map(({ number, words }) => ({
        candidate: candidateOf(profileAt(state, number), now),
        words,
      }));
      const { ranked } = rank(plan, contenders, { ...options, chosen: true, year: Math.floor(now / 12) });
      return { ranked, fitting, sure: found === null || isSure(found) };
    },
  };
}

/** An index with nobody in it. */
export const emptyIndex = (month: () => number): TalentIndex => indexOf(emptyState(), month);
