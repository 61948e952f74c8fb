import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../../test/database.ts';
import { createTestApp } from '../../../test/server.ts';
import { DEMO_PASSWORD, makeDemoWorld, reportTruth, worldTruth } from '../../../world/index.ts';
import { createAccount } from '../../identity/index.ts';
import { fixedClock } from '../../platform/index.ts';
import { wilson } from '../statistics/intervals.ts';
import { type ForecastView, forecastView } from './model.ts';
import { resolveDueForecasts } from './resolve-forecasts.ts';
import { scoresView } from './score-forecasters.ts';
import { triedView } from './try-test.ts';

const context = await createTestContext();
const SIZE = { members: 600, companies: 60, postings: 6_000, seed: 3 };
await makeDemoWorld(context, SIZE);
const { app, signIn } = await createTestApp(context);
const [analyst, member] = [
  await signIn('analyst@demo.example', DEMO_PASSWORD),
  await signIn('member@demo.example', DEMO_PASSWORD),
];

async function call(method: 'GET' | 'POST' | 'PUT', path: string, cookie: string, payload?: object) {
  const response = await app.inject({
    method,
    url: `/api/v1/insights/forecasts${path}`,
    headers: { cookie, host: 'localhost', origin: 'http://localhost' },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

async function list(which: 'open' | 'resolved' | 'withdrawn', cookie = member): Promise<ForecastView[]> {
  const items: ForecastView[] = [];
  let cursor = '';
  do {
    const { body } = await call('GET', `?which=${which}&limit=3${cursor && `&cursor=${cursor}`}`, cookie);
    items.push(...z.array(forecastView).parse(body.items));
    cursor = body.nextCursor ?? '';
  } while (cursor !== '');
  return items;
}

const TEST = {
  figure: 'postings-by-industry',
  field: 'aigc',
  period: { from: '2023-04', to: '2023-05' },
  table: 'industries',
  group: 'internet',
  measure: 'share',
  is: 'above',
  than: 0.1,
};
const INPUT = {
  statement: { zh: '\u6d4b\u8bd5\u9884\u6d4b', en: 'A forecast for a test' },
  probability: 0.7,
  test: TEST,
  resolvesOn: '2023-06-01',
};

const enter = async (input: object = INPUT) => call('POST', '', analyst, input);

beforeAll(async () => {
  await resolveDueForecasts(context);
});

describe('the ledger of the demo world', () => {
  test('begins with the claim of 31 March 2023: open, without a probability, its test in words', async () => {
    const claim = (await list('open')).find((one) => !one.madeUp);
    expect(claim).toMatchObject({ author: { en: '林凡 (Lin Fan)' }, saidOn: '2023-03-31', stated: [], state: 'open' });
    expect(claim?.words.en).toContain('for routine office work, the change of "New postings" since');
    expect(claim?.words.en).toContain('is below the same number of routine manual work');
    const { body } = await call('GET', `/${claim?.id}/test`, member);
    expect(triedView.parse(body).sql.match(/from postings/g)).toHaveLength(4);
  });

  test('resolves what is due as is true of the world', async () => {
    const resolved = await list('resolved');
    const truth = worldTruth(SIZE).aigc;
    const { people } = reportTruth(SIZE, ['2023-01', '2023-02']);
    const { master = 0, doctor = 0 } = people.byDegree;
    const by = (figure: string) => resolved.find((one) => one.test.figure === figure);
    const growth = by('new-postings');
    expect(growth?.resolution?.read?.value).toBeCloseTo(truth.growth[2023] ?? Number.NaN, 6);
    expect(growth?.state).toBe((growth?.resolution?.read?.low ?? 0) > 0.1 ? 'true' : 'cannot-be-told');
    expect(by('postings-by-industry')?.state).toBe('false');
    expect(by('postings-by-industry')?.resolution?.read?.value).toBeCloseTo(
      truth.postingsByIndustry.internet ?? Number.NaN,
      6,
    );
    const masters = wilson(master + doctor, people.n);
    const degree = masters.low > 0.5 ? 'true' : masters.high < 0.5 ? 'false' : 'cannot-be-told';
    expect(by('people-by-degree')?.state).toBe(degree);
    for (const one of resolved) {
      expect(one.resolution?.snapshot).toMatch(/^[0-9a-f]{64}$/);
      expect(one.resolution?.reason === null).toBe(one.state !== 'cannot-be-told');
      expect(one).toMatchObject({ madeUp: true, mayGiveProbability: false });
    }
  });

  test('scores the analyst on what could be told alone', async () => {
    const scores = scoresView.parse((await call('GET', '/scores', member)).body);
    const told = (await list('resolved')).filter((one) => one.state !== 'cannot-be-told');
    expect(scores.told).toBe(told.length);
    expect(scores.authors).toHaveLength(1);
    expect(scores.authors[0]?.score.n).toBe(told.length);
    expect(scores.crowd?.n).toBe(told.length);
    expect(scores.mine).toBeNull();
  });

  test('and resolving again changes nothing', async () => {
    const before = await list('resolved');
    expect(await resolveDueForecasts(context)).toBe(0);
    expect(await list('resolved')).toEqual(before);
  });
});

describe('an analyst', () => {
  test('tries a test: its words, its SQL, and how it comes out for the latest such months', async () => {
    const { status, body } = await call('POST', '/test', analyst, { test: TEST });
    expect(status).toBe(200);
    const tried = triedView.parse(body);
    expect(tried.latest).toMatchObject({ period: { from: '2022-04', to: '2022-05' }, outcome: 'true' });
    expect(tried.sql).toContain("month between '2023-04' and '2023-05'");
    expect(tried.words.en).toContain('"Share" of "Internet" is above 10.0%');
  });

  test.each([
    ['a table that there is not', { test: { ...TEST, table: 'x' } }, 'no-such-number'],
    ['a field that there is not', { test: { ...TEST, field: 'x' } }, 'no-such-field'],
    ['months that are over', { test: { ...TEST, period: { from: '2023-01', to: '2023-02' } } }, 'period-is-over'],
    ['a day within the period', { resolvesOn: '2023-05-31' }, 'resolves-too-early'],
    ['no probability of their own', { probability: null }, 'no-probability'],
    ['the change of a share', { test: { ...TEST, since: { from: '2022-04', to: '2022-05' } } }, 'only-counts-change'],
    ['SQL', { test: { ...TEST, sql: 'select 1' } }, 'invalid-input'],
    ['a group that is SQL', { test: { ...TEST, group: "x' or true --" } }, 'no-such-number'],
  ])('cannot enter %s', async (_, part, code) => {
    expect((await enter({ ...INPUT, ...part })).body.code).toBe(code);
  });

  test('enters one, which stands as it is; others cannot withdraw it, and withdrawn it can still be seen', async () => {
    const { status, body } = await enter();
    expect([status, body.state, body.stated.length]).toEqual([201, 'open', 1]);
    const other = await signIn('operator@demo.example', DEMO_PASSWORD);
    expect((await call('POST', `/${body.id}/withdrawal`, other, { reason: 'x' })).status).toBe(403);
    expect((await call('POST', `/${body.id}/resolution`, analyst)).body.code).toBe('not-due');
    const gone = await call('POST', `/${body.id}/withdrawal`, analyst, { reason: 'entered twice' });
    expect(gone.body).toMatchObject({ state: 'withdrawn', withdrawal: { reason: 'entered twice' } });
    expect((await list('withdrawn')).map((one) => one.id)).toEqual([body.id]);
    expect((await call('PUT', `/${body.id}/probability`, member, { probability: 0.5 })).status).toBe(409);
  });
});

test('members add their own probability, shown to them alone, and together only after each five changes', async () => {
  const { body } = await enter();
  const path = `/${body.id}/probability`;
  const cookies: string[] = [];
  for (let n = 0; n < 6; n++) {
    const email = `voice-${n}@test.example`;
    const password = 'long enough for a test';
    await createAccount(context, { name: `Voice ${n}`, email, password, locale: 'en', roles: [], recruitsFor: [] });
    cookies.push(await signIn(email, password, `10.0.0.${n}`));
  }
  const say = async (n: number, probability: number) =>
    forecastView.parse((await call('PUT', path, cookies[n] ?? '', { probability })).body);
  for (let n = 0; n < 4; n++) expect((await say(n, 0.1 * n)).crowd).toBeNull();
  expect((await say(0, 0.9)).mine.map((one) => one.probability)).toEqual([0, 0.9]);
  const fifth = await say(4, 0.4);
  expect(fifth.crowd).toMatchObject({ n: 5, mean: 0.38 });
  expect(fifth.mine).toHaveLength(1);
  // The sixth alone does not move the mean: it would give their probability away.
  expect((await say(5, 1)).crowd).toEqual(fifth.crowd);
  for (let n = 0; n < 3; n++) expect((await say(n, 0.5)).crowd).toEqual(fifth.crowd);
  expect((await say(3, 0.5)).crowd).toMatchObject({ n: 6 });
  const seen = forecastView.parse((await call('GET', `/${body.id}`, analyst)).body);
  expect(seen.stated.map((one) => one.probability)).toEqual([0.7]);
  expect((await call('PUT', path, cookies[0] ?? '', { probability: 1.2 })).status).toBe(400);
});

test('a field that is changed afterwards does not change the test', async () => {
  const made = async (method: 'POST' | 'PUT', path: string, payload: object) =>
    app.inject({
      method,
      url: `/api/v1/insights/fields${path}`,
      headers: { cookie: analyst, host: 'localhost', origin: 'http://localhost' },
      payload,
    });
  const field = { name: { zh: '\u8fd0\u8425', en: 'Operations' }, about: { zh: '', en: '' } };
  await made('POST', '', { ...field, id: 'operations', definition: { role: 'operations' } });
  const { body } = await enter({ ...INPUT, test: { ...TEST, field: 'operations' } });
  const before = await call('GET', `/${body.id}/test`, member);
  await made('PUT', '/operations', { ...field, definition: { role: 'engineering' } });
  expect((await call('GET', `/${body.id}/test`, member)).body).toEqual(before.body);
});

test('what has no data when its day comes cannot be told, and nobody is scored', async () => {
  const later = { ...context, clock: fixedClock('2026-05-01T00:00:00Z') };
  const scores = (await call('GET', '/scores', member)).body;
  await resolveDueForecasts(later);
  const claim = (await list('resolved')).find((one) => one.author.en === '林凡 (Lin Fan)');
  expect(claim).toMatchObject({ state: 'cannot-be-told', resolution: { reason: 'missing', read: null } });
  expect((await list('open')).filter((one) => one.madeUp)).toEqual([]);
  expect((await call('GET', '/scores', member)).body.told).toBe(scores.told);
});
