import type { Schema } from '../../platform/index.ts';
import type { Parts } from '../model.ts';
import { OUTCOMES, type Outcome } from './model.ts';

/** Somebody on a list, as they were shown. */
export type ShownRow = {
  readonly postingId: string;
  readonly listId: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly companyId: string;
  readonly rank: number;
  readonly parts: Parts;
  readonly at: Date;
};

type Stage = Schema['pipeline_entry']['stage'];

/** What recruiters and the people themselves did, each row for one person and posting. */
export type Acts = {
  readonly pipeline: readonly {
    readonly posting_id: string;
    readonly member_id: string;
    readonly stage: Stage;
    readonly added_by: string;
    readonly added_at: Date;
  }[];
  readonly conversations: readonly {
    readonly posting_id: string | null;
    readonly member_id: string;
    readonly opened_by: string;
    readonly opened_at: Date;
    readonly answered_at: Date | null;
    readonly declined_at: Date | null;
  }[];
  readonly opened: readonly {
    readonly posting_id: string | null;
    readonly member_id: string;
    readonly viewer_id: string;
    readonly at: Date;
  }[];
};

/** Who was turned down in the pipeline was looked at, and then not wanted. */
const OF_STAGE: Readonly<Record<Stage, Outcome>> = {
  saved: 'saved',
  contacted: 'written-to',
  replied: 'answered',
  interview: 'interviewed',
  offer: 'interviewed',
  hired: 'hired',
  declined: 'opened',
};

const further = (a: Outcome, b: Outcome): Outcome => (OUTCOMES.indexOf(a) >= OUTCOMES.indexOf(b) ? a : b);

/**
 * What came of each showing: what was done counts for the last list on which the very recruiter had been shown the
 * person before they began. A person who answers that they are not interested was wanted, and has not answered.
 */
export function attributed(rows: readonly ShownRow[], acts: Acts | null): Map<ShownRow, Outcome> {
  const outcomes = new Map<ShownRow, Outcome>();
  const key = (postingId: string | null, memberId: string, by: string) => `${postingId} ${memberId} ${by}`;
  const showings = Map.groupBy(rows, (row) => key(row.postingId, row.memberId, row.accountId));
  const credit = (of: string, at: Date, outcome: Outcome) => {
    const before = (showings.get(of) ?? []).filter((row) => row.at <= at);
    const last = before.reduce<ShownRow | null>((found, row) => (found && found.at >= row.at ? found : row), null);
    if (last) outcomes.set(last, further(outcomes.get(last) ?? 'shown', outcome));
  };
  for (const row of acts?.opened ?? []) credit(key(row.posting_id, row.member_id, row.viewer_id), row.at, 'opened');
  for (const row of acts?.conversations ?? []) {
    const answered = row.answered_at !== null && row.declined_at === null;
    const of = key(row.posting_id, row.member_id, row.opened_by);
    credit(of, row.opened_at, answered ? 'answered' : 'written-to');
  }
  for (const row of acts?.pipeline ?? []) {
    credit(key(row.posting_id, row.member_id, row.added_by), row.added_at, OF_STAGE[row.stage]);
  }
  return outcomes;
}
