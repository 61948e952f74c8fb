import type { Person } from '../talent/index.ts';

/** What must never move a score, and a change of just that: the twin differs from the person in nothing else. */
export const PROTECTED: Readonly<Record<string, (person: Person) => Person>> = {
  name: (person) => ({ ...person, member: { ...person.member, name: '王芳', other_name: 'Fang Wang' } }),
  age: (person) => ({ ...person, member: { ...person.member, birth_year: (person.member.birth_year ?? 1990) - 17 } }),
  'age unknown': (person) => ({ ...person, member: { ...person.member, birth_year: null } }),
  school: (person) => ({
    ...person,
    education: person.education.map((row) => ({ ...row, school_id: 'tsinghua', school_name: '清华大学' })),
  }),
  'years of school': (person) => ({
    ...person,
    education: person.education.map((row) => ({ ...row, start_year: null, end_year: (row.end_year ?? 2010) - 9 })),
  }),
  'time of joining': (person) => ({
    ...person,
    member: { ...person.member, created_at: new Date(0), updated_at: new Date(0) },
  }),
};

/** A date some months earlier; the first of the month stays the first. */
function earlier(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

type Position = Person['positions'][number];
const moved = (row: Position, months: number): Position => ({
  ...row,
  start_month: earlier(row.start_month, months),
  end_month: row.end_month && earlier(row.end_month, months),
});

/** The same career with a pause before the latest position: whatever ended before it began lies further back. */
function withPause(person: Person, months: number): Person {
  const [latest, ...before] = person.positions;
  if (!latest || before.some((row) => row.end_month === null || row.end_month >= latest.start_month)) return person;
  return { ...person, positions: [latest, ...before.map((row) => moved(row, months))] };
}

/** The same career, and a pause since: nobody employs them now. `now` is the month in which the latest position lasts. */
function pausedSince(person: Person, months: number, now: string): Person {
  const positions = person.positions.map((row) => moved({ ...row, end_month: row.end_month ?? now }, months));
  return { ...person, positions };
}

/** What people tell of themselves in running words, and what must not count of it. */
const TOLD = [
  '女，已婚已育，籍贯河南，北京户口，汉族，1988年5月出生。',
  '性别：男，未婚，出生地：甘肃，照片：https://example.org/me.jpg',
  'Female, married with two children, born in Chengdu, 38 years old.',
];

/** Changes of a career's gaps and of what is told in running words, which must not move a score either. */
export const gapsAndTold = (now: string): Readonly<Record<string, (person: Person) => Person>> => ({
  'a pause of two years': (person) => withPause(person, 24),
  'a pause since': (person) => pausedSince(person, 14, now),
  ...Object.fromEntries(
    TOLD.map((told): [string, (person: Person) => Person] => [
      `told: ${told}`,
      (person) => ({ ...person, member: { ...person.member, summary: `${person.member.summary}\n${told}` } }),
    ]),
  ),
});

/** Where a way of scoring treats twins unlike: what they differ in, and by how much the score moved. */
export function unlikeTwins(
  score: (person: Person) => number,
  people: readonly Person[],
  changes: Readonly<Record<string, (person: Person) => Person>> = PROTECTED,
): { differsIn: string; memberId: string; by: number }[] {
  return people.flatMap((person) =>
    Object.entries(changes).flatMap(([differsIn, change]) => {
      const by = score(change(person)) - score(person);
      return Math.abs(by) > 1e-9 ? [{ differsIn, memberId: person.member.id, by }] : [];
    }),
  );
}

/** Groups with fewer people than this are not shown. */
export const LEAST_GROUP = 5;
/** Below four fifths of the best-off group's rate an impact is commonly looked into (29 CFR § 1607.4 D). */
export const FOUR_FIFTHS = 0.8;

/** One posting's list: the group of everybody who was ranked, best first, and how many of the first were selected. */
export type RankedGroups = { readonly groups: readonly string[]; readonly selected: number };

export type GroupRates = {
  readonly group: string;
  readonly ranked: number;
  readonly selected: number;
  /** Selected of those ranked, 0 to 1. */
  readonly selectionRate: number;
  /** The rate against that of the group with the highest: New York City's Local Law 144 of 2021, 6 RCNY § 5-300. */
  readonly impactRatio: number;
  /** The share of all exposure (1 / log2(rank + 1)) against the share of those ranked: 1 is even (Singh and Joachims 2018). */
  readonly exposure: number;
};

/** Selection rates, impact ratios and exposure by group over many lists. Groups of fewer than five are left out. */
export function ratesByGroup(lists: readonly RankedGroups[]): GroupRates[] {
  const sums = new Map<string, { ranked: number; selected: number; exposure: number }>();
  let [all, allExposure] = [0, 0];
  for (const { groups, selected } of lists) {
    groups.forEach((group, at) => {
      const sum = sums.get(group) ?? { ranked: 0, selected: 0, exposure: 0 };
      const exposure = 1 / Math.log2(at + 2);
      sum.ranked += 1;
      sum.selected += at < selected ? 1 : 0;
      sum.exposure += exposure;
      all += 1;
      allExposure += exposure;
      sums.set(group, sum);
    });
  }
  const shown = [...sums].filter(([, { ranked }]) => ranked >= LEAST_GROUP);
  const best = Math.max(0, ...shown.map(([, { ranked, selected }]) => selected / ranked));
  return shown
    .map(([group, { ranked, selected, exposure }]) => ({
      group,
      ranked,
      selected,
      selectionRate: selected / ranked,
      impactRatio: best === 0 ? 1 : selected / ranked / best,
      exposure: exposure / allExposure / (ranked / all),
    }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
