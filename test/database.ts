import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Context, fixedClock, newId, openDatabase, openPool } from '../src/platform/index.ts';
import { TEMPLATE } from './start-test-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** When the tests' clock stands, unless a test says otherwise. */
export const TEST_NOW = '2023-03-31T01:00:00.000Z';

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/** A context on a fresh, migrated database of this test file's own. It is dropped when the file is done. */
export async function createTestContext(now: string = TEST_NOW): Promise<Context> {
  const serverUrl = inject('serverUrl');
  const name = `test_${newId().replaceAll('-', '')}`;
  for (let attempt = 0; ; attempt++) {
    try {
      await onServer(serverUrl, `create database ${name} template ${TEMPLATE}`);
      break;
    } catch (error) {
      // Two files that clone the template at the same moment: one of them waits.
      if (attempt > 50 || !String(error).includes('being accessed')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pool = openPool(url.href, 6);
  const db = openDatabase(pool);
  const dataFolder = mkdtempSync(join(tmpdir(), 'renmai-data-'));
  afterAll(async () => {
    await db.destroy();
    rmSync(dataFolder, { recursive: true, force: true });
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  });
  return {
    db,
    pool,
    dataFolder,
    clock: fixedClock(now),
    log: { info: () => undefined, warn: () => undefined, error: (message, detail) => console.error(message, detail) },
  };
}
