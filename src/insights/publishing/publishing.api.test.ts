import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { createTestApp } from '../../../test/server.ts';
import { DEMO_PASSWORD, makeDemoWorld } from '../../../world/index.ts';
import { emit } from '../../platform/index.ts';
import { type Report, reportView } from '../model.ts';
import { readReportFile, verifyReport } from '../verify-report.ts';
import { type Publication, publicationView } from './model.ts';

const context = await createTestContext();
await makeDemoWorld(context, { members: 300, companies: 60, postings: 3_000, seed: 5 });
const { app, signIn } = await createTestApp(context);
const analyst = await signIn('analyst@demo.example', DEMO_PASSWORD);
const PERIOD = 'from=2023-01&to=2023-02';

async function call(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, cookie = analyst) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie, host: 'localhost', origin: 'http://localhost' },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}
/** As anybody from outside reads it: no cookie. */
const visit = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url: path, headers: { host: 'talent.example.org', ...headers } });
const publish = (query: string, payload: object = {}, field = 'aigc') =>
  call('POST', `/insights/fields/${field}/publications?${query}`, payload);

let first: Publication;
/** The bytes of its JSON file, and what they say. */
let stored: string;
let published: Report;
beforeAll(async () => {
  const made = await publish(PERIOD, {
    note: { zh: '先读这一段。', en: '' },
    title: { zh: '', en: 'AIGC <& talent>' },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  first = publicationView.parse(made.body);
  stored = (await visit(`/reports/${first.slug}/report.json`)).body;
  published = readReportFile(stored);
});

describe('a published report', () => {
  test('has an address that says what it reports on, and stores what was computed', async () => {
    expect(first).toMatchObject({ slug: 'aigc-2023-01-2023-02', edition: 1, state: 'published', authorName: null });
    const { body } = await call('GET', `/insights/fields/aigc/report?${PERIOD}`);
    expect(published.figures).toEqual(reportView.parse(body).figures);
  });

  test('is downloaded as the very bytes whose hash it states, and verified from them', async () => {
    const file = await visit(`/reports/${first.slug}/report.json`);
    expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(first.digest);
    expect(file.headers['content-disposition']).toBe('attachment; filename="aigc-2023-01-2023-02.json"');
    expect(await verifyReport(context, readReportFile(file.body))).toMatchObject({ same: true, sameRows: true });
  });

  test('shows no group of one to four people, and no row of anybody', async () => {
    for (const figure of published.figures.filter((one) => one.unit === 'people')) {
      for (const table of figure.tables)
        for (const row of table.rows)
          row.cells.forEach((cell, at) => {
            const counts = [cell.numerator, table.columns[at]?.kind === 'count' ? cell.value : null];
            for (const n of counts) expect(n === undefined || n === null || n === 0 || n >= 5, row.label.en).toBe(true);
          });
    }
    const { rows } = await context.pool.query<{ name: string }>('select name from member where length(name) > 2');
    const page = await visit(`/reports/${first.slug}?lang=zh`);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => page.body.includes(`>${row.name}<`))).toEqual([]);
  });

  test('is published once; a second time needs a correction', async () => {
    expect(await publish(PERIOD)).toMatchObject({ status: 409, body: { code: 'already-published' } });
    const other = await publish(`${PERIOD}&compare=previous-period`);
    expect(other.body).toMatchObject({ slug: 'aigc-2023-01-2023-02-previous-period', edition: 1 });
  });

  test('is refused for a field or a period that is none', async () => {
    expect(await publish(PERIOD, {}, 'nothing')).toMatchObject({ status: 404, body: { code: 'no-such-field' } });
    expect((await publish('from=2023-03&to=2023-01')).status).toBe(400);
    expect((await publish(PERIOD, { license: 'mine' }, 'chips')).status).toBe(400);
  });
});

