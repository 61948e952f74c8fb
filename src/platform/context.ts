import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { Database } from './database/open.ts';

/** What the program may say about itself: one line and plain values, never personal data. */
export type Log = {
  info(message: string, detail?: Record<string, unknown>): void;
  warn(message: string, detail?: Record<string, unknown>): void;
  error(message: string, detail?: Record<string, unknown>): void;
};

/** What every use case gets: the database, the network's time and the log. */
export type Context = {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly log: Log;
  /** The folder for files that can be made again (warehouse, snapshots) and for secrets. */
  readonly dataFolder: string;
};
