import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor } from '../platform/index.ts';
import {
  encodeHotPlace,
  HOT_CURSOR_LENGTH,
  HOT_WINDOW,
  type HotPlace,
  hotCursor,
  hotPlaceOf,
  takeHotPage,
} from './hot-page.ts';
import { byHotRank, type Ranked } from './hot-rank.ts';

const NOW = new Date('2023-03-31T00:00:00Z');
type Taken = ReturnType<typeof takeHotPage<Ranked>>;
const START: HotPlace = { at: NOW, below: null, shown: new Set() };
const idOf = (n: number) => `01870000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const newestFirst = (a: Ranked, b: Ranked) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);

/** A network with its votes: what the store answers, by sorting everything each time. */
function network(posts: Ranked[]) {
  const hidden = new Set<string>();
  return {
    posts,
    hidden,
    window(place: HotPlace): Ranked[] {
      const { at, below } = place;
      return posts
        .filter((post) => !hidden.has(post.id) && post.createdAt <= at)
        .filter((post) => !below || newestFirst(post, { ...below, score: 0, commentCount: 0 }) > 0)
        .sort(newestFirst)
        .slice(0, HOT_WINDOW);
    },
  };
}

const throughCursor = (place: HotPlace): HotPlace => {
  const encoded = encodeHotPlace(place);
  expect(encoded.length).toBeLessThan(HOT_CURSOR_LENGTH);
  const decoded = decodeCursor(encoded, hotCursor);
  return decoded ? hotPlaceOf(decoded) : START;
};

const seed = fc.record({ score: fc.integer({ min: -5, max: 60 }), minutes: fc.integer({ min: 0, max: 20_000 }) });
const made = ({ score, minutes }: { score: number; minutes: number }, n: number): Ranked => ({
  id: idOf(n),
  score,
  commentCount: 0,
  createdAt: new Date(NOW.getTime() - minutes * 60_000),
});
/** Between two pages: somebody votes, hides a post, or writes one, also one that is older than it looks (a late commit). */
const change = fc.record({
  kind: fc.constantFrom('vote', 'hide', 'write', 'write-late'),
  which: fc.nat(),
  by: fc.integer({ min: -80, max: 80 }),
});

describe('paging through the hot list', () => {
  test('while nothing changes gives the whole order, page by page', () => {
    fc.assert(
      fc.property(fc.array(seed, { maxLength: 120 }), fc.integer({ min: 1, max: 30 }), (seeds, limit) => {
        const { posts, window } = network(seeds.map(made));
        const read: Ranked[] = [];
        for (let place: HotPlace | null = START; place; ) {
          const { page, next }: Taken = takeHotPage(window(place), place, limit);
          read.push(...page);
          place = next && throughCursor(next);
        }
        expect(read.map((post) => post.id)).toEqual(byHotRank(posts, NOW).map((post) => post.id));
      }),
    );
  });

  test('never repeats a post and loses none that stays, whatever is voted, hidden or written meanwhile', () => {
    fc.assert(
      fc.property(
        fc.array(seed, { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 40 }),
        (seeds, limit, rounds) => {
          const world = network(seeds.map(made));
          const before = world.posts.map((post) => post.id);
          const read: string[] = [];
          let round = 0;
          for (let place: HotPlace | null = START; place; round++) {
            const { page, next }: Taken = takeHotPage(world.window(place), place, limit);
            read.push(...page.map((post) => post.id));
            place = next && throughCursor(next);
            for (const { kind, which, by } of rounds[round] ?? []) {
              const at = which % world.posts.length;
              const post = world.posts[at];
              if (!post) continue;
              if (kind === 'vote') world.posts[at] = { ...post, score: post.score + by };
              else if (kind === 'hide') world.hidden.add(post.id);
              else {
                const minutes = kind === 'write' ? -1 - Math.abs(by) : Math.abs(by);
                world.posts.push(made({ score: by, minutes }, world.posts.length));
              }
            }
          }
          expect(new Set(read).size).toBe(read.length);
          expect(before.filter((id) => !world.hidden.has(id) && !read.includes(id))).toEqual([]);
        },
      ),
    );
  });

  test('goes on with the next window where one is used up, and leaves out what the reader may not see', () => {
    const posts = Array.from({ length: HOT_WINDOW + 25 }, (_, n) => made({ score: n % 7, minutes: n }, n));
    const { window } = network(posts);
    const read: string[] = [];
    let pages = 0;
    for (let place: HotPlace | null = START; place; pages++) {
      const { page, next }: Taken = takeHotPage(window(place), place, 100, (post) => post.score !== 3);
      read.push(...page.map((post) => post.id));
      place = next && throughCursor(next);
    }
    expect(read).toHaveLength(posts.filter((post) => post.score !== 3).length);
    expect(new Set(read).size).toBe(read.length);
    expect(pages).toBe(5);
  });

  test('needs no cursor longer than the bound, even at the end of a window', () => {
    const all = Array.from({ length: HOT_WINDOW }, (_, n) => n.toString(16).padStart(10, '0'));
    const place = { at: NOW, below: { createdAt: NOW, id: idOf(1) }, shown: new Set(all) };
    expect(throughCursor(place)).toEqual(place);
  });
});
