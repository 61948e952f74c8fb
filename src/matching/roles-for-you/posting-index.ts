import { DEGREES } from '../../language/index.ts';
import { LEAST_FIT, NICE_WEIGHT } from '../brief-plan.ts';
import type { Parts } from '../model.ts';
import { degreeMet, domainMet, payMet, yearsMet } from '../score.ts';
import { needStrength, speakingWeight, totalScore } from '../weights.ts';
import type { OpenPosting } from './open-posting.ts';
import { emptyTable, type PostingTable, putPosting, removePosting } from './posting-table.ts';
import { type Reading, rungsUp } from './reader.ts';
import { partsForReader, placeForReader, roleForReader } from './score-for-reader.ts';

/** Below this a posting is not worth hearing of, 0 to 100. */
export const WORTH_HEARING = 45;
/** How many are looked at closely for one reader. */
const MOST_CLOSELY = 400;
const BUCKETS = 4_096;
/** Of one company at most so many: a list of one employer's openings is on its own page. */
const OF_ONE_COMPANY = 3;

export type RankedPosting = { readonly posting: OpenPosting; readonly parts: Parts; readonly score: number };

export type FindOptions = {
  /** Companies whose postings are not for the reader: where they work, from whom they hide, for whom they recruit. */
  readonly withoutCompanies: ReadonlySet<string>;
  /** What they applied to or put away. */
  readonly without: ReadonlySet<string>;
  /** Companies where they are connected to somebody. */
  readonly known: ReadonlySet<string>;
  /** The first day that counts: what has been open for longer is taken to be filled. */
  readonly since: number;
  readonly limit: number;
};

/** Every open posting, ready to be ranked for whoever reads. */
export type PostingIndex = {
  readonly size: number;
  put(posting: OpenPosting): void;
  remove(id: string): void;
  /** Takes out what was published before a day. */
  forgetBefore(day: number): void;
  /** The postings worth hearing of, best first, and how many fit in all. */
  find(reading: Reading, options: FindOptions): { found: readonly RankedPosting[]; fitting: number };
};

/** Best first; among equals the newest. */
export function inReadersOrder(a: RankedPosting, b: RankedPosting): number {
  const [one, other] = [a.posting, b.posting];
  if (one.id === other.id) return 0;
  return b.score - a.score || other.day - one.day || (one.id < other.id ? -1 : 1);
}

/** The same opening offered again counts once, and of one company only the best few stay. */
export function withoutRepeats(ranked: readonly RankedPosting[], limit: number): RankedPosting[] {
  const [seen, ofCompany] = [new Set<string>(), new Map<string, number>()];
  const kept: RankedPosting[] = [];
  for (const one of ranked) {
    const { companyId, title, cityIds } = one.posting;
    const opening = `${companyId} ${cityIds.join()} ${title}`;
    const before = ofCompany.get(companyId) ?? 0;
    if (seen.has(opening) || before >= OF_ONE_COMPANY) continue;
    seen.add(opening);
    ofCompany.set(companyId, before + 1);
    kept.push(one);
    if (kept.length === limit) break;
  }
  return kept;
}

/** What the reader makes of each distinct value of the table; NaN where it says nothing. */
function comparedWith(table: PostingTable, reading: Reading) {
  const { reader } = reading;
  const { candidate } = reader;
  const roles = table.roles.values.map(({ roleId, seniority }) => {
    const met = reading.role(roleId);
    return { met, part: roleForReader(met, rungsUp(seniority, candidate.seniority)) };
  });
  return {
    skills: Float64Array.from(table.skills.values, (skill) => reading.skill(skill).met),
    role: Float64Array.from(roles, ({ part }) => part ?? Number.NaN),
    nearRole: Uint8Array.from(roles, ({ met }) => Number(Math.max(met?.near ?? 0, met?.wished ?? 0) >= LEAST_FIT)),
    yearsInRole: Float64Array.from(roles, ({ met }) => met?.years ?? candidate.years),
    place: Float64Array.from(
      table.places.values,
      ({ cityIds, remote }) => placeForReader(cityIds, remote, reader) ?? Number.NaN,
    ),
    domain: Float64Array.from(table.industries.values, (id) => (id === null ? Number.NaN : domainMet(candidate, id))),
    degree: Float64Array.from(DEGREES, (degree) => degreeMet(degree, candidate)),
  };
}

const WEIGHT = {
  skills: speakingWeight('skills'),
  role: speakingWeight('role'),
  domain: speakingWeight('domain'),
  reach: speakingWeight('reach'),
};
const NEED = {
  place: needStrength('place'),
  pay: needStrength('pay'),
  years: needStrength('years'),
  degree: needStrength('degree'),
};

