import { once } from 'node:events';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { buildSchemaAsOf } from '../database/migrate.ts';
import { openPool } from '../database/open.ts';
import type { Schema } from '../database/schema.ts';
import { fail } from '../errors.ts';
import type { Manifest } from './manifest.ts';
import { readArchive, verifyBackup } from './read-backup.ts';

export type RestoreOptions = {
  /** Replaces a network that has people; otherwise one is refused. */
  readonly replace?: boolean;
  readonly onProgress?: (done: number, total: number, table: string) => void;
};

/** Kysely over the one connection, so that migrations and COPY are in the same transaction. */
function onConnection(client: pg.PoolClient): Kysely<Schema> {
  const lent: PostgresPoolClient = { query: client.query.bind(client), release: () => undefined };
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: { connect: async () => lent, end: async () => undefined } }),
  });
}

async function hasPeople(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('member') is not null as there");
  if (!rows[0]?.there) return false;
  const { rowCount } = await client.query('select 1 from member limit 1');
  return (rowCount ?? 0) > 0;
}

/** Takes pieces of tables in the archive's order and streams each table in by COPY. */
function loader(client: pg.ClientBase, manifest: Manifest, progress: RestoreOptions['onProgress']) {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  let open: { name: string; stream: ReturnType<typeof copyFrom> } | null = null;
  let done = 0;
  async function close(): Promise<void> {
    if (!open) return;
    const { name, stream } = open;
    open = null;
    const finished = once(stream, 'finish');
    stream.end();
    await finished;
    const expected = tables.get(name)?.rows;
    if (stream.rowCount !== expected)
      throw new Error(`${name}: ${stream.rowCount} rows came in, ${expected} were saved`);
    done += 1;
  }
  return {
    async take(name: string, bytes: Buffer): Promise<void> {
      if (open?.name !== name) {
        await close();
        progress?.(done, tables.size, name);
        const columns = tables.get(name)?.columns.map((column) => `"${column}"`) ?? [];
        open = { name, stream: client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`)) };
      }
      if (!open.stream.write(bytes)) await once(open.stream, 'drain');
    },
    close,
  };
}

/**
 * Puts a backup's network in the place of this database's: the file is read and checked whole first, then everything
 * happens in one transaction, so that a restore that fails leaves what was there. A backup of an earlier version is
 * loaded into the schema of its time; the next start migrates it. No server may be running on the database.
 */
export async function restoreBackup(
  connectionString: string,
  file: string,
  options: RestoreOptions = {},
): Promise<Manifest> {
  const manifest = await verifyBackup(file);
  const pool = openPool(connectionString, 1);
  const client = await pool.connect();
  try {
    if (!options.replace && (await hasPeople(client))) {
      throw fail('conflict', 'network-has-people', {
        zh: '这个网络里已经有人：确定要用备份取代它，请加 --replace',
        en: 'This network has people: to put the backup in their place, add --replace',
      });
    }
    await client.query('begin');
    await client.query('drop schema public cascade; create schema public');
    const unknown = await buildSchemaAsOf(onConnection(client), manifest.migrations);
    if (unknown !== null) {
      throw fail('invalid', 'backup-too-new', {
        zh: `备份来自更新的版本（${unknown}）：请先升级程序`,
        en: `The backup is of a later version (${unknown}): upgrade the program first`,
      });
    }
    await client.query(`truncate ${manifest.tables.map((table) => table.name).join(', ')}`);
    const into = loader(client, manifest, options.onProgress);
    await readArchive(file, into.take);
    await into.close();
    await client.query('commit');
    await client.query('analyze');
    return manifest;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release(true);
    await pool.end();
  }
}
