import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Schema } from './database/schema.ts';

/** A setting of the network, proved by its schema; null where it was never written. */
export async function readSetting<T extends z.ZodType>(
  db: Kysely<Schema>,
  key: string,
  schema: T,
): Promise<z.output<T> | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row ? schema.parse(row.value) : null;
}

export async function writeSetting(db: Kysely<Schema>, key: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto('setting')
    .values({ key, value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
    .execute();
}
