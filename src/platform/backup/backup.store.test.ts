import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { makeDemoWorld } from '../../../world/index.ts';
import { type Context, openContext } from '../index.ts';
import { restoreBackup, verifyBackup, writeBackup } from './index.ts';

const source = await createTestContext();
await makeDemoWorld(source, { members: 60, companies: 30, postings: 300 });
const file = join(source.dataFolder, 'network.tar.gz');
const manifest = await writeBackup(source, file);

async function urlOf(context: Context): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(context.db);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${rows[0]?.name}`;
  return url.href;
}

/** One hash over all rows of every table that a backup holds. */
async function contents(context: Context): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name } of manifest.tables) {
    const { rows } = await sql<{ hash: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash
      from ${sql.table(name)} t`.execute(context.db);
    found[name] = rows[0]?.hash ?? '';
  }
  return found;
}

async function members(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from member`.execute(context.db);
  return rows[0]?.n ?? -1;
}

test('what was saved is what comes back, row for row, and the network goes on from there', async () => {
  const target = await createTestContext();
  await restoreBackup(await urlOf(target), file);
  expect(await contents(target)).toEqual(await contents(source));
  const reopened = await openContext({
    connectionString: await urlOf(target),
    dataFolder: target.dataFolder,
    log: target.log,
  });
  expect(await members(reopened)).toBe(60);
  await reopened.close();
});

test('the manifest counts the rows of every table', async () => {
  expect(await verifyBackup(file)).toEqual(manifest);
  expect(manifest.tables.find((table) => table.name === 'member')?.rows).toBe(60);
  expect(manifest.tables.some((table) => table.name === 'outbox')).toBe(false);
});

test('a network with people is replaced only on request', async () => {
  const target = await createTestContext();
  await makeDemoWorld(target, { members: 20, companies: 20, postings: 20 });
  await expect(restoreBackup(await urlOf(target), file)).rejects.toMatchObject({
    failure: { code: 'network-has-people' },
  });
  expect(await members(target)).toBe(20);
  await restoreBackup(await urlOf(target), file, { replace: true });
  expect(await members(target)).toBe(60);
});

const whole = readFileSync(file);
test.each([
  ['cut short', whole.subarray(0, Math.floor(whole.length / 2))],
  ['with a byte changed', Buffer.concat([whole.subarray(0, 5_000), Buffer.from([1, 2, 3, 4]), whole.subarray(5_004)])],
  ['empty', Buffer.alloc(0)],
  ['of something else', Buffer.from('id,title\n1,engineer\n')],
])('a file %s is refused, and nothing is touched', async (_what, bytes) => {
  const target = await createTestContext();
  const bad = join(target.dataFolder, 'bad.tar.gz');
  writeFileSync(bad, bytes);
  await expect(restoreBackup(await urlOf(target), bad)).rejects.toMatchObject({ failure: { code: 'bad-backup' } });
  expect(await members(target)).toBe(0);
});

test('a backup that is stopped leaves no file', async () => {
  const stopped = join(source.dataFolder, 'stopped.tar.gz');
  await expect(writeBackup(source, stopped, { signal: AbortSignal.abort() })).rejects.toThrow();
  expect(() => readFileSync(stopped)).toThrow();
  expect(() => readFileSync(`${stopped}.part`)).toThrow();
});
