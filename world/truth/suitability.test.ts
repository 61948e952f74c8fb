import { describe, expect, test } from 'vitest';
import { makeCompanies } from '../companies.ts';
import { type MadePerson, makePeople } from '../people.ts';
import { makePostingMonths } from '../postings.ts';
import { gradeOf, suitability } from './suitability.ts';

const companies = makeCompanies(3, 80);
const people = makePeople(3, 0, 1_500, companies, []);
const postings = [...makePostingMonths(3, 2_000, companies)].flat().slice(-150);

describe('who would really do well', () => {
  test('is some, and few, for most postings', () => {
    const well = postings.map((posting) => people.filter((person) => gradeOf(suitability(person, posting)) > 0).length);
    expect(well.filter((count) => count > 0).length).toBeGreaterThan(postings.length / 2);
    expect(Math.max(...well)).toBeLessThan(people.length / 10);
  });

  test('does not depend on what a profile says', () => {
    const silent = (person: MadePerson): MadePerson => ({
      ...person,
      name: '',
      headline: '',
      summary: '',
      skills: [],
      openness: 'closed',
      desiredCityIds: [],
      desiredPay: null,
    });
    for (const posting of postings.slice(0, 20)) {
      for (const person of people) expect(suitability(silent(person), posting)).toBe(suitability(person, posting));
    }
  });

  test('rises with what somebody can and with how well they work', () => {
    for (const posting of postings.slice(0, 20)) {
      for (const person of people.slice(0, 300)) {
        const { abilities, craft } = person.aptitude;
        const better = [...abilities].map(([id, practice]) => [id, { ...practice, ability: 1 }] as const);
        const abler = { ...person, aptitude: { ...person.aptitude, abilities: new Map(better) } };
        expect(suitability(abler, posting)).toBeGreaterThanOrEqual(suitability(person, posting));
        // Of two who are not beyond the job, the more careful one does it at least as well.
        if (person.positions.length < 3) {
          const careful = { ...person, aptitude: { ...person.aptitude, craft: Math.min(1, craft + 0.05) } };
          expect(suitability(careful, posting)).toBeGreaterThanOrEqual(suitability(person, posting) - 0.02);
        }
      }
    }
  });

  test('profiles leave out, flatter, and use other words', () => {
    const practised = people.flatMap((person) => [...person.aptitude.abilities.keys()].map((id) => ({ person, id })));
    const said = practised.filter(({ person, id }) => person.skills.some((claim) => claim.id === id));
    expect(said.length / practised.length).toBeGreaterThan(0.35);
    expect(said.length / practised.length).toBeLessThan(0.75);
    const claims = people.flatMap((person) => person.skills.map((claim) => ({ person, claim })));
    const empty = claims.filter(({ person, claim }) => !person.aptitude.abilities.has(claim.id));
    expect(empty.length / claims.length).toBeGreaterThan(0.05);
    expect(empty.length / claims.length).toBeLessThan(0.4);
  });
});
