/** What a verification says about: where, and from when to when. Months as `2021-03-01`; `end` null while it lasts. */
export type Stay = { readonly companyId: string | null; readonly start: string; readonly end: string | null };

/**
 * Whether a position's verification still holds after an edit: the same company and the same dates. The one change
 * that takes nothing away from the evidence is that a position which lasted has ended, in the month of the
 * verification or later.
 */
export function verificationSurvives(before: Stay, after: Stay, verifiedAt: Date): boolean {
  if (before.companyId === null || before.companyId !== after.companyId || before.start !== after.start) return false;
  if (before.end === after.end) return true;
  return before.end === null && after.end !== null && after.end.slice(0, 7) >= verifiedAt.toISOString().slice(0, 7);
}
