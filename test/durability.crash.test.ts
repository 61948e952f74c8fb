import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { makeDataFolder, type RunningProgram, startProgram } from './run-server.ts';

const ROUNDS = 20;
const WRITERS = 4;
const TARGETS = ['server', 'database', 'both'] as const;

const data = makeDataFolder();
let program: RunningProgram = await startProgram(data.path, ['--empty']);
afterAll(async () => {
  await program.stop();
  data.remove();
});

type Writer = { readonly name: string; readonly cookie: string; acknowledged: number };

async function signUp(n: number): Promise<Writer> {
  const name = `writer ${n}`;
  const response = await fetch(`${program.url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: program.url },
    body: JSON.stringify({ name, email: `writer${n}@test.example`, password: 'long enough for a test' }),
  });
  expect(response.status).toBe(200);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { name, cookie, acknowledged: 0 };
}

const writers = await Promise.all(Array.from({ length: WRITERS }, (_, n) => signUp(n)));

/** Writes one number after the other until stopped; a number counts when the server has said that it is saved. */
async function write(writer: Writer, isStopped: () => boolean): Promise<number> {
  let count = 0;
  while (!isStopped()) {
    const next = writer.acknowledged + 1;
    try {
      const response = await fetch(`${program.url}/api/v1/me/profile`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', cookie: writer.cookie },
        body: JSON.stringify({ name: writer.name, headline: String(next) }),
      });
      if (response.status === 200) {
        writer.acknowledged = next;
        count += 1;
      }
      // Well below the limit of requests from one address.
      await sleep(25);
    } catch {
      await sleep(25);
    }
  }
  return count;
}

async function saved(writer: Writer): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      const response = await fetch(`${program.url}/api/v1/me/profile`, { headers: { cookie: writer.cookie } });
      if (response.status === 200) return Number((await response.json()).person.headline);
    } catch {
      // Not back yet.
    }
    await sleep(100);
  }
  throw new Error('the program did not come back');
}

function killDatabase(): void {
  process.kill(Number(readFileSync(join(data.path, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
}

test(`${ROUNDS} kills of the server, the database or both lose no acknowledged write`, async () => {
  let writes = 0;
  let lost = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const target = TARGETS[round % TARGETS.length];
    let stopped = false;
    const load = Promise.all(writers.map((writer) => write(writer, () => stopped)));
    await sleep(150 + ((round * 137) % 450));
    if (target !== 'server') killDatabase();
    if (target !== 'database') await program.kill();
    stopped = true;
    writes += (await load).reduce((sum, count) => sum + count, 0);
    if (target !== 'database') program = await startProgram(data.path, ['--empty']);
    for (const writer of writers) {
      const found = await saved(writer);
      if (found < writer.acknowledged) lost += 1;
      writer.acknowledged = Math.max(found, writer.acknowledged);
    }
  }
  console.log(`kill -9: ${ROUNDS} kills, ${writes} acknowledged writes, ${lost} lost`);
  expect(writes).toBeGreaterThan(ROUNDS);
  expect(lost).toBe(0);
});
