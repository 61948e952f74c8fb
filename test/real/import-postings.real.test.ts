import { beforeAll, describe, expect, test } from 'vitest';
import { type ImportReport, importPostings, presentImportReport, understoodShare } from '../../src/jobs/index.ts';
import { findDegree, findYears } from '../../src/language/index.ts';
import { createTestContext } from '../database.ts';
import { realFile } from './real-data.ts';

const ROWS = 3_590;

describe('the 3,590 postings of a job board, without a header row', async () => {
  const context = await createTestContext();
  let first: ImportReport;

  beforeAll(async () => {
    const started = performance.now();
    first = await importPostings(context, [realFile('postings-51job/51jobs.xlsx')], { year: 2019 });
    process.stdout.write(`${presentImportReport(first, 'en')}${Math.round(performance.now() - started)} ms\n`);
  });

  const column = (field: string) => {
    const found = first.files[0]?.cells.find((count) => count.field === field);
    if (!found) throw new Error(`no column was taken for ${field}`);
    return found;
  };

  test('every column is recognised by its values', () => {
    expect(first.files[0]?.columns.map((use) => use.field)).toEqual([
      'publishedOn',
      'title',
      'company',
      'place',
      'pay',
      'requirements',
      'description',
      'url',
    ]);
  });

  test('every row is read; a posting that the file lists twice is added once', () => {
    expect(first).toMatchObject({ wrong: 0 });
    expect(first.files[0]?.rows).toBe(ROWS);
    expect(first.added + first.known).toBe(ROWS);
    expect(first.known).toBeLessThan(20);
  });

  test.each([
    ['publishedOn', 0.99],
    ['place', 0.99],
    ['pay', 0.99],
    ['requirements', 0.99],
    ['url', 0.99],
  ])('of the cells of %s that say something, at least %f are understood', (field, least) => {
    expect(understoodShare(column(field))).toBeGreaterThanOrEqual(least);
  });

  test('a city is known for at least 97 % of the rows, and a role for 80 %', async () => {
    const { rows } = await context.pool.query<{ city: number; role: number; pay: number }>(
      'select count(city_id)::float8 / count(*) as city, count(role_id)::float8 / count(*) as role, count(pay_min)::float8 / count(*) as pay from posting',
    );
    process.stdout.write(`known of all rows: ${JSON.stringify(rows[0])}\n`);
    expect(rows[0]?.city).toBeGreaterThanOrEqual(0.97);
    expect(rows[0]?.role).toBeGreaterThanOrEqual(0.8);
    expect(rows[0]?.pay).toBeGreaterThanOrEqual(0.95);
  });

  test('every pay of the usual form is what a plain multiplication gives', async () => {
    const { rows } = await context.pool.query<{ text: string; min: number | null; max: number | null }>(
      'select pay_text as text, pay_min as min, pay_max as max from posting',
    );
    const units = new Map([
      ['万', 10_000],
      ['千', 1_000],
      ['元', 1],
    ]);
    const periods = new Map([
      ['月', 12],
      ['年', 1],
      ['天', 250],
      ['小时', 2_000],
    ]);
    const usual = rows.flatMap(({ text, min, max }) => {
      const found = /^([\d.]+)-([\d.]+)(万|千|元)\/(月|年|天|小时)$/u.exec(text);
      if (!found) return [];
      const [, low, high, unit = '', period = ''] = found;
      const factor = (units.get(unit) ?? 0) * (periods.get(period) ?? 0);
      return [{ text, read: [min, max], plain: [low, high].map((amount) => Math.round(Number(amount) * factor)) }];
    });
    expect(usual.length).toBeGreaterThan(3_000);
    expect(usual.filter(({ read, plain }) => read.join() !== plain.join())).toEqual([]);
  });

  // Whoever posts fills in a form and writes a text, and these two often differ; so agreement has a floor, not a target.
  test('the degree and the years read from the prose agree with the line of requirements where both say one', async () => {
    const { rows } = await context.pool.query<{ degree: string | null; least: number | null; text: string }>(
      'select degree, years_min as least, description as text from posting',
    );
    const agreement = (pairs: readonly (readonly [unknown, unknown])[]) =>
      pairs.filter(([cell, prose]) => cell === prose).length / pairs.length;
    const degrees = rows.flatMap(({ degree, text }) => {
      const prose = findDegree(text)?.value;
      return degree && prose ? [[degree, prose] as const] : [];
    });
    const years = rows.flatMap(({ least, text }) => {
      const prose = findYears(text)?.value;
      return least && prose ? [[least, prose.min] as const] : [];
    });
    process.stdout.write(
      `prose and form agree: degree ${agreement(degrees).toFixed(3)} of ${degrees.length}, years ${agreement(years).toFixed(3)} of ${years.length}\n`,
    );
    expect(agreement(degrees)).toBeGreaterThanOrEqual(0.8);
    expect(agreement(years)).toBeGreaterThanOrEqual(0.6);
  });

  test('the same file again adds nothing', async () => {
    const second = await importPostings(context, [realFile('postings-51job/51jobs.xlsx')], { year: 2019 });
    expect(second).toMatchObject({ added: 0, known: ROWS, companiesAdded: 0 });
    const { rows } = await context.pool.query<{ count: number }>('select count(*)::integer as count from posting');
    expect(rows[0]?.count).toBe(first.added);
  });
});
