import { z } from 'zod';
import {
  type Context,
  currentPosition,
  type OutboxPosition,
  readOutbox,
  readSetting,
  writeSetting,
} from '../../platform/index.ts';
import type { Concepts } from '../concepts/concepts.ts';
import { rank } from '../rank.ts';
import { nextFindable } from '../store.ts';
import { candidateOf } from '../talent-index/candidate.ts';
import { CHANGES, readEntries } from '../talent-index/feed.ts';
import { monthOfDate } from '../talent-index/profile.ts';
import { ALL_WORDS, weighedWords, wordPoints } from '../talent-index/select.ts';
import type { FollowingSearch } from '../talent-search.ts';
import {
  countEntries,
  countWords,
  putEntries,
  readCounted,
  readProfiles,
  removeEntries,
  removeHidden,
} from './entry-store.ts';
import { countTerms, everybodyWho, findEntries, hopedPay } from './find-entries.ts';

const BATCH = 500;
/** How many people are looked at closely for one list: more than in memory, since first sight sees less here. */
const MOST_CLOSELY = 1_000;
/** How far the rows have come. */
const POSITION = 'talent-entries';
const positionSetting = z.object({ transactionId: z.string(), id: z.number() });

/** Reads these people anew and puts them in, or takes them out. Returns by how many people the index grew. */
async function take(context: Context, ids: readonly string[]): Promise<number> {
  const entries = await readEntries(context, ids);
  const gone = ids.filter((id) => !entries.has(id));
  const month = monthOfDate(context.clock.now());
  return (await putEntries(context.db, [...entries.values()], month)) - (await removeEntries(context.db, gone));
}

/** Makes the rows anew from everybody's profiles, while they are used. Returns how many people there are. */
export async function rebuildDatabaseIndex(context: Context): Promise<number> {
  const from = await currentPosition(context.db);
  for (let after: string | null = null; ; ) {
    const ids: string[] = await nextFindable(context.db, after, BATCH);
    await take(context, ids);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) break;
  }
  await removeHidden(context.db);
  await countWords(context);
  await writeSetting(context.db, POSITION, from);
  return countEntries(context.db);
}

/** Takes in what changed since the rows were last brought up; returns how far that is. */
async function catchUp(context: Context, from: OutboxPosition): Promise<OutboxPosition> {
  for (let position = from; ; ) {
    const events = await readOutbox(context.db, position);
    const last = events.at(-1);
    if (!last) return position;
    await take(context, [...new Set(events.filter((event) => CHANGES.has(event.kind)).map((event) => event.key))]);
    position = { transactionId: last.transactionId, id: last.id };
  }
}

async function bringUp(context: Context): Promise<OutboxPosition> {
  const [kept, now] = [await readSetting(context.db, POSITION, positionSetting), await currentPosition(context.db)];
  // A position that is still to come is of a database that was set back.
  if (kept && BigInt(kept.transactionId) <= BigInt(now.transactionId)) return catchUp(context, kept);
  await rebuildDatabaseIndex(context);
  return now;
}

/**
 * Everybody who may be found, kept as rows with full text and sets under GIN indexes: slower than the index in memory,
 * and one for however many servers. It finds the same people by what is asked exactly.
 */
export async function loadDatabaseIndex(context: Context): Promise<FollowingSearch> {
  let position = await bringUp(context);
  let [size, counted] = await Promise.all([countEntries(context.db), readCounted(context.db)]);
  let concepts: Concepts | null = null;
  const month = () => monthOfDate(context.clock.now());
  return {
    get size() {
      return size;
    },
    get counted() {
      return counted;
    },
    get concepts() {
      return concepts;
    },
    set concepts(learned) {
      concepts = learned;
    },
    profiles: (most) => readProfiles(context.db, most, size),
    countTerms: (query, looking) => countTerms(context.db, query, looking, month()),
    everybody: (plan, { most, ...asked }) => everybodyWho(context.db, plan, { ...asked, month: month() }, most),
    hopedPay: (plan, asked) => hopedPay(context.db, plan, { ...asked, month: month() }),
    async recount() {
      await countWords(context);
      counted = await readCounted(context.db);
    },
    async rank(plan, options) {
      const now = month();
      const weighed = weighedWords(counted, plan.words);
      const closely = {
        importance: options.importance,
        words: weighed.map(({ word }) => word),
        most: options.limit === 0 ? 0 : MOST_CLOSELY,
      };
      const { found, fitting, sure } = await findEntries(context.db, plan, { ...options, month: now }, closely);
      const pointsOf = (impacts: readonly number[]) =>
        weighed.reduce((sum, { share }, n) => sum + wordPoints(share, impacts[n] ?? 0), 0);
      const contenders = found.map(({ profile, impacts }) => ({
        candidate: candidateOf(profile, now),
        words: weighed.length === 0 ? null : pointsOf(impacts) / ALL_WORDS,
      }));
      const { ranked } = rank(plan, contenders, { ...options, chosen: true, year: Math.floor(now / 12) });
      return { ranked, fitting, sure };
    },
    async apply(event) {
      if (CHANGES.has(event.kind)) size += await take(context, [event.key]);
      position = { transactionId: event.transactionId, id: event.id };
    },
    async save() {
      await writeSetting(context.db, POSITION, position);
      // Other servers put people in too.
      size = await countEntries(context.db);
    },
  };
}
