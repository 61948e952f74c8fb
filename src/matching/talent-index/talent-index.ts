import type { BriefPlan } from '../brief-plan.ts';
import type { Concepts } from '../concepts/concepts.ts';
import { type Ranked, type RankOptions, rank } from '../rank.ts';
import { keepInPlace, keepPassing, visibleTo } from './allowed.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { compacted, isWasteful } from './compact.ts';
import { countWords, emptyState, type IndexState, numberOf, profileAt, put, remove } from './index-state.ts';
import type { MatchProfile } from './profile.ts';
import { makeScratch, type Scratch, select } from './select.ts';

/** How many people are looked at closely for one list: twice as many as a recruiter can page to. */
const MOST_CLOSELY = 600;

/** A member as they are put in: what is kept of their profile, and what their words say. */
export type Entry = { readonly profile: MatchProfile; readonly impacts: ReadonlyMap<string, number> };

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
  /** The ranked list, and how many fit in all. `near` gives the people within so many steps, for the filter. */
  rank(
    plan: BriefPlan,
    options: Omit<RankOptions, 'year'> & { readonly near: (steps: number) => Iterable<string> },
  ): { ranked: readonly Ranked[]; fitting: number };
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
    put: ({ profile, impacts }) => put(state, profile, impacts, month()),
    remove: (memberId) => remove(state, memberId),
    recount() {
      state.counted = countWords(state);
    },
    rank(plan, options) {
      const now = month();
      const allowed = visibleTo(state, options.looking);
      keepInPlace(state, allowed, plan.brief);
      keepPassing(state, allowed, options.filter, options.near, now);
      const { found, fitting } = select(state, plan, allowed, scratchFor(state.ids.count), {
        importance: options.importance,
        month: now,
        most: MOST_CLOSELY,
      });
      const contenders = found.map(({ number, words }) => ({
        candidate: candidateOf(profileAt(state, number), now),
        words,
      }));
      const { ranked } = rank(plan, contenders, { ...options, chosen: true, year: Math.floor(now / 12) });
      return { ranked, fitting };
    },
  };
}

/** An index with nobody in it. */
export const emptyIndex = (month: () => number): TalentIndex => indexOf(emptyState(), month);
