import fc from 'fast-check';
import type { Looking } from '../src/matching/rules.ts';
import type { MatchProfile } from '../src/matching/talent-index/profile.ts';

/** The month in which these tests live, counted from the year 0: March 2023. */
export const MONTH = 2023 * 12 + 2;

const uuid = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** Forty people and four companies. */
export const somebody: fc.Arbitrary<string> = fc.integer({ min: 1, max: 40 }).map(uuid);
export const someCompany: fc.Arbitrary<string> = fc.integer({ min: 1_001, max: 1_004 }).map(uuid);

const SKILLS = ['nlp', 'pytorch', 'tensorflow', 'cpp', 'python', 'deep-learning', 'sql', 'Seata', 'java'];
const skill = fc.record({
  skill: fc.constantFrom(...SKILLS),
  level: fc.option(fc.integer({ min: 1, max: 5 })),
  lastUsedYear: fc.option(fc.integer({ min: 2010, max: 2023 })),
  endorsements: fc.nat(9),
  listed: fc.boolean(),
  valued: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 10, max: 250 }) },
  ),
});
const position = fc
  .record({
    roleId: fc.option(fc.constantFrom('nlp-engineer', 'algorithm-engineer', 'backend-engineer', 'accountant')),
    seniority: fc.constantFrom('junior', 'senior', 'manager', null),
    companyId: fc.option(someCompany),
    industryId: fc.option(fc.constantFrom('internet', 'ai', 'games')),
    start: fc.integer({ min: MONTH - 300, max: MONTH }),
    end: fc.option(fc.nat(90)),
    verified: fc.boolean(),
  })
  .map((row) => ({ ...row, end: row.end === null ? null : row.start + row.end }));

/** Anybody whom somebody may find. */
export const someProfile: fc.Arbitrary<MatchProfile> = fc
  .record({
    memberId: somebody,
    cityId: fc.constantFrom('beijing', 'shanghai', null),
    degree: fc.constantFrom('associate', 'bachelor', 'master', 'doctor', null),
    positions: fc.array(position, { minLength: 1, maxLength: 4 }),
    skills: fc.uniqueArray(skill, { selector: (fact) => fact.skill, maxLength: 7 }),
    findableBy: fc.constantFrom('connections', 'recruiters'),
    openness: fc.constantFrom('closed', 'listening', 'looking'),
    contactBy: fc.constantFrom('anyone', 'introduction', 'nobody'),
    hiddenFrom: fc.array(someCompany, { maxLength: 2 }),
    desiredCityIds: fc.array(fc.constantFrom('beijing', 'shenzhen'), { maxLength: 1 }),
    desiredRoleIds: fc.array(fc.constantFrom('nlp-engineer', 'algorithm-engineer'), { maxLength: 1 }),
    desiredPayMin: fc.option(fc.integer({ min: 100_000, max: 3_000_000 })),
    remote: fc.boolean(),
  })
  .map((profile) => ({
    ...profile,
    positions: [...profile.positions].sort((a, b) => b.start - a.start),
    skills: profile.skills.map(({ valued, ...fact }) => ({
      ...(fact.listed ? fact : { skill: fact.skill, level: null, lastUsedYear: null, endorsements: 0, listed: false }),
      ...(valued > 0 && { valued }),
    })),
  }));

/** Different people. */
export const someProfiles = (most: number): fc.Arbitrary<MatchProfile[]> =>
  fc.uniqueArray(someProfile, { selector: (profile) => profile.memberId, maxLength: most });

const idSet = fc.array(somebody, { maxLength: 8 }).map((ids): ReadonlySet<string> => new Set(ids));

/** Anybody who looks, with any company, blocks, applicants and connections. */
export const someLooking: fc.Arbitrary<Looking> = fc.record({
  recruiterId: somebody,
  companyIds: fc.array(someCompany, { minLength: 1, maxLength: 2 }),
  applied: idSet,
  blocked: idSet,
  connections: idSet,
});
