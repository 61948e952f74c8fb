import { z } from 'zod';
import { offsetClock, systemClock } from './clock.ts';
import type { Context, Log } from './context.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase, openPool } from './database/open.ts';
import { readSetting } from './settings.ts';

const networkClock = z.object({ clockStart: z.iso.datetime().optional(), madeAt: z.iso.datetime().optional() });

export type ContextOptions = {
  readonly connectionString: string;
  readonly dataFolder: string;
  readonly log: Log;
  readonly poolSize?: number;
};

/** Opens the database, brings it to the newest schema and sets the network's clock (a made-up network has its own). */
export async function openContext(options: ContextOptions): Promise<Context & { close(): Promise<void> }> {
  const pool = openPool(options.connectionString, options.poolSize);
  const db = openDatabase(pool);
  const network = await migrate(db)
    .then(() => readSetting(db, 'network', networkClock))
    .catch(async (error: unknown) => {
      await db.destroy();
      throw error;
    });
  const clock =
    network?.clockStart && network.madeAt
      ? offsetClock(new Date(network.clockStart), new Date(network.madeAt))
      : systemClock;
  return { db, pool, clock, log: options.log, dataFolder: options.dataFolder, close: () => db.destroy() };
}
