import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byHotRank, hotRank, postPoints, type Ranked } from './hot-rank.ts';

const NOW = new Date('2023-03-31T00:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const post = fc.record({
  id: fc.uuid({ version: 7 }),
  score: fc.integer({ min: -200, max: 5_000 }),
  commentCount: fc.integer({ min: 0, max: 2_000 }),
  createdAt: fc.integer({ min: 0, max: 24 * 400 }).map(hoursAgo),
});
const rank = (one: Omit<Ranked, 'id'>) => hotRank(one, NOW);

describe('the hot rank', () => {
  test('is that of Hacker News where nobody commented: (points - 1)^0.8 / (hours + 2)^1.8, its author having one point', () => {
    for (const [votes, hours] of [
      [1, 0],
      [12, 3],
      [90, 40],
    ] as const) {
      const hackerNews = (1 + votes) ** 0.8 / (hours + 2) ** 1.8;
      expect(Math.exp(rank({ score: votes, commentCount: 0, createdAt: hoursAgo(hours) }))).toBeCloseTo(hackerNews, 10);
    }
  });

  test('rises with every vote, never falls with a comment, and falls with age', () => {
    fc.assert(
      fc.property(post, (one) => {
        expect(rank({ ...one, score: one.score + 1 })).toBeGreaterThan(rank(one));
        expect(rank({ ...one, commentCount: one.commentCount + 1 })).toBeGreaterThanOrEqual(rank(one));
        const older = { ...one, createdAt: new Date(one.createdAt.getTime() - 3_600_000) };
        expect(rank(older)).toBeLessThan(rank(one));
      }),
    );
  });

  test('lets comments count for as much as the votes, and no more', () => {
    expect(postPoints(10, 4)).toBe(13);
    expect(postPoints(10, 500)).toBe(21);
    expect(postPoints(0, 500)).toBe(1);
    expect(postPoints(-3, 500)).toBe(0.25);
  });

  test('of a post from the future is that of a new one', () => {
    const future = { score: 3, commentCount: 0, createdAt: hoursAgo(-5) };
    expect(rank(future)).toBe(rank({ ...future, createdAt: NOW }));
  });

  test('orders totally: the same posts in another order give the same list', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(post, { selector: (one) => one.id })
          .chain((posts) => fc.tuple(fc.constant(posts), fc.shuffledSubarray(posts, { minLength: posts.length }))),
        ([posts, shuffled]) => {
          const ordered = byHotRank(posts, NOW);
          expect(byHotRank(shuffled, NOW)).toEqual(ordered);
          for (const [i, one] of ordered.entries()) {
            const next = ordered[i + 1];
            if (next) expect(rank(one)).toBeGreaterThanOrEqual(rank(next));
          }
        },
      ),
    );
  });
});
