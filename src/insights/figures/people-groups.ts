import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import { type Group, suppress } from '../privacy/suppress.ts';
import type { Reading } from '../reading.ts';
import { effectiveSize } from '../weights/post-stratify.ts';
import { countCell, row, shareCell, suppressedCell, type TableRow } from './cells.ts';

const mass = z.number().nullish();
const groupCount = z.object({
  key: z.string().nullable(),
  here: z.number(),
  base: z.number(),
  both: z.number(),
  hereMass: mass,
  hereSquares: mass,
  baseMass: mass,
  baseSquares: mass,
});
type GroupCount = z.output<typeof groupCount>;
/** People of the field, of the baseline, and of both, by some group. */
export type PeopleCount = {
  readonly key: string;
  /** People; where they are weighted, effective people. */
  readonly here: number;
  readonly base: number;
  /** People as they are, to judge what may be shown; `rest` where one of the two sets is part of the other. */
  readonly counted: { readonly here: number; readonly base: number; readonly rest: number | null };
};
export type PeopleGroups = {
  readonly sql: string;
  /** Those whose group is known; the most first. */
  readonly groups: readonly PeopleCount[];
  /** For each of them, whether it is hidden. */
  readonly hidden: readonly boolean[];
  readonly n: number;
  readonly base: number;
  readonly unknown: number;
  /** How many people there are, before weighting. */
  readonly people: number;
};

