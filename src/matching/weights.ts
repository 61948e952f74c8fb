import type { Part } from './model.ts';

/**
 * How much each part counts. What the person can do comes first (skills, then the role); experience and place are
 * needs of most briefs; evidence counts more than reach, since being connected says nothing of being good; degree
 * counts only where a brief asks for one; openness is small, since those who never applied are whom we look for.
 */
export const WEIGHTS: Readonly<Record<Part, number>> = {
  skills: 0.36,
  role: 0.22,
  years: 0.1,
  place: 0.1,
  degree: 0.05,
  pay: 0.05,
  evidence: 0.06,
  reach: 0.03,
  openness: 0.03,
};
