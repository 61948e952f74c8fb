import { afterAll, describe, expect, test } from 'vitest';
import { createTestContext, TEST_NOW } from '../../../test/database.ts';
import { createTestApp } from '../../../test/server.ts';
import { startSmtpSink } from '../../../test/smtp-sink.ts';
import { DEMO_PASSWORD, makeDemoWorld } from '../../../world/index.ts';
import { createAccount } from '../../identity/index.ts';
import { type Context, fixedClock, sendDueMail, smtpDelivery } from '../../platform/index.ts';
import { runSchedules } from './run-schedules.ts';
import { tellFollowers } from './tell-followers.ts';

const base = await createTestContext();
await makeDemoWorld(base, { members: 300, companies: 60, postings: 3_000, seed: 5 });
let now = TEST_NOW;
/** A clock that the test moves on. */
const context: Context = { ...base, clock: { now: () => fixedClock(now).now() } };
const { app, signIn } = await createTestApp(context);
const analyst = await signIn('analyst@demo.example', DEMO_PASSWORD);
await createAccount(context, { name: 'Reader', email: 'reader@acme.example', password: DEMO_PASSWORD, locale: 'en' });
const reader = await signIn('reader@acme.example', DEMO_PASSWORD);

async function call(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, payload?: object, cookie = analyst) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { cookie, host: 'localhost', origin: 'http://localhost' },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}
const slugs = async (path: string) =>
  (await call('GET', path)).body.items.map((item: { slug: string }) => item.slug).toSorted();
const mailTo = async (recipient: string) =>
  (
    await base.db
      .selectFrom('mail')
      .select(['subject', 'body', 'unsubscribe_url as url'])
      .where('recipient', '=', recipient)
      .orderBy('id')
      .execute()
  ).map((mail) => ({ ...mail, url: mail.url ?? '' }));

