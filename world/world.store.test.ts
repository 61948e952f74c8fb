import { describe, expect, test } from 'vitest';
import { createTestContext } from '../test/database.ts';
import { makeDemoWorld } from './index.ts';

const context = await createTestContext();
const size = { members: 300, companies: 60, postings: 2_000, seed: 5 };

async function count(table: string): Promise<number> {
  const result = await context.pool.query(`select count(*) as n from ${table}`);
  return Number(result.rows[0]?.n);
}

test('a world that is stopped half-way leaves nothing', async () => {
  const stop = new AbortController();
  const stopped = makeDemoWorld(context, {
    ...size,
    signal: stop.signal,
    progress: (done, total) => {
      if (done > total / 2) stop.abort(new Error('stopped by a test'));
    },
  });
  await expect(stopped).rejects.toThrow('stopped by a test');
  for (const table of ['member', 'company', 'posting', 'post', 'auth_user', 'setting']) {
    expect([table, await count(table)]).toEqual([table, 0]);
  }
});

test('a world is loaded whole, with accounts that can sign in and a clock', async () => {
  expect(await makeDemoWorld(context, size)).toEqual(size);
  expect([await count('member'), await count('company')]).toEqual([300, 60]);
  expect(Math.abs((await count('posting')) - 2_000)).toBeLessThan(5);
  for (const table of [
    'position',
    'education',
    'member_skill',
    'preference',
    'connection',
    'endorsement',
    'application',
  ]) {
    expect([table, (await count(table)) >= 300]).toEqual([table, true]);
  }
  for (const table of ['post', 'comment', 'vote', 'circle_member', 'colleague_confirmation', 'pipeline_entry']) {
    expect([table, (await count(table)) > 0]).toEqual([table, true]);
  }
  expect([await count('auth_user'), await count('recruiter_seat'), await count('role_grant')]).toEqual([7, 2, 4]);
  const { rows } = await context.pool.query("select value from setting where key = 'network'");
  expect(rows[0]?.value).toMatchObject({ generated: true, seed: 5, clockStart: '2023-03-31T01:00:00.000Z' });
});

test('each connection is stored from both sides', async () => {
  const { rows } = await context.pool.query(
    `select count(*) as n from connection a where not exists
       (select 1 from connection b where b.member_id = a.other_id and b.other_id = a.member_id)`,
  );
  expect(Number(rows[0]?.n)).toBe(0);
});

test('nobody in the tour can reach the member without the colleague', async () => {
  const { rows } = await context.pool.query(
    `select count(*) filter (where a.email = 'recruiter@demo.example' and b.email = 'member@demo.example') as direct,
            count(*) filter (where a.email = 'recruiter@demo.example' and b.email = 'colleague@demo.example') as first,
            count(*) filter (where a.email = 'colleague@demo.example' and b.email = 'member@demo.example') as second
     from connection c join auth_user a on a.id = c.member_id join auth_user b on b.id = c.other_id`,
  );
  expect(rows.map((row) => [row.direct, row.first, row.second].map(Number))).toEqual([[0, 1, 1]]);
});

test('a network with people in it is not filled again', async () => {
  await expect(makeDemoWorld(context, size)).rejects.toMatchObject({ failure: { code: 'network-not-empty' } });
  expect(await count('member')).toBe(300);
});

describe('when somebody first signs in', () => {
  const rowsOf = async (sql: string) => (await context.pool.query(sql)).rows;

  test('member and recruiter have conversations, requests and checks in every state before them', async () => {
    const [waits] = await rowsOf(`
      select (select count(*)::int from inbox where member_id = m.id) as member_talks,
        (select count(*)::int from inbox where member_id = r.id) as recruiter_talks,
        (select count(*)::int from introduction where member_id = m.id and state = 'asked') as introductions,
        (select count(*)::int from connection_request where member_id in (m.id, r.id) and state = 'asked') as requests
      from auth_user m, auth_user r where m.email = 'member@demo.example' and r.email = 'recruiter@demo.example'`);
    expect(waits).toMatchObject({ member_talks: 3, introductions: 1, requests: 2 });
    expect(waits?.recruiter_talks).toBeGreaterThanOrEqual(5);
    const states = await rowsOf('select distinct state from background_check order by 1');
    expect(states.map((row) => row.state)).toEqual(['allowed', 'refused', 'released', 'requested', 'withdrawn']);
  });

  test('only people who may be found were saved, written to or checked, and each one’s file says so', async () => {
    expect(
      await rowsOf(`
        select 1 from pipeline_entry e join posting p on p.id = e.posting_id join preference f on f.member_id = e.member_id
        where f.findable_by <> 'recruiters' or exists (select 1 from position own
          where own.member_id = e.member_id and own.end_month is null and own.company_id = p.company_id)`),
    ).toEqual([]);
    expect(
      await rowsOf(`
        select 1 from pipeline_entry e where not exists (select 1 from disclosure d
          where d.member_id = e.member_id and d.posting_id = e.posting_id) and not exists (select 1 from introduction i
          where i.candidate_id = e.member_id and i.posting_id = e.posting_id)`),
    ).toEqual([]);
    expect(
      await rowsOf(`
        select 1 from conversation c join preference f on f.member_id = c.member_id where c.posting_id is not null and
          (f.contact_by <> 'anyone' or not exists (select 1 from disclosure d where d.member_id = c.member_id
            and d.viewer_id = c.opened_by and d.surface = 'message' and d.posting_id = c.posting_id))`),
    ).toEqual([]);
    expect(
      await rowsOf(`
        select 1 from background_check b where not exists (select 1 from pipeline_entry e
          where e.posting_id = b.posting_id and e.member_id = b.member_id)`),
    ).toEqual([]);
  });

  test('unread counts are what is unread, and connections alone write about nothing', async () => {
    expect(
      await rowsOf(`
        select 1 from inbox i where i.unread <> (select count(*) from message m where m.conversation_id = i.conversation_id
          and m.author_id <> i.member_id and (i.last_read_id is null or m.id > i.last_read_id))`),
    ).toEqual([]);
    expect(
      await rowsOf(`
        select 1 from conversation c where c.posting_id is null
          and not exists (select 1 from connection k where k.member_id = c.opened_by and k.other_id = c.member_id)`),
    ).toEqual([]);
  });
});
