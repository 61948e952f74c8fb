export type Divergence = {
  /** The Jensen–Shannon distance of the shares, with logarithms to the base 2: 0 for the same, 1 for nothing in common. */
  readonly distance: number;
  /** What is left of it when what chance alone gives samples of this size is taken away. */
  readonly beyondChance: number;
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function entropy(shares: readonly number[]): number {
  return -shares.reduce((total, share) => (share > 0 ? total + share * Math.log2(share) : total), 0);
}

/**
 * How far two compositions are from one another, from the counts of the same groups in each: the square root of the
 * Jensen–Shannon divergence (Lin 1991), which is a metric (Endres and Schindelin 2003). Two samples of one population
 * differ, too: their divergence is (groups − 1) / (8 ln 2) · (1/n + 1/m) on average, from its expansion for near
 * distributions (Grosse et al. 2002). Both samples have counts above 0.
 */
export function jensenShannon(one: readonly number[], other: readonly number[]): Divergence {
  const [n, m] = [sum(one), sum(other)];
  const p = one.map((count) => count / n);
  const q = other.map((count) => count / m);
  const middle = p.map((share, at) => (share + (q[at] ?? 0)) / 2);
  const divergence = Math.min(1, Math.max(0, entropy(middle) - (entropy(p) + entropy(q)) / 2));
  const groups = middle.filter((share) => share > 0).length;
  const byChance = ((groups - 1) / (8 * Math.LN2)) * (1 / n + 1 / m);
  return { distance: Math.sqrt(divergence), beyondChance: Math.sqrt(Math.max(0, divergence - byChance)) };
}