describe('a monthly report', () => {
  test('of the last full month is drafted at once, and of each month when it is over: once, whoever tries', async () => {
    const set = await call('PUT', '/insights/schedules/aigc', { formats: ['pdf', 'xlsx'], languages: ['zh'] });
    expect(set.body).toMatchObject({ fieldId: 'aigc', atOnce: false, failure: null });
    // The running server hears of it by itself; whatever it made by now is not made again.
    await Promise.all([runSchedules(context), runSchedules(context)]);
    await expect.poll(() => slugs('/insights/drafts'), { timeout: 20_000 }).toEqual(['aigc-2023-02']);

    now = '2023-03-31T23:59:59.000Z';
    expect(await runSchedules(context)).toBe(0);
    now = '2023-04-01T00:00:01.000Z';
    await runSchedules(context);
    await runSchedules(context);
    expect(await slugs('/insights/drafts')).toEqual(['aigc-2023-02', 'aigc-2023-03']);
    expect((await call('GET', '/insights/schedules')).body.items).toMatchObject([{ nextMonth: '2023-04' }]);
  });

  test('is told by mail to whoever set it up, with the files that were chosen', async () => {
    await tellFollowers(context, null);
    await tellFollowers(context, null);
    const mails = await mailTo('analyst@demo.example');
    expect(mails).toHaveLength(2);
    expect(mails[0]?.subject).toContain('报告草稿');
    expect(mails[0]?.body).toContain('/reports/aigc-2023-02?lang=zh');
    expect(mails[0]?.body).toContain('/reports/aigc-2023-02/report.zh.xlsx');
    expect(mails[0]?.body).not.toContain('.en.');
  });

  test('as a draft is seen by analysts alone, until one publishes it as it was made', async () => {
    const visit = (cookie = '') =>
      app.inject({ method: 'GET', url: '/reports/aigc-2023-02?lang=en', headers: { cookie, host: 'localhost' } });
    expect([(await visit()).statusCode, (await visit(reader)).statusCode]).toEqual([404, 404]);
    const draft = await visit(analyst);
    expect([draft.statusCode, draft.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect((await call('GET', '/publications/aigc-2023-02', undefined, reader)).status).toBe(404);
    const { body: before } = await call('GET', '/publications/aigc-2023-02');
    const done = await call('POST', '/insights/drafts/aigc-2023-02/publication', { note: { zh: '', en: 'Mind n.' } });
    expect(done.body).toMatchObject({ state: 'published', digest: before.digest, note: { en: 'Mind n.' } });
    expect((await visit()).body).toContain('Mind n.');
    expect((await call('POST', '/insights/drafts/aigc-2023-02/publication', {})).status).toBe(404);
    expect((await call('DELETE', '/insights/drafts/aigc-2023-02')).status).toBe(404);
    expect((await call('DELETE', '/insights/drafts/aigc-2023-03')).body).toEqual({ removed: true });
    expect(await slugs('/publications?limit=10')).toEqual(['aigc-2023-02']);
  });

  test('is published at once where that was chosen, but not where nothing was counted; one that is there stands', async () => {
    await call('POST', '/insights/fields/chips/publications?from=2023-03&to=2023-03', {});
    await call('PUT', '/insights/schedules/chips', { atOnce: true });
    await call('PUT', '/insights/schedules/new-energy-vehicles', { atOnce: true });
    const nothing = { id: 'nothing', name: { zh: '空', en: 'Nothing' }, definition: { any: [] } };
    await call('POST', '/insights/fields', nothing);
    await call('PUT', '/insights/schedules/nothing', { atOnce: true });
    await runSchedules(context);
    const due = async () =>
      (await call('GET', '/insights/schedules')).body.items.every(
        (item: { nextMonth: string }) => item.nextMonth === '2023-04',
      );
    await expect.poll(due, { timeout: 20_000 }).toBe(true);
    expect(await slugs('/publications?limit=10')).toEqual([
      'aigc-2023-02',
      'chips-2023-03',
      'new-energy-vehicles-2023-03',
    ]);
    expect(await slugs('/insights/drafts')).toEqual(['nothing-2023-03']);
    await call('DELETE', '/insights/fields/nothing');
    expect((await call('GET', '/insights/schedules')).body.items).toHaveLength(3);
  });

  test('ends when it is stopped', async () => {
    for (const field of ['chips', 'new-energy-vehicles', 'aigc']) await call('DELETE', `/insights/schedules/${field}`);
    expect((await call('DELETE', '/insights/schedules/aigc')).status).toBe(404);
    now = '2023-05-02T00:00:00.000Z';
    expect(await runSchedules(context)).toBe(0);
    expect((await call('PUT', '/insights/schedules/no-such', {})).status).toBe(404);
  });
});

describe('followers', () => {
  test('are told of what is published after they asked, each once, and never of drafts', async () => {
    await tellFollowers(context, null);
    expect(await call('PUT', '/me/report-follows/*', { drafts: true }, reader)).toMatchObject({
      body: { fieldId: '*', drafts: false },
    });
    await call('PUT', '/me/report-follows/chips', {}, reader);
    expect((await call('PUT', '/me/report-follows/no-such', {}, reader)).status).toBe(404);
    await call('PUT', '/insights/schedules/biomedicine', {});
    await call('POST', '/insights/fields/chips/publications?from=2023-01&to=2023-03', {
      title: { zh: '', en: 'Chips' },
    });
    await expect.poll(() => slugs('/insights/drafts'), { timeout: 20_000 }).toContain('biomedicine-2023-04');
    await tellFollowers(context, null);
    const mails = await mailTo('reader@acme.example');
    expect(mails.map((mail) => mail.subject)).toEqual(['New report: Chips · Jan–Mar 2023']);
    expect(mails[0]?.url).toContain('/chips/');
  });

  test('leave with one press from the mail program, without signing in; looking alone ends nothing', async () => {
    const [mail] = await mailTo('reader@acme.example');
    const path = new URL(mail?.url ?? '').pathname;
    const follows = async () => (await call('GET', '/me/report-follows', undefined, reader)).body;
    const looked = await app.inject({ method: 'GET', url: path, headers: { 'accept-language': 'en' } });
    expect([looked.statusCode, looked.body.includes('<form method="post">')]).toEqual([200, true]);
    expect((await follows()).items).toHaveLength(2);
    const forged = await app.inject({ method: 'POST', url: `${path.slice(0, -2)}xx` });
    expect([forged.statusCode, (await follows()).items.length]).toEqual([404, 2]);
    const pressed = await app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect(pressed.statusCode).toBe(200);
    expect(await follows()).toEqual({ items: [{ fieldId: '*', drafts: false }], mail: 'mailbox' });
    expect((await app.inject({ method: 'POST', url: path })).statusCode).toBe(200);
  });

  test('get mail that carries the way out in its head; demo accounts get none by SMTP', async () => {
    const sink = await startSmtpSink();
    afterAll(() => sink.close());
    await base.db.updateTable('mail').set({ next_attempt_at: null }).execute();
    await call('PUT', '/me/report-follows/*', {});
    await base.db.updateTable('auth_user').set({ demo: true }).where('email', '=', 'analyst@demo.example').execute();
    await call('POST', '/insights/fields/aigc/publications?from=2023-01&to=2023-02', {});
    // The running server tells of it by itself, in the demo's mailbox: those letters are not the ones looked at here.
    const told = () =>
      base.db
        .selectFrom('published_report')
        .select('mailed_at')
        .where('slug', '=', 'aigc-2023-01-2023-02')
        .executeTakeFirstOrThrow();
    await expect.poll(async () => (await told()).mailed_at, { timeout: 20_000 }).not.toBeNull();
    await base.db.updateTable('mail').set({ next_attempt_at: null }).execute();
    await base.db
      .updateTable('published_report')
      .set({ mailed_at: null, mailed_through: null })
      .where('slug', '=', 'aigc-2023-01-2023-02')
      .execute();
    await tellFollowers(context, sink.url);
    await sendDueMail(context, smtpDelivery(sink.url, null));
    expect(sink.received.flatMap((mail) => mail.to)).toEqual(['reader@acme.example']);
    const head = sink.received[0]?.data.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
    expect(head).toMatch(/List-Unsubscribe: ?<http:\/\/localhost:3000\/reports\/unsubscribe\/[^>]+>/);
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });
});
