import { DEGREES, type Degree, SENIORITIES } from '../language/index.ts';
import { type BriefPlan, isEnough, type Relation, VERY_ROLE } from './brief-plan.ts';
import type { Parts } from './model.ts';
import type { Candidate, RoleFact } from './talent-index/candidate.ts';
import type { SkillFact } from './talent-index/profile.ts';

/** What a skill counts that stands in the text alone: somebody used it, and did not think of listing it. */
export const IN_TEXT = 0.65;
/** A listed skill without a level counts like one of level 3. */
const USUAL_LEVEL = 3;
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** How sure a skill is, by level and by how long ago it was used, 0 to 1: 0.62 at level 1 to 1 at level 5, a twentieth less for each year of disuse. */
export function strengthOf(fact: SkillFact, year: number): number {
  if (!fact.listed) return IN_TEXT;
  const level = 0.525 + 0.095 * (fact.level ?? USUAL_LEVEL);
  const unused = fact.lastUsedYear === null ? 0 : Math.max(0, year - fact.lastUsedYear - 1);
  return level * Math.max(0.6, 1 - 0.05 * unused);
}

/** An asked-for skill and what of the person's answers it best. */
export type Answer = {
  readonly asked: string;
  readonly must: boolean;
  readonly by: SkillFact | null;
  readonly how: Relation['how'] | null;
  readonly met: number;
};

/** For each asked-for skill, in order, what answers it best. */
export function answersOf(plan: BriefPlan, candidate: Candidate, year: number): Answer[] {
  const best: Answer[] = plan.asked.map(({ skill, must }) => ({ asked: skill, must, by: null, how: null, met: 0 }));
  for (const fact of candidate.skills) {
    for (const { asked, credit, how } of plan.answers.get(fact.skill) ?? []) {
      const met = credit * strengthOf(fact, year);
      const before = best[asked];
      if (before && met > before.met) best[asked] = { ...before, by: fact, how, met };
    }
  }
  return best;
}

function skillsPart(plan: BriefPlan, candidate: Candidate, year: number): number | null {
  if (plan.askedWeight === 0) return null;
  const met = new Float64Array(plan.asked.length);
  for (const fact of candidate.skills) {
    const relations = plan.answers.get(fact.skill);
    if (!relations) continue;
    const strength = strengthOf(fact, year);
    for (const { asked, credit } of relations) met[asked] = Math.max(met[asked] ?? 0, credit * strength);
  }
  let sum = 0;
  plan.asked.forEach(({ weight }, n) => {
    sum += weight * (met[n] ?? 0);
  });
  return sum / plan.askedWeight;
}

/** A trade counts more the longer it was worked in (two years are nearly all) and the less long ago. */
export function heldFor({ months, since }: RoleFact): number {
  return (0.55 + 0.45 * (1 - Math.exp(-months / 18))) * Math.max(0.6, 1 - since / 120);
}

function rungsApart(plan: BriefPlan, candidate: Candidate): number {
  const wanted = plan.brief.seniority === null ? -1 : SENIORITIES.indexOf(plan.brief.seniority.value);
  const has = candidate.seniority === null ? -1 : SENIORITIES.indexOf(candidate.seniority);
  return wanted < 0 || has < 0 ? 0 : Math.abs(wanted - has);
}

function rolePart(plan: BriefPlan, candidate: Candidate): number | null {
  if (plan.nearRoles.size === 0) return null;
  let held = 0;
  for (const fact of candidate.roles) held = Math.max(held, (plan.nearRoles.get(fact.roleId) ?? 0) * heldFor(fact));
  return held * (1 - Math.min(0.5, 0.1 * rungsApart(plan, candidate)));
}

/** Half for having been in an industry, the rest with the time there. */
export function domainMet(candidate: Candidate, industryId: string): number {
  const months = candidate.industries.find((fact) => fact.industryId === industryId)?.months ?? 0;
  return months === 0 ? 0 : 0.5 + 0.5 * (1 - Math.exp(-months / 24));
}

function domainPart(plan: BriefPlan, candidate: Candidate): number | null {
  if (plan.industryId === null) return null;
  return domainMet(candidate, plan.industryId);
}

/** Years in the role itself or near it, as far as they are near. */
export function relevantYears(plan: BriefPlan, candidate: Candidate): number {
  if (plan.nearRoles.size === 0) return candidate.years;
  const months = candidate.roles.reduce((sum, fact) => sum + fact.months * (plan.nearRoles.get(fact.roleId) ?? 0), 0);
  return Math.min(candidate.years, months / 12);
}

function yearsPart(plan: BriefPlan, candidate: Candidate): number | null {
  const asked = plan.brief.years?.value;
  return asked ? yearsMet(candidate.years, relevantYears(plan, candidate), asked) : null;
}

