import { readRoleBrief } from '../language/index.ts';
import type { Context } from '../platform/index.ts';
import { planFor } from './facts-of.ts';
import { type GroupRates, type RankedGroups, ratesByGroup } from './fairness.ts';
import { type Contender, rank } from './rank.ts';
import { agesAndLanguages, postingsToAudit } from './store.ts';
import { candidateOf } from './talent-index/candidate.ts';
import { monthOfDate } from './talent-index/profile.ts';
import type { TalentSearch } from './talent-search.ts';
import type { Importance } from './weights.ts';

const MOST_POSTINGS = 60;
const MOST_PEOPLE = 20_000;
/** Who stands among the first twenty is taken as selected: few recruiters look further. */
const SELECTED = 20;
const NOBODY: ReadonlySet<string> = new Set();

export type MatchingAudit = {
  readonly postings: number;
  readonly people: number;
  readonly selectedAmong: number;
  readonly byAge: readonly GroupRates[];
  readonly byLanguage: readonly GroupRates[];
};

function ageGroup(birthYear: number | null, year: number): string {
  if (birthYear === null) return 'unknown';
  const age = year - birthYear;
  return age < 30 ? 'under 30' : age < 40 ? '30-39' : '40 and over';
}

/**
 * How the ranking treats groups, over the newest open postings and everybody who fits each. The network holds neither
 * sex nor ethnicity, so that only age and the profile's language can be audited; neither enters a score. `importance` is
 * how the parts weigh against the defaults.
 */
export async function auditMatching(
  context: Context,
  index: TalentSearch,
  importance: Importance,
): Promise<MatchingAudit> {
  const month = monthOfDate(context.clock.now());
  const year = Math.floor(month / 12);
  const contenders: Contender[] = [];
  for await (const profile of index.profiles(MOST_PEOPLE)) {
    contenders.push({ candidate: candidateOf(profile, month), words: null });
  }
  const about = await agesAndLanguages(
    context.db,
    contenders.map(({ candidate }) => candidate.memberId),
  );
  const byAge: RankedGroups[] = [];
  const byLanguage: RankedGroups[] = [];
  const postings = await postingsToAudit(context.db, MOST_POSTINGS);
  for (const posting of postings) {
    const text = `${posting.title}\n${posting.description}`;
    const plan = planFor(index, { brief: readRoleBrief(text), text, industryId: posting.industry_id });
    const companyIds = [posting.company_id];
    const looking = { recruiterId: '', companyIds, applied: NOBODY, blocked: NOBODY, connections: NOBODY };
    const { ranked } = rank(plan, contenders, {
      looking,
      stepsTo: () => null,
      filter: {},
      importance,
      year,
      limit: MOST_PEOPLE,
    });
    const people = ranked.flatMap(({ candidate }) => about.get(candidate.memberId) ?? []);
    byAge.push({ groups: people.map((one) => ageGroup(one.birth_year, year)), selected: SELECTED });
    byLanguage.push({ groups: people.map((one) => one.locale), selected: SELECTED });
  }
  return {
    postings: postings.length,
    people: contenders.length,
    selectedAmong: SELECTED,
    byAge: ratesByGroup(byAge),
    byLanguage: ratesByGroup(byLanguage),
  };
}
