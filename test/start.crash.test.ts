import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openInstalledDatabase, openPool, readConfig } from '../src/platform/index.ts';
import { makeDataFolder, runCommand, startProgram } from './run-server.ts';

const data = makeDataFolder();
const program = await startProgram(data.path, ['--empty']);
afterAll(async () => {
  await program.stop();
  data.remove();
});

const oneLine = (text: string) => text.trim().split('\n').length;

test('a second start on the same data says so in one line, and leaves the first alone', async () => {
  const second = await runCommand(['start', '--port', '0'], { RENMAI_DATA: data.path });
  expect(second.code).toBe(2);
  expect(second.err).toMatch(/already running/);
  expect(oneLine(second.err)).toBe(1);
  expect((await fetch(`${program.url}/api/v1/session`)).status).toBe(200);
});

test('commands work beside the server, on the same database', async () => {
  const created = await runCommand(['user', 'create', 'ann@test.example', 'Ann', '--role', 'analyst'], {
    RENMAI_DATA: data.path,
  });
  expect(created.code).toBe(0);
  const listed = await runCommand(['user', 'list', '--json'], { RENMAI_DATA: data.path });
  expect(JSON.parse(listed.out)).toMatchObject({ email: 'ann@test.example', roles: ['analyst'] });
});

test('a taken port, a wrong port and a wrong option are one line each, exit 2', async () => {
  const own = makeDataFolder();
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const busy = await runCommand(['start', '--empty', '--port', port], { RENMAI_DATA: own.path });
  expect([busy.code, busy.err]).toEqual([2, expect.stringMatching(/Port \d+ is used by another program/)]);
  const wrong = await runCommand(['start', '--port', 'soon'], { RENMAI_DATA: own.path });
  expect([wrong.code, oneLine(wrong.err)]).toEqual([2, 1]);
  expect((await runCommand(['start', '--no-such-option'], { RENMAI_DATA: own.path })).code).toBe(2);
  taken.close();
  own.remove();
});

test('a data folder that cannot be one is refused by name', async () => {
  const own = makeDataFolder();
  const file = join(own.path, 'plain-file');
  mkdirSync(join(own.path, 'empty'));
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, '');
  const refused = await runCommand(['doctor'], { RENMAI_DATA: file });
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(file)]);
  const long = await runCommand(['doctor'], { RENMAI_DATA: join(own.path, 'x'.repeat(120)) });
  expect([long.code, long.err]).toEqual([2, expect.stringContaining('too long')]);
  own.remove();
});

test('data of a later version are left alone, and the program ends', async () => {
  const own = makeDataFolder();
  const first = await startProgram(own.path, ['--empty']);
  await first.stop();
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const database = await openInstalledDatabase(readConfig({ RENMAI_DATA: own.path }), silent);
  const pool = openPool(database.url, 1);
  await pool.query(`insert into kysely_migration values ('9999_later', '2030-01-01')`);
  await pool.end();
  await database.close();
  const refused = await runCommand(['start', '--port', '0'], { RENMAI_DATA: own.path });
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('another version of Renmai')]);
  expect(oneLine(refused.err)).toBe(1);
  own.remove();
});

test('secrets are readable by their owner alone, and the database listens on a socket alone', () => {
  expect(statSync(join(data.path, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(data.path, 'pg')).mode & 0o777).toBe(0o700);
  chmodSync(data.path, 0o755);
});
