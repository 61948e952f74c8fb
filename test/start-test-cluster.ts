import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, openCluster, openDatabase, openPool, type PostgresBinaries } from '../src/platform/index.ts';

export const TEMPLATE = 'renmai_template';

/** A throw-away server with a migrated template, from which each test file clones its own database. */
export async function startTestCluster(binaries: PostgresBinaries): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'renmai-test-'));
  chmodSync(folder, 0o755);
  const cluster = openCluster({ binaries, folder, durable: false });
  await cluster.start();
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await makeTemplate(cluster.url('postgres'), cluster.url(TEMPLATE));
  return { url: cluster.url('postgres'), stop };
}

/** (Re)makes the template database on a server. */
export async function makeTemplate(adminUrl: string, templateUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const pool = openPool(templateUrl, 2);
  const db = openDatabase(pool);
  await migrate(db);
  await db.destroy();
}
