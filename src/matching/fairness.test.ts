import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personOf } from '../../bench/measuring/made-people.ts';
import { makeCompanies } from '../../world/companies.ts';
import { makePeople } from '../../world/people.ts';
import { readRoleBrief } from '../language/index.ts';
import type { Person } from '../talent/index.ts';
import { planOf } from './brief-plan.ts';
import { gapsAndTold, PROTECTED, ratesByGroup, unlikeTwins } from './fairness.ts';
import { mayShow } from './rules.ts';
import { scoreParts } from './score.ts';
import { candidateOf } from './talent-index/candidate.ts';
import { entryOf } from './talent-index/feed.ts';
import { withoutProtected } from './talent-index/without-protected.ts';
import { totalScore } from './weights.ts';

const people = makePeople(7, 0, 300, makeCompanies(7, 40), []).map(personOf);
const plan = planOf(readRoleBrief('算法工程师,北京,3年以上,本科,熟悉Python、机器学习,35岁以下,限男性'));
const NOW = new Date('2023-03-31T01:00:00Z');

function score(person: Person): number {
  const entry = entryOf(person, () => 'internet');
  if (!entry) return 0;
  return totalScore(scoreParts(plan, candidateOf(entry.profile, NOW), { steps: null, words: null, year: 2023 }));
}

describe('name, age, school and when somebody came', () => {
  test('do not move a score, also where a description asks for them', () => {
    expect(unlikeTwins(score, people)).toEqual([]);
  });

  test('leave no trace in what the index keeps, words included', () => {
    for (const person of people) {
      for (const change of Object.values(PROTECTED)) {
        expect(entryOf(change(person), () => null)).toEqual(entryOf(person, () => null));
      }
    }
  });

  test.each<[string, (person: Person) => number]>([
    ['age', (person) => ((person.member.birth_year ?? 0) > 1988 ? 5 : 0)],
    ['name', (person) => (person.member.name.includes('芳') ? -3 : 0)],
    ['school', (person) => (person.education.some((row) => row.school_id === 'tsinghua') ? 4 : 0)],
  ])('a ranker that is made to look at the %s is found out', (what, bias) => {
    const found = unlikeTwins((person) => score(person) + bias(person), people);
    expect(found.length).toBeGreaterThan(10);
    expect(new Set(found.map(({ differsIn }) => differsIn))).toContain(what);
  });
});

describe('a pause in a career, and what is told of sex, marriage, origin, household registration and photos', () => {
  const changes = gapsAndTold('2023-03-01');
  const differ = (what: string) => people.filter((person) => changes[what]?.(person) !== person);

  test('does not move a score', () => {
    expect(unlikeTwins(score, people, changes)).toEqual([]);
  });

  test.each(Object.keys(changes))('%s is a change that many of the people can have', (what) => {
    expect(differ(what).length).toBeGreaterThan(100);
  });

  test('what is told leaves no trace in what the index keeps, words included', () => {
    for (const person of people.slice(0, 50)) {
      const kept = entryOf(person, () => null);
      for (const [what, change] of Object.entries(changes)) {
        if (!what.startsWith('told')) continue;
        expect(
          entryOf(change(person), () => null),
          what,
        ).toEqual(kept);
      }
    }
  });

  test.each<[string, (person: Person) => number]>([
    [
      'a pause of two years',
      (person) => -0.05 * (2023 - Number((person.positions[1]?.end_month ?? '2023').slice(0, 4))),
    ],
    ['a pause since', (person) => (person.positions.some((row) => row.end_month === null) ? 0 : -3)],
    ['told', (person) => (person.member.summary.includes('女') ? -3 : 0)],
  ])('a ranker that minds %s is found out', (what, bias) => {
    const found = unlikeTwins((person) => score(person) + bias(person), people, changes);
    expect(found.filter(({ differsIn }) => differsIn.startsWith(what)).length).toBeGreaterThan(10);
  });

  test('the network has no column for any of it', async () => {
    const columns = Object.keys(people[0]?.member ?? {}).join(' ');
    expect(columns).not.toMatch(/sex|gender|photo|avatar|birthplace|hukou|marital|ethnic/);
  });

  test('words of trades that look alike stay', () => {
    const text = '女装电商，家族企业，5年经验，single-page app，户口簿识别，单身公寓产品';
    expect(withoutProtected(text)).toBe(text);
  });
});

describe('rates by group', () => {
  test('are as counted by hand', () => {
    const groups = ['a', 'b', 'a', 'a', 'b', 'b', 'b', 'b', 'a', 'a'];
    const [a, b] = ratesByGroup([{ groups, selected: 4 }]);
    expect(a).toMatchObject({ group: 'a', ranked: 5, selected: 3, selectionRate: 0.6, impactRatio: 1 });
    expect(b).toMatchObject({ group: 'b', ranked: 5, selected: 1, selectionRate: 0.2 });
    expect(b?.impactRatio).toBeCloseTo(1 / 3, 12);
    expect(a?.exposure).toBeGreaterThan(1);
  });

  test('of fewer than five people are not shown, and exposure is even on average', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }), fc.nat(20), (groups, selected) => {
        const rates = ratesByGroup([{ groups, selected }]);
        for (const one of rates) {
          expect(one.ranked).toBeGreaterThanOrEqual(5);
          expect(one.impactRatio).toBeLessThanOrEqual(1);
        }
        if (new Set(groups).size === rates.length && rates.length > 0) {
          const even = rates.reduce((sum, one) => sum + (one.exposure * one.ranked) / groups.length, 0);
          expect(even).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

test('in a million random settings nobody hidden is shown', () => {
  let state = 20_230_331;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const some = () => ids.filter(() => below(4) === 0);
  let shown = 0;
  for (let n = 0; n < 1_000_000; n++) {
    const candidate = {
      memberId: ids[below(5)] ?? 'a',
      worksFor: some(),
      hiddenFrom: some(),
      findableBy: (['nobody', 'connections', 'recruiters'] as const)[below(3)] ?? 'nobody',
    };
    const looking = {
      recruiterId: ids[below(5)] ?? 'a',
      companyIds: some(),
      applied: new Set(some()),
      blocked: new Set(some()),
      connections: new Set(some()),
    };
    if (!mayShow(candidate, looking)) continue;
    shown += 1;
    const hidden =
      candidate.findableBy === 'nobody' ||
      (candidate.findableBy === 'connections' && !looking.connections.has(candidate.memberId)) ||
      candidate.memberId === looking.recruiterId ||
      looking.blocked.has(candidate.memberId) ||
      looking.applied.has(candidate.memberId) ||
      candidate.worksFor.some((id) => looking.companyIds.includes(id)) ||
      candidate.hiddenFrom.some((id) => looking.companyIds.includes(id));
    if (hidden) throw new Error(`shown: ${JSON.stringify(candidate)}`);
  }
  expect(shown).toBeGreaterThan(10_000);
});
