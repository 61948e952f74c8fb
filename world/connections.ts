import { LAST_MONTH, type MadePerson } from './people.ts';
import { chance } from './random.ts';

export type MadeConnection = {
  readonly a: MadePerson;
  readonly b: MadePerson;
  readonly kind: 'colleague' | 'alumni' | 'community';
};

const overlap = (a: { start: number; end: number | null }, b: { start: number; end: number | null }): boolean =>
  a.start <= (b.end ?? LAST_MONTH) && b.start <= (a.end ?? LAST_MONTH);

/** How many people somebody reaches out to: most a few, some very many (a Pareto tail with exponent 2.2). */
function appetite(uniform: number): number {
  return Math.min(120, Math.floor(4 * (1 - uniform) ** (-1 / 2.2)));
}

/** Connections that follow shared work, then school, then city. Each pair once. */
export function* makeConnections(seed: number, people: readonly MadePerson[]): Generator<MadeConnection> {
  const at = new Map<string, { person: MadePerson; start: number; end: number | null }[]>();
  const groups = new Map<string, MadePerson[]>();
  const join = (key: string, person: MadePerson) => {
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  };
  for (const person of people) {
    for (const position of person.positions) {
      const list = at.get(position.company.id);
      const stay = { person, start: position.start, end: position.end };
      if (list) list.push(stay);
      else at.set(position.company.id, [stay]);
    }
    join(`school/${person.schoolId}`, person);
    join(`city/${person.cityId}/${person.aigc}`, person);
  }
  const known = new Set<string>();
  for (const person of people) {
    const random = chance(seed, `connections/${person.n}`);
    for (let left = appetite(random.next()); left > 0; left--) {
      const where = random.weighted({ work: 0.6, school: 0.2, city: 0.2 });
      let other: MadePerson | undefined;
      if (where === 'work') {
        const position = random.pick(person.positions);
        const met = random.pick(at.get(position.company.id) ?? []);
        if (overlap(position, met)) other = met.person;
      } else {
        const group =
          groups.get(where === 'school' ? `school/${person.schoolId}` : `city/${person.cityId}/${person.aigc}`) ?? [];
        other = random.pick(group);
      }
      if (!other || other === person) continue;
      const key = person.n < other.n ? `${person.n} ${other.n}` : `${other.n} ${person.n}`;
      if (known.has(key)) continue;
      known.add(key);
      yield { a: person, b: other, kind: where === 'work' ? 'colleague' : where === 'school' ? 'alumni' : 'community' };
    }
  }
}
