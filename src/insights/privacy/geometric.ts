import { createHmac } from 'node:crypto';

/** Numbers between 0 and 1, neither of them, that follow from a secret and a label alone: whoever lacks the secret cannot tell them. */
export function keyedNumbers(secret: string, label: string): () => number {
  let block = 0;
  return () => {
    const bytes = createHmac('sha256', secret).update(`${label}\n${block++}`).digest();
    return (Number(bytes.readBigUInt64BE(0) >> 11n) + 0.5) / 2 ** 53;
  };
}

/** How fast the noise of the mechanism falls off: the chance of one more is this times that of one less. */
export const ratioOf = (epsilon: number, sensitivity: number): number => Math.exp(-epsilon / sensitivity);

/**
 * Noise of the geometric mechanism: a whole number k with a chance in proportion to exp(−ε|k| / sensitivity), as the
 * difference of two geometric numbers. A count plus this is ε-differentially private, and of all such mechanisms
 * it serves every reader of a count best (Ghosh, Roughgarden, Sundararajan 2012).
 */
export function geometricNoise(epsilon: number, sensitivity: number, random: () => number): number {
  const scale = sensitivity / epsilon;
  const one = () => Math.floor(-Math.log(random()) * scale);
  return one() - one();
}

/** Half the width of the band that holds the noise in 95 of 100 draws. */
export function noiseWidth(epsilon: number, sensitivity: number): number {
  const ratio = ratioOf(epsilon, sensitivity);
  for (let width = 0; ; width++) if ((2 * ratio ** (width + 1)) / (1 + ratio) <= 0.05) return width;
}
