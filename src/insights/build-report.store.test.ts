import { beforeAll, describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { makeDemoWorld, worldTruth } from '../../world/index.ts';
import { buildReport } from './build-report.ts';
import { type FigureId, type Report, reportQuery, reportView } from './model.ts';

const context = await createTestContext();
const SIZE = { members: 1_500, companies: 120, postings: 12_000, seed: 11 };
const truth = worldTruth(SIZE);
const JANUARY_FEBRUARY = reportQuery.parse({ from: '2023-01', to: '2023-02' });
let report: Report;

beforeAll(async () => {
  await makeDemoWorld(context, SIZE);
  report = await buildReport(context, 'aigc', JANUARY_FEBRUARY);
});

function table(figureId: FigureId, tableId: string) {
  const figure = report.figures.find((one) => one.id === figureId);
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

  test('F6: people by city', () => {
    const cities = table('people-by-city', 'cities');
    expect(cities.figure.n).toBe(truth.aigc.people);
    for (const [id, share] of Object.entries(truth.aigc.peopleByCity)) {
      const cell = cities.cell(id, 'share');
      if (!cell.suppressed) expectFinds(cell, share);
    }
    expect(cities.cell('beijing', 'rank').value).toBe(1);
    expect(cities.cell('hangzhou', 'rank').value).toBe(4);
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
