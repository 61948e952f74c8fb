import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Migration, type MigrationProvider, Migrator } from 'kysely';
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
 * Returns the names of those that ran. Throws the first error, with nothing half-applied.
 */
export async function migrate(db: Database): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
