import type { Candidate } from './talent-index/candidate.ts';

/** Who looks, and who of the network is not for them. */
export type Looking = {
  readonly recruiterId: string;
  /** Every company that the recruiter recruits for. */
  readonly companyIds: readonly string[];
  readonly applied: ReadonlySet<string>;
  readonly blocked: ReadonlySet<string>;
  /** The people whom the recruiter is connected to. */
  readonly connections: ReadonlySet<string>;
};

/**
 * Whether a recruiter may be shown a person: never the recruiter's own colleagues in the companies they recruit for,
 * nor those who hide from these, who are blocked, who chose not to be found, or who have applied already.
 */
export function mayShow(
  candidate: Pick<Candidate, 'memberId' | 'worksFor' | 'hiddenFrom' | 'findableBy'>,
  looking: Looking,
): boolean {
  if (candidate.memberId === looking.recruiterId) return false;
  if (looking.applied.has(candidate.memberId) || looking.blocked.has(candidate.memberId)) return false;
  if (looking.companyIds.some((id) => candidate.worksFor.includes(id) || candidate.hiddenFrom.includes(id)))
    return false;
  if (candidate.findableBy === 'nobody') return false;
  return candidate.findableBy === 'recruiters' || looking.connections.has(candidate.memberId);
}
