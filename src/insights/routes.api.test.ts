import { beforeAll, describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { createTestApp } from '../../test/server.ts';
import { DEMO_PASSWORD, makeDemoWorld } from '../../world/index.ts';
import { type FigureRows, figureRows, type Report, reportView } from './model.ts';

const context = await createTestContext();
await makeDemoWorld(context, { members: 600, companies: 60, postings: 6_000, seed: 3 });
const { app, signIn } = await createTestApp(context);
const member = await signIn('member@demo.example', DEMO_PASSWORD);
const PERIOD = 'from=2023-01&to=2023-02';

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, cookie = member, payload?: object) {
  const response = await app.inject({
    method,
    url: `/api/v1/insights${path}`,
    headers: { cookie, host: 'localhost', origin: 'http://localhost' },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.body === '' ? null : response.json() };
}

let report: Report;
beforeAll(async () => {
  report = reportView.parse((await call('GET', `/fields/aigc/report?${PERIOD}`)).body);
});

async function rows(figureId: string, table: string, key: string, more = ''): Promise<FigureRows> {
  const path = `/fields/aigc/figures/${figureId}/rows?${PERIOD}&table=${table}&key=${encodeURIComponent(key)}${more}`;
  return figureRows.parse((await call('GET', path)).body);
}

describe('fields and sources', () => {
  test('those that come with the program are there, and the months that have postings', async () => {
    const fields = await call('GET', '/fields');
    expect(fields.body.items.map((field: { id: string }) => field.id)).toContain('aigc');
    const sources = await call('GET', '/sources');
    expect(sources.body.months).toEqual({ first: '2019-01', last: '2023-03' });
    expect(sources.body.items[0]).toMatchObject({ id: 'network', from: '2019-01', to: '2023-03' });
  });

  test('a field, a data set or a period that is none is refused with what is wrong', async () => {
    expect(await call('GET', `/fields/no-such/report?${PERIOD}`)).toMatchObject({
      status: 404,
      body: { code: 'no-such-field' },
    });
    expect(await call('GET', `/fields/aigc/report?${PERIOD}&source=x'`)).toMatchObject({
      status: 404,
      body: { code: 'no-such-data-set' },
    });
    expect(await call('GET', `/fields/aigc/report?${PERIOD}&against=x`)).toMatchObject({
      status: 404,
      body: { code: 'no-such-field' },
    });
    expect(await call('GET', '/fields/aigc/report?from=2023-03&to=2023-01')).toMatchObject({
      status: 400,
      body: { code: 'bad-period' },
    });
    expect(await call('GET', '/fields/aigc/report?from=2023-13&to=2023-14')).toMatchObject({ status: 400 });
  });
});

describe('the rows behind a group', () => {
  test('are as many postings as the figure says, each once, page by page', async () => {
    for (const [figureId, tableId] of [
      ['postings-by-industry', 'industries'],
      ['supply-and-demand', 'roles'],
      ['skills-in-demand', 'skills'],
      ['pay-by-role', 'offered'],
    ] as const) {
      const figure = report.figures.find((one) => one.id === figureId);
      const table = figure?.tables.find((one) => one.id === tableId);
      const column = table?.columns.findIndex((one) => one.kind === 'count') ?? 0;
      const group = table?.rows[0];
      const ids = new Set<string>();
      let cursor = '';
      do {
        const page = await rows(figureId, tableId, group?.key ?? '', `&limit=7${cursor}`);
        expect([figureId, page.total]).toEqual([figureId, group?.cells[column]?.value]);
        for (const row of page.rows) ids.add(row.id);
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor !== '');
      expect([figureId, ids.size]).toEqual([figureId, group?.cells[column]?.value]);
    }
  });

  test('of a period are its new postings; only open ones can be opened', async () => {
    const found = await rows('new-postings', 'years', '2023-01/2023-02', '&limit=100');
    expect(found.total).toBe(report.figures[0]?.n);
    const { rows: open } = await context.pool.query<{ id: string }>("select id from posting where state = 'open'");
    const ids = new Set(open.map((row) => row.id));
    for (const row of found.rows) expect(row.postingId).toBe(ids.has(row.id) ? row.id : null);
  });

  test('are people only as groups of five or more', async () => {
    let groups = 0;
    for (const figure of report.figures.filter((one) => one.unit === 'people')) {
      for (const table of figure.tables) {
        for (const row of table.rows) {
          const found = await rows(figure.id, table.id, row.key, '&limit=100');
          if (!row.opens) expect(found.rows).toEqual([]);
          for (const group of found.rows) expect(Number(group.cells.at(-1)?.en)).toBeGreaterThanOrEqual(5);
          groups += found.rows.length;
        }
      }
    }
    expect(groups).toBeGreaterThan(10);
  });

  test('of a topic are its posts', async () => {
    const topics = report.figures.find((one) => one.id === 'hot-topics')?.tables[0];
    for (const topic of topics?.rows ?? []) {
      const found = await rows('hot-topics', 'topics', topic.key);
      expect(found.total).toBe(topic.cells[1]?.value);
      expect(found.rows[0]?.cells[0]?.zh).toBeTruthy();
    }
  });

  test('of a group that there is not, are none; what is sent as a key is never run', async () => {
    for (const key of ['no-such', "x' or true --", "') or 1=1", '']) {
      const found = await rows('postings-by-industry', 'industries', key);
      expect(found.rows).toEqual([]);
      expect(found.notes).toHaveLength(1);
    }
    expect((await call('GET', `/fields/aigc/figures/no-such/rows?${PERIOD}&table=a&key=b`)).status).toBe(400);
    expect(
      (await call('GET', `/fields/aigc/figures/new-postings/rows?${PERIOD}&table=years&key=2023-01/2023-02&cursor=bad`))
        .status,
    ).toBe(400);
  });
});
