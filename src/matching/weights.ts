import { PARTS, type Part, type Parts } from './model.ts';

/**
 * What speaks for somebody: these parts make up for one another, and their weighted mean is what the person can.
 * Skills come first and the role next, since they say what somebody can do; having worked in the industry helps but can
 * be learned; words are what is said alike beyond any lexicon, a hint and no more; evidence outweighs reach, since being
 * connected says nothing of being good; openness is small, since those who never applied are whom we look for.
 */
export const WEIGHTS = {
  skills: 0.42,
  role: 0.26,
  domain: 0.07,
  words: 0.05,
  evidence: 0.1,
  reach: 0.05,
  openness: 0.05,
} as const satisfies Partial<Record<Part, number>>;

/**
 * What has to be met: a lack of these is not made up for by anything else (nobody takes a job in a city where they
 * will not live), so each scales the whole, by as much as its strength says. Place nearly rules out; pay that is too
 * little and years that are too few weigh by how far they are off; a degree is asked for more often than it is needed.
 */
export const NEEDS = { place: 0.9, pay: 0.6, years: 0.6, degree: 0.3 } as const satisfies Partial<Record<Part, number>>;

/** How much each part matters to this recruiter: 1 as usual, 0 not at all, 2 twice as much. Parts left out are as usual. */
export type Importance = Readonly<Partial<Record<Part, number>>>;

/** What the recruiter sets, on top of what was learned: one times the other. */
export function onTopOf(learned: Importance, own: Importance): Importance {
  const both: Partial<Record<Part, number>> = { ...learned };
  for (const part of PARTS) if (own[part] !== undefined) both[part] = (learned[part] ?? 1) * own[part];
  return both;
}

const SPEAKING: readonly (keyof typeof WEIGHTS)[] = [
  'skills',
  'role',
  'domain',
  'words',
  'evidence',
  'reach',
  'openness',
];
const NEEDED: readonly (keyof typeof NEEDS)[] = ['place', 'pay', 'years', 'degree'];

const isSpeaking = (part: string): part is keyof typeof WEIGHTS => Object.hasOwn(WEIGHTS, part);
const isNeed = (part: string): part is keyof typeof NEEDS => Object.hasOwn(NEEDS, part);

/** How much of the whole a part takes when it is not met at all, 0 to 1; twice as important is twice through the strainer. */
export function needStrength(part: Part, importance: Importance = {}): number {
  return isNeed(part) ? 1 - (1 - NEEDS[part]) ** (importance[part] ?? 1) : 0;
}

/** A part's weight among those that speak for somebody; 0 for one that has to be met. */
export function speakingWeight(part: Part, importance: Importance = {}): number {
  return isSpeaking(part) ? WEIGHTS[part] * (importance[part] ?? 1) : 0;
}

/** The score from 0 to 100. It rises with every part that is given, and parts that are null leave it alone. */
export function totalScore(parts: Parts, importance: Importance = {}): number {
  let sum = 0;
  let weight = 0;
  for (const part of SPEAKING) {
    const value = parts[part];
    if (value === null) continue;
    const own = speakingWeight(part, importance);
    sum += own * value;
    weight += own;
  }
  let met = 1;
  for (const part of NEEDED) met *= 1 - needStrength(part, importance) * (1 - (parts[part] ?? 1));
  return weight === 0 ? 100 * met : (100 * met * sum) / weight;
}
