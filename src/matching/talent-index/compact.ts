import { Bitmap } from './bitmap.ts';
import { IdTable } from './id-table.ts';
import { emptyState, type IndexState } from './index-state.ts';
import { WordList } from './word-list.ts';

/** Numbers that no longer count may be this share of all before it is worth making the index anew. */
const WASTE = 0.25;
const LEAST = 10_000;

/** Whether so many have changed that a quarter of the index is of people as they once were. */
export function isWasteful(state: IndexState): boolean {
  const dead = state.ids.count - state.live.size;
  return dead > LEAST && dead > WASTE * state.ids.count;
}

/** The same index without the numbers that no longer count; everybody gets a new number, in the same order. */
export function compacted(state: IndexState): IndexState {
  const fresh = emptyState();
  const alive = [...state.live];
  const renumbered = new Int32Array(state.ids.count).fill(-1);
  const ids = new IdTable();
  const live = new Bitmap();
  const lengths = alive.map((old) => endOf(state, old) - (state.records.starts[old] ?? 0));
  const records = {
    bytes: new Uint8Array(lengths.reduce((sum, length) => sum + length, 0)),
    length: 0,
    starts: new Float64Array(alive.length),
  };
  alive.forEach((old, number) => {
    renumbered[old] = number;
    ids.append(state.ids.id(old));
    live.add(number);
    const from = state.records.starts[old] ?? 0;
    records.starts[number] = records.length;
    records.bytes.set(state.records.bytes.subarray(from, from + (lengths[number] ?? 0)), records.length);
    records.length += lengths[number] ?? 0;
  });
  const picked = <T extends Uint8Array | Uint16Array>(column: T, made: T): T => {
    alive.forEach((old, number) => {
      made[number] = column[old] ?? 0;
    });
    return made;
  };
  const { columns } = state;
  for (const [name, set] of state.sets) {
    const kept = new Bitmap();
    for (const old of set) if ((renumbered[old] ?? -1) >= 0) kept.add(renumbered[old] ?? 0);
    if (kept.size > 0) fresh.sets.set(name, kept);
  }
  for (const [word, list] of state.words) {
    const kept = new WordList();
    for (const [old, impact] of list.entries())
      if ((renumbered[old] ?? -1) >= 0) kept.append(renumbered[old] ?? 0, impact);
    if (kept.count > 0) fresh.words.set(word, kept);
  }
  return {
    ...fresh,
    ids,
    live,
    dictionary: state.dictionary,
    records,
    columns: {
      worked: picked(columns.worked, new Uint16Array(alive.length)),
      asOf: picked(columns.asOf, new Uint16Array(alive.length)),
      pay: picked(columns.pay, new Uint16Array(alive.length)),
      traits: picked(columns.traits, new Uint8Array(alive.length)),
    },
    counted: state.counted,
  };
}

/** Where the record of a number ends: records stand one after another in the order of the numbers. */
function endOf(state: IndexState, number: number): number {
  return number + 1 < state.ids.count ? (state.records.starts[number + 1] ?? 0) : state.records.length;
}
