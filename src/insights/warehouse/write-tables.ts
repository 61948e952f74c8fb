import { link, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Duck, literal } from './duck.ts';
import { monthFile, type WarehouseFile } from './snapshot.ts';
import { type TableName, tableOf } from './tables.ts';

const monthContent = z.object({ month: z.string(), rows: z.number(), hash: z.string() });

/**
 * Writes a file for each month of a query's result. A month's hash is the exclusive or of its rows' MD5s: it depends on
 * the rows alone, not on their order or on how Parquet was written.
 */
async function writeMonths(duck: Duck, name: TableName, from: string, folder: string): Promise<WarehouseFile[]> {
  // Marks follow from the rows and from which terms are watched: they do not make other rows.
  const content = tableOf(name).marked
    ? `select * exclude (month), month from (select columns(c -> c not like 'terms_%') from (${from}))`
    : from;
  const months = await duck.rows(
    monthContent,
    `select month, count(*)::integer as rows, bit_xor(md5_number(to_json(t)::varchar))::varchar as hash
     from (${content}) t group by month order by month`,
  );
  for (const { month } of months) {
    const file = monthFile(folder, name, month);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await duck.run(
      `copy (select * exclude (month) from (${from}) where month = ${literal(month)} order by ${tableOf(name).key.join(', ')})
       to ${literal(file)} (format parquet, compression zstd)`,
    );
  }
  return months.map((content) => ({ table: name, ...content }));
}

/** Writes all months of a staged table. */
export async function writeWhole(duck: Duck, name: TableName, folder: string): Promise<WarehouseFile[]> {
  return writeMonths(duck, name, `select * from staged_${name}`, folder);
}

const monthRow = z.object({ month: z.string() });

/** Takes over a month's file as it is: both snapshots hold the same one. */
export async function takeOver(file: WarehouseFile, oldFolder: string, folder: string): Promise<WarehouseFile> {
  const to = monthFile(folder, file.table, file.month);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await link(monthFile(oldFolder, file.table, file.month), to);
  return file;
}

/**
 * Writes a table again where rows changed: those of the old snapshot that `isOld` (an SQL condition on them) leaves, and
 * the staged ones. Months in which no such row was or is are taken over.
 */
export async function writeChanged(
  duck: Duck,
  name: TableName,
  gone: string,
  old: { readonly folder: string; readonly files: readonly WarehouseFile[] },
  folder: string,
): Promise<WarehouseFile[]> {
  const before = old.files.filter((file) => file.table === name);
  const paths = before.map((file) => literal(monthFile(old.folder, name, file.month)));
  const columns = ['month', ...tableOf(name).columns.map((column) => column.name)];
  const marks = tableOf(name).marked ? ", columns('^terms_')" : '';
  const select = `select ${columns.join(', ')}${marks}`;
  const read = `${select} from read_parquet([${paths.join(', ')}], hive_partitioning = true, hive_types = {'month': VARCHAR})`;
  const staged = `${select} from staged_${name}`;
  const changed = await duck.rows(
    monthRow,
    `select distinct month from (${paths.length > 0 ? `select month from (${read}) where ${gone} union ` : ''}select month from staged_${name})`,
  );
  const months = new Set(changed.map((row) => row.month));
  const files: WarehouseFile[] = [];
  for (const file of before) if (!months.has(file.month)) files.push(await takeOver(file, old.folder, folder));
  const union = paths.length > 0 ? `${read} where not (${gone}) union all ${staged}` : staged;
  const some = [...months].map(literal).join(', ');
  if (months.size > 0)
    files.push(...(await writeMonths(duck, name, `select * from (${union}) where month in (${some})`, folder)));
  return files;
}
