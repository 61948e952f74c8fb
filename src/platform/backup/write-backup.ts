import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { BACKUP_FORMAT, LEFT_OUT, MANIFEST, type Manifest } from './manifest.ts';

const PIECE = 4 << 20;

export type BackupOptions = {
  /** Stops at the next piece; the unfinished file is removed. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, table: string) => void;
};

type Table = { readonly name: string; readonly columns: readonly string[] };

/** The tables in an order in which each comes after those that it references; otherwise as given. */
export function parentsFirst<T extends { readonly name: string }>(
  tables: readonly T[],
  references: readonly { readonly child: string; readonly parent: string }[],
): T[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<T>();
  const visit = (table: T, above: readonly string[]): void => {
    if (ordered.has(table) || above.includes(table.name)) return;
    for (const { child, parent } of references) {
      const found = child === table.name ? byName.get(parent) : undefined;
      if (found) visit(found, [...above, table.name]);
    }
    ordered.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...ordered];
}

async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const references = await client.query<{ child: string; parent: string }>(`
    select c.relname as child, p.relname as parent
    from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_class p on p.oid = r.confrelid
    where r.contype = 'f' and c.relnamespace = current_schema()::regnamespace and c.oid <> p.oid`);
  return parentsFirst(
    rows.filter((row) => !LEFT_OUT.has(row.name)),
    references.rows,
  );
}

function entry(archive: Pack, name: string, bytes: Buffer, at: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, size: bytes.length, mtime: at, mode: 0o600 }, bytes, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

async function writeTable(client: pg.ClientBase, archive: Pack, table: Table, at: Date, signal?: AbortSignal) {
  const hash = createHash('sha256');
  let [bytes, piece, held]: [number, number, Buffer[]] = [0, 0, []];
  const flush = async () => {
    piece += 1;
    await entry(archive, `tables/${table.name}/${String(piece).padStart(6, '0')}.copy`, Buffer.concat(held), at);
    held = [];
  };
  const stream = client.query(
    copyTo(`copy ${table.name} (${table.columns.map((column) => `"${column}"`).join(', ')}) to stdout`),
  );
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    hash.update(chunk);
    bytes += chunk.length;
    size += chunk.length;
    held.push(chunk);
    if (size >= PIECE) {
      await flush();
      size = 0;
    }
  }
  if (held.length > 0) await flush();
  return { ...table, columns: [...table.columns], rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}

async function writeAll(client: pg.ClientBase, archive: Pack, context: Context, options: BackupOptions) {
  const at = new Date(context.clock.now());
  // One snapshot for all tables, while the server goes on working.
  await client.query('begin isolation level repeatable read, read only');
  try {
    const tables = await tablesOf(client);
    const done: Manifest['tables'] = [];
    for (const table of tables) {
      options.onProgress?.(done.length, tables.length, table.name);
      done.push(await writeTable(client, archive, table, at, options.signal));
    }
    const migrations = await client.query<{ name: string }>('select name from kysely_migration order by name');
    const version = await client.query<{ server_version: string }>('show server_version');
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      program: 'renmai',
      at: at.toISOString(),
      database: version.rows[0]?.server_version ?? '',
      migrations: migrations.rows.map((row) => row.name),
      tables: done,
    };
    await entry(archive, MANIFEST, Buffer.from(JSON.stringify(manifest, null, 2)), at);
    archive.finalize();
    return manifest;
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

async function keep(part: string, file: string): Promise<void> {
  const handle = await open(part, 'r+');
  await handle.sync();
  await handle.close();
  await rename(part, file);
}

/**
 * Writes the whole network, as it is at one moment, to a `.tar.gz` that only its owner may read: every table, and a
 * manifest with row counts and hashes. The server may go on. The file appears under its name when it is whole.
 */
export async function writeBackup(context: Context, file: string, options: BackupOptions = {}): Promise<Manifest> {
  const part = `${file}.part`;
  const output = createWriteStream(part, { mode: 0o600 });
  try {
    await new Promise((resolve, reject) => output.once('open', resolve).once('error', reject));
  } catch (error) {
    throw fail('invalid', 'backup-not-writable', {
      zh: `无法写入 ${file}：${String(error)}`,
      en: `${file} cannot be written: ${String(error)}`,
    });
  }
  const client = await context.pool.connect();
  let [archive, failed] = [pack(), false];
  try {
    const written = pipeline(archive, createGzip({ level: 6 }), output);
    const [manifest] = await Promise.all([
      writeAll(client, archive, context, options).catch((error: unknown) => {
        archive.destroy(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }),
      written,
    ]);
    await keep(part, file);
    return manifest;
  } catch (error) {
    failed = true;
    await rm(part, { force: true });
    throw error;
  } finally {
    // A COPY that was stopped half-way leaves the connection unusable.
    client.release(failed);
  }
}
