import type { Context } from '../platform/index.ts';
import { currentPositions, loadPeople, type Person } from '../talent/index.ts';
import type { PersonCard } from './model.ts';

/** The person as a line in a list. */
export function presentCard(person: Person, now: Date): PersonCard {
  const [current] = currentPositions(person.positions, now);
  return {
    id: person.member.id,
    name: person.member.name,
    headline: person.member.headline,
    cityId: person.member.city_id,
    current: current ? { companyName: current.company_name, title: current.title } : null,
    verified: current !== undefined && person.verifications.some((row) => row.position_id === current.id),
    generated: person.member.origin === 'world',
  };
}

/** Cards by member id, in a fixed number of queries. */
export async function loadCards(context: Context, ids: readonly string[]): Promise<Map<string, PersonCard>> {
  const now = context.clock.now();
  const people = await loadPeople(context.db, ids);
  return new Map([...people].map(([id, person]) => [id, presentCard(person, now)]));
}
