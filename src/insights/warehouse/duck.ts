import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';

export type Values = Readonly<Record<string, DuckDBValue>>;

/** A DuckDB of our own process. It installs and loads nothing: all it needs is built in. */
export type Duck = {
  run(sql: string, values?: Values): Promise<void>;
  /** The rows, each proved by the schema. Bounded by the statement: all are held in memory. */
  rows<T extends z.ZodType>(schema: T, sql: string, values?: Values): Promise<z.output<T>[]>;
  /** The rows in chunks of some thousands, for results of any size; cells as DuckDB gives them. */
  stream(sql: string): AsyncGenerator<readonly (readonly DuckDBValue[])[], void, undefined>;
  close(): void;
};

export type DuckOptions = {
  /** A database file, or memory. */
  readonly file?: string;
  readonly threads?: number;
  readonly memory?: string;
  /** Where what does not fit in memory goes. */
  readonly overflow?: string;
  /** How many statements for `rows` are answered at a time; one where nothing is said. Temporary tables need one. */
  readonly connections?: number;
};

/** Lends each connection to one borrower at a time; who asks while none is free waits for the next. */
function lender(connections: readonly DuckDBConnection[]) {
  const free = [...connections];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  return async <T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    const idle = free.pop();
    const connection = idle ?? (await new Promise<DuckDBConnection>((lent) => waiting.push(lent)));
    try {
      return await use(connection);
    } finally {
      const next = waiting.shift();
      if (next) next(connection);
      else free.push(connection);
    }
  };
}

export async function openDuck(options: DuckOptions = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(options.file ?? ':memory:', {
    ...(options.threads && { threads: String(options.threads) }),
    memory_limit: options.memory ?? '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.overflow && { temp_directory: options.overflow }),
  });
  const connection = await instance.connect();
  const more = Array.from({ length: (options.connections ?? 1) - 1 }, () => instance.connect());
  const connections = [connection, ...(await Promise.all(more))];
  const lend = lender(connections);
  return {
    async run(sql, values) {
      await connection.run(sql, values && { ...values });
    },
    async rows(schema, sql, values) {
      const reader = await lend((one) => one.runAndReadAll(sql, values && { ...values }));
      return reader.getRowObjectsJS().map((row) => schema.parse(row));
    },
    async *stream(sql) {
      const result = await connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) return;
        yield chunk.getRows();
      }
    },
    close() {
      for (const one of connections) one.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
