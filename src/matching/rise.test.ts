import { describe, expect, test } from 'vitest';
import { personOf } from '../../bench/measuring/made-people.ts';
import { makeCompanies } from '../../world/companies.ts';
import { makePeople } from '../../world/people.ts';
import { readRoleBrief } from '../language/index.ts';
import { planOf } from './brief-plan.ts';
import type { Facts } from './reasons.ts';
import { bestChange, riseOf, risesOnPage } from './rise.ts';
import { answersOf, scoreParts } from './score.ts';
import { candidateOf } from './talent-index/candidate.ts';
import { readersProfile } from './talent-index/profile.ts';
import { totalScore } from './weights.ts';

const plan = planOf(
  readRoleBrief('算法工程师\uff0c北京\uff0c10年以上\uff0c熟悉Python\u3001PyTorch\u3001C++\u3001机器学习'),
);
const people = makePeople(7, 0, 200, makeCompanies(7, 40), []).map(personOf);
const NOW = new Date('2023-03-31T01:00:00Z');
const what = { zh: '若有 C++ 的经验', en: 'With experience in C++' };

function factsOf(person: (typeof people)[number]): Facts {
  const candidate = candidateOf(
    readersProfile(person, () => null),
    NOW,
  );
  const parts = scoreParts(plan, candidate, { steps: null, words: null, year: 2023 });
  return { plan, person, candidate, parts, steps: null, connections: 0, year: 2023 };
}

describe('what would change the rank', () => {
  test('is always a gain, and names what is asked for and lacking', () => {
    let told = 0;
    for (const person of people) {
      const facts = factsOf(person);
      const change = bestChange(facts);
      if (!change) continue;
      told += 1;
      expect(change.score).toBeGreaterThan(totalScore(facts.parts));
      const lacking = answersOf(plan, facts.candidate, 2023).some(({ how }) => how !== 'itself');
      expect(change.what.en).toMatch(facts.candidate.years < 10 ? /experience in|more years/ : /experience in/);
      if (!lacking) expect(change.what.en).toContain('more years');
    }
    expect(told).toBeGreaterThan(50);
  });

  test('is the score that somebody who has the skill is given', () => {
    const [facts] = people.map(factsOf).filter((one) => bestChange(one)?.what.en.includes('experience'));
    if (!facts) throw new Error('nobody lacks a skill');
    const change = bestChange(facts);
    const named = answersOf(plan, facts.candidate, 2023).find(({ asked }) =>
      change?.what.en.toLowerCase().includes(asked),
    );
    const skill = named?.asked ?? 'cpp';
    const skills = [
      ...facts.candidate.skills.filter((fact) => fact.skill !== skill),
      { skill, level: 3, lastUsedYear: 2023, endorsements: 0, listed: true },
    ];
    const parts = scoreParts(plan, { ...facts.candidate, skills }, { steps: null, words: null, year: 2023 });
    expect(change?.score).toBeCloseTo(totalScore(parts), 9);
  });

  test('is told in places where it passes somebody, and in points where it does not', () => {
    expect(riseOf({ what, score: 70 }, 60, 5, false).text.en).toBe('With experience in C++: about 5 places up');
    expect(riseOf({ what, score: 70 }, 60, 1, true).text.en).toBe('With experience in C++: at least 1 place up');
    expect(riseOf({ what, score: 70 }, 60, 0, false).text.zh).toBe('若有 C++ 的经验\uff1a高 10 分');
  });

  test('counts those above on the page, and says that it may be more where the page is not the first', () => {
    const items = [
      { score: 80, change: null },
      { score: 70, change: { what, score: 75 } },
      { score: 60, change: { what, score: 85 } },
    ];
    expect(risesOnPage(items, 0).map((rise) => rise?.text.en)).toEqual([
      undefined,
      'With experience in C++: 5 points more',
      'With experience in C++: about 2 places up',
    ]);
    expect(risesOnPage(items, 20)[2]?.text.en).toBe('With experience in C++: at least 2 places up');
  });
});
