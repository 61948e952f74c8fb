/** The network's time. A demo world lives in its own time, so nothing in a domain asks the machine. */
export type Clock = { now(): Date };

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests. */
export function fixedClock(at: string): Clock {
  return { now: () => new Date(at) };
}

/** A clock that showed `start` when the machine showed `startedAt`, and has run on from there. */
export function offsetClock(start: Date, startedAt: Date): Clock {
  const offset = start.getTime() - startedAt.getTime();
  return { now: () => new Date(Date.now() + offset) };
}
