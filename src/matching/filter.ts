import { DEGREES } from '../language/index.ts';
import type { Filter } from './model.ts';
import type { Candidate } from './talent-index/candidate.ts';

const LADDER: readonly string[] = DEGREES;

/** The degrees that are at least `degree`; none where it is not one. */
export function degreesFrom(degree: string): readonly string[] {
  const from = LADDER.indexOf(degree);
  return from < 0 ? [] : LADDER.slice(from);
}

/** Whether somebody passes what the recruiter narrows the list to. `steps` is how far they are connected. */
export function passes(candidate: Candidate, steps: 1 | 2 | 3 | null, filter: Filter): boolean {
  if (filter.cityId !== undefined && candidate.cityId !== filter.cityId) return false;
  if (filter.yearsMin !== undefined && candidate.years < filter.yearsMin) return false;
  if (filter.degree !== undefined && !degreesFrom(filter.degree).includes(candidate.degree ?? '')) return false;
  if (filter.skill !== undefined && !candidate.skills.some((fact) => fact.listed && fact.skill === filter.skill))
    return false;
  if (filter.verified === 'true' && !candidate.latestVerified) return false;
  return filter.connection === undefined || (steps !== null && steps <= filter.connection);
}
