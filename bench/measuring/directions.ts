import type { BriefPlan, Concepts, MatchProfile } from '../../src/matching/index.ts';

/** What counts how much in the direction of a whole profile or brief. */
const OF_PROFILE = { listed: 1, inText: 0.6, role: 1.5, industry: 0.4 };
const OF_BRIEF = { must: 1, nice: 0.4, role: 1.5, industry: 0.4 };
const SCALE = 127;

type Weighed = readonly (readonly [direction: Float32Array | undefined, weight: number])[];

function sumOf(weighed: Weighed, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const [direction, weight] of weighed) {
    if (direction) for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] ?? 0) + weight * (direction[k] ?? 0);
  }
  let square = 0;
  for (const value of sum) square += value * value;
  const length = Math.sqrt(square);
  return length === 0 ? sum : sum.map((value) => value / length);
}

/** Which way a career points, of length 1; all 0 where nothing of it is known. */
export function directionOf(concepts: Concepts, profile: MatchProfile): Float32Array {
  const skills = profile.skills.map(
    ({ skill, listed }) =>
      [concepts.direction('skill', skill), listed ? OF_PROFILE.listed : OF_PROFILE.inText] as const,
  );
  const positions = profile.positions.flatMap(
    ({ roleId, industryId }) =>
      [
        [concepts.direction('role', roleId ?? ''), OF_PROFILE.role / profile.positions.length],
        [concepts.direction('industry', industryId ?? ''), OF_PROFILE.industry / profile.positions.length],
      ] as const,
  );
  return sumOf([...skills, ...positions], concepts.dimensions);
}

/** Which way a brief points. */
export function directionOfBrief(concepts: Concepts, plan: BriefPlan): Float32Array {
  return sumOf(
    [
      ...plan.asked.map(
        ({ skill, must }) => [concepts.direction('skill', skill), must ? OF_BRIEF.must : OF_BRIEF.nice] as const,
      ),
      [concepts.direction('role', plan.brief.roleId ?? ''), OF_BRIEF.role],
      [concepts.direction('industry', plan.industryId ?? ''), OF_BRIEF.industry],
    ],
    concepts.dimensions,
  );
}

/** A direction in bytes: each coordinate in steps of 1/127, which keeps the angle to within a degree or so. */
export const quantised = (direction: Float32Array): Int8Array =>
  Int8Array.from(direction, (value) => Math.round(value * SCALE));

/** How alike two quantised directions are, −1 to 1. */
export function likeness(a: Int8Array, b: Int8Array, fromB = 0): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[fromB + k] ?? 0);
  return sum / (SCALE * SCALE);
}
