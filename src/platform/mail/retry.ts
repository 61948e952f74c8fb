const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;
/** With the waits below, about two days. */
const MOST_ATTEMPTS = 16;

/**
 * When to try again after the `attempts`-th attempt failed at `at`: after a minute, then twice as long each time, up
 * to six hours; null when it is to be given up.
 */
export function nextAttempt(attempts: number, at: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return new Date(at.getTime() + Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** (attempts - 1)));
}
