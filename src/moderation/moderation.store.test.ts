import { expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { makeCircle, makeMember } from '../../test/members.ts';
import { createTestApp } from '../../test/server.ts';
import { createAccount } from '../identity/index.ts';
import { FailureError, newId } from '../platform/index.ts';
import { decideReport } from './decide-report.ts';
import { listReportsFor } from './list-reports.ts';

const context = await createTestContext();
const { app, signIn } = await createTestApp(context);
const PASSWORD = 'long enough for a test';
await makeCircle(context, 'careers');
const moderator = await makeMember(context, '管理员');

async function account(name: string) {
  const email = `${newId()}@test.example`;
  const id = await createAccount(context, { name, email, password: PASSWORD, locale: 'zh' });
  const cookie = await signIn(email, PASSWORD);
  const call = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const headers = { cookie, host: 'localhost' };
    const response = await app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
    return { status: response.statusCode, body: response.json() };
  };
  await call('PUT', '/circles/careers/membership');
  return { id, call };
}
const [author, reader] = [await account('作者'), await account('读者')];

async function makePost(by: typeof author): Promise<string> {
  const { body } = await by.call('POST', '/posts', { circle: 'careers', title: '加微信领资料', body: '限时免费' });
  return body.id;
}
const report = (by: typeof author, postId: string, targetId = postId) =>
  by.call('POST', `/posts/${postId}/reports`, { targetId, reason: 'spam', note: '广告' });
const queue = async (state: 'open' | 'kept' | 'hidden' = 'open') =>
  (await listReportsFor(context, moderator, { state, limit: 50 })).items;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
  );

test('what is reported is in the queue once for each report, with what was written and no word of who reported it', async () => {
  const postId = await makePost(author);
  expect((await report(reader, postId)).status).toBe(201);
  const [item] = await queue();
  expect(item).toMatchObject({ reason: 'spam', note: '广告', openReports: 1, mayDecide: true });
  expect(item?.content).toMatchObject({ postId, kind: 'post', text: '限时免费', author: { id: author.id } });
  expect(JSON.stringify(item)).not.toContain(reader.id);
  await decideReport(context, moderator, item?.id ?? '', { decision: 'keep', note: '' });
  expect(await queue()).toEqual([]);
  expect((await queue('kept')).map((row) => row.content.hidden)).toEqual([false]);
  expect((await reader.call('GET', `/posts/${postId}`)).status).toBe(200);
});

test('hiding decides every report of the thing at once, takes the count with it and is in the audit log', async () => {
  const postId = await makePost(author);
  const written = await author.call('POST', `/posts/${postId}/comments`, { body: '加群' });
  const targetId: string = written.body.id;
  await report(reader, postId, targetId);
  await report(await account('另一位'), postId, targetId);
  const reports = await queue();
  expect(reports.map((row) => [row.content.kind, row.openReports])).toEqual([
    ['comment', 2],
    ['comment', 2],
  ]);
  const id = reports[0]?.id ?? '';
  await decideReport(context, moderator, id, { decision: 'hide', note: '引流' });
  expect(await queue()).toEqual([]);
  expect((await reader.call('GET', `/posts/${postId}`)).body.commentCount).toBe(0);
  expect((await reader.call('GET', `/posts/${postId}/comments`)).body.items).toEqual([]);
  const entries = await context.db.selectFrom('audit_entry').selectAll().where('subject_id', '=', targetId).execute();
  expect(entries).toMatchObject([{ actor_id: moderator, action: 'content.hidden', subject_kind: 'comment' }]);
  expect(entries[0]?.detail).toMatchObject({ note: '引流', reports: [{ reason: 'spam' }, { reason: 'spam' }] });
  expect(await codeOf(decideReport(context, moderator, id, { decision: 'keep', note: '' }))).toBe('already-decided');
});

test('two moderators who decide at the same moment: one decides, the other hears of it', async () => {
  const postId = await makePost(author);
  await report(reader, postId);
  const id = (await queue())[0]?.id ?? '';
  const other = await makeMember(context, '另一位管理员');
  const outcomes = await Promise.all([
    codeOf(decideReport(context, moderator, id, { decision: 'hide', note: '' })),
    codeOf(decideReport(context, other, id, { decision: 'keep', note: '' })),
  ]);
  expect(outcomes.sort()).toEqual(['already-decided', 'done']);
  const entries = await context.db.selectFrom('audit_entry').select('id').where('subject_id', '=', postId).execute();
  expect(entries).toHaveLength(1);
});

test('nobody judges in their own cause', async () => {
  const postId = await makePost(author);
  await report(reader, postId);
  const [item] = (await listReportsFor(context, author.id, { state: 'open', limit: 50 })).items;
  expect(item?.mayDecide).toBe(false);
  expect(await codeOf(decideReport(context, author.id, item?.id ?? '', { decision: 'keep', note: '' }))).toBe(
    'own-content',
  );
  expect(await codeOf(decideReport(context, moderator, newId(), { decision: 'keep', note: '' }))).toBe(
    'no-such-report',
  );
});

test('the queue comes page by page, the oldest first', async () => {
  for (let n = 0; n < 3; n++) await report(reader, await makePost(author));
  const read: string[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await listReportsFor(context, moderator, { state: 'open', limit: 2, ...(cursor && { cursor }) });
    read.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  expect(read).toEqual((await queue()).map((item) => item.id));
  expect(read).toHaveLength(4);
});
