import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import {
  type Context,
  currentPosition,
  newId,
  type OutboxPosition,
  readOutbox,
  readSetting,
  writeSetting,
} from '../../platform/index.ts';
import { loadPeople, type Person } from '../../talent/index.ts';
import { industriesByCompany, nextFindable } from '../store.ts';
import type { FollowingSearch } from '../talent-search.ts';
import { emptyState } from './index-state.ts';
import { type IndustryOf, monthOfDate, profileOf } from './profile.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { type Entry, emptyIndex, indexOf, type TalentIndex } from './talent-index.ts';
import { impactsOf, marksOf } from './words-of.ts';

const BATCH = 500;

/** The events after which a person is read anew. */
export const CHANGES: ReadonlySet<string> = new Set([
  'profile.changed',
  'preferences.changed',
  'verification.decided',
  'member.deleted',
  'skill.endorsed',
  'answers.valued',
]);

/** A talent index that follows the network, and is kept in the data folder. */
export type FollowingIndex = TalentIndex & FollowingSearch;

/** What the index holds of a person; null where nobody may find them. */
export function entryOf(person: Person, industryOf: IndustryOf): Entry | null {
  const profile = profileOf(person, industryOf);
  return profile && { profile, impacts: impactsOf(person), marks: marksOf(person) };
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

/** Reads everybody from the database, batch by batch. */
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

const fileOf = (context: Context) => join(context.dataFolder, 'talent-index', 'snapshot.bin');
const installation = z.object({ id: z.uuid() });

/** Whose index a file is: a data folder may have been another network's. */
async function networkId(context: Context): Promise<string> {
  const known = await readSetting(context.db, 'installation', installation);
  if (known) return known.id;
  const id = newId();
  await writeSetting(context.db, 'installation', { id });
  return id;
}

/** Reads the people anew who changed since a position; returns the position that was reached. */
async function catchUp(context: Context, index: TalentIndex, from: OutboxPosition): Promise<OutboxPosition> {
  let position = from;
  for (;;) {
    const events = await readOutbox(context.db, position);
    const last = events.at(-1);
    if (!last) return position;
    await take(context, index, [
      ...new Set(events.filter((event) => CHANGES.has(event.kind)).map((event) => event.key)),
    ]);
    position = { transactionId: last.transactionId, id: last.id };
  }
}

async function fromSnapshot(context: Context, network: string, now: OutboxPosition) {
  const snapshot = await readSnapshot(fileOf(context), network).catch(() => null);
  // A position that is still to come is of a database that was set back.
  if (!snapshot || BigInt(snapshot.position.transactionId) > BigInt(now.transactionId)) return null;
  const index = indexOf(snapshot.state, () => monthOfDate(context.clock.now()));
  index.concepts = snapshot.concepts;
  return { index, position: await catchUp(context, index, snapshot.position) };
}

/**
 * The index as the network has it now: from its snapshot and what changed since, or from the database where there is
 * none that can be used.
 */
export async function loadTalentIndex(context: Context): Promise<FollowingIndex> {
  const [network, now] = [await networkId(context), await currentPosition(context.db)];
  const quick = await fromSnapshot(context, network, now);
  const index = quick?.index ?? (await buildTalentIndex(context));
  let position = quick?.position ?? now;
  let saved: { position: OutboxPosition; concepts: unknown } | null = quick && { position, concepts: index.concepts };
  return {
    ...index,
    get size() {
      return index.size;
    },
    get state() {
      return index.state;
    },
    get counted() {
      return index.counted;
    },
    get concepts() {
      return index.concepts;
    },
    set concepts(learned) {
      index.concepts = learned;
    },
    async apply(event) {
      if (CHANGES.has(event.kind)) await take(context, index, [event.key]);
      position = { transactionId: event.transactionId, id: event.id };
    },
    async save() {
      const { concepts } = index;
      const at = position;
      if (saved && saved.position.id === at.id && saved.concepts === concepts) return;
      index.tidy();
      await mkdir(dirname(fileOf(context)), { recursive: true });
      await writeSnapshot(fileOf(context), { state: index.state, concepts, position: at }, network);
      saved = { position: at, concepts };
    },
  };
}

/** An index with nobody in it that follows nothing, to describe the routes that need one. */
export const noTalentIndex = (): FollowingIndex => ({
  ...emptyIndex(() => 0),
  apply: async () => undefined,
  save: async () => undefined,
});
