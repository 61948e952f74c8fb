/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A standard normal number (Box and Muller 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Up to this mean a Poisson number is drawn by its quantiles; above, it is as good as normal. */
export const SMALL = 60;

/** The chance of a Poisson number of at most 0, 1, 2 …, until it is as good as certain. */
export function poissonQuantiles(mean: number): Float64Array {
  const most = Math.ceil(mean + 9 * Math.sqrt(mean + 1) + 9);
  const cumulative = new Float64Array(most + 1);
  let chance = Math.exp(-mean);
  let sum = chance;
  cumulative[0] = sum;
  for (let k = 1; k <= most; k++) {
    chance *= mean / k;
    sum += chance;
    cumulative[k] = sum;
  }
  return cumulative;
}
