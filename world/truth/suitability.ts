import { findRole, findSkill } from '../../src/language/index.ts';
import { LAST_MONTH } from '../careers.ts';
import type { MadePerson } from '../people.ts';
import type { MadePosting } from '../postings.ts';
import { kinOf } from '../specialties.ts';

/** How much of an ability in one thing is worth in another that is practised with it, or that is a kind of it. */
const TRANSFER = 0.6;
const clamp = (value: number) => Math.min(1, Math.max(0, value));

function abilityIn(person: MadePerson, skillId: string): number {
  const { abilities } = person.aptitude;
  const own = abilities.get(skillId)?.ability ?? 0;
  const parents = findSkill(skillId)?.parents ?? [];
  let near = 0;
  for (const [id, { ability }] of abilities) {
    const akin = kinOf(skillId).has(id) || parents.includes(id) || findSkill(id)?.parents.includes(skillId) === true;
    if (akin) near = Math.max(near, ability * TRANSFER);
  }
  return Math.max(own, near);
}

function skillFit(person: MadePerson, posting: MadePosting): number {
  let sum = 0;
  let weight = 0;
  for (const [skills, each] of [
    [posting.mustSkills, 1],
    [posting.niceSkills, 0.35],
  ] as const) {
    for (const id of skills) {
      sum += each * abilityIn(person, id);
      weight += each;
    }
  }
  return weight === 0 ? 0.5 : sum / weight;
}

/** Years of the very trade count in full, of a near one by part; a trade learned on the side counts as three years. */
function tradeFit(person: MadePerson, posting: MadePosting): number {
  const asked = findRole(posting.roleId);
  let years = person.aptitude.sideRoleId === posting.roleId ? 3 : 0;
  for (const position of person.positions) {
    const role = findRole(position.roleId);
    const worth = position.roleId === posting.roleId ? 1 : role?.family === asked?.family ? 0.45 : 0.1;
    years += (worth * ((position.end ?? LAST_MONTH) - position.start + 1)) / 12;
  }
  return 1 - Math.exp(-years / 2.5);
}

/** Whether they have grown into what is asked for, and would not be bored by it. */
function levelFit(person: MadePerson, posting: MadePosting): number {
  const first = person.positions.at(-1)?.start ?? LAST_MONTH;
  const grown = ((LAST_MONTH - first + 1) / 12) * (0.7 + 0.6 * person.aptitude.craft);
  const lacking = posting.yearsMin - grown;
  if (lacking > 0) return clamp(1 - 0.16 * lacking);
  const beyond = grown - posting.yearsMin - (posting.seniority === 'senior' ? 10 : 6);
  return clamp(1 - 0.04 * Math.max(0, beyond));
}

function domainFit(person: MadePerson, posting: MadePosting): number {
  return person.positions.some((one) => one.company.industryId === posting.company.industryId) ? 1 : 0.88;
}

function placeFit(person: MadePerson, posting: MadePosting): number {
  return person.aptitude.cityIds.includes(posting.cityId) ? 1 : 0.12;
}

function payFit(person: MadePerson, posting: MadePosting): number {
  const wanted = (person.positions[0]?.yearlyPay ?? 0) * person.aptitude.rise;
  if (wanted <= posting.payMax) return 1;
  return clamp(1 - 2 * (wanted / posting.payMax - 1));
}

/** Below this nobody would do; whom level, place and pay keep below it is not looked at further. */
const WOULD_DO = 0.47;

/**
 * How well a person would really do in a job, 0 to 1, from what they are and not from what their profile says:
 * what they can and how well they work, as far as they would take the job at all. Our own model, set down before the
 * ranker that is measured by it; the ranker never reads it.
 */
export function suitability(person: MadePerson, posting: MadePosting): number {
  const would = placeFit(person, posting) * payFit(person, posting) * levelFit(person, posting);
  if (would < WOULD_DO) return 0;
  const can =
    0.55 * skillFit(person, posting) + 0.27 * tradeFit(person, posting) + 0.18 * clamp(0.2 + person.aptitude.craft);
  return can * domainFit(person, posting) * would;
}

/** 3 would do very well, 2 well, 1 would do, 0 not: the grades of relevance of the benchmark. */
export function gradeOf(value: number): 0 | 1 | 2 | 3 {
  return value >= 0.66 ? 3 : value >= 0.57 ? 2 : value >= WOULD_DO ? 1 : 0;
}
