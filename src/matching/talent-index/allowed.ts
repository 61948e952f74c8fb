import type { RoleBrief } from '../../language/index.ts';
import { degreesFrom } from '../filter.ts';
import type { Filter } from '../model.ts';
import type { Looking } from '../rules.ts';
import { bitsOf, emptyWords, intersect, type Words } from './bit-words.ts';
import { type IndexState, numberOf } from './index-state.ts';

const clear = (words: Words, n: number) => {
  words[n >>> 5] = (words[n >>> 5] ?? 0) & ~(1 << (n & 31));
};
const set = (words: Words, n: number) => {
  words[n >>> 5] = (words[n >>> 5] ?? 0) | (1 << (n & 31));
};

/** Everybody who is in one of the sets. */
export function anyOf(state: IndexState, names: readonly string[]): Words {
  const words = emptyWords(state.ids.count);
  for (const name of names) state.sets.get(name)?.orInto(words);
  return words;
}

/** The numbers of these people, of those who are in the index. */
export function numbersOf(state: IndexState, ids: Iterable<string>): Words {
  const words = emptyWords(state.ids.count);
  for (const id of ids) {
    const n = numberOf(state, id);
    if (n !== undefined) set(words, n);
  }
  return words;
}

/** Years of work in `month`, from the columns. */
export function yearsAt(state: IndexState, n: number, month: number): number {
  const asOf = state.columns.asOf[n] ?? 0;
  const since = asOf === 0 ? 0 : Math.max(0, month - asOf);
  return Math.round((((state.columns.worked[n] ?? 0) + since) / 12) * 10) / 10;
}

/** Everybody whom the one who looks may be shown, by the index; whoever is shown is checked again by their rows. */
export function visibleTo(state: IndexState, looking: Looking): Words {
  const words = emptyWords(state.ids.count);
  state.live.orInto(words);
  for (const id of looking.companyIds) {
    state.sets.get(`works:${id}`)?.andNotInto(words);
    state.sets.get(`hides:${id}`)?.andNotInto(words);
  }
  const strangers = anyOf(state, ['for-connections']);
  for (const id of looking.connections) {
    const n = numberOf(state, id);
    if (n !== undefined) clear(strangers, n);
  }
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & ~(strangers[i] ?? 0);
  for (const ids of [looking.applied, looking.blocked, [looking.recruiterId]]) {
    for (const id of ids) {
      const n = numberOf(state, id);
      if (n !== undefined) clear(words, n);
    }
  }
  return words;
}

/** Leaves in `words` those who live, or would live, where the work is. */
export function keepInPlace(state: IndexState, words: Words, brief: RoleBrief): void {
  if (brief.cityIds.length === 0 || brief.remote?.value === true) return;
  const names = brief.cityIds.flatMap(({ value }) => [`home:${value}`, `wish:${value}`]);
  intersect(words, anyOf(state, names));
}

/** Leaves in `words` those who pass the filter. `near` are the people within the steps that it names, where it names any. */
export function keepPassing(
  state: IndexState,
  words: Words,
  filter: Filter,
  near: (steps: number) => Iterable<string>,
  month: number,
): void {
  const keep = (names: readonly string[]) => intersect(words, anyOf(state, names));
  if (filter.cityId !== undefined) keep([`home:${filter.cityId}`]);
  if (filter.degree !== undefined) keep(degreesFrom(filter.degree).map((degree) => `degree:${degree}`));
  if (filter.skill !== undefined) keep([`skill:${filter.skill}`]);
  if (filter.verified === 'true') keep(['verified']);
  if (filter.connection !== undefined) {
    intersect(words, numbersOf(state, near(filter.connection)));
  }
  if (filter.yearsMin !== undefined) {
    for (const n of [...bitsOf(words)]) if (yearsAt(state, n, month) < filter.yearsMin) clear(words, n);
  }
}
