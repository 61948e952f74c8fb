import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRoleBrief } from '../../language/index.ts';
import { type BriefPlan, planOf } from '../brief-plan.ts';
import { scoreParts } from '../score.ts';
import type { Candidate } from '../talent-index/candidate.ts';
import { totalScore } from '../weights.ts';
import { type OpenPosting, openPostingOf } from './open-posting.ts';
import {
  emptyPostingIndex,
  inReadersOrder,
  type RankedPosting,
  WORTH_HEARING,
  withoutRepeats,
} from './posting-index.ts';
import { type RoleMet, readingOf, relationsBy, stepFactor, stepOf } from './reader.ts';
import { partsForReader } from './score-for-reader.ts';

const SKILLS = ['python', 'pytorch', 'deep-learning', 'nlp', 'cpp', 'a skill of no lexicon', 'java'];
const ROLES = ['nlp-algorithm-engineer', 'algorithm-engineer', 'backend-engineer', 'ai-product-manager'];
const CITIES = ['beijing', 'shanghai', 'shenzhen'];
const COMPANIES = ['a', 'b', 'c', 'd'];
const RUNGS = ['junior', 'middle', 'senior', 'lead', 'manager'] as const;
const TODAY = 19_447;

const some = (from: readonly string[], most = 4) => fc.uniqueArray(fc.constantFrom(...from), { maxLength: most });
const oneOrNone = <T>(...from: readonly T[]) => fc.option(fc.constantFrom(...from), { nil: null });

const openPosting: fc.Arbitrary<OpenPosting> = fc
  .record({
    id: fc.uuid(),
    companyId: fc.constantFrom(...COMPANIES),
    industryId: oneOrNone('internet', 'ai'),
    title: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    roleId: oneOrNone(...ROLES),
    seniority: oneOrNone(...RUNGS),
    cityIds: some(CITIES, 2),
    remote: fc.boolean(),
    degree: oneOrNone('bachelor' as const, 'master' as const),
    years: fc.option(fc.record({ min: fc.nat(8), max: fc.option(fc.integer({ min: 8, max: 12 }), { nil: null }) }), {
      nil: null,
    }),
    payMost: oneOrNone(300_000, 600_000, 900_000),
    skills: some(SKILLS),
    day: fc.integer({ min: TODAY - 100, max: TODAY }),
  })
  .map(({ skills, ...posting }) => ({
    ...posting,
    asked: skills.map((skill, n) => ({ skill, weight: n % 2 === 0 ? 1 : 0.4, must: n % 2 === 0 })),
  }));

const candidate: fc.Arbitrary<Candidate> = fc.record({
  memberId: fc.constant('reader'),
  cityId: oneOrNone(...CITIES),
  years: fc.nat(15),
  degree: oneOrNone('bachelor' as const, 'master' as const, 'doctor' as const),
  seniority: oneOrNone(...RUNGS),
  roles: fc.array(
    fc.record({ roleId: fc.constantFrom(...ROLES), months: fc.integer({ min: 1, max: 90 }), since: fc.nat(40) }),
    { maxLength: 3 },
  ),
  skills: some(SKILLS).map((skills) =>
    skills.map((skill, n) => ({
      skill,
      level: n % 3 === 0 ? 4 : null,
      lastUsedYear: 2020,
      endorsements: n,
      listed: true,
    })),
  ),
  industries: fc.array(fc.record({ industryId: fc.constantFrom('internet', 'ai'), months: fc.nat(60) }), {
    maxLength: 1,
  }),
  worksFor: fc.constant([]),
  hiddenFrom: fc.constant([]),
  findableBy: fc.constant('nobody' as const),
  openness: fc.constant('closed' as const),
  contactBy: fc.constant('anyone' as const),
  desiredCityIds: some(CITIES, 2),
  desiredPayMin: oneOrNone(400_000, 700_000),
  remote: fc.boolean(),
  verifiedShare: fc.constant(0),
  latestVerified: fc.constant(false),
  tenure: fc.constant(20),
});

const reader = fc.record({ candidate, desiredRoleIds: some(ROLES, 2), year: fc.constant(2023) });
const options = fc.record({
  withoutCompanies: some(COMPANIES, 2).map((ids) => new Set(ids)),
  known: some(COMPANIES, 2).map((ids) => new Set(ids)),
  since: fc.constant(TODAY - 90),
  limit: fc.constant(60),
});

/** Whether a posting is near enough to what the reader can, or would like, to be told of at all. */
function fitsReader(place: number | null, skills: number | null, role: RoleMet | null): boolean {
  if (place === 0) return false;
  return (skills ?? 0) >= 0.3 || Math.max(role?.near ?? 0, role?.wished ?? 0) >= 0.3;
}

