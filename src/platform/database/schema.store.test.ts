import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';

const context = await createTestContext();

test('every table names its distribution key, and its keys contain it', async () => {
  const { rows } = await sql<{ name: string; comment: string | null; keys: string[] | null }>`
    select c.relname as name, obj_description(c.oid) as comment,
      (select array_agg(a.attname::text) from pg_index i
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary) as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' and c.relname not like 'kysely%'
  `.execute(context.db);
  expect(rows.length).toBeGreaterThan(35);
  for (const { name, comment, keys } of rows) {
    const key = /^distribution: (\w+)/.exec(comment ?? '')?.[1];
    expect(key, name).toBeDefined();
    if (key !== 'reference') expect(keys, name).toContain(key);
  }
});

test('the row types are those of the database', async () => {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%' group by 1
  `.execute(context.db);
  const folder = join(import.meta.dirname, 'schema');
  const source = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  for (const { table, columns } of rows) {
    const name = table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
    const body = new RegExp(`export type ${name}Table = \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
    expect(
      body.match(/^ {2}(\w+):/gm)?.map((line) => line.trim().slice(0, -1)),
      table,
    ).toEqual(columns);
  }
});
