import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContext, openInstalledDatabase } from '../src/platform/index.ts';
import { DEFAULT_SIZE, makeDemoWorld } from '../world/index.ts';
import { makeWorld } from '../world/make-world.ts';

const silent = { info: () => undefined, warn: () => undefined, error: console.error };
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

/**
 * Makes a world of `members` people in a throw-away database. Peer: the same rows made and thrown away, so that the
 * ratio says what writing them costs. Prints seconds, rows a second and the largest memory held.
 */
export async function benchWorld(members: number = DEFAULT_SIZE.members): Promise<void> {
  const size = { ...DEFAULT_SIZE, members };
  const began = performance.now();
  let rows = 0;
  for (const { tables } of makeWorld(size)) for (const table of tables) rows += table.rows.length;
  const making = (performance.now() - began) / 1_000;
  const folder = mkdtempSync(join(tmpdir(), 'renmai-bench-'));
  const database = await openInstalledDatabase(
    { dataFolder: folder, databaseUrl: null, talentIndex: 'memory', smtpUrl: null, mailFrom: null, publicUrl: null },
    silent,
  );
  const context = await openContext({ connectionString: database.url, dataFolder: folder, log: silent });
  try {
    const loaded = performance.now();
    await makeDemoWorld(context, size);
    const seconds = (performance.now() - loaded) / 1_000;
    process.stdout.write(
      `world: ${members} members, ${rows} rows in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s), ` +
        `${(seconds / making).toFixed(2)} x the time of making them only (${making.toFixed(1)} s), ${megabytes()} MB at most\n`,
    );
  } finally {
    await context.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await benchWorld(Number(process.argv[2] ?? DEFAULT_SIZE.members));
