import type { PostingRow } from '../../jobs/index.ts';
import type { Person } from '../../talent/index.ts';
import type { Parts } from '../model.ts';
import type { OpenPosting } from './open-posting.ts';
import type { Reading } from './reader.ts';

/** A connection who works at the posting's company. */
export type Known = { readonly memberId: string; readonly positionId: string; readonly since: string };

/** Everything that is said of one posting to its reader is made from this: rows, and what was worked out from them. */
export type RoleFacts = {
  readonly posting: OpenPosting;
  readonly row: PostingRow;
  readonly person: Person;
  readonly reading: Reading;
  readonly parts: Parts;
  readonly known: readonly Known[];
  readonly now: Date;
};

/** New postings of a company in a field of work, in the last 90 days and the 90 days before. */
export type Growth = { readonly now: number; readonly before: number };

/** How long people stay in a role: the median of the stays that have ended, and how many those are. */
export type UsualStay = { readonly months: number; readonly stays: number };
