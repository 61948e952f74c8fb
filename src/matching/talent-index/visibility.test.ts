import { expect, test } from 'vitest';
import { randomOf } from '../../../test/made-lists.ts';
import { MONTH } from '../../../test/made-profiles.ts';
import { readRoleBrief } from '../../language/index.ts';
import { planOf } from '../brief-plan.ts';
import type { Looking } from '../rules.ts';
import type { MatchProfile } from './profile.ts';
import { emptyIndex } from './talent-index.ts';

const PEOPLE = 500;
const LOOKS = 2_000;
const random = randomOf(20_230_331);
const below = (limit: number) => Math.floor(random() * limit);
const uuid = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const company = (n: number) => uuid(1_000_001 + n);
const someCompanies = (share: number) => [0, 1, 2, 3, 4, 5, 6, 7].filter(() => random() < share).map(company);

function somebody(n: number): MatchProfile {
  return {
    memberId: uuid(n),
    positions: [0, 1, 2].map((at) => {
      const start = MONTH - below(200) - at;
      const end = random() < 0.4 ? null : start + below(220);
      return {
        ...{ roleId: null, seniority: null, industryId: null, verified: false, start, end },
        companyId: random() < 0.2 ? null : company(below(8)),
      };
    }),
    findableBy: random() < 0.5 ? 'recruiters' : 'connections',
    hiddenFrom: someCompanies(0.15),
    ...{ cityId: 'beijing', degree: null, skills: [], openness: 'closed', contactBy: 'anyone' },
    ...{ desiredCityIds: [], desiredRoleIds: [], desiredPayMin: null, remote: false },
  };
}

const some = (share: number) =>
  new Set(Array.from({ length: PEOPLE }, (_, n) => uuid(n)).filter(() => random() < share));

/** The rule, as one would write it down from the settings: nothing of the index's own is in it. */
function hides(profile: MatchProfile, looking: Looking): boolean {
  const worksAt = (id: string) =>
    profile.positions.some((row) => row.companyId === id && row.start <= MONTH && (row.end ?? MONTH) >= MONTH);
  return (
    profile.memberId === looking.recruiterId ||
    looking.applied.has(profile.memberId) ||
    looking.blocked.has(profile.memberId) ||
    looking.companyIds.some((id) => worksAt(id) || profile.hiddenFrom.includes(id)) ||
    (profile.findableBy === 'connections' && !looking.connections.has(profile.memberId))
  );
}

test('of a million random settings of people and of those who look, nobody hidden is ever found, and nobody else lost', () => {
  const index = emptyIndex(() => MONTH);
  const people = Array.from({ length: PEOPLE }, (_, n) => somebody(n));
  // Everybody changes once after they were put in: what they once were must not be found either.
  for (const profile of people) {
    index.put({ profile: { ...somebody(0), memberId: profile.memberId }, impacts: new Map(), marks: [] });
  }
  for (const profile of people) index.put({ profile, impacts: new Map(), marks: [] });
  const plan = planOf(readRoleBrief('北京'));
  let shown = 0;
  for (let n = 0; n < LOOKS; n++) {
    const looking: Looking = {
      recruiterId: uuid(below(PEOPLE)),
      companyIds: someCompanies(0.15),
      applied: some(0.02),
      blocked: some(0.02),
      connections: some(0.2),
    };
    const options = { looking, filter: {}, importance: {}, limit: PEOPLE, stepsTo: () => null, near: () => [] };
    const found = new Set(index.rank(plan, options).ranked.map(({ candidate }) => candidate.memberId));
    const wrong = people.filter((profile) => {
      const lost = !found.has(profile.memberId) && !hides(profile, looking) && !leavesLater(profile, looking);
      return lost || (found.has(profile.memberId) && hides(profile, looking));
    });
    if (wrong.length > 0) throw new Error(JSON.stringify({ wrong: wrong.slice(0, 2), looking: looking.companyIds }));
    shown += found.size;
  }
  expect(shown).toBeGreaterThan(100_000);
});

/** Whoever has not left a company for certain is hidden from it, also where they will only begin there. */
function leavesLater(profile: MatchProfile, { companyIds }: Looking): boolean {
  return profile.positions.some((row) => row.end === null && companyIds.includes(row.companyId ?? ''));
}
