import { readRoleBrief } from '../../src/language/index.ts';
import {
  type BriefPlan,
  basketOf,
  basketOfPosting,
  type Concepts,
  emptyIndex,
  entryOf,
  planOf,
  profileOf,
  type TalentIndex,
  Togetherness,
  wordsOfBrief,
} from '../../src/matching/index.ts';
import type { Person } from '../../src/talent/index.ts';
import { LAST_MONTH } from '../../world/careers.ts';
import type { MadeCompany } from '../../world/companies.ts';
import type { MadePosting } from '../../world/postings.ts';
import type { Ranker } from '../relevance.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** An index of these people, as the server would build it. */
export function indexPeople(
  people: readonly Person[],
  companies: readonly MadeCompany[],
  concepts: Concepts | null,
): TalentIndex {
  const industries = new Map(companies.map((company) => [company.id, company.industryId]));
  const index = emptyIndex(() => LAST_MONTH);
  for (const person of people) {
    const entry = entryOf(person, (id) => industries.get(id) ?? null);
    if (entry) index.put(entry);
  }
  index.recount();
  index.concepts = concepts;
  return index;
}

/** What stands near what, learned from these people's profiles and from postings, as the server learns it. */
export function learnFrom(
  people: readonly Person[],
  postings: readonly MadePosting[],
  companies: readonly MadeCompany[],
): Concepts {
  const industries = new Map(companies.map((company) => [company.id, company.industryId]));
  const together = new Togetherness();
  for (const person of people) {
    const profile = profileOf(person, (id) => industries.get(id) ?? null);
    if (profile) together.add(basketOf(profile));
  }
  for (const posting of postings) {
    const { roleId, mustSkills, niceSkills, company } = posting;
    const asked = { role_id: roleId, must_skills: mustSkills, nice_skills: niceSkills };
    together.add(basketOfPosting({ ...asked, industry_id: company.industryId }));
  }
  return together.learn();
}

/** The plan that the server would make for the posting's text. */
export function planOfPosting(posting: MadePosting, concepts: Concepts | null): BriefPlan {
  const text = `${posting.title}\n${posting.description}\n${posting.payText}`;
  const brief = readRoleBrief(text);
  return planOf(brief, { industryId: posting.company.industryId, concepts, words: wordsOfBrief(brief, text) });
}

/** What a recruiter of the posting's company gets who is connected to nobody. */
export function rankFor(index: TalentIndex, posting: MadePosting, limit: number) {
  const plan = planOfPosting(posting, index.concepts);
  const looking = {
    recruiterId: '',
    companyIds: [posting.company.id],
    applied: NOBODY,
    blocked: NOBODY,
    connections: NOBODY,
  };
  return index.rank(plan, { looking, stepsTo: () => null, near: () => [], filter: {}, importance: {}, limit });
}

/** Ours, over these people alone. */
export function rankerOf(
  people: readonly Person[],
  companies: readonly MadeCompany[],
  concepts: Concepts | null,
): Ranker {
  const numbers = new Map(people.map((person, n) => [person.member.id, n]));
  const index = indexPeople(people, companies, concepts);
  return (posting) => rankFor(index, posting, 100).ranked.map(({ candidate }) => numbers.get(candidate.memberId) ?? -1);
}
