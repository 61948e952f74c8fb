import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { makeDemoWorld, reportTruth, worldTruth } from '../../world/index.ts';
import { findRole } from '../language/index.ts';
import { buildReport } from './build-report.ts';
import { type FigureId, type Report, reportQuery, reportView } from './model.ts';

const context = await createTestContext();
const SIZE = { members: 1_500, companies: 120, postings: 12_000, seed: 11 };
const truth = worldTruth(SIZE);
const now = reportTruth(SIZE, ['2023-01', '2023-02']);
const JANUARY_FEBRUARY = reportQuery.parse({ from: '2023-01', to: '2023-02' });
let report: Report;

beforeAll(async () => {
  await makeDemoWorld(context, SIZE);
  report = await buildReport(context, 'aigc', JANUARY_FEBRUARY);
});

function table(figureId: FigureId, tableId: string, from: Report = report) {
  const figure = from.figures.find((one) => one.id === figureId);
  const found = figure?.tables.find((one) => one.id === tableId);
  if (!figure || !found) throw new Error(`no table ${tableId} in ${figureId}`);
  return {
    figure,
    keys: found.rows.map((row) => row.key),
    cell(key: string, column: string) {
      const at = found.columns.findIndex((one) => one.id === column);
      const cell = found.rows.find((row) => row.key === key)?.cells[at];
      if (!cell) throw new Error(`no cell ${key} ${column} in ${tableId}`);
      return cell;
    },
  };
}

/** A value and its interval hold the truth. */
function expectFinds(cell: { value: number | null; low?: number; high?: number }, expected: number, digits = 6) {
  expect(cell.value).toBeCloseTo(expected, digits);
  if (cell.low !== undefined) expect(cell.low).toBeLessThanOrEqual(expected + 1e-9);
  if (cell.high !== undefined) expect(cell.high).toBeGreaterThanOrEqual(expected - 1e-9);
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, count) => all + count, 0);

/** Every group that is shown has the share that is true; those left out are few, or would give few away. */
function expectShares(
  found: ReturnType<typeof table>,
  counts: Readonly<Record<string, number>>,
  n: number,
  column: string,
) {
  let shown = 0;
  for (const key of found.keys) {
    const cell = found.cell(key, column);
    if (cell.suppressed) continue;
    shown++;
    expectFinds(cell, (counts[key] ?? 0) / n);
  }
  expect(shown).toBeGreaterThan(2);
}

