import { PARTS, type Parts } from '../model.ts';
import { type Importance, needStrength, speakingWeight } from '../weights.ts';
import type { Multipliers } from './model.ts';

/** Exponents of two, one for each part in the order of PARTS: 0 is the default weight, 1 twice, -1 half. */
export type Exponents = Float64Array;

/** The multipliers that these exponents stand for. */
export function multipliersOf(exponents: Exponents): Multipliers {
  const of = (part: (typeof PARTS)[number]) => 2 ** (exponents[PARTS.indexOf(part)] ?? 0);
  return {
    skills: of('skills'),
    role: of('role'),
    domain: of('domain'),
    words: of('words'),
    years: of('years'),
    place: of('place'),
    degree: of('degree'),
    pay: of('pay'),
    evidence: of('evidence'),
    reach: of('reach'),
    openness: of('openness'),
  };
}

/** ln(1 - strength) of each part at its default; 0 for a part that speaks for somebody. */
const LOG_LACK = PARTS.map((part) => Math.log(1 - needStrength(part)));

/** Every part as by default. */
export const AS_USUAL: Multipliers = multipliersOf(new Float64Array());

/** What weights come to, worked out once for many people. */
export type Weighed = {
  /** By part: its weight among those that speak for somebody. */
  readonly own: Float64Array;
  /** By part: how much of the whole it takes when it is not met, and how that changes with its exponent. */
  readonly strength: Float64Array;
  readonly steeper: Float64Array;
};

export function weighedBy(exponents: Exponents): Weighed {
  const importance: Importance = multipliersOf(exponents);
  return {
    own: Float64Array.from(PARTS, (part) => speakingWeight(part, importance)),
    strength: Float64Array.from(PARTS, (part) => needStrength(part, importance)),
    steeper: Float64Array.from(LOG_LACK, (lack, n) => {
      const multiplier = 2 ** (exponents[n] ?? 0);
      return -Math.exp(lack * multiplier) * lack * multiplier * Math.LN2;
    }),
  };
}

/** The share of the score, 0 to 1, that these parts give, and how it changes with each exponent, written into `gradient`. */
export function scoreWithGradient(parts: Parts, { own, strength, steeper }: Weighed, gradient: Float64Array): number {
  let [sum, weight, met] = [0, 0, 1];
  for (let n = 0; n < PARTS.length; n++) {
    const value = partAt(parts, n);
    if (value === null) continue;
    sum += (own[n] ?? 0) * value;
    weight += own[n] ?? 0;
    met *= 1 - (strength[n] ?? 0) * (1 - value);
  }
  const mean = weight === 0 ? 1 : sum / weight;
  for (let n = 0; n < PARTS.length; n++) {
    const value = partAt(parts, n);
    const kept = value === null ? 1 : 1 - (strength[n] ?? 0) * (1 - value);
    if (value === null || kept === 0) gradient[n] = 0;
    else if ((own[n] ?? 0) > 0) gradient[n] = (met * Math.LN2 * (own[n] ?? 0) * (value - mean)) / weight;
    else gradient[n] = (-mean * met * (1 - value) * (steeper[n] ?? 0)) / kept;
  }
  return met * mean;
}

function partAt(parts: Parts, n: number): number | null {
  const part = PARTS[n];
  return part === undefined ? null : parts[part];
}
