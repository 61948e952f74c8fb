import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../../test/database.ts';
import { makeCircle } from '../../../test/members.ts';
import { createScene, itemsOf } from '../../../test/scene.ts';
import { addRole } from '../../identity/index.ts';
import { ERASED_FROM_LISTS, ERASURE } from './rules.ts';

const context = await createTestContext();
const scene = await createScene(context);
const PASSWORD = 'long enough for a test';

/** Columns with ids of things, not of people. */
const OF_THINGS = new Set([
  'position_id',
  'verification_id',
  'company_id',
  'viewer_company_id',
  'hidden_from_company_ids',
  'posting_id',
  'circle_id',
  'post_id',
  'target_id',
  'reply_to',
  'dataset_id',
  'check_id',
  'conversation_id',
  'last_read_id',
  'disclosure_id',
  'pool_id',
  'list_id',
  'forecast_id',
]);
/** Whom an event concerned: ids alone, in a log that is not read again. */
const LEADS_NOWHERE = new Set(['outbox.audience']);

test('every column that may name a person has a rule, or is said to name something else', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = current_schema() and table_name not like 'kysely%' and (udt_name = 'uuid' or udt_name = '_uuid')
    order by 1, 2`.execute(context.db);
  const ruled = new Set([...ERASURE, ...ERASED_FROM_LISTS].map((rule) => `${rule.table}.${rule.column}`));
  const people = rows
    .filter(({ column }) => column !== 'id' && !OF_THINGS.has(column))
    .map(({ table, column }) => `${table}.${column}`);
  expect(people.filter((name) => !ruled.has(name) && !LEADS_NOWHERE.has(name))).toEqual([]);
  const there = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  expect([...ruled].filter((name) => !there.has(name))).toEqual([]);
});

/** The tables in whose rows these words stand. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name not like 'kysely%' order by 1`.execute(context.db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(name)} as one where position(${words} in to_jsonb(one)::text) > 0`.execute(
      context.db,
    );
    if ((rows[0]?.n ?? 0) > 0) found.push(name);
  }
  return found;
}

await makeCircle(context, 'careers');
const company = await scene.addCompany('ours');
const recruiter = await scene.addAccount('Rong Recruiter', [company]);
const friend = await scene.addAccount('Fei Friend');
let nth = 0;

/** Somebody who did, and had done to them, a little of everything. */
async function addBusyMember() {
  nth += 1;
  const name = `Gong Gone${nth}`;
  const gone = await scene.addEngineer(name, 'elsewhere');
  const posting = await scene.addPosting(recruiter, company);
  await scene.connect(friend, gone);
  for (const one of [gone, friend]) await one.put('/circles/careers/membership');
  const ownPost = await gone.post('/posts', {
    circle: 'careers',
    title: `A question of mine ${nth}`,
    body: `My words ${nth}`,
  });
  const friendsPost = await friend.post('/posts', { circle: 'careers', title: 'A friend asks', body: '?' });
  await friend.post(`/posts/${ownPost.body.id}/comments`, { body: 'An answer', replyTo: null });
  await gone.post(`/posts/${friendsPost.body.id}/comments`, { body: `My answer ${nth}`, replyTo: null });
  await gone.put(`/posts/${friendsPost.body.id}/votes/${friendsPost.body.id}`, { value: 1 });
  await recruiter.get(`/postings/${posting}/matches?limit=10`);
  await recruiter.get(`/people/${gone.id}?postingId=${posting}`);
  await recruiter.put(`/postings/${posting}/pipeline/${gone.id}`, { stage: 'saved' });
  const letter = await recruiter.post('/conversations', { memberId: gone.id, postingId: posting, body: 'Hello' });
  await gone.post(`/conversations/${letter.body.id}/messages`, { body: `My letter ${nth}` });
  await recruiter.post(`/postings/${posting}/checks`, { memberId: gone.id });
  await recruiter.put(`/postings/${posting}/state`, { state: 'open' });
  await gone.post(`/postings/${posting}/applications`, { note: 'Please' });
  await scene.services.catchUp();
  return { gone, name, posting, ownPost: ownPost.body.id, friendsPost: friendsPost.body.id, letter: letter.body.id };
}

const erase = (who: Awaited<ReturnType<typeof addBusyMember>>['gone'], more: object = {}) =>
  who.post('/me/erasure', { password: PASSWORD, words: 'remove', ...more });

describe('somebody who erases their account', () => {
  test('is told what goes and what stays, and stays while the password is wrong', async () => {
    const { gone } = await addBusyMember();
    const preview = await gone.get('/me/erasure');
    const parts = new Map(itemsOf(preview).map((item) => [item.part, item]));
    expect(parts.get('hiring')).toEqual({ part: 'hiring', deleted: 1, stays: null });
    expect(parts.get('words')).toMatchObject({ deleted: null, stays: 2 });
    expect(preview.body.lastOperator).toBe(false);
    const refused = await erase(gone, { password: 'not the password' });
    expect([refused.status, refused.body.code]).toEqual([403, 'wrong-password']);
    expect((await gone.get('/me/profile')).status).toBe(200);
  });

  test('leaves no row behind that names them, but for the log, and no word that they wrote', async () => {
    const { gone, name } = await addBusyMember();
    expect((await tablesWith(gone.id)).length).toBeGreaterThan(15);
    expect((await erase(gone)).status).toBe(200);
    expect(await tablesWith(gone.id)).toEqual(['audit_entry', 'outbox']);
    for (const words of [
      name,
      `My words ${nth}`,
      `My answer ${nth}`,
      `My letter ${nth}`,
      `A question of mine ${nth}`,
    ]) {
      const tables = await tablesWith(words);
      expect(
        tables.filter((table) => words === name || table !== 'post'),
        words,
      ).toEqual([]);
    }
    expect((await gone.get('/me/profile')).status).toBe(401);
  });

  test('is gone from lists and graph at once; others keep their threads and letters, signed by nobody', async () => {
    const { gone, posting, ownPost, friendsPost, letter } = await addBusyMember();
    expect(itemsOf(await recruiter.get(`/postings/${posting}/matches?limit=50`)).length).toBeGreaterThan(0);
    expect(scene.services.graph.connected(friend.id, gone.id)).toBe(true);
    await erase(gone);
    await scene.services.catchUp();
    expect(scene.services.graph.connected(friend.id, gone.id)).toBe(false);
    for (const path of ['matches?limit=50', 'pipeline', 'applicants', 'checks'])
      expect(JSON.stringify((await recruiter.get(`/postings/${posting}/${path}`)).body)).not.toContain(gone.id);
    const thread = await friend.get(`/posts/${ownPost}`);
    expect(thread.body).toMatchObject({ author: null, title: '', body: '', commentCount: 1 });
    expect(itemsOf(await friend.get(`/posts/${ownPost}/comments`))).toMatchObject([{ body: 'An answer' }]);
    expect((await friend.get(`/posts/${friendsPost}`)).body).toMatchObject({ commentCount: 0, score: 1 });
    const conversation = await recruiter.get(`/conversations/${letter}`);
    expect(conversation.body).toMatchObject({ gone: true, with: { name: '' }, write: { allowed: false } });
    const messages = itemsOf(await recruiter.get(`/conversations/${letter}/messages`));
    expect(messages.map((message) => message.body)).toEqual(['', 'Hello']);
    expect((await recruiter.post(`/conversations/${letter}/messages`, { body: 'Still there?' })).body.code).toBe(
      'member-gone',
    );
    expect(itemsOf(await recruiter.get('/inbox')).find((line) => line.id === letter)).toMatchObject({ gone: true });
  });

  test('may leave the words, without the name', async () => {
    const { gone, ownPost, letter } = await addBusyMember();
    await erase(gone, { words: 'keep' });
    expect(await tablesWith(gone.id)).toEqual(['audit_entry', 'outbox']);
    expect((await friend.get(`/posts/${ownPost}`)).body).toMatchObject({ author: null, body: `My words ${nth}` });
    const messages = itemsOf(await recruiter.get(`/conversations/${letter}/messages`));
    expect(messages.map((message) => message.body)).toEqual([`My letter ${nth}`, 'Hello']);
  });
});

test('a recruiter who leaves leaves the company its postings, and people their files', async () => {
  const leaving = await scene.addAccount('Lei Leaving', [company]);
  const posting = await scene.addPosting(leaving, company);
  const seen = await scene.addEngineer('Sen Seen', 'elsewhere');
  await leaving.get(`/people/${seen.id}?postingId=${posting}`);
  const check = await leaving.post(`/postings/${posting}/checks`, { memberId: seen.id });
  await leaving.put(`/postings/${posting}/pipeline/${seen.id}`, { stage: 'saved' });
  const asked = await leaving.post(`/postings/${posting}/checks`, { memberId: seen.id });
  expect([check.status, asked.status]).toContain(201);
  expect((await erase(leaving)).status).toBe(200);
  expect(await tablesWith(leaving.id)).toEqual(['audit_entry', 'outbox']);
  expect((await recruiter.get(`/postings/${posting}`)).status).toBe(200);
  expect(itemsOf(await seen.get('/me/file'))).toMatchObject([{ viewer: { name: '', companyName: 'ours' } }]);
  expect(itemsOf(await seen.get('/me/checks'))).toMatchObject([{ recruiterName: '' }]);
});

test('the last operator names another first, and nobody else makes an operator by leaving', async () => {
  const operator = await scene.addAccount('Op Operator');
  await addRole(context, operator.id, 'operator', null);
  const plain = await scene.addAccount('Pan Plain');
  const heir = z.object({ account: z.object({ email: z.email() }) });
  const emailOf = async (who: typeof plain) => heir.parse((await who.get('/session')).body).account.email;
  await erase(await scene.addAccount('Lu Leaver'), { successor: await emailOf(plain) });
  expect((await plain.get('/session')).body.roles).toEqual([]);
  expect((await operator.get('/me/erasure')).body.lastOperator).toBe(true);
  expect((await erase(operator)).body.code).toBe('last-operator');
  expect((await erase(operator, { successor: 'nobody@test.example' })).body.code).toBe('no-such-account');
  expect((await erase(operator, { successor: await emailOf(plain) })).status).toBe(200);
  expect((await plain.get('/session')).body.roles).toEqual(['operator']);
});
