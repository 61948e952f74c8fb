import type { Log } from '../context.ts';
import type { Cluster } from './cluster.ts';

const LOOK_MS = 500;

/** Starts the database again whenever it is gone, until told to stop. The pool's next query finds the new one. */
export function supervise(cluster: Cluster, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let restarting: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (stopped || busy || cluster.pid() !== null) return;
    busy = true;
    log.warn('the database is gone; starting it again');
    restarting = cluster
      .start()
      .catch((error: unknown) => log.error('the database does not start', { error: String(error) }))
      .finally(() => {
        busy = false;
      });
  }, LOOK_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await restarting;
    },
  };
}
