import { type Config, type Context, openContext, openInstalledDatabase, readConfig } from '../platform/index.ts';
import { terminalLog } from './terminal.ts';

/** Runs a command on the installation's database, whether the server runs or not, and lets go of it in the end. */
export async function withContext<T>(use: (context: Context, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await openInstalledDatabase(config, terminalLog);
  try {
    const context = await openContext({
      connectionString: database.url,
      dataFolder: config.dataFolder,
      log: terminalLog,
      poolSize: 4,
    });
    try {
      return await use(context, config);
    } finally {
      await context.close();
    }
  } finally {
    await database.close();
  }
}
