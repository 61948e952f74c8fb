import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { type Context, currentPosition } from '../../platform/index.ts';
import { type Term, termKey } from '../fields/condition.ts';
import type { Month } from '../model.ts';
import { changesSince, touchedRows } from './changes.ts';
import { type Duck, literal, openDuck } from './duck.ts';
import { monthsKept } from './months.ts';
import type { Staging } from './sheet.ts';
import {
  currentSnapshot,
  type Manifest,
  newSnapshotFolder,
  publishSnapshot,
  snapshotHash,
  type WarehouseFile,
  warehouseFolder,
} from './snapshot.ts';
import { writeTouched } from './source-store.ts';
import { stagePeople } from './stage-people.ts';
import { stageApplications, stagePostings } from './stage-postings.ts';
import { stagePosts } from './stage-posts.ts';
import { TABLES } from './tables.ts';
import { writeChanged, writeWhole } from './write-tables.ts';

export type Snapshot = { readonly folder: string; readonly manifest: Manifest };

export type RefreshOptions = {
  /** What fields ask for: decided for each row as it is taken in. */
  readonly terms: readonly Term[];
  /** Makes everything anew. */
  readonly rebuild?: boolean;
  readonly signal?: AbortSignal;
};

const LOCK = 0x7e4a11;

/** Runs alone among all processes of this installation. */
async function alone<T>(context: Context, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await context.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await run(client);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

async function firstMonth(client: pg.ClientBase, now: Month): Promise<Month> {
  const { rows } = await client.query<{ first: string | null }>(
    "select to_char(min(created_at), 'YYYY-MM') as first from member",
  );
  return rows[0]?.first ?? now;
}

const sameTerms = (a: readonly Term[], b: readonly Term[]) =>
  a.length === b.length && a.every((term, n) => termKey(term) === termKey(b[n] ?? { kind: 'skill', value: '' }));

async function writeEverything(duck: Duck, folder: string): Promise<WarehouseFile[]> {
  const files: WarehouseFile[] = [];
  for (const table of TABLES) files.push(...(await writeWhole(duck, table.name, folder)));
  return files;
}

const ids = (set: ReadonlySet<string>) => `[${[...set].map(literal).join(', ')}]::UUID[]`;

async function makeSnapshot(
  context: Context,
  client: pg.PoolClient,
  options: RefreshOptions,
  old: Snapshot | null,
): Promise<Snapshot> {
  const month = context.clock.now().toISOString().slice(0, 7);
  const position = await currentPosition(context.db);
  const changes = old && (await changesSince(context, old.manifest.position));
  const whole =
    options.rebuild === true ||
    !old ||
    !changes ||
    changes.everything ||
    old.manifest.month !== month ||
    !sameTerms(old.manifest.terms, options.terms);
  if (old && !whole && !changes.any) return old;

  const folder = await newSnapshotFolder(context.dataFolder);
  const scratch = await mkdtemp(join(warehouseFolder(context.dataFolder), 'scratch-'));
  const duck = await openDuck({ file: join(scratch, 'stage.duckdb'), overflow: join(scratch, 'overflow') });
  try {
    await client.query('begin isolation level repeatable read');
    const touched = whole ? null : await touchedRows(context, changes);
    if (touched) await writeTouched(client, touched);
    const staging: Staging = {
      client,
      duck,
      folder: scratch,
      terms: options.terms,
      months: monthsKept(await firstMonth(client, month), month),
      some: touched !== null,
      signal: options.signal,
    };
    await stagePostings(staging);
    await stageApplications(staging);
    await stagePeople(staging);
    await stagePosts(staging);
    await client.query('rollback');
    let files: WarehouseFile[];
    if (touched && old) {
      const before = { folder: old.folder, files: old.manifest.files };
      const goneByTable = {
        postings: `company_id in (select unnest(${ids(touched.companies)}))`,
        applications: `posting_id in (select unnest(${ids(touched.postings)})) or person_id in (select unnest(${ids(touched.people)}))`,
        people: `person_id in (select unnest(${ids(touched.people)}))`,
        moves: `person_id in (select unnest(${ids(touched.people)}))`,
        posts: `id in (select unnest(${ids(touched.posts)}))`,
        speakers: `post_id in (select unnest(${ids(touched.posts)})) or person_id in (select unnest(${ids(touched.people)}))`,
      };
      files = [];
      for (const { name } of TABLES) files.push(...(await writeChanged(duck, name, goneByTable[name], before, folder)));
    } else files = await writeEverything(duck, folder);
    const manifest: Manifest = {
      version: 4,
      at: context.clock.now().toISOString(),
      position,
      month,
      terms: [...options.terms],
      hash: snapshotHash(files),
      files,
    };
    await publishSnapshot(context.dataFolder, folder, manifest);
    return { folder, manifest };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    duck.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * The newest snapshot of the warehouse: the current one where nothing that concerns it happened since, else a new
 * one that differs from it in what changed, made from one consistent view of the database and swapped in at once.
 */
export async function refreshWarehouse(context: Context, options: RefreshOptions): Promise<Snapshot> {
  const current = await currentSnapshot(context.dataFolder);
  if (current && !options.rebuild) {
    const month = context.clock.now().toISOString().slice(0, 7);
    const fresh = current.manifest.month === month && sameTerms(current.manifest.terms, options.terms);
    if (fresh && !(await changesSince(context, current.manifest.position)).any) return current;
  }
  return alone(context, async (client) =>
    makeSnapshot(context, client, options, await currentSnapshot(context.dataFolder)),
  );
}
