import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { makeDemoWorld } from '../../../world/index.ts';
import { newId } from '../../platform/index.ts';
import { buildReport } from '../build-report.ts';
import { reportQuery } from '../model.ts';

const context = await createTestContext();
await makeDemoWorld(context, { members: 300, companies: 60, postings: 6_000, seed: 4 });

async function firstFigure() {
  const query = reportQuery.parse({ from: '2023-01', to: '2023-02', source: 'all' });
  const figure = (await buildReport(context, 'all', query)).figures[0];
  if (!figure) throw new Error('a report has figures');
  return figure;
}

test('postings of the same employers are compared as they are', async () => {
  const figure = await firstFigure();
  expect(figure.notes.map((note) => note.en).join()).not.toContain('Who is covered has changed');
  expect(figure.sentences[0]?.en).not.toContain('employers in both periods alone');
});

test('where a data set of other employers came in, that is flagged, and the growth like for like stands beside it', async () => {
  const before = await firstFigure();
  const at = context.clock.now();
  const dataset = newId();
  await context.db.insertInto('dataset').values({ id: dataset, name: 'Bought', imported_at: at }).execute();
  await context.pool.query(
    `insert into company (id, name, normal_name, industry_id, city_id, origin, created_at)
     select gen_random_uuid(), 'new ' || n, 'new ' || n, 'logistics', 'chengdu', 'import', $1 from generate_series(1, 80) n`,
    [at],
  );
  await context.pool.query(
    `insert into posting (id, company_id, title, industry_id, city_id, description, published_on, state, origin, dataset_id, created_at, updated_at)
     select gen_random_uuid(), c.id, 'Post ' || n, 'logistics', 'chengdu', 'Work of kind ' || n, date '2023-01-01' + n, 'open', 'import', $2, $1, $1
     from company c cross join generate_series(1, 10) n where c.name like 'new %'`,
    [at, dataset],
  );
  await context.pool.query("insert into outbox (kind, key, at) values ('posting.imported', $1, $2)", [dataset, at]);
  const after = await firstFigure();
  expect(after.n).toBe(before.n + 800);
  const flag = after.notes.find((note) => note.en.startsWith('Who is covered has changed'));
  expect(flag?.en).toContain('the mix of data sets is another');
  expect(flag?.en).toContain("the mix of employers' industries is another");
  expect(flag?.en).toContain('the mix of cities is another');
  expect(flag?.en).toMatch(/employers with postings went from \d+ to \d+/);
  const cell = (row: string, column: string) => {
    const table = after.tables.find((one) => one.id === 'like-for-like');
    return table?.rows.find((one) => one.key === row)?.cells[table.columns.findIndex((one) => one.id === column)];
  };
  const { rows: found } = await context.pool.query<{ company_id: string; published_on: string }>(
    `select company_id, published_on from posting
     where published_on between '2023-01-01' and '2023-02-28' or published_on between '2022-01-01' and '2022-02-28'`,
  );
  const yearsOf = new Map<string, Set<string>>();
  for (const row of found) {
    const years = yearsOf.get(row.company_id) ?? new Set();
    yearsOf.set(row.company_id, years.add(row.published_on.slice(0, 4)));
  }
  const inBoth = found.filter((row) => yearsOf.get(row.company_id)?.size === 2);
  const [now, then] = ['2023', '2022'].map((year) => inBoth.filter((row) => row.published_on.startsWith(year)).length);
  expect([cell('both', 'postings')?.value, cell('both', 'before')?.value]).toEqual([now, then]);
  expect(cell('both', 'change')?.value).toBeCloseTo((now ?? 0) / (then ?? 1) - 1, 9);
  expect(cell('all', 'postings')?.value).toBe(after.n);
  expect(after.sentences[0]?.en).toContain('for employers in both periods alone it is');
});
