/** Fewer people than this are not counted aloud. */
export const LEAST = 5;

/**
 * Which of several counts may be said: none below five, and none that differs from one said before it by one to four,
 * since the difference would be a count of fewer than five people too. The first that is given goes first. A count
 * that may not be said is null.
 */
export function sayCounts(counts: readonly number[]): (number | null)[] {
  const said: number[] = [];
  return counts.map((count) => {
    const tells = said.some((other) => other !== count && Math.abs(other - count) < LEAST);
    if (count < LEAST || tells) return null;
    said.push(count);
    return count;
  });
}
