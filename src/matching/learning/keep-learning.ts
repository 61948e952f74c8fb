import type { Context } from '../../platform/index.ts';
import type { TalentSearch } from '../talent-search.ts';
import { learnWeights } from './learn-weights.ts';

const EVERY = 24 * 3_600_000;

/** Learns the weights once a day while the server runs. `stop` waits for what is under way. */
export function keepLearning(context: Context, index: TalentSearch): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const learn = () =>
    learnWeights(context, index, { dryRun: false }).then(
      ({ verdict, version }) => context.log.info('the weights were looked at', { verdict, version }),
      (error: unknown) => context.log.warn('the weights could not be learned', { error: String(error) }),
    );
  const timer = setInterval(() => {
    running = running.then(learn);
  }, EVERY).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
