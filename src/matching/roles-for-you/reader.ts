import { SENIORITIES, type Seniority } from '../../language/index.ts';
import { nearRolesOf, type Relation, relationsOf } from '../brief-plan.ts';
import type { Concepts } from '../concepts/concepts.ts';
import { heldFor, strengthOf } from '../score.ts';
import type { Candidate, RoleFact } from '../talent-index/candidate.ts';
import type { SkillFact } from '../talent-index/profile.ts';

/** The member who reads: what they can, and what they said that they would like. */
export type Reader = {
  readonly candidate: Candidate;
  readonly desiredRoleIds: readonly string[];
  /** The present year, for how long ago a skill was used. */
  readonly year: number;
};

/** How a skill that is asked for is met by the reader's. */
export type SkillMet = {
  readonly met: number;
  readonly by: SkillFact | null;
  readonly how: Relation['how'] | null;
};

/** How near a role that is asked for is to what the reader did and would like to do. */
export type RoleMet = {
  /** Nearness of what they held, less the shorter and longer ago; 0 to 1. */
  readonly held: number;
  /** The same without the time. */
  readonly near: number;
  readonly by: RoleFact | null;
  /** Nearness to a role that they said they would take. */
  readonly wished: number;
  /** Years in the role or near it, as far as they are near. */
  readonly years: number;
};

const UNMET: SkillMet = { met: 0, by: null, how: null };

/** What answers what, worked out once for all readers: the same relations that a recruiter's brief is scored by. */
export type Relations = {
  readonly concepts: Concepts | null;
  ofSkill(asked: string): readonly (readonly [string, Relation])[];
  ofRole(asked: string): ReadonlyMap<string, number>;
};

export function relationsBy(concepts: Concepts | null): Relations {
  const skills = new Map<string, readonly (readonly [string, Relation])[]>();
  const roles = new Map<string, ReadonlyMap<string, number>>();
  return {
    concepts,
    ofSkill(asked) {
      const known = skills.get(asked);
      if (known) return known;
      const made = relationsOf(asked, 0, concepts);
      skills.set(asked, made);
      return made;
    },
    ofRole(asked) {
      const known = roles.get(asked);
      if (known) return known;
      const made = nearRolesOf(asked, concepts);
      roles.set(asked, made);
      return made;
    },
  };
}

/** A reader made ready for many postings: each skill and role that is asked for is answered once. */
export type Reading = {
  readonly reader: Reader;
  skill(asked: string): SkillMet;
  /** Null where the role is not known. */
  role(asked: string | null): RoleMet | null;
};

function skillMet(
  { candidate, year }: Reader,
  facts: ReadonlyMap<string, SkillFact>,
  related: ReturnType<Relations['ofSkill']>,
) {
  let best = UNMET;
  if (candidate.skills.length === 0) return best;
  for (const [id, { credit, how }] of related) {
    const fact = facts.get(id);
    if (!fact) continue;
    const met = credit * strengthOf(fact, year);
    if (met > best.met) best = { met, by: fact, how };
  }
  return best;
}

function roleMet({ candidate, desiredRoleIds }: Reader, near: ReadonlyMap<string, number>): RoleMet | null {
  if (near.size === 0) return null;
  let best: Pick<RoleMet, 'held' | 'near' | 'by'> = { held: 0, near: 0, by: null };
  let months = 0;
  for (const fact of candidate.roles) {
    const nearness = near.get(fact.roleId) ?? 0;
    const held = nearness * heldFor(fact);
    months += fact.months * nearness;
    if (held > best.held) best = { held, near: nearness, by: fact };
  }
  const wished = desiredRoleIds.reduce((most, id) => Math.max(most, near.get(id) ?? 0), 0);
  return { ...best, wished, years: Math.min(candidate.years, months / 12) };
}

export function readingOf(reader: Reader, relations: Relations): Reading {
  const facts = new Map(reader.candidate.skills.map((fact) => [fact.skill, fact]));
  const skills = new Map<string, SkillMet>();
  const roles = new Map<string, RoleMet | null>();
  return {
    reader,
    skill(asked) {
      let met = skills.get(asked);
      if (!met) {
        met = skillMet(reader, facts, relations.ofSkill(asked));
        skills.set(asked, met);
      }
      return met;
    },
    role(asked) {
      if (asked === null) return null;
      let met = roles.get(asked);
      if (met === undefined) {
        met = roleMet(reader, relations.ofRole(asked));
        roles.set(asked, met);
      }
      return met;
    },
  };
}

/** Where a role stands against the reader's latest: a rung up, the same, further up, down; or another trade. */
export type Step = 'next' | 'same' | 'further-up' | 'down' | 'change';

/** How many rungs up; null where either is not known. */
export function rungsUp(wanted: Seniority | null, has: Seniority | null): number | null {
  return wanted === null || has === null ? null : SENIORITIES.indexOf(wanted) - SENIORITIES.indexOf(has);
}

/** The next step is what most would hear of; the same elsewhere nearly as much, a leap or a step down less. */
export function stepFactor(rungs: number | null): number {
  if (rungs === null || rungs === 0) return 0.95;
  if (rungs === 1) return 1;
  return rungs > 0 ? Math.max(0.5, 1 - 0.2 * (rungs - 1)) : Math.max(0.5, 0.95 + 0.2 * rungs);
}

/** Below this a role is another trade than what the reader did. */
const ANOTHER_TRADE = 0.3;

export function stepOf(met: RoleMet | null, rungs: number | null): Step | null {
  if (met && met.near < ANOTHER_TRADE) return 'change';
  if (rungs === null) return null;
  return rungs === 0 ? 'same' : rungs === 1 ? 'next' : rungs > 1 ? 'further-up' : 'down';
}
