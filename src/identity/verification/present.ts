import type { z } from 'zod';
import { CODE_TRIES } from './code.ts';
import type { listAsked } from './colleague-store.ts';
import type { positionVerificationView } from './model.ts';
import type { listPositions, listVerifications } from './store.ts';
import { openSince } from './verify-by-colleagues.ts';
import { usableDomains } from './work-address.ts';

type PositionRow = Awaited<ReturnType<typeof listPositions>>[number];
type VerificationRow = Awaited<ReturnType<typeof listVerifications>>[number];
type AskedRow = Awaited<ReturnType<typeof listAsked>>[number];
type View = z.output<typeof positionVerificationView>;

function pendingByColleagues(row: VerificationRow, asked: readonly AskedRow[], now: Date): View['pending'] {
  if (row.requested_at <= openSince(now)) return [];
  return [
    {
      method: 'colleagues',
      verificationId: row.id,
      asked: asked
        .filter((one) => one.verification_id === row.id)
        .map((one) => ({ id: one.colleague_id, name: one.name, confirmed: one.state === 'confirmed' })),
    },
  ];
}

function pendingOf(row: VerificationRow, asked: readonly AskedRow[], now: Date): View['pending'] {
  if (row.state !== 'pending') return [];
  if (row.method === 'colleagues') return pendingByColleagues(row, asked, now);
  if (!row.code_expires_at || !row.code_domain) return [];
  const triesLeft = CODE_TRIES - (row.code_attempts ?? 0);
  if (row.code_expires_at <= now || triesLeft <= 0) return [];
  return [
    {
      method: 'work-email',
      verificationId: row.id,
      domain: row.code_domain,
      expiresAt: row.code_expires_at.toISOString(),
      triesLeft,
    },
  ];
}

/** Each position with how it is verified, what is pending, and what could be done. */
export function presentVerifications(
  positions: readonly PositionRow[],
  verifications: readonly VerificationRow[],
  asked: readonly AskedRow[],
  now: Date,
): View[] {
  return positions.map((position) => {
    const own = verifications.filter((row) => row.position_id === position.id);
    const verified = own.filter((row) => row.state === 'verified');
    return {
      positionId: position.id,
      companyName: position.company_name,
      title: position.title,
      start: position.start_month.slice(0, 7),
      end: position.end_month?.slice(0, 7) ?? null,
      companyKnown: position.company_id !== null,
      domains: usableDomains(position.email_domains ?? []),
      verified: verified.map((row) => ({ method: row.method, decidedAt: row.decided_at?.toISOString() ?? null })),
      pending: own.flatMap((row) => pendingOf(row, asked, now)),
      lapsed: verified.length === 0 && own.some((row) => row.state === 'expired' && row.decided_at !== null),
    };
  });
}
