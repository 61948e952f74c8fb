import type { Context, FileReply } from '../platform/index.ts';
import { PERSONAL_TABLES } from './personal-data.ts';
import { personalRows } from './personal-data-store.ts';

/**
 * Everything that the network holds about a member, as JSON: one list of rows for each table, under the table's name,
 * with the column that names the person where it is not the obvious one. Read in one snapshot.
 */
export async function exportMyData(context: Context, memberId: string): Promise<FileReply> {
  const at = context.clock.now().toISOString();
  const tables = await context.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const read: Record<string, unknown> = {};
      for (const of of PERSONAL_TABLES) {
        const name = of.table in read ? `${of.table} (${of.column})` : of.table;
        read[name] = await personalRows(trx, of, memberId);
      }
      return read;
    });
  return {
    name: `renmai-${at.slice(0, 10)}.json`,
    mediaType: 'application/json; charset=utf-8',
    bytes: Buffer.from(JSON.stringify({ member: memberId, at, tables }, null, 2)),
  };
}
