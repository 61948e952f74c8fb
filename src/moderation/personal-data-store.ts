import { type Kysely, sql } from 'kysely';
import type { Schema } from '../platform/index.ts';
import type { PersonalTable } from './personal-data.ts';

/** One person's rows of one table are never more than this: past it the operator has to help. */
const MOST_ROWS = 100_000;

type Row = Readonly<Record<string, unknown>>;

/** The rows that name the person, without the columns that are not theirs to read. */
export async function personalRows(db: Kysely<Schema>, of: PersonalTable, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from ${sql.table(of.table)} where ${sql.ref(of.column)} = ${personId} limit ${MOST_ROWS}`.execute(db);
  const without = new Set(of.without ?? []);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !without.has(name))));
}
