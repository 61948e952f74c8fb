import type { StoredEvent } from '../platform/index.ts';
import type { BriefPlan } from './brief-plan.ts';
import type { Concepts } from './concepts/concepts.ts';
import type { TermCount } from './query/find-by-query.ts';
import type { Query } from './query/query-model.ts';
import type { RankOptions } from './rank.ts';
import type { Looking } from './rules.ts';
import type { Counted } from './talent-index/index-state.ts';
import type { MatchProfile } from './talent-index/profile.ts';
import type { Asking, Finding, Ranking } from './talent-index/talent-index.ts';

type Everybody = { readonly ids: string[] | null; readonly sure: boolean };

/** What ranking needs of everybody who may be found, wherever that is kept: in this process, or in the database. */
export type TalentSearch = {
  /** How many people may be found. */
  readonly size: number;
  /** How rare words were when they were last counted. */
  readonly counted: Counted;
  /** What stands near what in this network; null before it was learned. */
  concepts: Concepts | null;
  /** The ranked list, how many fit in all, and whether that is exact or the most that there can be. */
  rank(plan: BriefPlan, options: Asking & Omit<RankOptions, 'year'>): Ranking | Promise<Ranking>;
  /** Everybody who fits, in no order, or null where that are more than `most`; and whether these are exactly they. */
  everybody(plan: BriefPlan, options: Finding & { readonly most: number }): Everybody | Promise<Everybody>;
  /** Of everybody who fits and lets it be used in statistics, what they hope for, in 10,000 CNY a year. */
  hopedPay(plan: BriefPlan, options: Finding): readonly number[] | Promise<readonly number[]>;
  /** How many people each term of a query finds by itself among those who may be shown. */
  countTerms(query: Query, looking: Looking): readonly TermCount[] | Promise<readonly TermCount[]>;
  /** The profiles of at most so many people, spread evenly over all of them. */
  profiles(most: number): Iterable<MatchProfile> | AsyncIterable<MatchProfile>;
  /** Counts anew how rare words are; scores change a little for everybody. */
  recount(): void | Promise<void>;
};

/** A search that follows the network. */
export type FollowingSearch = TalentSearch & {
  /** Brings it up to an event; events of other kinds leave it as it is. Telling it twice changes nothing. */
  apply(event: StoredEvent): Promise<void>;
  /** Keeps how far it has come, so that a later start is quick. */
  save(): Promise<void>;
};
