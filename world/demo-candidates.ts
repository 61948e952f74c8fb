import type { MadePosition } from './careers.ts';
import { overlap } from './connections.ts';
import type { MadePerson } from './people.ts';
import type { MadeVerification } from './verifications.ts';

/** As many others as a check counts. */
const MOST_OTHERS = 5;
const MOST_CANDIDATES = 8;

/** Somebody whom the demo's recruiter is in touch with, and what the network knows of their positions. */
export type Candidate = {
  readonly person: MadePerson;
  readonly verified: readonly MadeVerification[];
  /** Others who were there then, by position. */
  readonly others: ReadonlyMap<string, number>;
};

const isFound = (person: MadePerson) =>
  person.findableBy === 'recruiters' && person.contactBy === 'anyone' && person.openness !== 'closed';

/**
 * People of the first block whom the recruiter of a company may find and write to: none of its own, none whom only
 * colleagues verified (who those are is not told here). Those of the field come first.
 */
export function findCandidates(
  people: readonly MadePerson[],
  demo: number,
  companyId: string,
  verifications: readonly MadeVerification[],
): Candidate[] {
  const byPerson = Map.groupBy(verifications, (row) => row.memberId);
  const free = people.filter(
    (person) =>
      person.n >= demo &&
      !person.english &&
      isFound(person) &&
      person.positions.length > 1 &&
      person.positions.every((one) => one.company.id !== companyId) &&
      (byPerson.get(person.id) ?? []).every((row) => row.method === 'work-email'),
  );
  const chosen = [...free].sort((a, b) => Number(b.aigc) - Number(a.aigc)).slice(0, MOST_CANDIDATES);
  const othersAt = (person: MadePerson, position: MadePosition) =>
    people.filter(
      (other) =>
        other !== person && other.positions.some((one) => one.company === position.company && overlap(one, position)),
    ).length;
  return chosen.map((person) => ({
    person,
    verified: byPerson.get(person.id) ?? [],
    others: new Map(person.positions.map((one) => [one.id, Math.min(MOST_OTHERS, othersAt(person, one))])),
  }));
}
