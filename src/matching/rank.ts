import type { BriefPlan } from './brief-plan.ts';
import { passes } from './filter.ts';
import type { Filter, Parts } from './model.ts';
import { type Looking, mayShow } from './rules.ts';
import { fits, scoreParts } from './score.ts';
import type { Candidate } from './talent-index/candidate.ts';
import { type Importance, totalScore } from './weights.ts';

export type Steps = 1 | 2 | 3 | null;

export type Ranked = {
  readonly candidate: Candidate;
  readonly parts: Parts;
  readonly score: number;
  /** How far the one who looks is connected. */
  readonly steps: Steps;
};

/** Somebody to rank, and how much of the brief's words stands in their profile. */
export type Contender = { readonly candidate: Candidate; readonly words: number | null };

export type RankOptions = {
  readonly looking: Looking;
  /** How far the one who looks is connected; three steps may be left out, as they do not count. */
  readonly stepsTo: (memberId: string) => Steps;
  readonly filter: Filter;
  readonly importance: Importance;
  readonly year: number;
  readonly limit: number;
  /** Those who come are known to fit and to pass the filter. */
  readonly chosen?: boolean;
};

/** A number that an id decides and nothing about the person: among equals nobody is first for having come early. */
export function tieOf(id: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < id.length; i++) value = Math.imul(value ^ id.charCodeAt(i), 16_777_619);
  return value >>> 0;
}

export function inOrder(a: Ranked, b: Ranked): number {
  const [one, other] = [a.candidate.memberId, b.candidate.memberId];
  return b.score - a.score || tieOf(one) - tieOf(other) || (one < other ? -1 : 1);
}

/**
 * The people for a brief, best first: who may be shown, fits and passes the filter. Equals stand in an order that
 * depends on nothing but their ids. The list holds at most `limit` people.
 */
export function rank(
  plan: BriefPlan,
  contenders: Iterable<Contender>,
  options: RankOptions,
): { ranked: readonly Ranked[]; fitting: number } {
  const scored: Ranked[] = [];
  for (const { candidate, words } of contenders) {
    if (!mayShow(candidate, options.looking)) continue;
    const steps = options.stepsTo(candidate.memberId);
    if (!options.chosen && !(fits(plan, candidate) && passes(candidate, steps, options.filter))) continue;
    const parts = scoreParts(plan, candidate, { steps, words, year: options.year });
    scored.push({ candidate, parts, steps, score: totalScore(parts, options.importance) });
  }
  scored.sort(inOrder);
  return { ranked: scored.slice(0, options.limit), fitting: scored.length };
}
