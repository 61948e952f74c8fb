import { dayOf } from './open-posting.ts';

/** What is not for a reader. */
export type Conflicts = {
  /** Where they work, from whom they hide, for whom they recruit. */
  readonly companies: ReadonlySet<string>;
  /** What they applied to or put away. */
  readonly postings: ReadonlySet<string>;
  /** People who have blocked them or whom they have blocked. */
  readonly blocked: ReadonlySet<string>;
  /** The first day of publication that counts. */
  readonly since: number;
};

type Posted = {
  readonly id: string;
  readonly company_id: string;
  readonly state: 'draft' | 'open' | 'closed';
  readonly published_on: string | null;
  readonly created_by: string | null;
};

/** Whether a posting may be put before a reader: open, not for too long, and nothing that they keep away from. */
export function mayHearOf(posting: Posted, conflicts: Conflicts): boolean {
  if (posting.state !== 'open' || posting.published_on === null) return false;
  if (dayOf(posting.published_on) < conflicts.since) return false;
  if (posting.created_by !== null && conflicts.blocked.has(posting.created_by)) return false;
  return !conflicts.companies.has(posting.company_id) && !conflicts.postings.has(posting.id);
}
