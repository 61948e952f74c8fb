import { readRoleBrief } from '../../src/language/index.ts';
import { emptyIndex, entryOf, planOf, type TalentIndex, wordsOfBrief } from '../../src/matching/index.ts';
import type { Person } from '../../src/talent/index.ts';
import { LAST_MONTH } from '../../world/careers.ts';
import type { MadeCompany } from '../../world/companies.ts';
import type { MadePosting } from '../../world/postings.ts';
import type { Ranker } from '../relevance.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** An index of these people, as the server would build it. */
export function indexPeople(people: readonly Person[], companies: readonly MadeCompany[]): TalentIndex {
  const industries = new Map(companies.map((company) => [company.id, company.industryId]));
  const index = emptyIndex(() => LAST_MONTH);
  for (const person of people) {
    const entry = entryOf(person, (id) => industries.get(id) ?? null);
    if (entry) index.put(entry);
  }
  index.recount();
  return index;
}

/** What a recruiter of the posting's company gets who is connected to nobody. */
export function rankFor(index: TalentIndex, posting: MadePosting, limit: number) {
  const text = `${posting.title}\n${posting.description}\n${posting.payText}`;
  const brief = readRoleBrief(text);
  const plan = planOf(brief, {
    industryId: posting.company.industryId,
    concepts: index.concepts,
    words: wordsOfBrief(brief, text),
  });
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
export function rankerOf(people: readonly Person[], companies: readonly MadeCompany[]): Ranker {
  const numbers = new Map(people.map((person, n) => [person.member.id, n]));
  const index = indexPeople(people, companies);
  return (posting) => rankFor(index, posting, 100).ranked.map(({ candidate }) => numbers.get(candidate.memberId) ?? -1);
}
