import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../../test/database.ts';
import { makeDemoWorld } from '../../../world/index.ts';
import { type Context, emit, fixedClock, newId } from '../../platform/index.ts';
import { SHIPPED_FIELDS } from '../fields/shipped.ts';
import { watchedTerms } from '../open-reading.ts';
import { openSnapshot } from './open.ts';
import { refreshWarehouse, type Snapshot } from './refresh.ts';
import { warehouseFolder } from './snapshot.ts';

const context = await createTestContext();
const terms = watchedTerms(SHIPPED_FIELDS);
const elsewhere = mkdtempSync(join(tmpdir(), 'renmai-rebuilt-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

const refresh = (with_: Context = context) => refreshWarehouse(with_, { terms });
const rebuilt = (now: Context = context) =>
  refreshWarehouse({ ...now, dataFolder: elsewhere }, { terms, rebuild: true });

/** A change of rows and its event, as the domains write them. */
async function change(kind: string, key: string, sql: string, values: unknown[] = []): Promise<void> {
  await context.pool.query(sql, values);
  await context.db.transaction().execute((trx) => emit(trx, { kind, key, at: context.clock.now() }));
}

async function one(sql: string, values: unknown[] = []): Promise<string> {
  const { rows } = await context.pool.query<{ id: string }>(sql, values);
  return rows[0]?.id ?? '';
}

async function count(snapshot: Snapshot, sql: string): Promise<number> {
  const warehouse = await openSnapshot(snapshot);
  try {
    const [row] = await warehouse.rows(z.object({ n: z.number() }), `select count(*)::integer as n from ${sql}`);
    return row?.n ?? Number.NaN;
  } finally {
    warehouse.close();
  }
}

beforeAll(async () => {
  await makeDemoWorld(context, { members: 200, companies: 40, postings: 1_500, seed: 5 });
});

describe('the warehouse', () => {
  test('has a row for each published posting, each application, and each member as they were', async () => {
    const snapshot = await refresh();
    const inDatabase = async (sql: string) =>
      Number((await context.pool.query(`select count(*) as n from ${sql}`)).rows[0]?.n);
    expect(await count(snapshot, 'postings')).toBe(await inDatabase("posting where state <> 'draft'"));
    expect(await count(snapshot, 'applications')).toBe(await inDatabase('application'));
    expect(await count(snapshot, "people where month = '2023-03'")).toBe(200);
    expect(await count(snapshot, 'posts')).toBe(await inDatabase('post where hidden_at is null'));
    expect(await count(snapshot, "people where month = '2021-12'")).toBe(
      await inDatabase("member where created_at < '2022-01-01'"),
    );
  });

  test('stays as it is while nothing happens', async () => {
    const before = await refresh();
    expect((await refresh()).folder).toBe(before.folder);
    await change('message.sent', newId(), 'select 1');
    expect((await refresh()).folder).toBe(before.folder);
  });

  test('made anew has the same hash, and another row another', async () => {
    const [first, again] = [await refresh(), await rebuilt()];
    expect(again.manifest.hash).toBe(first.manifest.hash);
    expect(again.manifest.files).toEqual(first.manifest.files);
  });

  const changes: readonly (readonly [string, () => Promise<void>])[] = [
    [
      'a posting that is closed',
      async () => {
        const id = await one("select id from posting where state = 'open' order by id limit 1");
        await change(
          'posting.changed',
          id,
          "update posting set state = 'closed', closed_on = '2023-03-31' where id = $1",
          [id],
        );
      },
    ],
    [
      'a posting that is moved to another month, and a copy of it under another name',
      async () => {
        const id = await one(
          "select id from posting where published_on between '2022-05-01' and '2022-05-31' order by id limit 1",
        );
        await change('posting.changed', id, "update posting set published_on = '2022-08-15' where id = $1", [id]);
        const copy = newId();
        await change(
          'posting.changed',
          copy,
          `insert into posting (id, company_id, title, role_id, industry_id, city_id, must_skills, description, published_on, state, origin, created_at, updated_at)
           select $2, company_id, 'Something else', role_id, industry_id, city_id, must_skills, description, '2022-09-01', 'open', 'network', created_at, updated_at
           from posting where id = $1`,
          [id, copy],
        );
        expect(await count(await refresh(), `postings where id = '${copy}' and repost_of = '${id}'`)).toBe(1);
      },
    ],
    [
      'a posting that is deleted',
      async () => {
        const id = await one('select id from posting order by id limit 1');
        const { rows } = await context.pool.query<{ company_id: string }>(
          'select company_id from posting where id = $1',
          [id],
        );
        await change('company.changed', rows[0]?.company_id ?? '', 'delete from posting where id = $1', [id]);
      },
    ],
    [
      'an application, and one that is taken back',
      async () => {
        const [posting, member] = [
          await one('select id from posting order by id desc limit 1'),
          await one('select id from member order by id limit 1'),
        ];
        await change(
          'application.sent',
          posting,
          "insert into application (posting_id, member_id, applied_at) values ($1, $2, '2023-03-30') on conflict do nothing",
          [posting, member],
        );
        const { rows } = await context.pool.query<{ id: string }>(
          'select posting_id as id from application order by posting_id limit 1',
        );
        await change(
          'application.withdrawn',
          rows[0]?.id ?? '',
          "update application set state = 'withdrawn' where posting_id = $1",
          [rows[0]?.id],
        );
      },
    ],
    [
      'a profile with another career and other skills',
      async () => {
        const id = await one('select member_id as id from position order by member_id limit 1');
        await change(
          'profile.changed',
          id,
          "update position set start_month = start_month - interval '14 months' where member_id = $1 and end_month is null",
          [id],
        );
        await change(
          'profile.changed',
          id,
          "insert into member_skill (member_id, skill, known, source) values ($1, 'prompt-engineering', true, 'self') on conflict do nothing",
          [id],
        );
      },
    ],
    [
      'an imported batch',
      async () => {
        const [dataset, company] = [newId(), await one('select id from company order by id limit 1')];
        await context.pool.query("insert into dataset (id, name, imported_at) values ($1, 'a board', $2)", [
          dataset,
          context.clock.now(),
        ]);
        await change(
          'posting.imported',
          dataset,
          `insert into posting (id, company_id, title, published_on, state, origin, dataset_id, created_at, updated_at)
           values ($1, $2, '算法工程师', '2019-06-05', 'closed', 'import', $3, $4, $4)`,
          [newId(), company, dataset, context.clock.now()],
        );
        expect(await count(await refresh(), `postings where dataset_id = '${dataset}'`)).toBe(1);
      },
    ],
    [
      'a post that is hidden, and an answer to another',
      async () => {
        const [hidden, answered] = [
          await one('select id from post order by id limit 1'),
          await one('select id from post order by id desc limit 1'),
        ];
        await change('post.hidden', hidden, "update post set hidden_at = '2023-03-31' where id = $1", [hidden]);
        await change(
          'comment.made',
          answered,
          `insert into comment (post_id, id, author_id, body, created_at)
           select $1, $2, id, 'yes', '2023-03-31' from member order by id desc limit 1`,
          [answered, newId()],
        );
      },
    ],
  ];

  test.each(changes)('takes in %s', async (_, make) => {
    const before = await refresh();
    await make();
    expect((await refresh()).manifest.hash).not.toBe(before.manifest.hash);
  });

  test('brought up to date after each of these is what it is when made anew', async () => {
    const [followed, anew] = [await refresh(), await rebuilt()];
    expect(followed.manifest.files.toSorted(byName)).toEqual(anew.manifest.files.toSorted(byName));
    expect(followed.manifest.hash).toBe(anew.manifest.hash);
  });

  test('counts nobody who said no, nor anybody who was brought in and never came', async () => {
    const [no, brought] = [await one('select id from member order by id limit 1'), newId()];
    await change('preferences.changed', no, 'update preference set counted = false where member_id = $1', [no]);
    await change(
      'profile.changed',
      brought,
      "insert into member (id, name, origin, created_at, updated_at) values ($1, 'x', 'import', '2022-01-01', '2022-01-01')",
      [brought],
    );
    const snapshot = await refresh();
    for (const table of ['people', 'applications', 'moves', 'speakers']) {
      expect([table, await count(snapshot, `${table} where person_id in ('${no}', '${brought}')`)]).toEqual([table, 0]);
    }
    expect((await rebuilt()).manifest.hash).toBe(snapshot.manifest.hash);
  });

  test('takes somebody who says no out of past months too, and puts them back when they say yes', async () => {
    const member = await one(
      'select p.member_id as id from position p join preference using (member_id) where counted and start_month < $$2022-01-01$$ order by p.member_id limit 1',
    );
    const monthsOf = async () =>
      count(await refresh(), `(select distinct month from people where person_id = '${member}')`);
    const say = (counted: boolean) =>
      change('preferences.changed', member, 'update preference set counted = $2 where member_id = $1', [
        member,
        counted,
      ]);
    const before = await monthsOf();
    expect(before).toBeGreaterThan(3);
    await say(false);
    expect(await monthsOf()).toBe(0);
    await say(true);
    expect(await monthsOf()).toBe(before);
  });

  test('can be read while the next one is made, and keeps two', async () => {
    const old = await refresh();
    const reading = await openSnapshot(old);
    const id = await one("select id from posting where state = 'open' order by id limit 1");
    await change('posting.changed', id, "update posting set title = 'new' where id = $1", [id]);
    const [first, second] = await Promise.all([refresh(), refresh()]);
    expect(first.folder).toBe(second.folder);
    expect(first.folder).not.toBe(old.folder);
    const [row] = await reading.rows(z.object({ n: z.number() }), 'select count(*)::integer as n from postings');
    expect(row?.n).toBeGreaterThan(1_000);
    reading.close();
    expect(readdirSync(join(warehouseFolder(context.dataFolder), 'snapshots'))).toHaveLength(2);
    expect(readdirSync(warehouseFolder(context.dataFolder)).toSorted()).toEqual(['current', 'snapshots']);
  });

  test('a new month has its own people', async () => {
    const april = { ...context, clock: fixedClock('2023-04-02T00:00:00Z') };
    const snapshot = await refresh(april);
    expect(await count(snapshot, "people where month = '2023-04'")).toBeGreaterThan(190);
    expect((await rebuilt(april)).manifest.hash).toBe(snapshot.manifest.hash);
  });

  test('other terms are decided for every row', async () => {
    const snapshot = await refreshWarehouse(context, { terms: [{ kind: 'keyword', value: '流水线' }] });
    expect(await count(snapshot, 'postings where terms_0 = 1')).toBeGreaterThanOrEqual(0);
    expect(snapshot.manifest.terms).toEqual([{ kind: 'keyword', value: '流水线' }]);
  });
});

const byName = (a: { table: string; month: string }, b: { table: string; month: string }) =>
  `${a.table} ${a.month}` < `${b.table} ${b.month}` ? -1 : 1;
