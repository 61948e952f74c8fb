import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cities, industries, roles } from '../../language/index.ts';
import { SHIPPED_FIELDS } from '../fields/shipped.ts';
import { reportQuery } from '../model.ts';
import type { FigureMaker, Reading } from '../reading.ts';
import { judgeCoverage } from './coverage.ts';
import { newPostings } from './new-postings.ts';
import { peopleByCity } from './people-by-city.ts';
import { postingsByIndustry } from './postings-by-industry.ts';
import { supplyAndDemand } from './supply-and-demand.ts';

/** A reading whose warehouse answers the question about groups with these rows, and others with none. */
const employerCounts = fc.record({
  employersNow: fc.integer({ min: 1, max: 90 }),
  employersBefore: fc.integer({ min: 1, max: 90 }),
  employersBoth: fc.constant(1),
  now: fc.integer({ min: 1, max: 900 }),
  before: fc.integer({ min: 1, max: 900 }),
  nowOfBoth: fc.integer({ min: 0, max: 900 }),
  beforeOfBoth: fc.integer({ min: 0, max: 900 }),
  hereNow: fc.constant(90),
  hereBefore: fc.constant(90),
  hereNowOfBoth: fc.integer({ min: 0, max: 90 }),
  hereBeforeOfBoth: fc.integer({ min: 0, max: 90 }),
});
const NO_EMPLOYERS = Object.fromEntries(Object.keys(fc.sample(employerCounts, 1)[0] ?? {}).map((key) => [key, 0]));

function readingOf(rows: readonly object[], employers: object): Reading {
  const [field] = SHIPPED_FIELDS;
  if (!field) throw new Error('no field is shipped');
  return {
    field,
    query: reportQuery.parse({ from: '2023-01', to: '2023-02' }),
    period: { from: '2023-01', to: '2023-02' },
    before: { from: '2022-01', to: '2022-02' },
    baseline: {
      label: { zh: '全网', en: 'Whole network' },
      words: { zh: '全网', en: 'the whole network' },
      is: 'true',
    },
    is: 'true',
    ofSource: 'true',
    isNew: 'true',
    hasPeople: true,
    topicNames: {},
    tooClose: null,
    weights: null,
    peopleMonth: '2023-02',
    ask: async (schema, sql) => {
      if (sql.includes('"employersNow"')) return [schema.parse(employers)];
      return (/as arrivals|min\(posting_month\)|as part|wishing/.test(sql) ? [] : rows).map((row) => schema.parse(row));
    },
    shown: (sql) => sql,
  };
}

async function sentencesOf(
  make: FigureMaker,
  rows: readonly object[],
  employers: object = NO_EMPLOYERS,
): Promise<string[]> {
  return (await make(readingOf(rows, employers))).figure.sentences.map((sentence) => sentence.zh);
}

const plain = (words: string | undefined) => Number(words?.replaceAll(',', ''));
const names = (words: string | undefined) => (words ?? '').split(/[、和]/u);

/** Counts by id, the largest first, as the statements order them. */
const ranked = (ids: readonly string[]) =>
  fc
    .tuple(
      fc.subarray([...ids], { minLength: 1 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: ids.length, maxLength: ids.length }),
    )
    .map(([some, counts]) =>
      some.map((key, n) => ({ key, here: counts[n] ?? 1 })).sort((a, b) => b.here - a.here || (a.key < b.key ? -1 : 1)),
    );

const CITIES = cities().slice(0, 9);
const INDUSTRIES = industries().slice(0, 9);
const ROLES = roles().slice(0, 7);

