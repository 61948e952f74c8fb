import { LAST_MONTH, WORLD_ENDS } from './careers.ts';
import type { MadePerson } from './people.ts';
import { type Chance, chance } from './random.ts';

export type MadeConnection = {
  readonly a: MadePerson;
  readonly b: MadePerson;
  readonly kind: 'colleague' | 'alumni' | 'community';
  readonly since: Date;
};

type Stay = { readonly start: number; readonly end: number | null };
export const overlap = (a: Stay, b: Stay): boolean =>
  a.start <= (b.end ?? LAST_MONTH) && b.start <= (a.end ?? LAST_MONTH);

/** Whether two people were at one company in the same month. */
export function workedTogether(a: MadePerson, b: MadePerson): boolean {
  return a.positions.some((mine) =>
    b.positions.some((theirs) => mine.company === theirs.company && overlap(mine, theirs)),
  );
}

/** How many people somebody reaches out to: most a few, some very many (a Pareto tail with exponent 2.2). */
function appetite(person: MadePerson, uniform: number, demo: number): number {
  const wanted = Math.min(150, Math.floor(4 * (1 - uniform) ** (-1 / 2.2)));
  return person.n < demo ? Math.max(30, wanted) : wanted;
}

function kindOf(a: MadePerson, b: MadePerson): MadeConnection['kind'] {
  if (workedTogether(a, b)) return 'colleague';
  const school = (person: MadePerson) => person.educations.flatMap(({ schoolId }) => schoolId ?? []);
  return school(a).some((id) => school(b).includes(id)) ? 'alumni' : 'community';
}

type Meeting = {
  readonly work: number;
  readonly school: number;
  readonly city: number;
  readonly friend: number;
  readonly hub: number;
};
const MEETING: Meeting = { work: 0.45, school: 0.13, city: 0.14, friend: 0.25, hub: 0.03 };

function sinceWhen(random: Chance, a: MadePerson, b: MadePerson): Date {
  const first = Math.max(a.joined.getTime(), b.joined.getTime());
  return new Date(first + Math.floor(random.next() * (WORLD_ENDS.getTime() - first - 3_600_000)));
}

/**
 * The connections of one block's people, each pair once: from shared work, school and city, from friends of friends,
 * and to well-connected people of earlier blocks (`hubs`), so that the whole network hangs together. The first
 * `demo` people are connected with one another elsewhere.
 */
export function* makeConnections(
  seed: number,
  people: readonly MadePerson[],
  hubs: readonly MadePerson[],
  demo: number,
): Generator<MadeConnection> {
  const at = Map.groupBy(
    people.flatMap((person) => person.positions.map((position) => ({ person, position }))),
    ({ position }) => position.company,
  );
  const cityOf = (person: MadePerson) => `${person.cityId}/${person.aigc}`;
  const bySchool = Map.groupBy(people, (person) => person.educations[0]?.schoolId ?? '');
  const byCity = Map.groupBy(people, cityOf);
  const friends = new Map<MadePerson, MadePerson[]>();
  const known = new Set<string>();
  const note = (a: MadePerson, b: MadePerson) => {
    const list = friends.get(a);
    if (list) list.push(b);
    else friends.set(a, [b]);
  };
  const meet = (random: Chance, person: MadePerson): MadePerson | undefined => {
    const place = random.weighted({ ...MEETING });
    const one = <T>(list: readonly T[] | undefined): T | undefined => (list?.length ? random.pick(list) : undefined);
    if (place === 'hub') return one(hubs);
    if (place === 'school') return one(bySchool.get(person.educations[0]?.schoolId ?? ''));
    if (place === 'city') return one(byCity.get(cityOf(person)));
    if (place === 'friend') return one(friends.get(one(friends.get(person)) ?? person));
    const position = one(person.positions);
    const met = position && one(at.get(position.company));
    return met && overlap(position, met.position) ? met.person : undefined;
  };
  for (const person of people) {
    const random = chance(seed, `connections/${person.n}`);
    for (let left = appetite(person, random.next(), demo); left > 0; left--) {
      const other = meet(random, person);
      if (!other || other === person || (person.n < demo && other.n < demo)) continue;
      const [low, high] = person.n < other.n ? [person, other] : [other, person];
      const key = `${low.n} ${high.n}`;
      if (known.has(key)) continue;
      known.add(key);
      note(person, other);
      note(other, person);
      yield { a: person, b: other, kind: kindOf(person, other), since: sinceWhen(random, person, other) };
    }
  }
}
