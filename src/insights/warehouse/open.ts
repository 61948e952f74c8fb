import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { type Duck, literal, openDuck } from './duck.ts';
import type { Snapshot } from './refresh.ts';
import { monthFile } from './snapshot.ts';
import { TABLES } from './tables.ts';
import { markColumns, termColumns } from './terms.ts';

/** A snapshot that can be asked. */
export type Warehouse = Pick<Duck, 'rows' | 'run'> & { readonly snapshot: Snapshot; close(): void };

/** Statements that are answered at a time: while one reads its files, another counts, and a third is made into a figure. */
const AT_A_TIME = 3;

/**
 * Opens a snapshot: each table is a view over its files, with `month` as a column that prunes them, and each watched term as a
 * column of truth values, `"skill:aigc"`.
 */
export async function openSnapshot(snapshot: Snapshot): Promise<Warehouse> {
  const duck = await openDuck({
    threads: Math.min(4, availableParallelism()),
    memory: '1200MB',
    connections: AT_A_TIME,
  });
  try {
    for (const table of TABLES) {
      const files = snapshot.manifest.files.filter((file) => file.table === table.name);
      const paths = files.map((file) => literal(monthFile(snapshot.folder, table.name, file.month)));
      const marks = table.marked
        ? Array.from({ length: markColumns(snapshot.manifest.terms.length) }, (_, n) => `terms_${n} BIGINT`)
        : [];
      const columns = ['month VARCHAR', ...table.columns.map(({ name, type }) => `${name} ${type}`), ...marks];
      const empty = `${table.name}_rows`;
      if (paths.length === 0) await duck.run(`create table ${empty} (${columns.join(', ')})`);
      const from =
        paths.length > 0
          ? `read_parquet([${paths.join(', ')}], hive_partitioning = true, hive_types = {'month': VARCHAR})`
          : empty;
      const select = ['*', ...(table.marked ? termColumns(snapshot.manifest.terms) : [])];
      await duck.run(`create view ${table.name} as select ${select.join(', ')} from ${from}`);
    }
  } catch (error) {
    duck.close();
    throw error;
  }
  return { rows: duck.rows, run: duck.run, snapshot, close: duck.close };
}

export const countRow = z.object({ n: z.number() });