/** The mean of all years of work and those near the role, against what is asked for; far more than asked counts a little less. */
export function yearsMet(
  years: number,
  relevant: number,
  asked: { readonly min: number; readonly max: number | null },
): number | null {
  if (asked.min === 0 && asked.max === null) return null;
  const counted = 0.5 * years + 0.5 * relevant;
  const enough = asked.min === 0 ? 1 : clamp(counted / asked.min);
  const most = asked.max ?? asked.min + 12;
  return enough * Math.max(0.6, 1 - 0.05 * Math.max(0, years - most));
}

function placePart(plan: BriefPlan, candidate: Candidate): number | null {
  const { cityIds, remote } = plan.brief;
  if (cityIds.length === 0) return null;
  const isAsked = (id: string | null) => cityIds.some((part) => part.value === id);
  if (isAsked(candidate.cityId)) return 1;
  if (candidate.desiredCityIds.some(isAsked)) return 0.9;
  return remote?.value === true ? (candidate.remote ? 1 : 0.8) : 0;
}

function degreePart(plan: BriefPlan, candidate: Candidate): number | null {
  return plan.brief.degree === null ? null : degreeMet(plan.brief.degree.value, candidate);
}

/** Whether the degree is held that is asked for, and how far off it is where not. */
export function degreeMet(degree: Degree, candidate: Candidate): number {
  const asked = DEGREES.indexOf(degree);
  const has = candidate.degree === null ? -1 : DEGREES.indexOf(candidate.degree);
  return has < 0 ? 0.3 : has >= asked ? 1 : Math.max(0, 0.5 - 0.25 * (asked - has - 1));
}

function payPart(plan: BriefPlan, candidate: Candidate): number | null {
  const pay = plan.brief.pay?.value;
  const most = pay?.max ?? pay?.min ?? null;
  if (!most || pay?.currency !== 'CNY' || candidate.desiredPayMin === null) return null;
  return payMet(candidate.desiredPayMin, most);
}

/** Whether what is hoped for is within what is paid at most, and how far above it is where not. */
export const payMet = (hoped: number, most: number): number => (hoped <= most ? 1 : clamp(1 - 2 * (hoped / most - 1)));

/** Three votes in full on answers, in tenths, weigh like four endorsements: these are asked of friends. */
const FULL_VOTES = 30;

function evidencePart(plan: BriefPlan, candidate: Candidate): number {
  let [endorsements, valued] = [0, 0];
  for (const fact of candidate.skills) {
    if (!plan.answers.has(fact.skill)) continue;
    endorsements += fact.endorsements;
    valued += fact.valued ?? 0;
  }
  const verified = candidate.latestVerified ? 0.5 + 0.5 * candidate.verifiedShare : 0.5 * candidate.verifiedShare;
  return 0.5 * verified + 0.5 * (1 - Math.exp(-endorsements / 4 - valued / FULL_VOTES));
}

/** Somebody three steps away cannot be introduced by anybody both know: that is told, and does not count. */
const REACH: Readonly<Record<1 | 2 | 3, number>> = { 1: 1, 2: 0.7, 3: 0 };
const OPENNESS = { looking: 1, listening: 0.7, closed: 0.2 } as const;
/** After about as long as people stay (34 months), somebody who says nothing is a little more likely to listen. */
const USUAL_STAY = 34;

function opennessPart({ openness, tenure }: Candidate): number {
  const said = OPENNESS[openness];
  return openness === 'closed' && tenure !== null && tenure > USUAL_STAY ? said + 0.15 : said;
}

/** What is known of one person beside the profile when they are scored. */
export type Situation = {
  /** How far the one who looks is connected; null further than three steps. */
  readonly steps: 1 | 2 | 3 | null;
  /** How much of the brief's own words stands in the profile, 0 to 1; null where the brief has none. */
  readonly words: number | null;
  /** The present year, for how long ago a skill was used. */
  readonly year: number;
};

/** The parts of the score: bounded, and each rises with what it measures. Pure: the same facts give the same parts. */
export function scoreParts(plan: BriefPlan, candidate: Candidate, situation: Situation): Parts {
  return {
    skills: skillsPart(plan, candidate, situation.year),
    role: rolePart(plan, candidate),
    domain: domainPart(plan, candidate),
    words: situation.words,
    years: yearsPart(plan, candidate),
    place: placePart(plan, candidate),
    degree: degreePart(plan, candidate),
    pay: payPart(plan, candidate),
    evidence: evidencePart(plan, candidate),
    reach: situation.steps === null ? 0 : REACH[situation.steps],
    openness: opennessPart(candidate),
  };
}

/** Whether somebody fits at all: in place, and with enough of the skills or near enough to the role. */
export function fits(plan: BriefPlan, candidate: Candidate): boolean {
  if (placePart(plan, candidate) === 0) return false;
  const has = new Set(candidate.skills.map((fact) => fact.skill));
  const skillPoints = plan.points.reduce(
    (sum, answers) => sum + (answers.find((one) => has.has(one.skill))?.points ?? 0),
    0,
  );
  const rolePoints = candidate.roles.map((fact) => Math.round(VERY_ROLE * (plan.nearRoles.get(fact.roleId) ?? 0)));
  return isEnough(plan, skillPoints, Math.max(0, ...rolePoints));
}
