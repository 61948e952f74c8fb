import type { Config } from './config.ts';
import { prepareDataFolder } from './config.ts';
import type { Log } from './context.ts';
import { embeddedBinaries } from './postgres/binaries.ts';
import { type Cluster, openCluster } from './postgres/cluster.ts';
import { claimServer, requireVersion } from './postgres/server-lock.ts';

export type RunningDatabase = {
  readonly url: string;
  /** The embedded server; null where the operator brings their own. */
  readonly cluster: Cluster | null;
  /** Lets go of it. The embedded server is stopped where this call started it and no Renmai server uses it. */
  close(): Promise<void>;
};

/** The database of this installation, running: the embedded one, started where it does not run, or `DATABASE_URL`. */
export async function openInstalledDatabase(config: Config, _log: Log): Promise<RunningDatabase> {
  prepareDataFolder(config.dataFolder);
  if (config.databaseUrl) {
    await requireVersion(config.databaseUrl);
    return { url: config.databaseUrl, cluster: null, close: async () => undefined };
  }
  const cluster = openCluster({ binaries: await embeddedBinaries(), folder: config.dataFolder, durable: true });
  const startedHere = await cluster.start();
  const url = cluster.url();
  return {
    url,
    cluster,
    async close() {
      if (!startedHere) return;
      const claimed = await claimServer(url).catch(() => null);
      if (!claimed) return;
      await claimed.release();
      await cluster.stop();
    },
  };
}
