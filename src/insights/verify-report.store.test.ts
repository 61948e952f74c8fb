import { beforeAll, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { makeDemoWorld } from '../../world/index.ts';
import { emit } from '../platform/index.ts';
import { buildReport } from './build-report.ts';
import { type Report, reportQuery } from './model.ts';
import { readReportFile, verifyReport } from './verify-report.ts';

const context = await createTestContext();
let published: Report;
beforeAll(async () => {
  await makeDemoWorld(context, { members: 300, companies: 60, postings: 3_000, seed: 5 });
  const report = await buildReport(context, 'aigc', reportQuery.parse({ from: '2023-01', to: '2023-02' }));
  published = readReportFile(JSON.stringify(report, null, 2));
});

test('a report made again from the same rows has the same bytes', async () => {
  expect(await verifyReport(context, published)).toEqual({ same: true, sameRows: true, changed: [], otherParts: [] });
});

test('a number that somebody changed in the file is found in its figure', async () => {
  const [first, second, ...rest] = published.figures;
  if (!first || !second) throw new Error('the report has figures');
  const found = await verifyReport(context, {
    ...published,
    figures: [first, { ...second, n: second.n + 1 }, ...rest],
  });
  expect(found).toMatchObject({ same: false, sameRows: true, changed: [{ id: second.id, code: 'F2' }] });
});

test('a row that changed since is told by the figures that it changes, and by no others', async () => {
  const { rows } = await context.pool.query<{ id: string }>(
    "select id from posting where published_on between '2023-01-01' and '2023-02-28' and 'aigc' = any(must_skills) order by id limit 1",
  );
  const id = rows[0]?.id ?? '';
  await context.pool.query('update posting set pay_min = 1, pay_max = 3 where id = $1', [id]);
  await context.db
    .transaction()
    .execute((trx) => emit(trx, { kind: 'posting.changed', key: id, at: context.clock.now() }));
  const found = await verifyReport(context, published);
  expect(found).toMatchObject({ same: false, sameRows: false });
  const codes = found.changed.map((figure) => figure.code);
  expect(codes).toContain('F5');
  expect(codes.filter((code) => !['F3', 'F5'].includes(code))).toEqual([]);
});

test('another file is refused', () => {
  for (const text of ['', '{}', '[1', '{"figures": []}']) expect(() => readReportFile(text)).toThrow('not-a-report');
});
