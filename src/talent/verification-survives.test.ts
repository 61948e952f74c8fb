import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Stay, verificationSurvives } from './verification-survives.ts';

const month = fc.integer({ min: 2018 * 12, max: 2023 * 12 + 2 });
const text = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
const stay: fc.Arbitrary<Stay> = fc.record({
  companyId: fc.constantFrom('a', 'b', null),
  start: month.map(text),
  end: fc.option(month.map(text)),
});
const verifiedAt = month.map((n) => new Date(`${text(n).slice(0, 7)}-15T00:00:00Z`));

test('a verification survives what changes neither company nor dates', () => {
  fc.assert(
    fc.property(stay, verifiedAt, (same, at) => {
      expect(verificationSurvives(same, { ...same }, at)).toBe(same.companyId !== null);
    }),
  );
});

test('it ends with any other change, but for the end of a job that lasted when it was verified', () => {
  fc.assert(
    fc.property(stay, stay, verifiedAt, (before, after, at) => {
      const changed = before.companyId !== after.companyId || before.start !== after.start || before.end !== after.end;
      if (!changed || !verificationSurvives(before, after, at)) return;
      expect([before.companyId, before.start, before.end]).toEqual([after.companyId, after.start, null]);
      expect(after.end?.slice(0, 7) ?? '').not.toBe('');
      expect(new Date(`${after.end?.slice(0, 7)}-28T00:00:00Z`) >= at).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
