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

describe('fields that analysts make', () => {
  const analyst = () => signIn('analyst@demo.example', DEMO_PASSWORD);
  const about = { zh: '', en: '' };

  test('are tried out first: what would be taken, and what only just not, each with why', async () => {
    const definition = { all: [{ skill: 'cpp' }, { keyword: '内容安全' }, { not: { role: 'operations' } }] };
    const { status, body } = await call('POST', '/preview', await analyst(), {
      definition,
      from: '2022-01',
      to: '2023-02',
    });
    expect(status).toBe(200);
    const { rows: found } = await context.pool.query<{ n: string }>(
      `select count(*) as n from posting where published_on between '2022-01-01' and '2023-02-28'
         and array['cpp', 'qt'] && (must_skills || nice_skills) and lower(title || description) like '%内容安全%'
         and coalesce(role_id, '') not in ('content-operations', 'operations-specialist', 'user-operations', 'data-annotator',
           'product-operations', 'new-media-operations', 'ecommerce-operations', 'live-streamer')`,
    );
    expect(body.postings).toBe(Number(found[0]?.n));
    expect(body.taken[0].why.zh).toContain('技能“C++”');
    expect(body.taken[0].why.zh).toContain('关键词“内容安全”');
    expect(body.leftOut.map((one: { why: { zh: string } }) => one.why.zh)).toContain(
      '其他条件都符合，只差关键词“内容安全”',
    );
  });

  test('are near to postings that ask for the same, where no part of an "and" is missing', async () => {
    const definition = { any: [{ keyword: 'AIGC' }] };
    const { body } = await call('POST', '/preview', await analyst(), { definition, from: '2023-01', to: '2023-02' });
    expect(body.leftOut.length).toBeGreaterThan(0);
    expect(body.leftOut[0].why.zh).toMatch(/^与入选职位同样要求/);
  });

  test('have reports, are changed and removed; those of the program stay', async () => {
    const cookie = await analyst();
    const definition = { any: [{ skill: 'cpp' }, { keyword: '推理加速' }] };
    const made = await call('POST', '/fields', cookie, {
      id: 'inference',
      name: { zh: '推理', en: 'Inference' },
      about,
      definition,
    });
    expect(made).toMatchObject({ status: 201, body: { id: 'inference', builtIn: false } });
    expect(
      (await call('POST', '/fields', cookie, { id: 'inference', name: { zh: 'x', en: 'x' }, definition })).status,
    ).toBe(409);
    const own = reportView.parse((await call('GET', `/fields/inference/report?${PERIOD}`)).body);
    expect(own.figures[0]?.n).toBeGreaterThan(0);
    const nothing = { any: [] };
    await call('PUT', '/fields/inference', cookie, { name: { zh: '空', en: 'Empty' }, about, definition: nothing });
    const empty = reportView.parse((await call('GET', `/fields/inference/report?${PERIOD}`)).body);
    for (const figure of empty.figures) {
      expect([figure.id, figure.n, figure.sentences]).toEqual([figure.id, 0, []]);
      expect([figure.id, figure.notes.length > 0]).toEqual([figure.id, true]);
    }
    expect(await call('DELETE', '/fields/inference', cookie)).toMatchObject({ status: 200, body: { removed: true } });
    expect((await call('GET', `/fields/inference/report?${PERIOD}`)).status).toBe(404);
    expect(await call('DELETE', '/fields/aigc', cookie)).toMatchObject({
      status: 403,
      body: { code: 'field-comes-with-the-program' },
    });
    expect((await call('PUT', '/fields/aigc', cookie, { name: { zh: 'x', en: 'x' }, definition })).status).toBe(403);
  });

  test('that name what the lexicon does not have are refused with where it stands', async () => {
    const definition = { all: [{ skill: 'cpp' }, { any: [{ role: 'wizard' }] }] };
    const refused = await call('POST', '/fields', await analyst(), {
      id: 'wizards',
      name: { zh: 'x', en: 'x' },
      about,
      definition,
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'unknown-name', fields: [{ path: 'body.definition.all.1.any.0.role' }] },
    });
  });

  test('that differ from another by a few people are not counted in people', async () => {
    const cookie = await analyst();
    const one = await context.pool.query<{ role_id: string }>(
      `select role_id from position where end_month is null and role_id is not null group by role_id having count(*) between 1 and 4 limit 1`,
    );
    const role = one.rows[0]?.role_id;
    if (!role) throw new Error('this world has no rare role');
    const definition = { not: { role } };
    await call('POST', '/fields', cookie, {
      id: 'nearly-all',
      name: { zh: '几乎全部', en: 'Nearly all' },
      about,
      definition,
    });
    const close = reportView.parse((await call('GET', `/fields/nearly-all/report?${PERIOD}`)).body);
    for (const figure of close.figures.filter((each) => each.unit === 'people')) {
      expect([figure.id, figure.tables]).toEqual([figure.id, []]);
      expect(figure.notes[0]?.en).toContain('differs from "Everything" by a few people');
    }
    await call('DELETE', '/fields/nearly-all', cookie);
  });
});
