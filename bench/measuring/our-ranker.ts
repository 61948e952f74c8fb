import { readRoleBrief } from '../../src/language/index.ts';
import { rank, toCandidate } from '../../src/matching/index.ts';
import type { Person } from '../../src/talent/index.ts';
import { WORLD_ENDS } from '../../world/careers.ts';
import type { Ranker } from '../relevance.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Ours, as a recruiter of the posting's company who knows nobody would get it. */
export function rankerOf(people: readonly Person[]): Ranker {
  const numbers = new Map(people.map((person, n) => [person.member.id, n]));
  const candidates = people.flatMap((person) => toCandidate(person, WORLD_ENDS) ?? []);
  return (posting) => {
    const brief = readRoleBrief(`${posting.title}\n${posting.description}\n${posting.payText}`);
    const looking = {
      recruiterId: '',
      companyIds: [posting.company.id],
      applied: NOBODY,
      blocked: NOBODY,
      connected: () => false,
    };
    return rank(brief, candidates, looking, () => null, {}, 100).ranked.map(
      ({ candidate }) => numbers.get(candidate.memberId) ?? -1,
    );
  };
}
