import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONTH, someProfiles } from '../../../test/made-profiles.ts';
import { candidateOf } from '../talent-index/candidate.ts';
import { briefOfTraits, sharedTraits } from './shared-traits.ts';

const counting = { people: 1_000, withSkill: (skill: string) => (skill === 'python' ? 800 : 20) };
const people = fc
  .integer({ min: 1, max: 5 })
  .chain((most) => someProfiles(most))
  .filter((profiles) => profiles.length > 0)
  .map((profiles) => profiles.map((profile) => candidateOf(profile, MONTH)));

describe('what people share', () => {
  test('is what more than half of them have, whatever their order', () => {
    fc.assert(
      fc.property(people, (all) => {
        const traits = sharedTraits(all, counting, null);
        const has = {
          skill: (id: string) => all.filter((one) => one.skills.some((fact) => fact.skill === id)),
          role: (id: string) => all.filter((one) => one.roles.some((fact) => fact.roleId === id)),
          level: (id: string) => all.filter((one) => one.seniority === id),
          industry: (id: string) => all.filter((one) => one.industries.some((fact) => fact.industryId === id)),
        };
        for (const { kind, id, weight } of traits) {
          expect(2 * has[kind](id).length).toBeGreaterThan(all.length);
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
        const again = sharedTraits([...all].reverse(), counting, null);
        expect(again.map(({ kind, id }) => [kind, id])).toEqual(traits.map(({ kind, id }) => [kind, id]));
      }),
      { numRuns: 500 },
    );
  });

  test('weighs a rare skill more than one that most have', () => {
    const listed = { level: null, lastUsedYear: null, endorsements: 0, listed: true };
    fc.assert(
      fc.property(people, ([one]) => {
        fc.pre(one !== undefined);
        const knows = { ...one, skills: ['python', 'nlp'].map((skill) => ({ skill, ...listed })) };
        const [first, second] = sharedTraits([knows], counting, null);
        expect([first?.id, second?.id]).toEqual(['nlp', 'python']);
        expect(briefOfTraits([first, second].flatMap((trait) => trait ?? [])).brief.mustSkills).toHaveLength(2);
      }),
      { numRuns: 20 },
    );
  });
});
