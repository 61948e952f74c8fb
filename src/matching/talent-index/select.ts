import { ALL_SKILLS, type BriefPlan, isEnough, VERY_ROLE } from '../brief-plan.ts';
import { type Importance, needStrength, speakingWeight } from '../weights.ts';
import { anyOf, yearsAt } from './allowed.ts';
import { hasBit, type Words } from './bit-words.ts';
import { type Counted, type IndexState, rarity } from './index-state.ts';

export const ALL_WORDS = 4_000;
/** Entries of word lists that one brief reads at most: rare words first, then the time is used up ("anytime ranking"). */
const MOST_ENTRIES = 400_000;
const BUCKETS = 4_096;

/** Sums by number, reused from query to query. */
export type Scratch = { skills: Uint16Array; role: Uint16Array; words: Uint16Array };

export function makeScratch(count: number): Scratch {
  const sums = () => new Uint16Array(count);
  return { skills: sums(), role: sums(), words: sums() };
}

function clearScratch(scratch: Scratch, count: number): void {
  for (const row of Object.values(scratch)) row.fill(0, 0, count);
}

function creditSkills(state: IndexState, plan: BriefPlan, allowed: Words, scratch: Scratch): void {
  const credited = new Uint32Array(allowed.length);
  for (const answers of plan.points) {
    credited.fill(0);
    for (const { skill, points } of answers) {
      state.sets.get(`has:${skill}`)?.creditOnce(allowed, credited, scratch.skills, points);
    }
  }
}

function creditRoles(state: IndexState, plan: BriefPlan, allowed: Words, scratch: Scratch): void {
  const credited = new Uint32Array(allowed.length);
  for (const [roleId, near] of [...plan.nearRoles].sort(([, a], [, b]) => b - a)) {
    const points = Math.round(VERY_ROLE * near);
    state.sets.get(`role:${roleId}`)?.creditOnce(allowed, credited, scratch.role, points);
  }
}

/** A word in more profiles than this share says nothing; so does one that stands in none. */
const TOO_COMMON = 0.2;
const MOST_WORDS = 16;