/** Each slot's score as `totalScore` gives it, 0 to 100, or -1 where the posting is not for the reader. */
function scanner(table: PostingTable, reading: Reading, options: FindOptions): (slot: number) => number {
  const { columns } = table;
  const compared = comparedWith(table, reading);
  const { candidate } = reading.reader;
  const flags = (ids: ReadonlySet<string>) => Uint8Array.from(table.companies.values, (id) => Number(ids.has(id)));
  const [skipped, known] = [flags(options.withoutCompanies), flags(options.known)];
  const hoped = candidate.desiredPayMin;
  const met = (need: number, part: number | null) => (part === null ? 1 : 1 - need * (1 - part));
  const skillsOf = (slot: number): number => {
    let sum = 0;
    for (const code of table.asked[slot] ?? []) sum += (code & 1 ? 1 : NICE_WEIGHT) * (compared.skills[code >> 1] ?? 0);
    return sum / (columns.askedWeight[slot] ?? 1);
  };
  return (slot) => {
    if (columns.taken[slot] === 0 || (columns.day[slot] ?? 0) < options.since) return -1;
    const company = columns.company[slot] ?? 0;
    const place = compared.place[columns.place[slot] ?? 0] ?? Number.NaN;
    if (skipped[company] === 1 || place === 0) return -1;
    const roleNumber = columns.role[slot] ?? 0;
    const hasSkills = (columns.askedWeight[slot] ?? 0) > 0;
    const skills = hasSkills ? skillsOf(slot) : 0;
    if (skills < LEAST_FIT && compared.nearRole[roleNumber] === 0) return -1;
    const role = compared.role[roleNumber] ?? Number.NaN;
    const domain = compared.domain[columns.industry[slot] ?? 0] ?? Number.NaN;
    let weight = WEIGHT.reach;
    let sum = WEIGHT.reach * (known[company] ?? 0);
    if (hasSkills) {
      weight += WEIGHT.skills;
      sum += WEIGHT.skills * skills;
    }
    if (!Number.isNaN(role)) {
      weight += WEIGHT.role;
      sum += WEIGHT.role * role;
    }
    if (!Number.isNaN(domain)) {
      weight += WEIGHT.domain;
      sum += WEIGHT.domain * domain;
    }
    let all = Number.isNaN(place) ? 1 : met(NEED.place, place);
    const pay = columns.pay[slot] ?? 0;
    if (pay > 0 && hoped !== null) all *= met(NEED.pay, payMet(hoped, pay));
    const min = columns.yearsMin[slot] ?? -1;
    if (min >= 0) {
      const most = columns.yearsMax[slot] ?? -1;
      const asked = { min, max: most < 0 ? null : most };
      all *= met(NEED.years, yearsMet(candidate.years, compared.yearsInRole[roleNumber] ?? 0, asked));
    }
    const degree = columns.degree[slot] ?? -1;
    if (degree >= 0) all *= met(NEED.degree, compared.degree[degree] ?? 1);
    return (100 * all * sum) / weight;
  };
}

/** The slots with the highest scores, all of them down to about `most`. */
function highest(slots: readonly number[], scores: readonly number[], most: number): number[] {
  if (slots.length <= most) return [...slots];
  const bucketOf = (score: number) => Math.min(BUCKETS - 1, Math.floor((score / 100) * BUCKETS));
  const histogram = new Uint32Array(BUCKETS);
  for (const score of scores) histogram[bucketOf(score)] = (histogram[bucketOf(score)] ?? 0) + 1;
  let least = BUCKETS - 1;
  for (let taken = histogram[least] ?? 0; least > 0 && taken < most; taken += histogram[least] ?? 0) least -= 1;
  return slots.filter((_, n) => bucketOf(scores[n] ?? 0) >= least);
}

export function emptyPostingIndex(): PostingIndex {
  const table = emptyTable();
  return {
    get size() {
      return table.slots.size;
    },
    put: (posting) => putPosting(table, posting),
    remove: (id) => removePosting(table, id),
    forgetBefore(day) {
      for (const posting of table.postings) if (posting && posting.day < day) removePosting(table, posting.id);
    },
    find(reading, options) {
      const scoreOf = scanner(table, reading, options);
      const without = new Set([...options.without].flatMap((id) => table.slots.get(id) ?? []));
      const [slots, scores]: [number[], number[]] = [[], []];
      for (let slot = 0; slot < table.postings.length; slot++) {
        const score = scoreOf(slot);
        // A little below the least, since sums are rounded; the exact score decides.
        if (score < WORTH_HEARING - 1e-6 || without.has(slot)) continue;
        slots.push(slot);
        scores.push(score);
      }
      const ranked = highest(slots, scores, MOST_CLOSELY).flatMap((slot): RankedPosting[] => {
        const posting = table.postings[slot];
        if (!posting) return [];
        const parts = partsForReader(posting, reading, options.known.has(posting.companyId));
        const score = totalScore(parts);
        return score < WORTH_HEARING ? [] : [{ posting, parts, score }];
      });
      return { found: withoutRepeats(ranked.sort(inReadersOrder), options.limit), fitting: slots.length };
    },
  };
}
