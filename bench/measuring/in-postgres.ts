import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { monthFile, openDuck, type Snapshot, TABLES } from '../../src/insights/index.ts';
import { openInstalledDatabase, openPool } from '../../src/platform/index.ts';

const silent = { info: () => undefined, warn: () => undefined, error: console.error };
const TYPES: Readonly<Record<string, string>> = { VARCHAR: 'text', 'VARCHAR[]': 'text[]' };

/** The statement as PostgreSQL takes it: membership in a list and the marks of terms are said otherwise. */
const translated = (sql: string, snapshot: Snapshot) =>
  sql
    .replaceAll(/"((?:skill|keyword):[^"]+)"/g, (_, key: string) => {
      const n = snapshot.manifest.terms.findIndex((term) => `${term.kind}:${term.value}` === key);
      return `(terms_0 & ${1n << BigInt(n)} <> 0)`;
    })
    .replaceAll(/list_contains\((\w+), ('(?:[^']|'')*')\)/g, '$2 = any($1)');

async function load(client: pg.ClientBase, folder: string, snapshot: Snapshot): Promise<void> {
  const duck = await openDuck({ threads: 2, memory: '2GB', overflow: join(folder, 'overflow') });
  for (const table of TABLES) {
    const columns = [...table.columns, ...(table.marked ? [{ name: 'terms_0', type: 'BIGINT' }] : [])];
    const created = columns.map(({ name, type }) => `${name} ${TYPES[type] ?? type}`);
    await client.query(`create unlogged table ${table.name} (month text, ${created.join(', ')})`);
    for (const file of snapshot.manifest.files.filter((one) => one.table === table.name)) {
      const csv = join(folder, 'rows.csv');
      const select = columns.map(({ name, type }) =>
        type.endsWith('[]') ? `'{' || array_to_string(${name}, ',') || '}'` : name,
      );
      await duck.run(
        `copy (select '${file.month}', ${select.join(', ')} from read_parquet('${monthFile(snapshot.folder, table.name, file.month)}')) to '${csv}' (format csv, header false)`,
      );
      await pipeline(createReadStream(csv), client.query(copyFrom(`copy ${table.name} from stdin (format csv)`)));
      rmSync(csv);
    }
    await client.query(`create index on ${table.name} (month)`);
  }
  duck.close();
  await client.query('vacuum analyze');
}

export type Peer = {
  readonly loading: number;
  /** Seconds of the statements one after another. */
  readonly run: (statements: readonly string[]) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Loads the snapshot's rows into a throw-away PostgreSQL, indexed by month; its `run` answers the report's statements from them. */
export async function openPeer(folder: string, snapshot: Snapshot): Promise<Peer> {
  const database = await openInstalledDatabase(
    {
      dataFolder: join(folder, 'pg'),
      databaseUrl: null,
      talentIndex: 'memory',
      smtpUrl: null,
      mailFrom: '',
      publicUrl: null,
    },
    silent,
  );
  const pool = openPool(database.url, 2);
  const client = await pool.connect();
  const close = async () => {
    client.release();
    await pool.end();
    await database.close();
  };
  try {
    await client.query("set work_mem = '256MB'");
    const began = performance.now();
    await load(client, folder, snapshot);
    const loading = (performance.now() - began) / 1_000;
    const run = async (statements: readonly string[]) => {
      const asked = performance.now();
      for (const sql of statements) await client.query(translated(sql, snapshot));
      return (performance.now() - asked) / 1_000;
    };
    return { loading, run, close };
  } catch (error) {
    await close();
    throw error;
  }
}
