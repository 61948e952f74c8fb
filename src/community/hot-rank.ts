const HOUR_MS = 3_600_000;
const GRAVITY = 1.8;
const TIME_BASE_HOURS = 2;
const POINTS_EXPONENT = 0.8;

export type Ranked = {
  readonly id: string;
  /** Votes for less votes against. */
  readonly score: number;
  readonly commentCount: number;
  readonly createdAt: Date;
};

/**
 * What a post's votes and comments are worth: 1 where nobody has voted, above it for more votes for than against. A comment
 * is worth half a vote, but comments together never more than the votes: much talk and few votes is a quarrel (the rule
 * of Lobsters, `Story#calculated_hotness`). A vote against divides as a vote for multiplies.
 */
export function postPoints(score: number, commentCount: number): number {
  if (score < 0) return 1 / (1 - score);
  return 1 + score + Math.min(score, commentCount / 2);
}

/**
 * How high a post stands at the moment `at`: points^0.8 / (age in hours + 2)^1.8, as Hacker News ranks its front page
 * (`frontpage-rank` in Paul Graham's news.arc), in logarithms. Higher is hotter. A post of the future is of age 0.
 */
export function hotRank(post: Omit<Ranked, 'id'>, at: Date): number {
  const hours = Math.max(0, at.getTime() - post.createdAt.getTime()) / HOUR_MS;
  const points = postPoints(post.score, post.commentCount);
  return POINTS_EXPONENT * Math.log(points) - GRAVITY * Math.log(hours + TIME_BASE_HOURS);
}

/** The posts, the hottest first; of equals the newer one, then the greater id, so that the order is total. */
export function byHotRank<T extends Ranked>(posts: readonly T[], at: Date): T[] {
  return posts
    .map((post) => ({ post, rank: hotRank(post, at) }))
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        b.post.createdAt.getTime() - a.post.createdAt.getTime() ||
        (a.post.id < b.post.id ? 1 : a.post.id > b.post.id ? -1 : 0),
    )
    .map(({ post }) => post);
}
