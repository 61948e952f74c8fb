import { z } from 'zod';
import { CONSENT, READABLE_DAYS } from './consent.ts';
import {
  type checkLine,
  type checkReading,
  evidenceSchema,
  type myCheckView,
  sectionSchema,
  statementSchema,
  type statementView,
} from './model.ts';
import type { CheckRow, listStatements } from './store.ts';

type StatementRow = Awaited<ReturnType<typeof listStatements>>[number];
type StatementView = z.output<typeof statementView>;

const DAY_MS = 86_400_000;

/** The last moment at which a released check can be read; null where it is not released. */
export function readableUntil(row: Pick<CheckRow, 'state' | 'released_at'>): Date | null {
  return row.state === 'released' && row.released_at
    ? new Date(row.released_at.getTime() + READABLE_DAYS * DAY_MS)
    : null;
}

function base(row: CheckRow) {
  return {
    state: row.state,
    requestedAt: row.requested_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    releasedAt: row.state === 'released' ? (row.released_at?.toISOString() ?? null) : null,
    readableUntil: readableUntil(row)?.toISOString() ?? null,
    sections: z.array(sectionSchema).parse(row.sections),
  };
}

/** The statements as they were computed, with the candidate's answers. */
export function presentStatements(rows: readonly StatementRow[]): StatementView[] {
  return rows.map((row) => {
    const { kind, text } = statementSchema.parse(row.statement);
    return {
      id: row.id,
      kind,
      text,
      evidence: z.array(evidenceSchema).parse(row.evidence),
      answer: row.answer,
      answeredAt: row.answered_at?.toISOString() ?? null,
    };
  });
}

export function presentMyCheck(
  row: CheckRow,
  statements: readonly StatementRow[] | null,
): z.output<typeof myCheckView> {
  return {
    id: row.id,
    ...base(row),
    posting: { id: row.posting_id, title: row.posting_title },
    companyName: row.company_name,
    recruiterName: row.recruiter_name ?? '',
    note: row.note,
    consent: row.state === 'requested' ? CONSENT : null,
    statements: statements && presentStatements(statements),
  };
}

export function presentLine(row: CheckRow): z.output<typeof checkLine> {
  return { ...base(row), memberId: row.member_id, requestedBy: row.recruiter_name ?? '' };
}

export function presentReading(
  row: CheckRow,
  statements: readonly StatementRow[] | null,
): z.output<typeof checkReading> {
  return {
    ...presentLine(row),
    id: row.id,
    candidateName: row.candidate_name,
    postingTitle: row.posting_title,
    companyName: row.company_name,
    generated: row.candidate_origin === 'world',
    statements: statements && presentStatements(statements),
  };
}
