import { LAST_MONTH } from '../careers.ts';
import { makeCompanies } from '../companies.ts';
import { DEMO } from '../demo-accounts.ts';
import type { WorldSize } from '../make-world.ts';
import { BLOCK, type MadePerson, makePeople } from '../people.ts';
import { type MadePosting, makePostingMonths } from '../postings.ts';

type Shares = Readonly<Record<string, number>>;

/** What is true of a world, counted one by one from the generator's own records: no database, no field definition. */
export type WorldTruth = {
  readonly size: WorldSize;
  readonly aigc: {
    readonly people: number;
    readonly peopleByCity: Shares;
    readonly peopleByIndustry: Shares;
    readonly degrees: Shares;
    readonly over30: number;
    readonly over35: number;
    readonly over3Years: number;
    readonly over5Years: number;
    readonly postingsByMonth: Shares;
    /** January and February of a year against those of the year before. */
    readonly growth: Shares;
    /** Of January and February 2023, as the three below. */
    readonly postingsByIndustry: Shares;
    readonly demandByRole: Shares;
    readonly skillsOfPostings: Shares;
    /** CNY a year: the mean of the middles of the ranges. */
    readonly payByRole: Shares;
  };
  readonly internetOver35: number;
  readonly verifiedMidAndSenior: number;
};

function sharesOf(keys: readonly string[]): Shares {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count / keys.length]));
}

const shareOf = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length / Math.max(1, list.length);
const age = (person: MadePerson) => 2023 - person.birthYear;
const monthsWorked = (person: MadePerson) =>
  person.positions.reduce((sum, one) => sum + (one.end ?? LAST_MONTH) - one.start + 1, 0);
const industry = (person: MadePerson) => person.positions[0]?.company.industryId ?? '';

function meanPay(postings: readonly MadePosting[]): Shares {
  const pay: Record<string, number> = {};
  for (const [roleId, list] of Map.groupBy(postings, (posting) => posting.roleId)) {
    pay[roleId] = list.reduce((sum, posting) => sum + (posting.payMin + posting.payMax) / 2, 0) / list.length;
  }
  return pay;
}

function postingTruth(postings: readonly MadePosting[]) {
  const byMonth: Record<string, number> = {};
  for (const posting of postings) {
    const month = posting.day.slice(0, 7);
    byMonth[month] = (byMonth[month] ?? 0) + 1;
  }
  const both = (year: number) => (byMonth[`${year}-01`] ?? 0) + (byMonth[`${year}-02`] ?? 0);
  const growth: Record<string, number> = {};
  for (const year of [2020, 2021, 2022, 2023]) growth[year] = both(year) / both(year - 1) - 1;
  const now = postings.filter((posting) => /^2023-0[12]/.test(posting.day));
  const skills: Record<string, number> = {};
  for (const posting of now) {
    for (const id of new Set([...posting.mustSkills, ...posting.niceSkills]))
      skills[id] = (skills[id] ?? 0) + 1 / now.length;
  }
  return {
    postingsByMonth: byMonth,
    growth,
    postingsByIndustry: sharesOf(now.map((posting) => posting.company.industryId)),
    demandByRole: sharesOf(now.map((posting) => posting.roleId)),
    skillsOfPostings: skills,
    payByRole: meanPay(now),
  };
}

/** Makes the whole world again in memory and counts. Slow and obvious on purpose: figures are checked against it. */
export function worldTruth(size: WorldSize): WorldTruth {
  const companies = makeCompanies(size.seed, size.companies);
  const people: MadePerson[] = [];
  for (let block = 0; block * BLOCK < size.members; block++) {
    people.push(...makePeople(size.seed, block, Math.min(BLOCK, size.members - block * BLOCK), companies, DEMO));
  }
  const field = people.filter((person) => person.aigc);
  const postings = [...makePostingMonths(size.seed, size.postings, companies)].flat().filter((posting) => posting.aigc);
  const seniors = people.filter((person) => person.positions[0]?.seniority !== 'junior');
  return {
    size,
    aigc: {
      people: field.length,
      peopleByCity: sharesOf(field.map((person) => person.cityId)),
      peopleByIndustry: sharesOf(field.map(industry)),
      degrees: sharesOf(field.map((person) => person.educations[0]?.degree ?? '')),
      over30: shareOf(field, (person) => age(person) > 30),
      over35: shareOf(field, (person) => age(person) > 35),
      over3Years: shareOf(field, (person) => monthsWorked(person) > 36),
      over5Years: shareOf(field, (person) => monthsWorked(person) > 60),
      ...postingTruth(postings),
    },
    internetOver35: shareOf(
      people.filter((person) => industry(person) === 'internet'),
      (person) => age(person) > 35,
    ),
    verifiedMidAndSenior: shareOf(seniors, (person) => person.positions[0]?.verified !== null),
  };
}
