import type { Context, StoredEvent } from '../../platform/index.ts';
import { loadPeople, type Person } from '../../talent/index.ts';
import { industriesByCompany, nextFindable } from '../store.ts';
import { emptyState } from './index-state.ts';
import { type IndustryOf, monthOfDate, profileOf } from './profile.ts';
import { type Entry, emptyIndex, indexOf, type TalentIndex } from './talent-index.ts';
import { impactsOf } from './words-of.ts';

const BATCH = 500;

/** The events after which a person is read anew. */
const CHANGES = new Set([
  'profile.changed',
  'preferences.changed',
  'verification.decided',
  'member.deleted',
  'skill.endorsed',
]);

/** A talent index that follows the network. */
export type FollowingIndex = TalentIndex & {
  /** Brings the index up to an event; events of other kinds leave it as it is. Telling it twice changes nothing. */
  apply(event: StoredEvent): Promise<void>;
};

/** What the index holds of a person; null where nobody may find them. */
export function entryOf(person: Person, industryOf: IndustryOf): Entry | null {
  const profile = profileOf(person, industryOf);
  return profile && { profile, impacts: impactsOf(person) };
}

/** The entries of these people, in a fixed number of queries; those who may not be found have none. */
export async function readEntries(context: Context, ids: readonly string[]): Promise<Map<string, Entry>> {
  const people = await loadPeople(context.db, ids);
  const companyIds = [...people.values()].flatMap((person) => person.positions.flatMap((row) => row.company_id ?? []));
  const industries = await industriesByCompany(context.db, [...new Set(companyIds)]);
  const entries = new Map<string, Entry>();
  for (const [id, person] of people) {
    const entry = entryOf(person, (companyId) => industries.get(companyId) ?? null);
    if (entry) entries.set(id, entry);
  }
  return entries;
}

/** Reads these people anew and puts them in, or takes them out. */
async function take(context: Context, index: TalentIndex, ids: readonly string[]): Promise<void> {
  const entries = await readEntries(context, ids);
  for (const id of ids) {
    const entry = entries.get(id);
    if (entry) index.put(entry);
    else index.remove(id);
  }
}

/** The index as something that follows the outbox. */
export function following(context: Context, index: TalentIndex): FollowingIndex {
  return {
    ...index,
    get size() {
      return index.size;
    },
    async apply(event) {
      if (CHANGES.has(event.kind)) await take(context, index, [event.key]);
    },
  };
}

/** Reads the whole index from the database, batch by batch. It can be made again at any time. */
export async function buildTalentIndex(context: Context): Promise<TalentIndex> {
  const index = indexOf(emptyState(), () => monthOfDate(context.clock.now()));
  for (let after: string | null = null; ; ) {
    const ids: string[] = await nextFindable(context.db, after, BATCH);
    await take(context, index, ids);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) break;
  }
  index.recount();
  return index;
}

/** The index as the network has it now, following it from there. */
export async function loadTalentIndex(context: Context): Promise<FollowingIndex> {
  return following(context, await buildTalentIndex(context));
}

/** An index with nobody in it that follows nothing, to describe the routes that need one. */
export const noTalentIndex = (): FollowingIndex => ({ ...emptyIndex(() => 0), apply: async () => undefined });