describe('what a figure says is true of its numbers', () => {
  test('F2: the leading industry, how many times another it is, and which it outweighs', async () => {
    const idOf = new Map(INDUSTRIES.map((industry) => [industry.zh, industry.id]));
    await fc.assert(
      fc.asyncProperty(ranked(INDUSTRIES.map(({ id }) => id)), async (counts) => {
        const rows = counts.map((count) => ({ ...count, base: count.here * 2 }));
        const of = (name: string) => counts.find(({ key }) => key === idOf.get(name))?.here ?? Number.NaN;
        const total = counts.reduce((sum, { here }) => sum + here, 0);
        for (const sentence of await sentencesOf(postingsByIndustry, rows)) {
          const found =
            /^从行业看，(.+)行业发布的AIGC领域职位最多，释出(.+?)岗位（(?:([\d.]+)%，)?([\d,]+)个）(.*)。$/u.exec(
              sentence,
            );
          if (!found) throw new Error(sentence);
          const leader = of(found[1] ?? '');
          expect(leader).toBe(counts[0]?.here);
          expect(plain(found[4])).toBe(leader);
          if (found[3]) expect(Math.abs(Number(found[3]) / 100 - leader / total)).toBeLessThanOrEqual(0.000501);
          const times = /，(约为|近|超过)(.+)行业的(\d+)倍/u.exec(found[5] ?? '');
          if (times) expect(Math.abs(leader / of(times[2] ?? '') / Number(times[3]) - 1)).toBeLessThanOrEqual(0.101);
          const sum = /，超过(.+?)(三者)?之和$/u.exec(found[5] ?? '');
          if (sum) expect(names(sum[1]).reduce((all, name) => all + of(name), 0)).toBeLessThan(leader);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('F6: the first three cities, the first one, and who is fourth', async () => {
    const idOf = new Map(CITIES.map((city) => [city.zh, city.id]));
    await fc.assert(
      fc.asyncProperty(ranked(CITIES.map(({ id }) => id)), fc.integer({ min: 0, max: 9 }), async (counts, more) => {
        const rows = counts.map((count) => ({ ...count, base: count.here + more, both: count.here }));
        const of = (name: string) => counts.find(({ key }) => key === idOf.get(name))?.here ?? Number.NaN;
        const total = counts.reduce((sum, { here }) => sum + here, 0);
        for (const sentence of await sentencesOf(peopleByCity, rows)) {
          const three = /集中在(.+)三地（([\d,]+)人，共([\d,]+)人）。$/u.exec(sentence);
          const first =
            /^(.+?)拥有.+人才（(?:[\d.]+%，)?([\d,]+)人），(?:超过(.+?)(?:两城|三城)之和|居各城市之首)。$/u.exec(
              sentence,
            );
          const fourth = /^(.+)位居第四（[\d.]+%，([\d,]+)人），超过(.+)（[\d.]+%，([\d,]+)人）。$/u.exec(sentence);
          if (three) {
            const here = names(three[1]).map(of);
            expect(here.toSorted((a, b) => b - a)).toEqual(counts.slice(0, 3).map((count) => count.here));
            expect(plain(three[2])).toBe(here.reduce((sum, count) => sum + count, 0));
            expect(plain(three[3])).toBe(total);
          } else if (first) {
            expect(of(first[1] ?? '')).toBe(counts[0]?.here);
            expect(plain(first[2])).toBe(counts[0]?.here);
            if (first[3])
              expect(names(first[3]).reduce((sum, name) => sum + of(name), 0)).toBeLessThan(counts[0]?.here ?? 0);
          } else if (fourth) {
            expect([plain(fourth[2]), plain(fourth[4])]).toEqual([of(fourth[1] ?? ''), of(fourth[3] ?? '')]);
            expect(counts.filter((count) => count.here > of(fourth[1] ?? '')).length).toBeLessThanOrEqual(3);
            expect(of(fourth[1] ?? '')).toBeGreaterThan(of(fourth[3] ?? ''));
          } else throw new Error(sentence);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('F3: what is most in demand, most applied for, scarcest and most crowded', async () => {
    const idOf = new Map(ROLES.map((role) => [role.zh, role.id]));
    const role = fc.record({ postings: fc.integer({ min: 0, max: 200 }), people: fc.integer({ min: 0, max: 200 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(role, { minLength: 1, maxLength: ROLES.length }), async (made) => {
        const rows = made.map((counts, n) => ({ key: ROLES[n]?.id ?? '', paid: 0, high: 0, ...counts }));
        const of = (name: string | undefined) => rows.find(({ key }) => key === idOf.get(name ?? ''));
        for (const sentence of await sentencesOf(supplyAndDemand, rows)) {
          const hot = /热招岗位以(.+)居前，热投岗位则以(.+?)居前/u.exec(sentence);
          const extreme =
            /^(最紧缺|竞争最激烈)的是(.+)：每个职位.*?([\d.]+)人投递（([\d,]+)个职位，([\d,]+)人）。$/u.exec(sentence);
          if (hot) {
            const first = (words: string | undefined) => /^(.+?)（[\d.]+%）/u.exec(words ?? '')?.[1];
            expect(of(first(hot[1]))?.postings).toBe(Math.max(...rows.map((one) => one.postings)));
            expect(of(first(hot[2]))?.people).toBe(Math.max(...rows.map((one) => one.people)));
          } else if (extreme) {
            const found = of(extreme[2]);
            expect([plain(extreme[4]), plain(extreme[5])]).toEqual([found?.postings, found?.people]);
            expect(Math.abs(plain(extreme[3]) - (found?.people ?? 0) / (found?.postings ?? 1))).toBeLessThan(0.00501);
          } else throw new Error(sentence);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('F1: the growth, the count it is of, and whether it is the highest', async () => {
    const count = fc.integer({ min: 0, max: 900 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 6 }),
        employerCounts,
        async (years, employers) => {
          const rows = years.flatMap(([january, february], back) => [
            { month: `${2023 - back}-01`, postings: january, repeated: 0, ghosts: 0 },
            { month: `${2023 - back}-02`, postings: february, repeated: 0, ghosts: 0 },
          ]);
          const both = years.map(([january, february]) => january + february);
          const sentences = await sentencesOf(
            newPostings,
            rows.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
            employers,
          );
          for (const sentence of sentences) {
            const growth =
              /^2023年1—2月，AIGC领域新发职位([\d,]+)个，同比(增长|下降|持平)([\d.]+%)?（上年同期([\d,]+)个）(，为\d{4}年有数据以来同期最高)?(；但.*)?。$/u.exec(
                sentence,
              );
            const surge =
              /^历年同期中，(\d{4})年1—2月AIGC领域新发职位增速最高，同比增长[\d.]+%（由([\d,]+)个增至([\d,]+)个）。$/u.exec(
                sentence,
              );
            if (growth) {
              expect([plain(growth[1]), plain(growth[4])]).toEqual([both[0], both[1]]);
              if (growth[5]) expect(both[0]).toBeGreaterThan(Math.max(...both.slice(1)));
              const { reasons } = judgeCoverage({ parts: { source: [], industry: [], city: [] }, employers });
              expect(growth[6] !== undefined).toBe(reasons.length > 0);
              const [now, before] = [employers.hereNowOfBoth, employers.hereBeforeOfBoth];
              const alike = /同比(增长|下降|持平)/u.exec(growth[6] ?? '')?.[1];
              if (alike === '增长') expect(now).toBeGreaterThan(before);
              if (alike === '下降') expect(now).toBeLessThan(before);
            } else if (surge) {
              const at = 2023 - Number(surge[1]);
              expect([plain(surge[2]), plain(surge[3])]).toEqual([both[at + 1], both[at]]);
            } else throw new Error(sentence);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
