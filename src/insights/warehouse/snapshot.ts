import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../platform/index.ts';
import { monthSchema } from '../model.ts';
import { TABLES, type TableName } from './tables.ts';

const tableName = z.enum(['postings', 'applications', 'people', 'moves', 'posts', 'speakers']);

export const manifestSchema = z.object({
  /** The layout; a warehouse of another one is made again. */
  version: z.literal(4),
  /** When it was made, by the network's clock. */
  at: z.iso.datetime(),
  /** Events up to here are in it. */
  position: z.object({ transactionId: z.string(), id: z.number() }),
  /** The month that was running. */
  month: monthSchema,
  /** The watched terms, in the order of their bits. */
  terms: z.array(z.object({ kind: z.enum(['skill', 'keyword']), value: z.string() })),
  /** Of all files: the same rows give the same hash. */
  hash: z.string(),
  files: z.array(z.object({ table: tableName, month: z.string(), rows: z.number(), hash: z.string() })),
});
export type Manifest = z.output<typeof manifestSchema>;
export type WarehouseFile = Manifest['files'][number];

export const warehouseFolder = (dataFolder: string) => join(dataFolder, 'warehouse');
const CURRENT = 'current';
const SNAPSHOTS = 'snapshots';
const MANIFEST = 'manifest.json';

/** The Parquet file of a month, in the layout that query engines know as Hive partitions. */
export function monthFile(snapshot: string, table: TableName, month: string): string {
  return join(snapshot, table, `month=${month}`, 'rows.parquet');
}

/** The hash of a snapshot, from those of its files; independent of how Parquet was written. */
export function snapshotHash(files: readonly WarehouseFile[]): string {
  const lines = files.map(({ table, month, rows, hash }) => `${table} ${month} ${rows} ${hash}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** The snapshot that is current, with its manifest; null where there is none that this program can read. */
export async function currentSnapshot(dataFolder: string): Promise<{ folder: string; manifest: Manifest } | null> {
  const link = join(warehouseFolder(dataFolder), CURRENT);
  const target = await readlink(link).catch(() => null);
  if (target === null) return null;
  const folder = join(warehouseFolder(dataFolder), target);
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return null;
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? { folder, manifest: parsed.data } : null;
}

/** An empty folder for the next snapshot; only the operator's account may read it. */
export async function newSnapshotFolder(dataFolder: string): Promise<string> {
  const folder = join(warehouseFolder(dataFolder), SNAPSHOTS, newId());
  for (const table of TABLES) await mkdir(join(folder, table.name), { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Makes the snapshot current: its manifest is written, and then one rename swaps the link, so that a reader sees the old
 * one or the new one. The one before stays for those who still read it; older ones are removed.
 */
export async function publishSnapshot(dataFolder: string, folder: string, manifest: Manifest): Promise<void> {
  const before = await currentSnapshot(dataFolder);
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  const root = warehouseFolder(dataFolder);
  const link = join(root, `${CURRENT}.${newId()}`);
  await symlink(join(SNAPSHOTS, basename(folder)), link);
  await rename(link, join(root, CURRENT));
  const keep = new Set([basename(folder), ...(before ? [basename(before.folder)] : [])]);
  for (const name of await readdir(join(root, SNAPSHOTS))) {
    if (!keep.has(name)) await rm(join(root, SNAPSHOTS, name), { recursive: true, force: true });
  }
}
