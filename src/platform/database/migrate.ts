import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Migration, type MigrationProvider, Migrator, sql } from 'kysely';
import { fail } from '../errors.ts';
import type { Database } from './open.ts';

const folder = join(import.meta.dirname, 'migrations');

const provider: MigrationProvider = {
  async getMigrations() {
    const migrations: Record<string, Migration> = {};
    for (const file of (await readdir(folder)).filter((name) => /^\d{4}_.*\.ts$/.test(name)).sort()) {
      migrations[file.slice(0, -3)] = (await import(join(folder, file))) as Migration;
    }
    return migrations;
  },
};

/**
 * Brings the database to the newest schema, each migration once, all in one transaction.
 * Returns the names of those that ran. Throws the first error, with nothing half-applied; fails where the database has been
 * through migrations that this program does not know.
 */
export async function migrate(db: Database): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw fail('conflict', 'unknown-schema', {
      zh: `数据库的结构来自另一个版本的人脉（${error.message}）：请用那个版本启动，或升级本程序`,
      en: `The database has the schema of another version of Renmai (${error.message}): start that version, or upgrade this program`,
    });
  }
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/**
 * Builds the schema as it stood after the named migrations, in the transaction that `db` is in, on an empty schema:
 * for data that was written at that time. Returns the first name that this program does not know, and then builds nothing.
 */
export async function buildSchemaAsOf(db: Database, names: readonly string[]): Promise<string | null> {
  const migrations = await provider.getMigrations();
  const unknown = names.find((name) => migrations[name] === undefined);
  if (unknown !== undefined) return unknown;
  // Kysely's own tables, as its Migrator makes them: it goes on from here.
  await sql`
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer not null default 0);
    insert into kysely_migration_lock (id) values ('migration_lock');
  `.execute(db);
  for (const name of [...names].sort()) {
    await migrations[name]?.up(db);
    await sql`insert into kysely_migration values (${name}, ${new Date().toISOString()})`.execute(db);
  }
  return null;
}
