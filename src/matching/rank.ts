import type { RoleBrief } from '../language/index.ts';
import { DEGREES } from '../language/index.ts';

const LADDER: readonly (string | null)[] = DEGREES;

import type { Candidate, Filter, Parts } from './model.ts';
import { type Looking, mayShow } from './rules.ts';
import { fits, scoreParts, totalScore } from './score.ts';

export type Ranked = {
  readonly candidate: Candidate;
  readonly parts: Parts;
  readonly score: number;
  readonly degree: 1 | 2 | 3 | null;
};

/** Whether somebody passes what the recruiter narrows the list to. */
export function passes(candidate: Candidate, degree: 1 | 2 | 3 | null, filter: Filter): boolean {
  if (filter.cityId !== undefined && candidate.cityId !== filter.cityId) return false;
  if (filter.yearsMin !== undefined && candidate.years < filter.yearsMin) return false;
  if (filter.degree !== undefined) {
    const asked = LADDER.indexOf(filter.degree);
    if (LADDER.indexOf(candidate.degree) < asked) return false;
  }
  if (filter.skill !== undefined && !candidate.skills.has(filter.skill)) return false;
  if (filter.verified === 'true' && !candidate.positions[0]?.verified) return false;
  return filter.connection === undefined || (degree !== null && degree <= filter.connection);
}

/**
 * The people for a brief, best first: who may be shown, fits and passes the filter. Ties are by id, so that the
 * order is always the same. The list holds at most `limit` people.
 */
export function rank(
  brief: RoleBrief,
  candidates: Iterable<Candidate>,
  looking: Looking,
  degreeOf: (memberId: string) => 1 | 2 | 3 | null,
  filter: Filter,
  limit: number,
): { ranked: readonly Ranked[]; fitting: number } {
  const scored: Ranked[] = [];
  for (const candidate of candidates) {
    if (!mayShow(candidate, looking)) continue;
    const alone = scoreParts(brief, candidate, null);
    if (!fits(brief, alone)) continue;
    const degree = degreeOf(candidate.memberId);
    if (!passes(candidate, degree, filter)) continue;
    const parts = scoreParts(brief, candidate, degree);
    scored.push({ candidate, parts, degree, score: totalScore(parts) });
  }
  scored.sort((a, b) => b.score - a.score || (a.candidate.memberId < b.candidate.memberId ? -1 : 1));
  return { ranked: scored.slice(0, limit), fitting: scored.length };
}
