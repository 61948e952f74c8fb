import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONTH, somebody, someLooking, someProfile, someProfiles } from '../../test/made-profiles.ts';
import { readRoleBrief } from '../language/index.ts';
import { planOf } from './brief-plan.ts';
import { PARTS, type Part } from './model.ts';
import { type RankOptions, rank, type Steps } from './rank.ts';
import { mayShow } from './rules.ts';
import { scoreParts } from './score.ts';
import { candidateOf } from './talent-index/candidate.ts';
import type { MatchProfile } from './talent-index/profile.ts';
import { type Importance, NEEDS, totalScore, WEIGHTS } from './weights.ts';

const brief = readRoleBrief('高级NLP算法工程师,北京,3年以上,硕士,熟悉PyTorch、Python,C++优先,60-90K·15薪');
const plan = planOf(brief, { industryId: 'ai' });
const year = 2023;
const steps: fc.Arbitrary<Steps> = fc.constantFrom(1, 2, 3, null);
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const options = (looking: RankOptions['looking']): RankOptions => ({
  looking,
  stepsTo: () => null,
  filter: {},
  importance: {},
  year,
  limit: 100,
});
const contender = (profile: MatchProfile) => ({ candidate: candidateOf(profile, MONTH), words: null });

describe('who is on the list', () => {
  test("nobody from the recruiter's own companies, nobody hidden, blocked or applied, whatever the settings", () => {
    fc.assert(
      fc.property(someProfiles(20), someLooking, (people, looking) => {
        for (const { candidate } of rank(plan, people.map(contender), options(looking)).ranked) {
          expect(looking.companyIds.some((id) => candidate.worksFor.includes(id))).toBe(false);
          expect(looking.companyIds.some((id) => candidate.hiddenFrom.includes(id))).toBe(false);
          expect([...looking.applied, ...looking.blocked, looking.recruiterId]).not.toContain(candidate.memberId);
          expect(candidate.findableBy === 'recruiters' || looking.connections.has(candidate.memberId)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('somebody whom nothing hides may be shown', () => {
    const nobody: ReadonlySet<string> = new Set();
    fc.assert(
      fc.property(someProfile, (profile) => {
        const open = {
          ...candidateOf(profile, MONTH),
          findableBy: 'recruiters' as const,
          worksFor: [],
          hiddenFrom: [],
        };
        const looking = { recruiterId: '', companyIds: ['x'], applied: nobody, blocked: nobody, connections: nobody };
        expect(mayShow(open, looking)).toBe(true);
      }),
    );
  });

  test('the order does not depend on the order in which people come', () => {
    fc.assert(
      fc.property(someProfiles(20), someLooking, (people, looking) => {
        const run = (list: readonly MatchProfile[]) =>
          rank(plan, list.map(contender), options(looking)).ranked.map((row) => row.candidate.memberId);
        expect(run([...people].reverse())).toEqual(run(people));
      }),
    );
  });
});

describe('the score', () => {
  const scored = (profile: MatchProfile, at: Steps = null, words: number | null = null) =>
    scoreParts(plan, candidateOf(profile, MONTH), { steps: at, words, year });

  test('each part, and the whole, stays in its bounds, whatever matters to the recruiter', () => {
    const importance = fc.dictionary(fc.constantFrom(...PARTS), fc.constantFrom(0, 0.5, 1, 2));
    fc.assert(
      fc.property(someProfile, steps, share, importance, (profile, at, words, weighed) => {
        const parts = scored(profile, at, words);
        for (const part of PARTS) {
          const value = parts[part] ?? 0;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        const total = totalScore(parts, weighed);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100.000_001);
      }),
      { numRuns: 1_000 },
    );
  });

  test('rises with every part, by itself', () => {
    const parts = fc.record(Object.fromEntries(PARTS.map((part) => [part, share])) as Record<Part, typeof share>);
    fc.assert(
      fc.property(parts, fc.constantFrom(...PARTS), fc.double({ min: 0, max: 1, noNaN: true }), (values, part, to) => {
        const now = values[part];
        fc.pre(now !== null && to >= now);
        expect(totalScore({ ...values, [part]: to })).toBeGreaterThanOrEqual(totalScore(values) - 1e-9);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a part that does not matter changes nothing', () => {
    fc.assert(
      fc.property(someProfile, steps, share, fc.constantFrom(...PARTS), (profile, at, words, part) => {
        const parts = scored(profile, at, words);
        const off: Importance = { [part]: 0 };
        const other = { ...parts, [part]: parts[part] === null ? null : 1 - (parts[part] ?? 0) };
        expect(totalScore(other, off)).toBeCloseTo(totalScore(parts, off), 9);
      }),
    );
  });

  test('every part either speaks for somebody or has to be met', () => {
    expect([...Object.keys(WEIGHTS), ...Object.keys(NEEDS)].sort()).toEqual([...PARTS].sort());
  });

  const total = (profile: MatchProfile, at: Steps = null) => totalScore(scored(profile, at));
  test.each<[string, (profile: MatchProfile) => MatchProfile]>([
    [
      'a skill that is asked for, listed at the highest level',
      (one) => {
        // What peers valued of their answers stays theirs.
        const valued = one.skills.find((fact) => fact.skill === 'pytorch')?.valued ?? 0;
        return {
          ...one,
          skills: [
            ...one.skills.filter((fact) => fact.skill !== 'pytorch'),
            { skill: 'pytorch', level: 5, lastUsedYear: 2023, endorsements: 9, listed: true, valued },
          ],
        };
      },
    ],
    ['verified positions', (one) => ({ ...one, positions: one.positions.map((row) => ({ ...row, verified: true })) })],
    ['living where the work is', (one) => ({ ...one, cityId: 'beijing' })],
    ['a higher degree', (one) => ({ ...one, degree: 'doctor' })],
    [
      'hoping for less pay',
      (one) => ({ ...one, desiredPayMin: one.desiredPayMin && Math.floor(one.desiredPayMin / 2) }),
    ],
    ['saying that one is looking', (one) => ({ ...one, openness: 'looking' })],
  ])('%s never costs', (_, better) => {
    fc.assert(
      fc.property(someProfile, (profile) => {
        expect(total(better(profile))).toBeGreaterThanOrEqual(total(profile) - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  test('a closer connection never costs', () => {
    fc.assert(
      fc.property(someProfile, (profile) => {
        expect(total(profile, 1)).toBeGreaterThanOrEqual(total(profile, 2));
        expect(total(profile, 2)).toBeGreaterThanOrEqual(total(profile, 3));
        expect(total(profile, 3)).toBeGreaterThanOrEqual(total(profile, null));
      }),
    );
  });

  test('among equals an id decides, not who came first', () => {
    fc.assert(
      fc.property(
        someProfile,
        fc.uniqueArray(somebody, { minLength: 2, maxLength: 8 }),
        someLooking,
        (one, ids, looking) => {
          const twins = ids.map((memberId) => contender({ ...one, memberId, findableBy: 'recruiters' }));
          const order = rank(plan, twins, options(looking)).ranked.map((row) => row.candidate.memberId);
          const again = rank(plan, [...twins].reverse(), options(looking)).ranked.map((row) => row.candidate.memberId);
          expect(order).toEqual(again);
        },
      ),
    );
  });
});