describe('its page', () => {
  test.each([
    ['zh', 'zh-CN', '人才趋势报告', '先读这一段'],
    ['en', 'en', 'AIGC &lt;&amp; talent&gt;', '<span lang="zh-CN">先读这一段'],
  ] as const)('in %s is complete without scripts, for readers and for machines', async (lang, tag, title, note) => {
    const page = await visit(`/reports/${first.slug}?lang=${lang}`);
    expect([page.statusCode, page.headers['content-type'], page.headers['content-language']]).toEqual([
      200,
      'text/html; charset=utf-8',
      tag,
    ]);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain(`<html lang="${tag}">`);
    expect(page.body).toContain(title);
    expect(page.body).toContain(note);
    for (const figure of published.figures) {
      expect(page.body).toContain(`id="${figure.id}"`);
      expect(page.body).toContain(`/reports/${first.slug}/figures/${figure.id}.${lang}.png`);
    }
    for (const other of ['zh-CN', 'en']) expect(page.body).toContain(`hreflang="${other}"`);
    expect(page.body).toContain(
      `<meta property="og:image" content="http://talent.example.org/reports/${first.slug}/share.${lang}.png">`,
    );
    expect(page.body).not.toMatch(/<script(?! type="application\/ld\+json")/);
  });

  test('says what it is to search engines: an article on a data set with its downloads', async () => {
    const { body } = await visit(`/reports/${first.slug}?lang=en`);
    const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    const [article, dataset] = JSON.parse(text)['@graph'];
    expect(article).toMatchObject({
      '@type': 'Article',
      headline: 'AIGC <& talent> · Jan–Feb 2023',
      inLanguage: 'en',
      isBasedOn: { '@id': dataset['@id'] },
    });
    expect(dataset).toMatchObject({
      '@type': 'Dataset',
      temporalCoverage: '2023-01-01/2023-02-28',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isBasedOn: [{ version: published.snapshot.hash }],
    });
    expect(dataset.description.length).toBeGreaterThan(50);
    expect(dataset.variableMeasured).toHaveLength(published.figures.length);
    for (const { contentUrl, encodingFormat } of dataset.distribution) {
      const file = await visit(new URL(contentUrl).pathname);
      expect([contentUrl, file.statusCode]).toEqual([contentUrl, 200]);
      expect(file.headers['content-type']).toContain(encodingFormat);
    }
  });

  test('is not sent again to whoever has it', async () => {
    for (const path of ['?lang=en', '/report.json', '/report.zh.md']) {
      const { headers } = await visit(`/reports/${first.slug}${path}`);
      expect(headers['cache-control']).toContain('public');
      const again = await visit(`/reports/${first.slug}${path}`, { 'if-none-match': String(headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      expect((await visit(`/reports/${first.slug}${path}`, { 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
    }
  });

  test('comes in the reader’s language where none is asked for', async () => {
    const headers = { 'accept-language': 'en-GB,en;q=0.9' };
    expect((await visit(`/reports/${first.slug}`, headers)).headers['content-language']).toBe('en');
    expect((await visit(`/reports/${first.slug}`)).headers['content-language']).toBe('zh-CN');
  });

  test.each(['share.zh.png', 'share.en.png', 'figures/new-postings.zh.png'])('has an image %s', async (name) => {
    const image = await visit(`/reports/${first.slug}/${name}`);
    expect([image.statusCode, image.headers['content-type']]).toEqual([200, 'image/png']);
    const [width, height] = [image.rawPayload.readUInt32BE(16), image.rawPayload.readUInt32BE(20)];
    if (name.startsWith('share')) expect([width, height]).toEqual([1200, 630]);
    else expect(width).toBeGreaterThan(1000);
  });

  test('of an address where nothing is says so, and is no page of the web app', async () => {
    for (const path of ['nothing', 'Nothing%20here', `${first.slug}/report.exe`, `${first.slug}/figures/x.zh.png`]) {
      const page = await visit(`/reports/${path}`);
      expect([path, page.statusCode, page.body.includes('noindex')]).toEqual([path, 404, true]);
    }
  });
});

describe('corrected and withdrawn', () => {
  test('a corrected edition and the one before point at one another', async () => {
    const { rows } = await context.pool.query<{ id: string }>(
      "select id from posting where published_on between '2023-01-01' and '2023-02-28' and 'aigc' = any(must_skills) order by id limit 1",
    );
    const id = rows[0]?.id ?? '';
    await context.pool.query('update posting set pay_min = 1, pay_max = 3 where id = $1', [id]);
    await context.db
      .transaction()
      .execute((trx) => emit(trx, { kind: 'posting.changed', key: id, at: context.clock.now() }));
    const found = await verifyReport(context, published);
    expect(found.changed.map((figure) => figure.code)).toContain('F5');

    const again = await publish(PERIOD, { correction: { zh: '', en: 'A pay was wrong.' }, named: true });
    expect(again.body).toMatchObject({ slug: 'aigc-2023-01-2023-02-edition-2', edition: 2, supersedes: first.slug });
    expect(again.body.authorName).toBeTruthy();
    const before = await visit(`/reports/${first.slug}?lang=en`);
    expect(before.body).toContain('There is a corrected edition');
    expect(before.body).toContain(`href="/reports/${again.body.slug}?lang=en"`);
    const after = await visit(`/reports/${again.body.slug}?lang=en`);
    expect(after.body).toContain('A pay was wrong.');
    expect(after.body).toContain(`href="/reports/${first.slug}?lang=en"`);
    expect(after.body).toContain(again.body.authorName);
    // What was stored stays as it was.
    expect((await visit(`/reports/${first.slug}/report.json`)).body).toBe(stored);
    expect(await publish(PERIOD)).toMatchObject({ status: 409, body: { code: 'already-published' } });
  });

  test('a withdrawn one keeps its page, which says why, and gives no numbers', async () => {
    const { body: made } = await publish(PERIOD, {}, 'chips');
    const reason = { zh: '数据有误。', en: '' };
    expect((await call('POST', `/publications/${made.slug}/withdrawal`, { reason: { zh: ' ', en: '' } })).status).toBe(
      400,
    );
    const withdrawn = await call('POST', `/publications/${made.slug}/withdrawal`, { reason });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', reason });
    const page = await visit(`/reports/${made.slug}?lang=en`);
    expect([page.statusCode, page.body.includes('数据有误。'), page.body.includes('noindex')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(page.body).not.toContain('<svg');
    for (const file of ['report.json', 'report.zh.pdf', 'share.zh.png', 'figures/new-postings.zh.png'])
      expect([file, (await visit(`/reports/${made.slug}/${file}`)).statusCode]).toEqual([file, 410]);
    expect((await call('GET', `/publications/${made.slug}`, undefined, '')).body.report).toBeNull();
    expect((await call('GET', `/publications/${made.slug}`)).body.report.figures).toHaveLength(
      published.figures.length,
    );
    expect(await call('POST', `/publications/${made.slug}/withdrawal`, { reason })).toMatchObject({
      status: 409,
      body: { code: 'already-withdrawn' },
    });
  });
});

describe('the list and the feed', () => {
  test('have every edition once, page by page, the newest first', async () => {
    const all: string[] = [];
    let cursor = '';
    do {
      const { body } = await call('GET', `/publications?limit=1${cursor}`, undefined, '');
      all.push(...body.items.map((item: Publication) => item.slug));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor !== '');
    expect(all.toSorted()).toEqual([
      'aigc-2023-01-2023-02',
      'aigc-2023-01-2023-02-edition-2',
      'aigc-2023-01-2023-02-previous-period',
      'chips-2023-01-2023-02',
    ]);
    const page = (await visit('/reports?lang=en')).body;
    const feed = (await visit('/reports/feed.xml?lang=en')).body;
    for (const slug of all) {
      expect(page).toContain(`href="/reports/${slug}?lang=en"`);
      expect(feed).toContain(`href="http://talent.example.org/reports/${slug}?lang=en"`);
    }
    expect(feed.match(/<entry>/g)).toHaveLength(all.length);
  });
});
