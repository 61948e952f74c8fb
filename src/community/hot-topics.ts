import type { Context, Text } from '../platform/index.ts';
import { openCircleIds } from './circle-store.ts';
import type { Reader } from './model.ts';
import { SMALLEST_GROUP } from './policy.ts';
import { countTopics, type TopicCount, topicNames } from './topic-store.ts';

const PERIOD_DAYS = 30;
const COUNTED = 50;
const SHOWN = 8;
const DAY_MS = 86_400_000;

/** The topics that at least five people took part in, in the given order. */
export function publicTopics(counts: readonly TopicCount[], most: number): TopicCount[] {
  return counts.filter((row) => row.people >= SMALLEST_GROUP).slice(0, most);
}

/**
 * What the circles that the reader may read talked about in the last thirty days: for each topic the number of posts
 * and of the different people who wrote or commented, most people first.
 */
export async function hotTopics(
  context: Context,
  reader: Reader,
): Promise<{ items: TopicCount[]; names: Readonly<Record<string, Text>>; from: string; to: string }> {
  const to = context.clock.now();
  const from = new Date(to.getTime() - PERIOD_DAYS * DAY_MS);
  const circleIds = [...new Set([...(await openCircleIds(context.db)), ...reader.circleIds])];
  const [counts, names] = await Promise.all([
    countTopics(context.db, circleIds, { from, to }, COUNTED),
    topicNames(context.db),
  ]);
  return { items: publicTopics(counts, SHOWN), names, from: from.toISOString(), to: to.toISOString() };
}
