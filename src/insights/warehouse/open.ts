import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { type Duck, literal, openDuck } from './duck.ts';
import type { Snapshot } from './refresh.ts';
import { monthFile } from './snapshot.ts';
import { TABLES } from './tables.ts';
import { markColumns } from './terms.ts';

/** A snapshot that can be asked. */
export type Warehouse = Pick<Duck, 'rows' | 'run'> & { readonly snapshot: Snapshot; close(): void };

/** Opens a snapshot: each table is a view over its files, with `month` as a column that prunes them. */
export async function openSnapshot(snapshot: Snapshot): Promise<Warehouse> {
  const duck = await openDuck({ threads: Math.min(4, availableParallelism()), memory: '1200MB' });
  try {
    for (const table of TABLES) {
      const files = snapshot.manifest.files.filter((file) => file.table === table.name);
      const paths = files.map((file) => literal(monthFile(snapshot.folder, table.name, file.month)));
      const marks = table.marked
        ? Array.from({ length: markColumns(snapshot.manifest.terms.length) }, (_, n) => `terms_${n} BIGINT`)
        : [];
      const columns = ['month VARCHAR', ...table.columns.map(({ name, type }) => `${name} ${type}`), ...marks];
      await duck.run(
        paths.length > 0
          ? `create view ${table.name} as select * from read_parquet([${paths.join(', ')}], hive_partitioning = true, hive_types = {'month': VARCHAR})`
          : `create table ${table.name} (${columns.join(', ')})`,
      );
    }
  } catch (error) {
    duck.close();
    throw error;
  }
  return { rows: duck.rows, run: duck.run, snapshot, close: duck.close };
}

export const countRow = z.object({ n: z.number() });
