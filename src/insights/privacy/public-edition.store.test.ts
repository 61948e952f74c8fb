import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { makeDemoWorld, reportTruth } from '../../../world/index.ts';
import { buildReport } from '../build-report.ts';
import { exportReport } from '../export/export-report.ts';
import { type Report, reportQuery, reportView } from '../model.ts';
import { verifyReport } from '../verify-report.ts';
import { noiseWidth } from './geometric.ts';
import { shareOf } from './private-figures.ts';

const context = await createTestContext();
const SIZE = { members: 1_500, companies: 60, postings: 4_000, seed: 6 };
await makeDemoWorld(context, SIZE);
const { people } = reportTruth(SIZE, ['2023-01', '2023-02']);
const ask = (epsilon?: number) =>
  buildReport(context, 'aigc', reportQuery.parse({ from: '2023-01', to: '2023-02', epsilon }));
const [exact, noisy, second, third] = [await ask(), await ask(1), await ask(0.5), await ask(0.3)];

const figureOf = (report: Report, id: string) => report.figures.find((figure) => figure.id === id);

test('the public edition is the same each time, and another budget has other noise', async () => {
  expect(reportView.parse(noisy)).toEqual(noisy);
  expect(await ask(1)).toEqual(noisy);
  expect((await ask(2)).figures).not.toEqual(noisy.figures);
  expect((await verifyReport(context, reportView.parse(noisy))).same).toBe(true);
});

test('its counts are near the truth, none below 0, and its shares are those of its own counts', () => {
  // The chance that any of the few numbers below is so far off is below one in a million.
  const far = noiseWidth(shareOf(1), 1) * 8;
  for (const [id, counts] of [
    ['people-by-city', people.byCity],
    ['people-by-industry', people.byIndustry],
    ['people-by-degree', people.byDegree],
  ] as const) {
    const table = figureOf(noisy, id)?.tables[0];
    const all = table?.rows.reduce((sum, row) => sum + (row.cells[0]?.value ?? 0), 0) ?? 0;
    expect(all).toBe(figureOf(noisy, id)?.n);
    for (const row of table?.rows ?? []) {
      const [count, share] = row.cells;
      expect(count?.value).toBeGreaterThanOrEqual(0);
      expect(share?.value).toBeCloseTo((count?.value ?? 0) / all, 4);
      if (row.key !== 'rest' && row.key !== 'other')
        expect(Math.abs((count?.value ?? 0) - (counts[row.key] ?? 0))).toBeLessThan(far);
    }
  }
});

test('it says nothing exact of people: no sentence, no group left out, no table beside the noisy ones', () => {
  for (const figure of noisy.figures.filter((one) => one.unit === 'people')) {
    expect([figure.id, figure.sentences, figure.suppressedGroups, figure.baseline]).toEqual([figure.id, [], 0, null]);
    for (const table of figure.tables) expect(table.id).toMatch(/^noisy/);
    expect(figure.notes[0]?.en).toContain('95% of the noise is within');
  }
  const ids = noisy.figures.map((figure) => figure.id);
  expect(ids).not.toContain('hot-topics');
  expect(ids).not.toContain('ai-exposure');
  expect(figureOf(noisy, 'pay-by-role')?.tables.map((table) => table.id)).toEqual(['offered']);
  const demand = figureOf(noisy, 'supply-and-demand')?.tables;
  expect(demand?.flatMap((table) => table.columns.map((column) => column.id))).toEqual(['postings', 'demand', 'high']);
  // Of many budgets, none gives the number of people away each time.
  const population = (report: Report) => report.sources.find((source) => source.id === 'network')?.people ?? 0;
  const others = [noisy, second, third].filter((report) => population(report) !== population(exact));
  expect(others.length).toBeGreaterThan(0);
  for (const sentence of noisy.lead) expect(sentence.en).not.toMatch(/people (in|apply)/);
});

test('every format prints the budget', async () => {
  expect(noisy.notes.at(-1)?.zh).toContain('ε = 1');
  for (const format of ['html', 'md', 'json'] as const) {
    const [file] = await exportReport(noisy, format, 'en');
    expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toContain('ε = 1');
  }
});
