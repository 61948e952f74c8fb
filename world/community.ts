import { findCity } from '../src/language/index.ts';
import { LAST_MONTH, WORLD_ENDS } from './careers.ts';
import { CIRCLE_CITIES, type MadeCircle } from './circles.ts';
import type { MadePerson } from './people.ts';
import { type Chance, chance, madeId } from './random.ts';
import { ASIDES, ASIDES_EN, HOT_TALK, TALK, type Talk } from './talk.ts';
import { HOT_TOPICS } from './truth/reference-report.ts';

export type Speaker = Pick<MadePerson, 'id' | 'english'> & { readonly joined: Date };
type Vote = { readonly memberId: string; readonly value: 1 | -1 };
export type MadeComment = {
  readonly id: string;
  readonly author: Speaker;
  /** The comment that it answers, one of those before it. */
  readonly replyTo: string | null;
  readonly body: string;
  readonly at: Date;
  readonly votes: readonly Vote[];
};
export type MadePost = {
  readonly id: string;
  readonly circle: MadeCircle;
  readonly author: Speaker;
  readonly title: string;
  readonly body: string;
  readonly english: boolean;
  readonly topics: readonly string[];
  readonly at: Date;
  readonly votes: readonly Vote[];
  readonly comments: readonly MadeComment[];
};

function filler(random: Chance, circle: MadeCircle, english: boolean): (text: string) => string {
  const city = findCity(random.pick(CIRCLE_CITIES));
  const values: Readonly<Record<string, string>> = {
    n: String(random.int(2, 9)),
    p: String(random.int(11, 68)),
    y: String(random.int(2, 9)),
    m: String(random.int(3, 15)),
    c: (english ? city?.en : city?.zh) ?? '',
    w: english ? circle.en : circle.zh.replace('校友', ''),
    t: random.pick(['MySQL', 'PostgreSQL', 'ClickHouse', 'Elasticsearch', 'Redis']),
  };
  return (text) => text.replaceAll(/\{(\w)\}/g, (_, key: string) => values[key] ?? '');
}

const isEnglish = (text: string) => !/\p{Script=Han}/u.test(text);

function dayIn(random: Chance, month: number): Date {
  const last = month === LAST_MONTH ? 30 : 28;
  return new Date(
    Date.UTC(
      Math.floor(month / 12),
      month % 12,
      random.int(1, last),
      random.int(0, 14),
      random.int(0, 59),
      random.int(0, 59),
    ),
  );
}

function votesOf(random: Chance, crowd: readonly Speaker[], most: number, author: Speaker): Vote[] {
  const count = Math.min(Math.floor(most * random.next() ** 2), Math.floor(crowd.length / 3));
  const voters = new Set<string>();
  for (let tries = 0; tries < count; tries++) voters.add(random.pick(crowd).id);
  voters.delete(author.id);
  return [...voters].map((memberId) => ({ memberId, value: random.bool(0.93) ? 1 : -1 }));
}

function commentsOn(
  random: Chance,
  talk: Talk,
  english: boolean,
  at: Date,
  crowd: readonly Speaker[],
  fill: (text: string) => string,
  lively: number,
): MadeComment[] {
  const asides = random.some(english ? ASIDES_EN : ASIDES, random.int(0, lively));
  const words = [...random.some(talk.replies, random.int(1, talk.replies.length)), ...asides];
  const threads: string[] = [];
  let said = at.getTime();
  return words.flatMap((body, n) => {
    said += random.int(240, 30_000) * 1_000;
    const when = new Date(said);
    if (when >= WORLD_ENDS) return [];
    const author = random.pick(crowd);
    const id = madeId(random, when);
    const answers = n >= words.length - asides.length && threads.length > 0 && random.bool(0.5);
    const replyTo = answers ? random.pick(threads) : null;
    if (!replyTo) threads.push(id);
    return [{ id, author, replyTo, body: fill(body), at: when, votes: votesOf(random, crowd, 9, author) }];
  });
}

/** What is talked about is dealt like cards, so that a circle does not repeat itself until it must. */
function decks(seed: number): (name: string, from: readonly Talk[]) => Talk {
  const left = new Map<string, Talk[]>();
  const shuffles = chance(seed, 'decks');
  return (name, from) => {
    let deck = left.get(name);
    if (!deck || deck.length === 0) {
      deck = shuffles.some(from, from.length);
      left.set(name, deck);
    }
    return deck.pop() ?? { title: '', body: '', replies: [] };
  };
}

/** The same subject does not come up again in a circle before. */
const REPEATED_AFTER_MONTHS = 3;

/**
 * Conversations, one month's after another: more of them as time goes on, and the reference report's hot topics in
 * the last two months. `crowds` are those who may speak in a circle, by its id.
 */
export function* makePostMonths(
  seed: number,
  circles: readonly MadeCircle[],
  crowds: ReadonlyMap<string, readonly Speaker[]>,
  perMonth: number,
): Generator<MadePost[]> {
  const draw = decks(seed);
  const lastSaid = new Map<string, number>();
  const open = circles.filter((circle) => (crowds.get(circle.id)?.length ?? 0) >= 3);
  const busy: Record<string, number> = Object.fromEntries(
    open.map((circle) => [
      circle.slug,
      circle.slug === 'aigc' ? 4 : circle.slug === 'career' ? 3 : circle.kind === 'topic' ? 1.5 : 0.7,
    ]),
  );
  for (let month = LAST_MONTH - 20; open.length > 0 && month <= LAST_MONTH; month++) {
    const random = chance(seed, `posts/${month}`);
    const recent = month >= LAST_MONTH - 1;
    const posts: MadePost[] = [];
    const count = Math.max(
      1,
      Math.round(perMonth * (0.4 + (0.6 * (month - LAST_MONTH + 20)) / 20) * (recent ? 1.5 : 1)),
    );
    for (let n = 0; n < count; n++) {
      const hot = recent && random.bool(month === LAST_MONTH ? 0.4 : 0.2) ? random.int(0, HOT_TOPICS.length - 1) : null;
      const slug = hot === null ? random.weighted(busy) : random.bool(0.6) ? 'aigc' : 'career';
      const circle = open.find((one) => one.slug === slug) ?? open[0];
      if (!circle) continue;
      const talks = hot === null ? (TALK.get(slug) ?? TALK.get('place') ?? []) : (HOT_TALK[hot] ?? []);
      const talk = draw(hot === null ? slug : `hot-${hot}`, talks);
      const said = hot === null ? `${slug}/${talk.title}` : talk.title;
      if (month - (lastSaid.get(said) ?? 0) < REPEATED_AFTER_MONTHS) continue;
      lastSaid.set(said, month);
      const english = isEnglish(talk.title);
      const at = dayIn(random, month);
      const crowd = crowds.get(circle.id)?.filter((one) => one.joined < at) ?? [];
      if (crowd.length < 3) continue;
      const natives = crowd.filter((one) => one.english === english);
      const fill = filler(random, circle, english);
      const author = random.pick(natives.length > 0 ? natives : crowd);
      posts.push({
        id: madeId(random, at),
        circle,
        author,
        title: fill(talk.title),
        body: fill(talk.body),
        english,
        topics: hot === null ? [] : [HOT_TOPICS[hot]?.zh ?? ''],
        at,
        votes: votesOf(random, crowd, hot === null ? 40 : 110, author),
        comments: commentsOn(random, talk, english, at, crowd, fill, hot === null ? 3 : 5),
      });
    }
    yield posts.sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