describe('the report on generative AI finds what is true of the made-up world', () => {
  test('it is what the API promises', () => {
    expect(reportView.parse(report)).toEqual(report);
    expect(report.network.generated).toBe(true);
    expect(report.lead).toHaveLength(3);
  });

  test('F1: new postings of January and February, and their growth', () => {
    const years = table('new-postings', 'years');
    for (const year of [2020, 2021, 2022, 2023]) {
      expectFinds(years.cell(`${year}-01/${year}-02`, 'change'), truth.aigc.growth[year] ?? Number.NaN);
    }
    const series = table('new-postings', 'series');
    for (const month of series.keys)
      expect([month, series.cell(month, 'postings').value]).toEqual([month, truth.aigc.postingsByMonth[month]]);
  });

  test('F2: shares of industries', () => {
    const industries = table('postings-by-industry', 'industries');
    expect(industries.keys.toSorted()).toEqual(Object.keys(truth.aigc.postingsByIndustry).toSorted());
    for (const [id, share] of Object.entries(truth.aigc.postingsByIndustry))
      expectFinds(industries.cell(id, 'share'), share);
  });

  test('F4: skills asked for', () => {
    const skills = table('skills-in-demand', 'skills');
    for (const id of ['nlp', 'deep-learning', 'cpp', 'text-generation', 'commercialisation']) {
      expectFinds(skills.cell(id, 'share'), truth.aigc.skillsOfPostings[id] ?? Number.NaN);
    }
    expect(skills.keys).not.toContain('aigc');
  });

  test('F5: pay by role', () => {
    const pay = table('pay-by-role', 'offered');
    for (const [id, mean] of Object.entries(truth.aigc.payByRole)) expectFinds(pay.cell(id, 'mean'), mean, -2);
  });

  test('F3: demand and supply by role, their ratio both ways, and the imbalance', () => {
    const roles = table('supply-and-demand', 'roles');
    const [postings, people] = [sum(now.demandByRole), sum(now.supplyByRole)];
    expect(roles.keys.toSorted()).toEqual(Object.keys(now.demandByRole).toSorted());
    for (const [id, demand] of Object.entries(now.demandByRole)) {
      expect([id, roles.cell(id, 'postings').value]).toEqual([id, demand]);
      expectFinds(roles.cell(id, 'demand'), demand / postings);
      const supply = now.supplyByRole[id] ?? 0;
      if (roles.cell(id, 'people').suppressed) continue;
      expect([id, roles.cell(id, 'people').value]).toEqual([id, supply]);
      expectFinds(roles.cell(id, 'supply'), supply / people);
      expectFinds(roles.cell(id, 'ratio'), supply / demand);
      expectFinds(roles.cell(id, 'scarcity'), demand / supply);
      expectFinds(roles.cell(id, 'imbalance'), Math.log(demand / postings / (supply / people)), 4);
    }
    const most = (counts: Readonly<Record<string, number>>) => Math.max(...Object.values(counts));
    expect(roles.cell(roles.keys[0] ?? '', 'postings').value).toBe(most(now.demandByRole));
    const supply = table('supply-and-demand', 'applied-for');
    expect(supply.cell(supply.keys[0] ?? '', 'people').value).toBe(most(now.supplyByRole));
  });

  test('F3: what people say they wish for', () => {
    const wished = table('supply-and-demand', 'wished-for');
    const all = sum(now.wishedByRole);
    expect(wished.keys.toSorted()).toEqual(Object.keys(now.wishedByRole).toSorted());
    let shown = 0;
    for (const [id, people] of Object.entries(now.wishedByRole)) {
      if (wished.cell(id, 'people').suppressed) continue;
      shown++;
      expect([id, wished.cell(id, 'people').value]).toEqual([id, people]);
      expectFinds(wished.cell(id, 'share'), people / all);
      expect(people).toBeGreaterThanOrEqual(5);
    }
    expect(shown).toBeGreaterThan(2);
  });

  test('F5: what people share of their own pay', () => {
    const real = table('pay-by-role', 'real');
    expect(real.keys.length).toBeGreaterThan(2);
    for (const id of real.keys) {
      const pay = (now.sharedPay[id] ?? []).toSorted((a, b) => a - b);
      expect([id, real.cell(id, 'n').value]).toEqual([id, pay.length]);
      const middle = ((pay[Math.floor((pay.length - 1) / 2)] ?? 0) + (pay[Math.ceil((pay.length - 1) / 2)] ?? 0)) / 2;
      // Real pay is rounded, so that nobody's own is told.
      expect(Math.abs((real.cell(id, 'median').value ?? 0) - middle)).toBeLessThanOrEqual(5_000);
    }
  });

  test('F6: people by city, with ranks, and who came and left', () => {
    const cities = table('people-by-city', 'cities');
    expect(cities.figure.n).toBe(now.people.n);
    expectShares(cities, now.people.byCity, now.people.n, 'share');
    expectShares(cities, now.everybody.byCity, now.everybody.n, 'baseline');
    expect(cities.cell('beijing', 'rank').value).toBe(1);
    expect(cities.cell('hangzhou', 'rank').value).toBe(4);
    const flows = report.figures
      .find((figure) => figure.id === 'people-by-city')
      ?.tables.find((one) => one.id === 'city-flows');
    for (const row of flows?.rows ?? []) {
      expect([row.key, row.cells[0]?.value, row.cells[1]?.value]).toEqual([
        row.key,
        now.arrivals[row.key],
        now.departures[row.key],
      ]);
    }
  });

  test('F7: people by industry', () => {
    const industries = table('people-by-industry', 'industries');
    expectShares(industries, now.people.byIndustry, now.people.n, 'share');
    expectShares(industries, now.everybody.byIndustry, now.everybody.n, 'baseline');
    expect(industries.cell('internet', 'share').suppressed).toBeUndefined();
  });

  test('F8: people by age, against the network and against the internet industry', async () => {
    const ages = table('people-by-age', 'together');
    for (const [key, of] of [
      ['over-30', 'over30'],
      ['over-35', 'over35'],
    ] as const) {
      expectFinds(ages.cell(key, 'share'), now.people[of] / now.people.n);
      expectFinds(ages.cell(key, 'baseline'), now.everybody[of] / now.everybody.n);
      expectFinds(ages.cell(key, 'difference'), now.people[of] / now.people.n - now.everybody[of] / now.everybody.n);
    }
    const against = await buildReport(context, 'aigc', { ...JANUARY_FEBRUARY, against: 'internet' });
    expectFinds(
      table('people-by-age', 'together', against).cell('over-35', 'baseline'),
      now.internet.over35 / now.internet.n,
    );
  });

  test('F9: people by degree', () => {
    const degrees = table('people-by-degree', 'bands');
    expectShares(degrees, now.people.byDegree, now.people.n, 'share');
    const { master = 0, doctor = 0 } = now.people.byDegree;
    expectFinds(
      table('people-by-degree', 'together').cell('master-or-more', 'share'),
      (master + doctor) / now.people.n,
    );
  });

  test('F10: people by years of experience', () => {
    const years = table('people-by-experience', 'together');
    expectFinds(years.cell('over-3', 'share'), now.people.over3Years / now.people.n);
    expectFinds(years.cell('over-5', 'share'), now.people.over5Years / now.people.n);
    expectFinds(years.cell('over-5', 'baseline'), now.everybody.over5Years / now.everybody.n);
  });

  test('F11: hot topics', () => {
    const topics = table('hot-topics', 'topics');
    const expected = Object.entries(now.topics).filter(([, { people }]) => people >= 5);
    expect(topics.keys.length).toBeGreaterThan(0);
    for (const key of topics.keys) {
      const topic = expected.find(([name]) => name === key)?.[1];
      expect([key, topics.cell(key, 'posts').value, topics.cell(key, 'people').value]).toEqual([
        key,
        topic?.posts,
        topic?.people,
      ]);
    }
  });

  test('F12: verified share of mid- and senior-level people', () => {
    const cell = table('verified-share', 'together').cell('mid-and-senior', 'verified');
    expectFinds(cell, now.people.midAndSeniorVerified / now.people.midAndSenior);
  });

  test('F13: exposure to AI by both measures, from the table as it lies in the folder', () => {
    const lines = readFileSync(join(import.meta.dirname, 'exposure/ai-exposure.tsv'), 'utf8').split('\n');
    const bySoc = new Map(
      lines.map((line) => line.split('\t')).map(([soc = '', , beta, , aioe]) => [soc, { beta, aioe }]),
    );
    const exposed = (byRole: Readonly<Record<string, number>>, of: 'beta' | 'aioe', from: number) => {
      let [some, all] = [0, 0];
      for (const [id, count] of Object.entries(byRole)) {
        const value = bySoc.get(findRole(id)?.soc ?? '')?.[of];
        if (!value) continue;
        all += count;
        if (Number(value) >= from) some += count;
      }
      return some / all;
    };
    const measures = table('ai-exposure', 'measures');
    expectFinds(measures.cell('gpts', 'share'), exposed(now.people.byRole, 'beta', 0.5));
    expectFinds(measures.cell('gpts', 'baseline'), exposed(now.everybody.byRole, 'beta', 0.5));
    expectFinds(measures.cell('aioe', 'share'), exposed(now.people.byRole, 'aioe', 1.0145));
    expectFinds(measures.cell('aioe', 'baseline'), exposed(now.everybody.byRole, 'aioe', 1.0145));
    const blue = Object.entries(now.everybody.byRole).filter(([id]) => findRole(id)?.collar === 'blue');
    expect(table('ai-exposure', 'collars').cell('blue', 'people').value).toBe(sum(Object.fromEntries(blue)));
  });
});

test('the same rows give the same report', async () => {
  expect(await buildReport(context, 'aigc', JANUARY_FEBRUARY)).toEqual(report);
});

test.each(['chips', 'new-energy-vehicles', 'biomedicine', 'embodied-ai', 'all'])(
  'the field %s has its report, too',
  async (id) => {
    const other = await buildReport(context, id, JANUARY_FEBRUARY);
    expect(reportView.parse(other)).toEqual(other);
  },
);