/** What is left of the larger set in each group, where one of the two sets is part of the other; else null. */
function restOf(counts: readonly GroupCount[]): (count: GroupCount) => number | null {
  const sum = (of: (count: GroupCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const [here, base, both] = [sum((c) => c.here), sum((c) => c.base), sum((c) => c.both)];
  if (both === here) return (count) => count.base - count.here;
  if (both === base) return (count) => count.here - count.base;
  return () => null;
}

/** The sums of the weights and of their squares, of the field's people and of the baseline's. */
function massesOf({ weights, is, baseline }: Reading): string {
  if (!weights) return '';
  const sides = [
    ['here', is],
    ['base', baseline.is],
  ] as const;
  return sides
    .map(
      ([side, among]) => `,
      sum(${weights.sql}) filter (where ${among}) as "${side}Mass",
      sum((${weights.sql}) ** 2) filter (where ${among}) as "${side}Squares"`,
    )
    .join('');
}

/**
 * Weighted groups as effective people: their shares of the weight, of as many people as would tell as much if each
 * counted for one. Whole numbers: exact sums of weights would tell who is in a small group.
 */
function effective(counts: readonly GroupCount[], side: 'here' | 'base'): number[] {
  const [mass, squares] = (['Mass', 'Squares'] as const).map((of) =>
    counts.reduce((sum, count) => sum + (count[`${side}${of}`] ?? 0), 0),
  );
  if (!mass || !squares) return counts.map(() => 0);
  const size = effectiveSize(mass, squares);
  return counts.map((count) => Math.round(((count[`${side}Mass`] ?? 0) / mass) * size));
}

/**
 * Counts the field's people and the baseline's by `key`, an SQL expression over `people`, at the report's month. `among`
 * narrows both.
 */
export async function countPeople(reading: Reading, key: string, among = 'true'): Promise<PeopleGroups> {
  const sql = `
    select ${key} as key,
      count(*) filter (where ${reading.is})::integer as here,
      count(*) filter (where ${reading.baseline.is})::integer as base,
      count(*) filter (where ${reading.is} and ${reading.baseline.is})::integer as both${massesOf(reading)}
    from people
    where month = '${reading.peopleMonth ?? ''}' and ${among}${reading.weights ? ` and ${reading.weights.sql} is not null` : ''}
    group by 1 order by here desc, key`;
  const found = reading.hasPeople && reading.peopleMonth !== null ? await reading.ask(groupCount, sql) : [];
  const rest = restOf(found);
  const known = found.flatMap((count) =>
    count.key === null || count.here + count.base === 0 ? [] : [{ ...count, key: count.key, rest: rest(count) }],
  );
  const weighed = reading.weights
    ? { here: effective(known, 'here'), base: effective(known, 'base') }
    : { here: known.map((count) => count.here), base: known.map((count) => count.base) };
  const groups = known
    .map(
      (count, n): PeopleCount => ({
        key: count.key,
        here: weighed.here[n] ?? 0,
        base: weighed.base[n] ?? 0,
        counted: { here: count.here, base: count.base, rest: count.rest },
      }),
    )
    .sort((a, b) => (reading.weights ? b.here - a.here || (a.key < b.key ? -1 : 1) : 0));
  return {
    sql,
    groups,
    hidden: suppress(groups.map(({ counted }): Group => counted)),
    n: groups.reduce((total, count) => total + count.here, 0),
    base: groups.reduce((total, count) => total + count.base, 0),
    unknown: found.find((count) => count.key === null)?.here ?? 0,
    people: known.reduce((total, count) => total + count.here, 0),
  };
}

/** The groups that may be shown, the most people first. */
export function shownGroups(groups: PeopleGroups): PeopleCount[] {
  return groups.groups.filter((_, n) => !groups.hidden[n]);
}

/**
 * The groups that may be compared with one another and called the largest: those before the first hidden one. A sentence
 * that passed over a larger group would not be true, and one that named it would tell of it.
 */
export function leadingGroups(groups: PeopleGroups): PeopleCount[] {
  const first = groups.hidden.findIndex((hidden, n) => hidden && (groups.groups[n]?.here ?? 0) > 0);
  return groups.groups.slice(0, first < 0 ? undefined : first).filter((group) => group.here > 0);
}

/** A row for each group with people, share and the baseline's share; hidden ones have no numbers. */
export function groupRows(groups: PeopleGroups, label: (key: string) => Text): TableRow[] {
  return groups.groups.flatMap((group, n) => {
    if (group.here === 0) return [];
    if (groups.hidden[n])
      return [row(group.key, label(group.key), [suppressedCell, suppressedCell, suppressedCell], false)];
    const cells = [countCell(group.here), shareCell(group.here, groups.n), shareCell(group.base, groups.base)];
    return [row(group.key, label(group.key), cells, true)];
  });
}

export function hiddenGroups(groups: PeopleGroups): number {
  return groups.groups.filter((group, n) => group.here > 0 && groups.hidden[n]).length;
}

export const PEOPLE_COLUMN = { id: 'people', label: { zh: '人数', en: 'People' }, kind: 'count' } as const;
const EFFECTIVE_COLUMN = {
  id: 'people',
  label: { zh: '有效人数（加权）', en: 'Effective people (weighted)' },
  kind: 'count',
} as const;
/** The column of people; where they are weighted it says so. */
export const peopleColumn = (reading: Reading) => (reading.weights ? EFFECTIVE_COLUMN : PEOPLE_COLUMN);
export const SHARE_COLUMN = { id: 'share', label: { zh: '占比', en: 'Share' }, kind: 'share' } as const;
export const baselineColumn = (reading: Reading) =>
  ({ id: 'baseline', label: reading.baseline.label, kind: 'share' }) as const;

/** What a reader of any figure about people has to know. */
export function peopleNotes(reading: Reading, groups: PeopleGroups, what: Text): Text[] {
  const hidden = hiddenGroups(groups);
  const notes: Text[] = [];
  if (reading.peopleMonth !== null && reading.peopleMonth !== reading.period.to) {
    notes.push({
      zh: `人才按${reading.peopleMonth}月末的情况统计：更接近时期末的月份没有保存`,
      en: `People are counted as of the end of ${reading.peopleMonth}: no month nearer to the period's end is kept`,
    });
  }
  if (reading.weights) {
    notes.push({
      zh: `已按“${reading.weights.name.zh}”加权：${groups.people}人，有效样本量${groups.n}人`,
      en: `Weighted to "${reading.weights.name.en}": ${groups.people} people, as good as ${groups.n} who count for one each`,
    });
  }
  if (groups.unknown >= 5) {
    notes.push({
      zh: `另有${groups.unknown}人的${what.zh}未注明，不计入占比`,
      en: `${groups.unknown} more people do not state their ${what.en} and are left out of the shares`,
    });
  }
  if (hidden > 0) {
    notes.push({
      zh: `有${hidden}组因人数过少（或可由其他数字推算出来）而不显示`,
      en: `${hidden === 1 ? 'One group is' : `${hidden} groups are`} not shown: too few people, or a number that could be worked out from others`,
    });
  }
  return notes;
}
