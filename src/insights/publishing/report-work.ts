import type { Context } from '../../platform/index.ts';
import { runSchedules } from './run-schedules.ts';
import { tellFollowers } from './tell-followers.ts';

const LOOK_EVERY_MS = 60_000;

export type ReportWork = {
  /** Looks now, besides every minute. */
  wake(): void;
  stop(): Promise<void>;
};

/** Makes the monthly reports whose month is over and tells followers, as long as it runs. All that it has done is in the database. */
export function startReportWork(context: Context, smtpUrl: string | null): ReportWork {
  let running: Promise<unknown> = Promise.resolve();
  let waiting = false;
  let stopped = false;
  async function work(): Promise<void> {
    waiting = false;
    if (stopped) return;
    await runSchedules(context, () => stopped);
    if (!stopped) await tellFollowers(context, smtpUrl);
  }
  const wake = () => {
    // Whoever waits already will see what this call is about.
    if (waiting || stopped) return;
    waiting = true;
    running = running
      .then(work)
      .catch((error: unknown) => context.log.warn('reports cannot be worked on now', { error: String(error) }));
  };
  const timer = setInterval(wake, LOOK_EVERY_MS);
  timer.unref();
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
