import type { RoleBrief } from '../language/index.ts';
import type { Context } from '../platform/index.ts';
import type { Person } from '../talent/index.ts';
import { type BriefPlan, planOf } from './brief-plan.ts';
import type { Parts } from './model.ts';
import type { Steps } from './rank.ts';
import type { Facts } from './reasons.ts';
import { scoreParts } from './score.ts';
import { industriesByCompany } from './store.ts';
import { candidateOf } from './talent-index/candidate.ts';
import { type IndustryOf, profileOf } from './talent-index/profile.ts';
import { ALL_WORDS, weighedWords, wordPoints } from './talent-index/select.ts';
import { impactsOf } from './talent-index/words-of.ts';
import type { TalentSearch } from './talent-search.ts';
import { type Importance, totalScore } from './weights.ts';
import { wordsOfBrief } from './words-of-brief.ts';

/** What of a posting a list is made from. */
export type Posted = {
  readonly brief: RoleBrief;
  /** The text that the brief was read from. */
  readonly text: string;
  readonly industryId: string | null;
  /** The words that rank; those of the text where they are not given. */
  readonly words?: readonly string[];
  /** How much each skill weighs; 1 where it is not given. */
  readonly skillWeights?: ReadonlyMap<string, number>;
};

/** The plan for a posting, with the network's own neighbours of its skills and role. */
export const planFor = (index: Pick<TalentSearch, 'concepts'>, posted: Posted): BriefPlan =>
  planOf(posted.brief, {
    industryId: posted.industryId,
    concepts: index.concepts,
    words: posted.words ?? wordsOfBrief(posted.brief, posted.text),
    ...(posted.skillWeights && { skillWeights: posted.skillWeights }),
  });

/** How much of the plan's words stands in a person's profile, 0 to 1; null where it has none that tell. */
function wordsShare(index: Pick<TalentSearch, 'counted'>, plan: BriefPlan, person: Person): number | null {
  const weighed = weighedWords(index.counted, plan.words);
  if (weighed.length === 0) return null;
  const impacts = impactsOf(person);
  return weighed.reduce((sum, { word, share }) => sum + wordPoints(share, impacts.get(word) ?? 0), 0) / ALL_WORDS;
}

/** A person's rows scored for a plan; null where nobody may find them. */
export function factsOf(
  index: Pick<TalentSearch, 'counted'>,
  plan: BriefPlan,
  person: Person,
  at: { readonly now: Date; readonly steps: Steps; readonly connections: number; readonly industryOf: IndustryOf },
): Facts | null {
  const profile = profileOf(person, at.industryOf);
  if (!profile) return null;
  const candidate = candidateOf(profile, at.now);
  const year = at.now.getUTCFullYear();
  const parts = scoreParts(plan, candidate, { steps: at.steps, words: wordsShare(index, plan, person), year });
  return { plan, person, candidate, parts, steps: at.steps, connections: at.connections, year };
}

/** Industries of everybody's companies, in one query. */
export async function industriesOf(context: Context, people: Iterable<Person>): Promise<IndustryOf> {
  const companyIds = [...people].flatMap((person) => person.positions.flatMap((row) => row.company_id ?? []));
  const industries = await industriesByCompany(context.db, [...new Set(companyIds)]);
  return (companyId) => industries.get(companyId) ?? null;
}

export const roundedScore = (parts: Parts, importance?: Importance): number =>
  Math.round(totalScore(parts, importance) * 10) / 10;
