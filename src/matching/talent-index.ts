import { DEGREES } from '../language/index.ts';
import type { Context, StoredEvent } from '../platform/index.ts';
import { currentPositions, loadPeople, type Person, yearsOfExperience } from '../talent/index.ts';
import type { Candidate } from './model.ts';
import { nextFindable } from './store.ts';

const BATCH = 1_000;

/** Every member who may be found by anybody, as the ranker sees them. */
export type TalentIndex = {
  candidates(): Iterable<Candidate>;
  get(memberId: string): Candidate | undefined;
  readonly size: number;
  /** Brings the index up to an event; events of other kinds leave it as it is. */
  apply(event: StoredEvent): Promise<void>;
};

/** A person as the ranker sees them; null where they chose that nobody finds them: they are then not in the index at all. */
export function toCandidate(person: Person, now: Date): Candidate | null {
  const { preference } = person;
  if (!preference || preference.findable_by === 'nobody' || person.positions.length === 0) return null;
  const verified = new Set(person.verifications.map((row) => row.position_id));
  const degrees = person.education.flatMap((row) => row.degree ?? []);
  return {
    memberId: person.member.id,
    cityId: person.member.city_id,
    years: yearsOfExperience(person.positions, now) ?? 0,
    degree: [...DEGREES].reverse().find((degree) => degrees.includes(degree)) ?? null,
    seniority: person.positions[0]?.seniority ?? null,
    roleIds: person.positions.flatMap((row) => row.role_id ?? []),
    skills: new Map(person.skills.map((row) => [row.skill, { level: row.level, endorsements: row.endorsements }])),
    worksFor: currentPositions(person.positions, now).flatMap((row) => row.company_id ?? []),
    hiddenFrom: preference.hidden_from_company_ids,
    findableBy: preference.findable_by,
    openness: preference.openness,
    contactBy: preference.contact_by,
    desiredCityIds: preference.desired_city_ids,
    desiredPayMin: preference.desired_pay_min,
    remote: preference.remote,
    positions: person.positions.map((row) => ({
      id: row.id,
      roleId: row.role_id,
      title: row.title,
      companyName: row.company_name,
      verified: verified.has(row.id),
    })),
  };
}

const CHANGES = new Set([
  'profile.changed',
  'preferences.changed',
  'verification.decided',
  'member.deleted',
  'skill.endorsed',
]);

/** Reads the index from the database, batch by batch. It can be made again at any time. */
export async function loadTalentIndex(context: Context): Promise<TalentIndex> {
  const candidates = new Map<string, Candidate>();
  const take = async (ids: readonly string[]) => {
    const people = await loadPeople(context.db, ids);
    for (const id of ids) {
      const person = people.get(id);
      const candidate = person ? toCandidate(person, context.clock.now()) : null;
      if (candidate) candidates.set(id, candidate);
      else candidates.delete(id);
    }
  };
  for (let after: string | null = null; ; ) {
    const ids: string[] = await nextFindable(context.db, after, BATCH);
    await take(ids);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) break;
  }
  return {
    candidates: () => candidates.values(),
    get: (memberId) => candidates.get(memberId),
    get size() {
      return candidates.size;
    },
    async apply(event) {
      if (CHANGES.has(event.kind)) await take([event.key]);
    },
  };
}

/** An index with nobody in it, to describe the routes that need one. */
export function emptyTalentIndex(): TalentIndex {
  return { candidates: () => [], get: () => undefined, size: 0, apply: async () => undefined };
}
