import type { Table, TableRow } from './model.ts';

async function* parquetRows(file: string): AsyncGenerator<TableRow, void, undefined> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const counted = await connection.runAndReadAll('select count(*)::integer from read_parquet($1)', [file]);
    const total = Number(counted.getRows()[0]?.[0] ?? 0);
    const result = await connection.stream('select columns(*)::varchar from read_parquet($1)', [file]);
    let line = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      for (const row of chunk.getRows()) {
        line++;
        yield { line, cells: row.map((value) => (value === null ? '' : String(value))), done: line / total };
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function parquetColumns(file: string): Promise<readonly string[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const described = await connection.runAndReadAll('select * from read_parquet($1) limit 0', [file]);
    return described.columnNames();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A Parquet file, in any compression that DuckDB reads; every column as text. Streams by chunks of 2,048 rows. */
export async function readParquet(file: string): Promise<Table> {
  return { columns: await parquetColumns(file), rows: parquetRows(file) };
}
