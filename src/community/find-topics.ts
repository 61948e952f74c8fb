import { normaliseWord } from '../language/index.ts';

/** A post has at most this many topics. */
export const MOST_TOPICS = 5;
const LONGEST_TOPIC = 40;
// #话题# as on Chinese networks, or #topic up to the next blank or mark; C# and F# are languages.
const TAG = /(?<![\p{L}\p{N}#])#(?:([^#\s]{1,60})#|([\p{L}\p{N}][\p{L}\p{N}_+-]*))/gu;

/** A topic as it is kept; null where it is too long. */
function topicOf(written: string): string | null {
  const topic = written.normalize('NFKC').trim();
  return topic !== '' && topic.length <= LONGEST_TOPIC ? topic : null;
}

/**
 * The topics that a text names, in the order they are named: `#话题#` or `#topic`. The same topic in other letters (case,
 * width, Traditional characters) counts once. A number alone (`#1`) is no topic.
 */
export function findTopics(text: string): string[] {
  const found = new Map<string, string>();
  for (const [, between, word] of text.matchAll(TAG)) {
    const topic = topicOf(between ?? word ?? '');
    if (topic === null || /^\d+$/.test(topic)) continue;
    const key = normaliseWord(topic);
    if (!found.has(key)) found.set(key, topic);
  }
  return [...found.values()].slice(0, MOST_TOPICS);
}

/** Each topic in the spelling that the network uses already, where there is one. */
export function inKnownSpelling(topics: readonly string[], known: readonly string[]): string[] {
  const spelling = new Map(known.map((topic) => [normaliseWord(topic), topic]));
  return topics.map((topic) => spelling.get(normaliseWord(topic)) ?? topic);
}
