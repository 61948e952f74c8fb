import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../platform/index.ts';
import type { Concepts } from '../concepts/concepts.ts';
import { basketOf, basketOfPosting, Togetherness } from '../concepts/learn-concepts.ts';
import { newestPostedConcepts } from '../store.ts';
import type { FollowingSearch, TalentSearch } from '../talent-search.ts';

const MINUTE = 60_000;
const SAVE_EVERY = 10 * MINUTE;
const LEARN_EVERY = 24 * 60 * MINUTE;
const SOON = 3_000;
/** What stands together among fewer people says more of them than of trades. */
const LEAST_PEOPLE = 200;
const MOST_PEOPLE = 100_000;
const MOST_POSTINGS = 50_000;
/** How many careers are counted before others get their turn. */
const TURN = 250;

/** Learns what stands near what from at most 100,000 careers and 50,000 postings; null in a network that is too small. */
export async function learnConcepts(context: Context, index: TalentSearch): Promise<Concepts | null> {
  if (index.size < LEAST_PEOPLE) return null;
  const together = new Togetherness();
  let n = 0;
  for await (const profile of index.profiles(MOST_PEOPLE)) {
    together.add(basketOf(profile));
    if (++n % TURN === 0) await nextTurn();
  }
  const postings = await newestPostedConcepts(context.db, MOST_POSTINGS);
  for (const [at, posting] of postings.entries()) {
    together.add(basketOfPosting(posting));
    if (at % TURN === 0) await nextTurn();
  }
  return together.learn();
}

/** Keeps the index's snapshot and its concepts fresh while the server runs. `stop` waits for what is under way and saves. */
export function keepFresh(context: Context, index: FollowingSearch): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const run = (work: () => Promise<void>, what: string) => {
    running = running
      .then(async () => {
        if (!stopped) await work();
      })
      .catch((error: unknown) => context.log.warn(`the talent index could not ${what}`, { error: String(error) }));
  };
  const learn = () =>
    run(async () => {
      const learned = await learnConcepts(context, index);
      if (stopped || !learned) return;
      index.concepts = learned;
      await index.recount();
      await index.save();
    }, 'learn');
  const soon = setTimeout(() => {
    if (index.concepts === null) learn();
  }, SOON).unref();
  const daily = setInterval(learn, LEARN_EVERY).unref();
  const often = setInterval(() => run(() => index.save(), 'be saved'), SAVE_EVERY).unref();
  return {
    async stop() {
      clearTimeout(soon);
      clearInterval(daily);
      clearInterval(often);
      stopped = true;
      await running;
      await index
        .save()
        .catch((error: unknown) => context.log.warn('the talent index was not saved', { error: String(error) }));
    },
  };
}
