import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildReport, freshSnapshot, type Report, reportQuery } from '../../src/insights/index.ts';
import { openSnapshot } from '../../src/insights/warehouse/index.ts';
import { importPostings } from '../../src/jobs/index.ts';
import { skills } from '../../src/language/index.ts';
import { createTestContext } from '../database.ts';
import { realFile } from './real-data.ts';

type Row = {
  readonly id: string;
  readonly company_id: string;
  readonly industry_id: string | null;
  readonly role_id: string | null;
  readonly city_id: string | null;
  readonly day: string;
  readonly pay: number | null;
  readonly skills: readonly string[];
  readonly title: string;
  readonly description: string;
};

/** Words with Latin letters are not found inside longer ones: "AI" is not in "maintain". */
const DEFINITION = {
  any: [
    { keyword: '人工智能' },
    { keyword: 'AI' },
    { keyword: '大数据' },
    { skill: 'machine-learning' },
    { role: 'data-engineer' },
  ],
};

describe('a report on the 3,590 postings of a job board', async () => {
  const context = await createTestContext('2019-09-30T00:00:00Z');
  let source: string;
  let everything: Report;
  let intelligence: Report;
  let rows: Row[];
  let repeated: Map<string, string>;

  const query = () => reportQuery.parse({ from: '2019-01', to: '2019-12', source });
  const isNew = (row: Row) => !repeated.has(row.id);

  beforeAll(async () => {
    await importPostings(context, [realFile('postings-51job/51jobs.xlsx')], { year: 2019 });
    const found = await context.pool.query<{ id: string }>('select id from dataset');
    source = found.rows[0]?.id ?? '';
    await context.db
      .insertInto('field')
      .values({
        id: 'intelligence',
        name_zh: '人工智能与大数据',
        name_en: 'AI and big data',
        definition: JSON.stringify(DEFINITION),
        created_at: context.clock.now(),
        updated_at: context.clock.now(),
      })
      .execute();
    const began = performance.now();
    everything = await buildReport(context, 'all', query());
    const made = performance.now();
    intelligence = await buildReport(context, 'intelligence', query());
    process.stdout.write(
      `warehouse and report ${Math.round(made - began)} ms, another report ${Math.round(performance.now() - made)} ms\n`,
    );
    rows = (
      await context.pool.query<Row>(
        `select p.id, p.company_id, coalesce(c.industry_id, p.industry_id) as industry_id, p.role_id, p.city_id,
           p.published_on as day, coalesce(p.pay_min, p.pay_max)::float8 / 2 + coalesce(p.pay_max, p.pay_min)::float8 / 2 as pay, p.must_skills || p.nice_skills as skills,
           p.title, p.description
         from posting p join company c on c.id = p.company_id where p.published_on is not null`,
      )
    ).rows;
    const warehouse = await openSnapshot(await freshSnapshot(context));
    const pairs = await warehouse.rows(
      z.object({ id: z.string(), of: z.string() }),
      'select id::varchar as id, repost_of::varchar as "of" from postings where repost_of is not null',
    );
    warehouse.close();
    repeated = new Map(pairs.map((pair) => [pair.id, pair.of]));
  });

  const table = (report: Report, figureId: string, tableId: string) => {
    const found = report.figures.find((figure) => figure.id === figureId)?.tables.find((one) => one.id === tableId);
    if (!found) throw new Error(`no ${tableId} in ${figureId}`);
    return found;
  };
  const countOf = <T>(list: readonly T[], key: (one: T) => string | null) => {
    const counts = new Map<string, number>();
    for (const one of list) {
      const name = key(one);
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };

  /** The shingles of two texts that are the same, compared one by one. */
  function overlap(a: string, b: string): number {
    const shingles = (text: string) => {
      const bare = [...text.toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character)).join('');
      return new Set(Array.from({ length: Math.max(1, bare.length - 4) }, (_, at) => bare.slice(at, at + 5)));
    };
    const [left, right] = [shingles(a), shingles(b)];
    const both = [...left].filter((one) => right.has(one)).length;
    return both / (left.size + right.size - both);
  }

  test('what is left out as repeated has nearly the same words, employer, city and days', () => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const [id, of] of repeated) {
      const [copy, first] = [byId.get(id), byId.get(of)];
      if (!copy || !first) throw new Error('a repeated posting is not in the database');
      expect([copy.company_id, copy.city_id]).toEqual([first.company_id, first.city_id]);
      expect(Math.abs(Date.parse(copy.day) - Date.parse(first.day)) / 86_400_000).toBeLessThanOrEqual(60);
      expect(overlap(copy.description, first.description)).toBeGreaterThan(0.75);
    }
    process.stdout.write(`${repeated.size} of ${rows.length} postings repeat another\n`);
    expect(repeated.size).toBeGreaterThan(0);
  });

  test('new postings by month', () => {
    const counts = countOf(rows.filter(isNew), (row) => row.day.slice(0, 7));
    const series = table(everything, 'new-postings', 'series').rows.filter((row) => row.cells[0]?.value !== 0);
    expect(new Map(series.map((row) => [row.key, row.cells[0]?.value]))).toEqual(counts);
    expect(everything.figures[0]?.n).toBe(rows.length - repeated.size);
  });

  test('shares of industries', () => {
    const counts = countOf(rows.filter(isNew), (row) => row.industry_id);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const figure = everything.figures.find((one) => one.id === 'postings-by-industry');
    if (total === 0) {
      expect(figure?.n).toBe(0);
      expect(figure?.notes.length).toBeGreaterThan(0);
      return;
    }
    for (const row of table(everything, 'postings-by-industry', 'industries').rows) {
      expect([row.key, row.cells[1]?.value]).toEqual([row.key, expect.closeTo((counts.get(row.key) ?? 0) / total, 9)]);
    }
  });

  test('the median pay of each role', () => {
    const paid = Map.groupBy(
      rows.filter((row) => isNew(row) && row.pay !== null && row.role_id !== null),
      (row) => row.role_id ?? '',
    );
    const offered = table(everything, 'pay-by-role', 'offered').rows;
    expect(offered.length).toBeGreaterThan(20);
    for (const row of offered) {
      const pay = (paid.get(row.key) ?? []).map((one) => Math.floor(one.pay ?? 0)).toSorted((a, b) => a - b);
      const middle = ((pay[Math.floor((pay.length - 1) / 2)] ?? 0) + (pay[Math.ceil((pay.length - 1) / 2)] ?? 0)) / 2;
      expect([row.key, row.cells[4]?.value, Math.abs((row.cells[1]?.value ?? 0) - middle) <= 1]).toEqual([
        row.key,
        pay.length,
        true,
      ]);
    }
  });

  test('how many ask for each skill', () => {
    const counts = countOf(
      rows.filter(isNew).flatMap((row) => [...new Set(row.skills)]),
      (skill) => skill,
    );
    const skills = table(everything, 'skills-in-demand', 'skills').rows;
    const expected = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, skills.length);
    expect(skills.map((row) => [row.key, row.cells[0]?.value])).toEqual(expected);
  });

  test('what a field takes by its words, counted by looking for them', () => {
    const underLearning = new Set(['machine-learning']);
    for (let size = 0; size !== underLearning.size; ) {
      size = underLearning.size;
      for (const skill of skills()) if (skill.parents.some((id) => underLearning.has(id))) underLearning.add(skill.id);
    }
    const taken = rows.filter((row) => {
      const text = `${row.title}\n${row.description}`.toLowerCase();
      return (
        text.includes('人工智能') ||
        text.includes('大数据') ||
        /(?<![a-z0-9\u00c0-\u024f])ai(?![a-z0-9\u00c0-\u024f+#])/.test(text) ||
        row.skills.some((id) => underLearning.has(id)) ||
        row.role_id === 'data-engineer'
      );
    });
    process.stdout.write(`AI and big data: ${taken.length} of ${rows.length} postings\n`);
    expect(taken.length).toBeGreaterThan(100);
    expect(intelligence.figures[0]?.n).toBe(taken.filter(isNew).length);
  });

  test('figures on people say that this data has none', () => {
    for (const figure of everything.figures.filter((one) => one.unit === 'people')) {
      expect([figure.id, figure.n, figure.notes[0]?.en]).toEqual([
        figure.id,
        0,
        'The chosen data has postings and no people, so this figure has no number',
      ]);
    }
  });
});
