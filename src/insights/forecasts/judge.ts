import type { ForecastTest, Measured, NumberRead, Outcome, Reason } from './model.ts';

export type Verdict = { readonly outcome: Outcome; readonly reason: Reason | null };

const told = (holds: boolean): Verdict => ({ outcome: holds ? 'true' : 'false', reason: null });
const untold = (reason: Reason): Verdict => ({ outcome: 'cannot-be-told', reason });

const exact = (value: number): NumberRead => ({ value, low: null, high: null, n: 0 });
const lowOf = (read: NumberRead) => read.low ?? read.value;
const highOf = (read: NumberRead) => read.high ?? read.value;

/**
 * Whether a number that was read is above, at least, below or at most another. It cannot be told where either is missing
 * or suppressed, nor where the interval straddles the threshold; of two numbers that both have intervals, nor where
 * those overlap, which asks for more than a difference at 5 % does (Schenker and Gentleman 2001).
 */
export function judge(left: Measured, is: ForecastTest['is'], than: Measured | number): Verdict {
  const right = typeof than === 'number' ? exact(than) : than;
  if ('reason' in left) return untold(left.reason);
  if ('reason' in right) return untold(right.reason);
  if (lowOf(left) < highOf(right) && lowOf(right) < highOf(left)) return untold('uncertain');
  switch (is) {
    case 'above':
      return told(left.value > right.value);
    case 'at-least':
      return told(left.value >= right.value);
    case 'below':
      return told(left.value < right.value);
    case 'at-most':
      return told(left.value <= right.value);
  }
}