/** The words of a brief that tell people apart, the rarest first, each with its share of all of them. */
export function weighedWords(counted: Counted, words: readonly string[]): { word: string; share: number }[] {
  const telling = [...new Set(words)]
    .filter((word) => {
      const found = counted.withWord.get(word) ?? 0;
      return found > 0 && found <= TOO_COMMON * counted.people;
    })
    .map((word) => ({ word, rare: rarity(counted, word) }))
    .sort((a, b) => b.rare - a.rare || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
  const sum = telling.reduce((all, { rare }) => all + rare, 0);
  return telling.map(({ word, rare }) => ({ word, share: rare / sum }));
}

/** How much a word of this share adds where it has this impact: whole points of ALL_WORDS. */
export const wordPoints = (share: number, impact: number): number => Math.round(impact * ((ALL_WORDS * share) / 255));

function creditWords(
  state: IndexState,
  weighed: readonly { word: string; share: number }[],
  allowed: Words,
  scratch: Scratch,
): void {
  let read = 0;
  for (const { word, share } of weighed) {
    const list = state.words.get(word);
    if (!list) continue;
    read += list.count;
    if (read > MOST_ENTRIES) return;
    list.accumulate(allowed, scratch.words, (ALL_WORDS * share) / 255);
  }
}

export type Found = { readonly number: number; readonly words: number | null };

/** The people who fit and look best at first sight, at most about `most` of them, and the numbers of all who fit. */
export function select(
  state: IndexState,
  plan: BriefPlan,
  allowed: Words,
  scratch: Scratch,
  options: {
    readonly importance: Importance;
    readonly month: number;
    readonly most: number;
    /** Everybody who is allowed fits: something else than the plan decides who does. */
    readonly everybody: boolean;
  },
): { readonly found: readonly Found[]; readonly fitting: readonly number[] } {
  clearScratch(scratch, state.ids.count);
  creditSkills(state, plan, allowed, scratch);
  creditRoles(state, plan, allowed, scratch);
  const weighed = weighedWords(state.counted, plan.words);
  creditWords(state, weighed, allowed, scratch);
  const atFirstSight = firstSight(state, plan, scratch, options);
  const numbers: number[] = [];
  const buckets: number[] = [];
  const histogram = new Uint32Array(BUCKETS);
  for (let i = 0; i < allowed.length; i++) {
    let word = allowed[i] ?? 0;
    while (word !== 0) {
      const n = i * 32 + (31 - Math.clz32(word & -word));
      word &= word - 1;
      if (!options.everybody && !isEnough(plan, scratch.skills[n] ?? 0, scratch.role[n] ?? 0)) continue;
      const bucket = Math.min(BUCKETS - 1, Math.floor(atFirstSight(n) * BUCKETS));
      numbers.push(n);
      buckets.push(bucket);
      histogram[bucket] = (histogram[bucket] ?? 0) + 1;
    }
  }
  let least = BUCKETS - 1;
  for (let taken = histogram[least] ?? 0; least > 0 && taken < options.most; taken += histogram[least] ?? 0) least -= 1;
  const found: Found[] = [];
  for (let i = 0; i < numbers.length; i++) {
    if ((buckets[i] ?? 0) < least) continue;
    const number = numbers[i] ?? 0;
    found.push({ number, words: weighed.length === 0 ? null : (scratch.words[number] ?? 0) / ALL_WORDS });
  }
  return { found, fitting: numbers };
}

/** A quick estimate of the score, 0 to 1, from the sums and columns alone: what decides who is looked at closely. */
function firstSight(
  state: IndexState,
  plan: BriefPlan,
  scratch: Scratch,
  { importance, month }: { readonly importance: Importance; readonly month: number },
): (n: number) => number {
  const weight = {
    skills: plan.askedWeight === 0 ? 0 : speakingWeight('skills', importance),
    role: plan.nearRoles.size === 0 ? 0 : speakingWeight('role', importance),
    words: plan.words.length === 0 ? 0 : speakingWeight('words', importance),
    domain: plan.industryId === null ? 0 : speakingWeight('domain', importance),
    evidence: speakingWeight('evidence', importance),
    openness: speakingWeight('openness', importance),
  };
  const all = Object.values(weight).reduce((sum, one) => sum + one, 0) || 1;
  const traits = Float64Array.from({ length: 256 }, (_, trait) => {
    const openness = [0.2, 0.7, 1][trait & 3] ?? 0;
    const verified = 0.25 * ((trait >>> 2) & 1) + 0.0625 * (trait >>> 3);
    return (weight.openness * openness + weight.evidence * verified) / all;
  });
  const domain = anyOf(state, plan.industryId === null ? [] : [`industry:${plan.industryId}`]);
  const asked = plan.brief.years?.value.min ?? 0;
  const most =
    plan.brief.pay?.value.currency === 'CNY' ? (plan.brief.pay.value.max ?? plan.brief.pay.value.min ?? 0) : 0;
  const [forYears, forPay] = [needStrength('years', importance), needStrength('pay', importance)];
  const { pay, traits: traitsOf } = state.columns;
  return (n) => {
    const can =
      (weight.skills * 0.85 * (scratch.skills[n] ?? 0)) / ALL_SKILLS +
      (weight.role * 0.85 * (scratch.role[n] ?? 0)) / VERY_ROLE +
      (weight.words * (scratch.words[n] ?? 0)) / ALL_WORDS +
      weight.domain * (hasBit(domain, n) ? 0.8 : 0);
    const lacking = asked === 0 ? 0 : Math.max(0, 1 - yearsAt(state, n, month) / asked);
    const hoped = 10_000 * (pay[n] ?? 0);
    const above = most === 0 || hoped <= most ? 0 : Math.min(1, 2 * (hoped / most - 1));
    return Math.max(0, (can / all + (traits[traitsOf[n] ?? 0] ?? 0)) * (1 - forYears * lacking) * (1 - forPay * above));
  };
}