/** What a recruiter's plan would be for the posting. */
function planFor(posting: OpenPosting): BriefPlan {
  const brief = readRoleBrief('');
  const stated = <T>(value: T) => ({ value, span: null });
  return planOf(
    {
      ...brief,
      roleId: posting.roleId,
      mustSkills: posting.asked.filter(({ must }) => must).map(({ skill }) => stated(skill)),
      niceSkills: posting.asked.filter(({ must }) => !must).map(({ skill }) => stated(skill)),
      degree: posting.degree && stated(posting.degree),
      years: posting.years && stated(posting.years),
      pay: posting.payMost === null ? null : stated({ min: null, max: posting.payMost, currency: 'CNY' }),
    },
    { industryId: posting.industryId },
  );
}

describe('the postings for a reader', () => {
  test('are those that going through all of them one by one finds, in that order', () => {
    fc.assert(
      fc.property(
        fc.array(openPosting, { maxLength: 60 }),
        reader,
        options,
        fc.nat(8),
        (postings, one, asked, removed) => {
          const index = emptyPostingIndex();
          const byId = new Map(postings.map((posting) => [posting.id, posting]));
          for (const posting of [...postings].reverse()) index.put({ ...posting, title: 'as it was' });
          for (const posting of postings) index.put(posting);
          for (const posting of postings.slice(0, removed)) {
            index.remove(posting.id);
            byId.delete(posting.id);
          }
          const without = new Set(postings.slice(-2).map(({ id }) => id));
          const reading = readingOf(one, relationsBy(null));
          const { found, fitting } = index.find(reading, { ...asked, without });
          const obvious = [...byId.values()].flatMap((posting): RankedPosting[] => {
            if (posting.day < asked.since || without.has(posting.id)) return [];
            if (asked.withoutCompanies.has(posting.companyId)) return [];
            const parts = partsForReader(posting, reading, asked.known.has(posting.companyId));
            if (!fitsReader(parts.place, parts.skills, reading.role(posting.roleId))) return [];
            const score = totalScore(parts);
            return score < WORTH_HEARING ? [] : [{ posting, parts, score }];
          });
          expect(found).toEqual(withoutRepeats(obvious.sort(inReadersOrder), asked.limit));
          expect(fitting).toBe(obvious.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("have the parts that a recruiter's list would give the reader, where both sides ask the same", () => {
    fc.assert(
      fc.property(openPosting, reader, (posting, one) => {
        const mine = partsForReader(posting, readingOf(one, relationsBy(null)), false);
        const theirs = scoreParts(planFor(posting), one.candidate, { steps: null, words: null, year: one.year });
        for (const part of ['skills', 'domain', 'years', 'degree', 'pay'] as const) {
          if (theirs[part] === null) expect(mine[part], part).toBeNull();
          else expect(mine[part], part).toBeCloseTo(theirs[part], 12);
        }
      }),
    );
  });

  test('say nothing worse for a wish that is met, and nothing of what a recruiter weighs about the person', () => {
    fc.assert(
      fc.property(openPosting, reader, (posting, one) => {
        const parts = partsForReader(posting, readingOf(one, relationsBy(null)), false);
        const wished = { ...one, desiredRoleIds: posting.roleId === null ? [] : [posting.roleId] };
        const after = partsForReader(posting, readingOf(wished, relationsBy(null)), false);
        expect(after.role ?? 0).toBeGreaterThanOrEqual(parts.role ?? 0);
        expect([parts.evidence, parts.openness, parts.words]).toEqual([null, null, null]);
      }),
    );
  });
});

describe('the step', () => {
  test('a rung up is best, the same nearly as good, a leap or a step down less', () => {
    const factors = [1, 0, 2, -1, -2].map(stepFactor);
    expect(factors).toEqual([...factors].sort((a, b) => b - a));
  });

  test('another trade is said to be one, whatever the rung', () => {
    const met = { held: 0.1, near: 0.1, by: null, wished: 1, years: 0 };
    expect(stepOf(met, 1)).toBe('change');
    expect(stepOf({ ...met, near: 1 }, 1)).toBe('next');
    expect(stepOf({ ...met, near: 1 }, null)).toBeNull();
  });
});

test('a posting in other money has no pay that could be compared, and a city is named once', () => {
  const row = {
    id: 'p',
    company_id: 'a',
    company_industry_id: null,
    title: 'T',
    role_id: null,
    seniority: 'no such rung',
    city_id: 'beijing',
    brief_city_ids: ['beijing', 'shanghai'],
    remote: false,
    degree: null,
    years_min: null,
    years_max: 3,
    pay_min: 100_000,
    pay_max: null,
    pay_currency: 'USD',
    must_skills: [],
    nice_skills: [],
    published_on: '2023-03-31',
  };
  expect(openPostingOf(row)).toMatchObject({
    payMost: null,
    cityIds: ['beijing', 'shanghai'],
    years: null,
    day: TODAY,
  });
  expect(openPostingOf({ ...row, pay_currency: 'CNY' })).toMatchObject({ payMost: 100_000 });
});
