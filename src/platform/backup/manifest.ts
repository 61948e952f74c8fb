import { z } from 'zod';

/** The format's version: a program refuses what was written by a later one. */
export const BACKUP_FORMAT = 1;
export const MANIFEST = 'manifest.json';

/**
 * What a backup holds: the last entry of the archive, so that one that was cut short has none. A table's rows are in
 * PostgreSQL's COPY text format, cut into entries `tables/NAME/000001.copy` at any byte; its hash is over all of them.
 */
export const manifestSchema = z.object({
  format: z.number().int(),
  program: z.string(),
  at: z.iso.datetime(),
  database: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z_]+$/)).min(1),
      rows: z.number().int().min(0),
      bytes: z.number().int().min(0),
      sha256: z.string().length(64),
    }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;

/** Made by migrations or by the program's own start: what has happened is in the tables, and followers start from now. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['kysely_migration', 'kysely_migration_lock', 'outbox']);
