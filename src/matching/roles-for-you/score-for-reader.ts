import type { Parts } from '../model.ts';
import { degreeMet, domainMet, payMet, yearsMet } from '../score.ts';
import type { OpenPosting } from './open-posting.ts';
import { type Reading, type RoleMet, rungsUp, stepFactor } from './reader.ts';

/** Where the reader lives, when they said that they would go elsewhere. */
const HOME_BESIDE_WISHES = 0.9;
const REMOTE_UNASKED = 0.8;

/** Whether the work is where the reader lives or would go; null where either is not known. */
export function placeForReader(
  cityIds: readonly string[],
  remote: boolean,
  { candidate }: Pick<Reading['reader'], 'candidate'>,
): number | null {
  const wishes = candidate.desiredCityIds;
  if (cityIds.length === 0 || (candidate.cityId === null && wishes.length === 0)) return null;
  if (cityIds.some((id) => wishes.includes(id))) return 1;
  if (candidate.cityId !== null && cityIds.includes(candidate.cityId))
    return wishes.length === 0 ? 1 : HOME_BESIDE_WISHES;
  return remote ? (candidate.remote ? 1 : REMOTE_UNASKED) : 0;
}

/** The role as far as it is near what was done or is wished for, and a step that one would take. */
export function roleForReader(met: RoleMet | null, rungs: number | null): number | null {
  return met && Math.max(met.held, met.wished) * stepFactor(rungs);
}

function skillsForReader(posting: OpenPosting, reading: Reading): number | null {
  let [met, all] = [0, 0];
  for (const { skill, weight } of posting.asked) {
    met += weight * reading.skill(skill).met;
    all += weight;
  }
  return all === 0 ? null : met / all;
}

/**
 * The parts of the score from the reader's side: the same as a recruiter's, of the same facts, but for three. The step
 * counts (a rung up is welcome, not only near), the place is where they would rather be, and a company where they know
 * somebody is in reach. What makes a recruiter surer of a person (evidence, openness) says nothing of a posting.
 */
export function partsForReader(posting: OpenPosting, reading: Reading, knowsSomebody: boolean): Parts {
  const { reader } = reading;
  const { candidate } = reader;
  const role = reading.role(posting.roleId);
  const hoped = candidate.desiredPayMin;
  return {
    skills: skillsForReader(posting, reading),
    role: roleForReader(role, rungsUp(posting.seniority, candidate.seniority)),
    domain: posting.industryId === null ? null : domainMet(candidate, posting.industryId),
    words: null,
    years: posting.years && yearsMet(candidate.years, role?.years ?? candidate.years, posting.years),
    place: placeForReader(posting.cityIds, posting.remote, reader),
    degree: posting.degree === null ? null : degreeMet(posting.degree, candidate),
    pay: posting.payMost === null || hoped === null ? null : payMet(hoped, posting.payMost),
    evidence: null,
    reach: knowsSomebody ? 1 : 0,
    openness: null,
  };
}
