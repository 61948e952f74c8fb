import { Bitmap } from './bitmap.ts';
import { candidateOf } from './candidate.ts';
import { Dictionary } from './dictionary.ts';
import { IdTable } from './id-table.ts';
import type { MatchProfile } from './profile.ts';
import { decodeProfile, encodeProfile } from './record.ts';
import { WordList } from './word-list.ts';

/**
 * The index in memory. Everybody has a number; whoever changes gets a new one at the end, so that sets and lists only
 * grow at the end, and `live` says whose numbers count (as Lucene deletes and adds). What is asked exactly is a set by
 * name; words are lists; the rest of a profile is a record of bytes that is read only for the few who are scored.
 */
export type IndexState = {
  readonly ids: IdTable;
  readonly live: Bitmap;
  /** Sets by name: `home:beijing`, `has:nlp` (listed or in the text), `skill:nlp` (listed) … */
  readonly sets: Map<string, Bitmap>;
  readonly words: Map<string, WordList>;
  readonly dictionary: Dictionary;
  records: { bytes: Uint8Array; length: number; starts: Float64Array };
  columns: Columns;
  /** How many people there were and how many had each word when this was last counted: what makes a word rare. */
  counted: Counted;
};

/** One value for each number, for what is looked at for many people at once. */
export type Columns = {
  /** Months of work by the month of `asOf`. */
  worked: Uint16Array;
  /** The month in which that was counted, for those who work still; 0 for the others, whose months stand still. */
  asOf: Uint16Array;
  /** What they hope for, in 10,000 CNY a year, rounded up; 0 where unknown. */
  pay: Uint16Array;
  /** Openness (2 bits), latest position verified (1), share of verified positions in quarters (3). */
  traits: Uint8Array;
};

export type Counted = { readonly people: number; readonly withWord: ReadonlyMap<string, number> };

export function emptyState(): IndexState {
  return {
    ids: new IdTable(),
    live: new Bitmap(),
    sets: new Map(),
    words: new Map(),
    dictionary: new Dictionary(),
    records: { bytes: new Uint8Array(1_024), length: 0, starts: new Float64Array(64) },
    columns: {
      worked: new Uint16Array(64),
      asOf: new Uint16Array(64),
      pay: new Uint16Array(64),
      traits: new Uint8Array(64),
    },
    counted: { people: 0, withWord: new Map() },
  };
}

const OPENNESS = ['closed', 'listening', 'looking'] as const;
const MOST_PAY = 65_535;

function larger<T extends Uint8Array | Uint16Array | Float64Array>(array: T, made: T): T {
  made.set(array);
  return made;
}

function makeRoom(state: IndexState, number: number, bytes: number): void {
  const { records } = state;
  if (records.length + bytes > records.bytes.length) {
    records.bytes = larger(records.bytes, new Uint8Array(Math.ceil((records.length + bytes) * 1.4)));
  }
  if (number < records.starts.length) return;
  const size = Math.max(64, 2 * number);
  records.starts = larger(records.starts, new Float64Array(size));
  const { worked, asOf, pay, traits } = state.columns;
  state.columns = {
    worked: larger(worked, new Uint16Array(size)),
    asOf: larger(asOf, new Uint16Array(size)),
    pay: larger(pay, new Uint16Array(size)),
    traits: larger(traits, new Uint8Array(size)),
  };
}

/** The names of the sets that somebody belongs to by their profile. */
export function* setsOf(profile: MatchProfile): Generator<string> {
  if (profile.cityId !== null) yield `home:${profile.cityId}`;
  for (const id of profile.desiredCityIds) yield `wish:${id}`;
  for (const { skill, listed } of profile.skills) {
    yield `has:${skill}`;
    if (listed) yield `skill:${skill}`;
  }
  for (const position of profile.positions) {
    if (position.roleId !== null) yield `role:${position.roleId}`;
    if (position.industryId !== null) yield `industry:${position.industryId}`;
    // Whoever has ever been there and has not left for certain is hidden; the exact rule is asked again for each.
    if (position.companyId !== null && position.end === null) yield `works:${position.companyId}`;
    if (position.companyId !== null) yield `was-at:${position.companyId}`;
  }
  for (const id of profile.hiddenFrom) yield `hides:${id}`;
  if (profile.degree !== null) yield `degree:${profile.degree}`;
  if (profile.positions[0]?.verified) yield 'verified';
  if (profile.findableBy === 'connections') yield 'for-connections';
  if (profile.remote) yield 'remote';
  const rung = profile.positions[0]?.seniority;
  if (rung) yield `rung:${rung}`;
  if (profile.openness !== 'closed') yield `open:${profile.openness}`;
}

function addToSet(state: IndexState, name: string, number: number): void {
  const set = state.sets.get(name) ?? new Bitmap();
  state.sets.set(name, set);
  set.add(number);
}

/** Takes somebody out; nobody finds them any more. */
export function remove(state: IndexState, memberId: string): void {
  const number = state.ids.find(memberId);
  if (number !== undefined) state.live.remove(number);
}

/** Puts somebody in as they now are; `marks` are further sets that they belong to. `month` is the present one. */
export function put(
  state: IndexState,
  profile: MatchProfile,
  impacts: ReadonlyMap<string, number>,
  marks: readonly string[],
  month: number,
): void {
  remove(state, profile.memberId);
  const number = state.ids.append(profile.memberId);
  const record = encodeProfile(profile, state.dictionary);
  makeRoom(state, number, record.length);
  const { records, columns } = state;
  records.starts[number] = records.length;
  records.bytes.set(record, records.length);
  records.length += record.length;
  const candidate = candidateOf(profile, month);
  columns.worked[number] = Math.round(candidate.years * 12);
  const works = profile.positions.some(({ start, end }) => start <= month && (end === null || end >= month));
  columns.asOf[number] = works ? month : 0;
  columns.pay[number] = Math.min(MOST_PAY, Math.ceil((profile.desiredPayMin ?? 0) / 10_000));
  columns.traits[number] =
    OPENNESS.indexOf(profile.openness) +
    4 * Number(candidate.latestVerified) +
    8 * Math.round(4 * candidate.verifiedShare);
  for (const name of setsOf(profile)) addToSet(state, name, number);
  for (const name of marks) addToSet(state, name, number);
  for (const [word, impact] of impacts) {
    const list = state.words.get(word) ?? new WordList();
    state.words.set(word, list);
    list.append(number, impact);
  }
  state.live.add(number);
}

/** The profile that has a number. */
export function profileAt(state: IndexState, number: number): MatchProfile {
  const { bytes, starts } = state.records;
  return decodeProfile(bytes, starts[number] ?? 0, state.dictionary, state.ids.id(number));
}

/** The number of somebody who is in the index; undefined for everybody else. */
export function numberOf(state: IndexState, memberId: string): number | undefined {
  const number = state.ids.find(memberId);
  return number !== undefined && state.live.has(number) ? number : undefined;
}

/** Counts how rare each word is now. What is counted stays until it is counted again, so that one change moves nobody else's score. */
export function countWords(state: IndexState): Counted {
  return {
    people: state.live.size,
    withWord: new Map([...state.words].map(([word, list]) => [word, list.count])),
  };
}

/** How telling a word is: BM25's inverse document frequency. A word that was not there when words were counted is as rare as can be. */
export function rarity({ people, withWord }: Counted, word: string): number {
  const found = Math.min(people, withWord.get(word) ?? 0);
  return Math.log(1 + (people - found + 0.5) / (found + 0.5));
}
