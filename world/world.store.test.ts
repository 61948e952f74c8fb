import { expect, test } from 'vitest';
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
