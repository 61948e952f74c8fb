import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTimeline, type Finding, isPartTime, type TimedPosition } from './check-timeline.ts';

const NOW = new Date('2023-03-31T01:00:00Z');
const PRESENT = 2023 * 12 + 2;
const text = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const position = fc
  .record({
    start: fc.integer({ min: 2012 * 12, max: PRESENT }),
    length: fc.option(fc.integer({ min: 0, max: 40 })),
    title: fc.constantFrom('Engineer', '算法工程师', 'Advisor', '实习生'),
    cityId: fc.constantFrom('beijing', 'shanghai', null),
    seniority: fc.constantFrom('intern', 'junior', 'senior', 'director', null),
  })
  .map(({ start, length, ...rest }) => ({
    ...rest,
    start: text(start),
    end: length === null ? null : text(Math.min(PRESENT, start + length)),
  }));
const positions: fc.Arbitrary<TimedPosition[]> = fc
  .array(position, { maxLength: 6 })
  .map((rows) => rows.map((row, i) => ({ ...row, id: `p${i}` })));
const monthsOf = (one: TimedPosition) => {
  const months = new Set<number>();
  for (let n = numberOf(one.start); n <= (one.end === null ? PRESENT : numberOf(one.end)); n++) months.add(n);
  return months;
};
const of = <K extends Finding['kind']>(kind: K, found: readonly Finding[]) =>
  found.filter((one): one is Extract<Finding, { kind: K }> => one.kind === kind);

describe('gaps', () => {
  test('are the runs of more than six months without any position, as sets of months have them', () => {
    fc.assert(
      fc.property(positions, (rows) => {
        const worked = new Set(rows.flatMap((row) => [...monthsOf(row)]));
        const all = [...worked].sort((a, b) => a - b);
        const runs: string[] = [];
        let run: number[] = [];
        for (let n = all[0] ?? 0; n <= (all.at(-1) ?? -1); n++) {
          if (!worked.has(n)) run.push(n);
          else {
            if (run.length > 6) runs.push(`${text(run[0] ?? 0)} ${text(run.at(-1) ?? 0)} ${run.length}`);
            run = [];
          }
        }
        const found = of('gap', checkTimeline(rows, [], NOW)).map((gap) => `${gap.from} ${gap.to} ${gap.months}`);
        expect(found).toEqual(runs);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('overlaps', () => {
  test('are the pairs of whole-time positions with more than a month in common, with both cities where they differ', () => {
    fc.assert(
      fc.property(positions, (rows) => {
        const expected = rows.flatMap((a, i) =>
          rows.slice(i + 1).flatMap((b) => {
            const months = [...monthsOf(a)].filter((n) => monthsOf(b).has(n)).length;
            if (months <= 1 || isPartTime(a.title) || isPartTime(b.title)) return [];
            const two = a.cityId !== null && b.cityId !== null && a.cityId !== b.cityId;
            return [`${[a.id, b.id].sort().join()} ${months} ${two}`];
          }),
        );
        const found = of('overlap', checkTimeline(rows, [], NOW)).map(
          (one) => `${[one.positionId, one.otherId].sort().join()} ${one.months} ${one.cities !== null}`,
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 1_000 },
    );
  });
});

test('what is found does not depend on the order of the rows', () => {
  fc.assert(
    fc.property(positions, (rows) => {
      const sorted = (list: readonly TimedPosition[]) =>
        checkTimeline(list, [{ id: 'e', endYear: 2016 }], NOW)
          .map((one) => JSON.stringify(one))
          .sort();
      expect(sorted([...rows].reverse())).toEqual(sorted(rows));
    }),
  );
});

test('a whole career without any of it finds nothing', () => {
  const steady: TimedPosition[] = [
    { id: 'a', title: '算法工程师', seniority: 'junior', cityId: 'beijing', start: '2016-07', end: '2019-05' },
    { id: 'b', title: '高级算法工程师', seniority: 'senior', cityId: 'shanghai', start: '2019-06', end: null },
  ];
  expect(checkTimeline(steady, [{ id: 'e', endYear: 2016 }], NOW)).toEqual([]);
});

test('a degree after the first whole-time job, and rungs left out, are named with their rows', () => {
  const rows: TimedPosition[] = [
    { id: 'x', title: '实习生', seniority: 'intern', cityId: null, start: '2014-01', end: '2014-06' },
    { id: 'a', title: '专员', seniority: 'junior', cityId: null, start: '2016-07', end: '2019-05' },
    { id: 'b', title: '总监', seniority: 'director', cityId: null, start: '2019-06', end: null },
  ];
  expect(checkTimeline(rows, [{ id: 'e', endYear: 2018 }], NOW)).toEqual([
    { kind: 'gap', from: '2014-07', to: '2016-06', months: 24 },
    { kind: 'study-beside-work', educationId: 'e', positionId: 'a' },
    { kind: 'rungs-skipped', positionId: 'b', beforeId: 'a', from: 'junior', to: 'director' },
  ]);
});
