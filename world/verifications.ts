import { WORLD_ENDS } from './careers.ts';
import { overlap } from './connections.ts';
import type { MadePerson } from './people.ts';
import { type Chance, chance, madeId } from './random.ts';

export type MadeVerification = {
  readonly memberId: string;
  readonly id: string;
  readonly positionId: string;
  readonly method: 'work-email' | 'colleagues';
  readonly emailDomain: string | null;
  readonly at: Date;
  /** Who confirmed: two colleagues whose time there overlapped; nobody where it was by mail. */
  readonly colleagueIds: readonly string[];
};

const DAY = 86_400_000;

/** One verification for each position that is to be verified; where two colleagues cannot be found it is by work mail. */
export function* makeVerifications(seed: number, people: readonly MadePerson[]): Generator<MadeVerification> {
  const stays = people.flatMap((person) => person.positions.map((position) => ({ person, position })));
  const at = Map.groupBy(stays, ({ position }) => position.company);
  const colleagues = (random: Chance, person: MadePerson, position: MadePerson['positions'][number]) => {
    const there = at.get(position.company) ?? [];
    const met = there.filter((other) => other.person !== person && overlap(other.position, position));
    return [...new Set(random.some(met.slice(0, 40), 3).map((other) => other.person.id))].slice(0, 2);
  };
  for (const person of people) {
    const random = chance(seed, `verifications/${person.n}`);
    for (const position of person.positions) {
      if (!position.verified) continue;
      const two = position.verified === 'colleagues' ? colleagues(random, person, position) : [];
      const byColleagues = two.length === 2;
      const first = Math.max(
        person.joined.getTime(),
        Date.UTC(Math.floor(position.start / 12), position.start % 12, 20),
      );
      const last = WORLD_ENDS.getTime() - DAY;
      const day = new Date(Math.min(last, first + random.int(1, 60) * DAY));
      yield {
        memberId: person.id,
        id: madeId(random, day),
        positionId: position.id,
        method: byColleagues ? 'colleagues' : 'work-email',
        emailDomain: byColleagues ? null : position.company.domain,
        at: day,
        colleagueIds: byColleagues ? two : [],
      };
    }
  }
}
