import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRoleBrief } from '../language/index.ts';
import { type Candidate, PARTS } from './model.ts';
import { rank } from './rank.ts';
import { type Looking, mayShow } from './rules.ts';
import { scoreParts, totalScore } from './score.ts';

const company = fc.constantFrom('a', 'b', 'c');
const skill = fc.constantFrom('nlp', 'pytorch', 'cpp', 'python', 'deep-learning', 'sql');
const candidate: fc.Arbitrary<Candidate> = fc.record({
  memberId: fc.integer({ min: 0, max: 40 }).map((n) => `m${n}`),
  cityId: fc.constantFrom('beijing', 'shanghai', null),
  years: fc.integer({ min: 0, max: 30 }),
  degree: fc.constantFrom('bachelor', 'master', 'doctor', null),
  seniority: fc.constantFrom('junior', 'senior', null),
  roleIds: fc.array(fc.constantFrom('nlp-engineer', 'algorithm-engineer', 'accountant'), { maxLength: 3 }),
  skills: fc
    .array(fc.tuple(skill, fc.record({ level: fc.option(fc.integer({ min: 1, max: 5 })), endorsements: fc.nat(9) })))
    .map((entries) => new Map(entries)),
  worksFor: fc.array(company, { maxLength: 2 }),
  hiddenFrom: fc.array(company, { maxLength: 2 }),
  findableBy: fc.constantFrom('nobody', 'connections', 'recruiters'),
  openness: fc.constantFrom('closed', 'listening', 'looking'),
  contactBy: fc.constantFrom('anyone', 'introduction', 'nobody'),
  desiredCityIds: fc.array(fc.constantFrom('beijing', 'shenzhen'), { maxLength: 1 }),
  desiredPayMin: fc.option(fc.integer({ min: 100_000, max: 3_000_000 })),
  remote: fc.boolean(),
  positions: fc.array(
    fc.record({
      id: fc.uuid(),
      roleId: fc.constant(null),
      title: fc.constant('t'),
      companyName: fc.constant('c'),
      verified: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
const ids = fc.array(
  fc.integer({ min: 0, max: 40 }).map((n) => `m${n}`),
  { maxLength: 8 },
);
const looking = fc.record({
  recruiterId: fc.constant('m0'),
  companyIds: fc.array(company, { minLength: 1, maxLength: 2 }),
  applied: ids,
  blocked: ids,
  connected: ids,
});
const toLooking = (raw: {
  recruiterId: string;
  companyIds: string[];
  applied: string[];
  blocked: string[];
  connected: string[];
}): Looking => ({
  recruiterId: raw.recruiterId,
  companyIds: raw.companyIds,
  applied: new Set(raw.applied),
  blocked: new Set(raw.blocked),
  connected: (id) => raw.connected.includes(id),
});
const brief = readRoleBrief('高级NLP算法工程师,北京,3年以上,硕士,熟悉PyTorch、Python,C++优先,60-90K·15薪');
const degree = fc.constantFrom(1, 2, 3, null);

describe('who is on the list', () => {
  test("nobody from the recruiter's own companies, nobody hidden, blocked or applied, whatever the settings", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { selector: (one) => one.memberId, maxLength: 20 }),
        looking,
        (people, raw) => {
          const { ranked } = rank(brief, people, toLooking(raw), () => null, {}, 100);
          for (const { candidate: shown } of ranked) {
            expect(raw.companyIds.some((id) => shown.worksFor.includes(id))).toBe(false);
            expect(raw.companyIds.some((id) => shown.hiddenFrom.includes(id))).toBe(false);
            expect([...raw.applied, ...raw.blocked, raw.recruiterId]).not.toContain(shown.memberId);
            expect(
              shown.findableBy === 'recruiters' ||
                (shown.findableBy === 'connections' && raw.connected.includes(shown.memberId)),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('somebody whom nothing hides may be shown', () => {
    fc.assert(
      fc.property(candidate, (one) => {
        const open = { ...one, memberId: 'm1', findableBy: 'recruiters' as const, worksFor: [], hiddenFrom: [] };
        const nobody = {
          recruiterId: 'm0',
          companyIds: ['a'],
          applied: new Set<string>(),
          blocked: new Set<string>(),
          connected: () => false,
        };
        expect(mayShow(open, nobody)).toBe(true);
      }),
    );
  });

  test('the order is by score, then id, and does not depend on the order they come in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { selector: (one) => one.memberId, maxLength: 20 }),
        looking,
        (people, raw) => {
          const run = (list: readonly Candidate[]) =>
            rank(brief, list, toLooking(raw), () => null, {}, 100).ranked.map((row) => row.candidate.memberId);
          expect(run([...people].reverse())).toEqual(run(people));
        },
      ),
    );
  });
});

describe('the score', () => {
  test('each part, and the whole, stays in its bounds', () => {
    fc.assert(
      fc.property(candidate, degree, (one, steps) => {
        const parts = scoreParts(brief, one, steps);
        for (const part of PARTS) {
          const value = parts[part];
          if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
          if (value !== null) expect(value).toBeLessThanOrEqual(1);
        }
        expect(totalScore(parts)).toBeGreaterThanOrEqual(0);
        expect(totalScore(parts)).toBeLessThanOrEqual(100.000_001);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a skill that is asked for never costs, nor does a closer connection or a verified position', () => {
    const score = (one: Candidate, steps: 1 | 2 | 3 | null) => totalScore(scoreParts(brief, one, steps));
    fc.assert(
      fc.property(candidate, (one) => {
        const more = { ...one, skills: new Map([...one.skills, ['pytorch', { level: 5, endorsements: 9 }] as const]) };
        expect(score(more, null)).toBeGreaterThanOrEqual(score(one, null) - 1e-9);
        expect(score(one, 1)).toBeGreaterThanOrEqual(score(one, 2));
        expect(score(one, 2)).toBeGreaterThanOrEqual(score(one, 3));
        const verified = { ...one, positions: one.positions.map((row) => ({ ...row, verified: true })) };
        expect(score(verified, null)).toBeGreaterThanOrEqual(score(one, null) - 1e-9);
      }),
      { numRuns: 1_000 },
    );
  });
});
