import type { Text } from '../platform/index.ts';
import { skillName } from '../talent/index.ts';
import type { Facts } from './reasons.ts';
import { answersOf, scoreParts } from './score.ts';
import type { Candidate } from './talent-index/candidate.ts';
import { totalScore } from './weights.ts';

/** A change that moves the score by less is not told. */
const LEAST_GAIN = 0.5;

/** One thing that could be otherwise about somebody, and the score that they would then have. */
export type Change = { readonly what: Text; readonly score: number };

function withSkill(candidate: Candidate, skill: string, year: number): Candidate {
  const others = candidate.skills.filter((fact) => fact.skill !== skill);
  return {
    ...candidate,
    skills: [...others, { skill, level: null, lastUsedYear: year, endorsements: 0, listed: true }],
  };
}

/** What could be otherwise: each skill that is asked for and not there itself, and the years that are. */
function changesOf({ plan, candidate, year }: Facts): { what: Text; candidate: Candidate }[] {
  const changes = answersOf(plan, candidate, year)
    .filter(({ how }) => how !== 'itself')
    .map(({ asked }) => {
      const name = skillName(asked);
      return {
        what: { zh: `若有${name.zh}的经验`, en: `With experience in ${name.en}` },
        candidate: withSkill(candidate, asked, year),
      };
    });
  const wanted = plan.brief.years?.value.min ?? 0;
  const more = wanted - candidate.years;
  if (more <= 0) return changes;
  // The years would be in the role that is asked for: there is nothing else that they could be in.
  const role =
    plan.brief.roleId === null ? [] : [{ roleId: plan.brief.roleId, months: Math.ceil(12 * more), since: 0 }];
  const years = Math.round(more * 10) / 10;
  return [
    ...changes,
    {
      what: { zh: `若再多工作 ${years} 年`, en: `With ${years} more years of work` },
      candidate: { ...candidate, years: wanted, roles: [...candidate.roles, ...role] },
    },
  ];
}

/** The single change that would move somebody most, scored anew as a whole; null where none would move them. */
export function bestChange(facts: Facts): Change | null {
  const situation = { steps: facts.steps, words: facts.parts.words, year: facts.year };
  const scoreOf = (candidate: Candidate) => totalScore(scoreParts(facts.plan, candidate, situation), facts.importance);
  const now = totalScore(facts.parts, facts.importance);
  const [best] = changesOf(facts)
    .map(({ what, candidate }) => ({ what, score: scoreOf(candidate) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score - now >= LEAST_GAIN ? best : null;
}

export type Rise = Change & { readonly text: Text };

/** The change as a sentence: how many places it would be worth, or how many points where it is worth no place. */
export function riseOf(change: Change, now: number, places: number, atLeast: boolean): Rise {
  const points = Math.round(change.score - now);
  const { what } = change;
  const text =
    places > 0
      ? {
          zh: `${what.zh}：${atLeast ? '至少前进' : '约前进'} ${places} 位`,
          en: `${what.en}: ${atLeast ? 'at least' : 'about'} ${places} place${places > 1 ? 's' : ''} up`,
        }
      : { zh: `${what.zh}：高 ${points} 分`, en: `${what.en}: ${points} points more` };
  return { ...change, score: Math.round(change.score * 10) / 10, text };
}

/** On a page of a list, which begins at `offset`: how far each one's change would take them. */
export function risesOnPage(
  items: readonly { readonly score: number; readonly change: Change | null }[],
  offset: number,
): (Rise | null)[] {
  return items.map(({ score, change }, at) => {
    if (!change) return null;
    const passed = items.slice(0, at).filter((other) => other.score < change.score).length;
    return riseOf(change, score, passed, offset > 0 && passed === at);
  });
}
