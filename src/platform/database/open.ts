import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

const INT8 = 20;
const DATE = 1082;
const DATE_ARRAY = 1182;

// Counts fit in a double, and a calendar date has no time zone: both read as they are written.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === DATE) return (value: string) => value;
    if (oid === DATE_ARRAY) return (value: string) => value.slice(1, -1).split(',');
    return pg.types.getTypeParser(oid, format);
  },
};

/** Opens a pool. Connections that the server drops are replaced by the next query. */
export function openPool(connectionString: string, max = 12): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, types, options: '-c timezone=UTC', application_name: 'renmai' });
  // An idle connection's death is no event of ours: the query that needs one opens it anew.
  pool.on('error', () => undefined);
  // A server that dies says so to connections that are in use, too. Their queries fail by themselves.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
