import type { Degree, Seniority } from '../../language/index.ts';
import { type MatchProfile, monthOfDate, type SkillFact } from './profile.ts';

/** A trade that somebody has worked in. */
export type RoleFact = {
  readonly roleId: string;
  /** Months in it, positions that overlap counted each. */
  readonly months: number;
  /** Months of work since the last of them; 0 while it lasts. A gap does not count: what was learned is no older for it. */
  readonly since: number;
};

/** A member as the ranker sees them at one moment. */
export type Candidate = {
  readonly memberId: string;
  readonly cityId: string | null;
  /** Years of work, to one decimal; months in which there were two positions count once. */
  readonly years: number;
  readonly degree: Degree | null;
  readonly seniority: Seniority | null;
  /** The latest first. */
  readonly roles: readonly RoleFact[];
  readonly skills: readonly SkillFact[];
  readonly industries: readonly { readonly industryId: string; readonly months: number }[];
  readonly worksFor: readonly string[];
  readonly hiddenFrom: readonly string[];
  readonly findableBy: MatchProfile['findableBy'];
  readonly openness: MatchProfile['openness'];
  readonly contactBy: MatchProfile['contactBy'];
  readonly desiredCityIds: readonly string[];
  readonly desiredPayMin: number | null;
  readonly remote: boolean;
  /** The share of their positions that are verified, 0 to 1. */
  readonly verifiedShare: number;
  readonly latestVerified: boolean;
  /** Months in the present position, or in the latest one for those who are between two; null for those who never had any. */
  readonly tenure: number | null;
};

type Stay = { readonly start: number; readonly end: number | null };

/** Months from the first to the last, both counted, no later than `month`. */
const monthsOf = ({ start, end }: Stay, month: number) => Math.max(0, Math.min(end ?? month, month) - start + 1);
const lasts = ({ start, end }: Stay, month: number) => start <= month && (end === null || end >= month);

/** Months in which there was any position. */
export function monthsWorked(positions: readonly Stay[], month: number): number {
  let worked = 0;
  let covered = Number.NEGATIVE_INFINITY;
  for (const stay of [...positions].sort((a, b) => a.start - b.start)) {
    const from = Math.max(stay.start, covered + 1);
    const end = Math.min(month, stay.end ?? month);
    if (end >= from) {
      worked += end - from + 1;
      covered = end;
    }
  }
  return worked;
}

/** Months in which there was any position after this one ended. */
function workedSince(positions: readonly Stay[], { end }: Stay, month: number): number {
  if (end === null || end >= month) return 0;
  return monthsWorked(
    positions.map((other) => ({ start: Math.max(other.start, end + 1), end: other.end })),
    month,
  );
}

function rolesOf(profile: MatchProfile, month: number): RoleFact[] {
  const facts = new Map<string, { months: number; since: number }>();
  for (const position of profile.positions) {
    if (position.roleId === null || position.start > month) continue;
    const fact = facts.get(position.roleId) ?? { months: 0, since: Number.POSITIVE_INFINITY };
    fact.months += monthsOf(position, month);
    fact.since = Math.min(fact.since, workedSince(profile.positions, position, month));
    facts.set(position.roleId, fact);
  }
  return [...facts].map(([roleId, fact]) => ({ roleId, ...fact }));
}

function industriesOf(profile: MatchProfile, month: number): { industryId: string; months: number }[] {
  const facts = new Map<string, number>();
  for (const position of profile.positions) {
    if (position.industryId === null) continue;
    facts.set(position.industryId, (facts.get(position.industryId) ?? 0) + monthsOf(position, month));
  }
  return [...facts].map(([industryId, months]) => ({ industryId, months }));
}

/** What a profile amounts to at `now`. Pure: the same profile and moment give the same candidate. */
export function candidateOf(profile: MatchProfile, now: Date | number): Candidate {
  const month = typeof now === 'number' ? now : monthOfDate(now);
  const { positions } = profile;
  const present = positions.filter((position) => lasts(position, month));
  const latest = present[0] ?? positions[0];
  return {
    memberId: profile.memberId,
    cityId: profile.cityId,
    years: Math.round((monthsWorked(positions, month) / 12) * 10) / 10,
    degree: profile.degree,
    seniority: positions[0]?.seniority ?? null,
    roles: rolesOf(profile, month),
    skills: profile.skills,
    industries: industriesOf(profile, month),
    worksFor: present.flatMap((position) => position.companyId ?? []),
    hiddenFrom: profile.hiddenFrom,
    findableBy: profile.findableBy,
    openness: profile.openness,
    contactBy: profile.contactBy,
    desiredCityIds: profile.desiredCityIds,
    desiredPayMin: profile.desiredPayMin,
    remote: profile.remote,
    verifiedShare: positions.length === 0 ? 0 : positions.filter((row) => row.verified).length / positions.length,
    latestVerified: positions[0]?.verified ?? false,
    tenure: latest ? monthsOf(latest, month) : null,
  };
}
