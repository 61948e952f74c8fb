import pg from 'pg';
import { fail } from '../errors.ts';

const LOCK = 7_363_661;
const OLDEST = 150_000;

export type ServerLock = { release(): Promise<void> };

/**
 * Claims the database for one server: an advisory lock that ends with this process, however it ends. Null where
 * another server holds it. When the database restarts, the lock is claimed anew.
 */
export async function claimServer(connectionString: string): Promise<ServerLock | null> {
  let released = false;
  let client: pg.Client | null = null;
  async function claim(): Promise<boolean> {
    const fresh = new pg.Client({ connectionString, application_name: 'renmai server' });
    fresh.on('error', () => {
      client = null;
      if (!released) retry();
    });
    await fresh.connect();
    const { rows } = await fresh.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
    if (rows[0]?.got !== true) {
      await fresh.end();
      return false;
    }
    client = fresh;
    return true;
  }
  function retry(): void {
    setTimeout(() => {
      if (!released) claim().catch(retry);
    }, 500).unref();
  }
  if (!(await claim())) return null;
  return {
    async release() {
      released = true;
      await client?.end().catch(() => undefined);
    },
  };
}

/** Refuses a server that is older than the SQL here can speak to. */
export async function requireVersion(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw fail('unavailable', 'database-unreachable', {
      zh: `连不上 DATABASE_URL 所指的数据库：${error instanceof Error ? error.message : String(error)}`,
      en: `The database that DATABASE_URL names cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
  try {
    const { rows } = await client.query<{ version: number; shown: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_version') as shown",
    );
    const [{ version, shown } = { version: 0, shown: '?' }] = rows;
    if (version < OLDEST) {
      throw fail('invalid', 'database-too-old', {
        zh: `数据库是 PostgreSQL ${shown}，太旧了：需要 15 或更新的版本`,
        en: `The database is PostgreSQL ${shown}, which is too old: 15 or newer is needed`,
      });
    }
  } finally {
    await client.end();
  }
}
