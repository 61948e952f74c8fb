import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeFoundBy, type Viewing, visibleParts } from './policy.ts';
import { currentPositions, yearsOfExperience } from './present-person.ts';

const company = fc.constantFrom('a', 'b', 'c');
const viewing: fc.Arbitrary<Viewing> = fc.record({
  viewerId: fc.constantFrom('me', 'you'),
  ownerId: fc.constant('you'),
  connected: fc.boolean(),
  blocked: fc.boolean(),
  viewerRecruitsFor: fc.array(company, { maxLength: 2 }),
  ownerWorksFor: fc.array(company, { maxLength: 2 }),
  ownerHiddenFrom: fc.array(company, { maxLength: 2 }),
  ownerFindableBy: fc.constantFrom('nobody', 'connections', 'recruiters'),
});

describe('who sees what of a profile', () => {
  test("one's own employer's recruiters never find one, and never learn one's wishes", () => {
    fc.assert(
      fc.property(viewing, (case_) => {
        const own = case_.viewerRecruitsFor.some(
          (id) => case_.ownerWorksFor.includes(id) || case_.ownerHiddenFrom.includes(id),
        );
        if (!own || case_.viewerId === case_.ownerId) return;
        expect(mayBeFoundBy(case_)).toBe(false);
        expect(visibleParts(case_)).not.toContain('wishes');
      }),
      { numRuns: 2_000 },
    );
  });

  test('a block shows nothing; a stranger sees the card alone; a connection the profile without its wishes', () => {
    const base: Viewing = {
      viewerId: 'me',
      ownerId: 'you',
      connected: false,
      blocked: false,
      viewerRecruitsFor: [],
      ownerWorksFor: [],
      ownerHiddenFrom: [],
      ownerFindableBy: 'recruiters',
    };
    expect(visibleParts({ ...base, blocked: true })).toEqual([]);
    expect(visibleParts(base)).toEqual(['card']);
    expect(visibleParts({ ...base, connected: true })).not.toContain('wishes');
    expect(visibleParts({ ...base, viewerRecruitsFor: ['x'] })).toContain('wishes');
    expect(visibleParts({ ...base, viewerRecruitsFor: ['x'], ownerFindableBy: 'nobody' })).toEqual(['card']);
  });
});

describe('years of experience', () => {
  const now = new Date('2023-03-31T00:00:00Z');
  const month = fc.integer({ min: 2010 * 12, max: 2023 * 12 + 2 });
  const asDate = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;

  test('count each month once, as a set of months does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(month, fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 6 }),
        (spans) => {
          const rows = spans.map(([start, length]) => ({
            start_month: asDate(start),
            end_month: asDate(start + length),
          }));
          const months = new Set<number>();
          for (const [start, length] of spans)
            for (let m = start; m <= Math.min(start + length, 2023 * 12 + 2); m++) months.add(m);
          expect(yearsOfExperience(rows, now)).toBe(Math.round((months.size / 12) * 10) / 10);
        },
      ),
    );
  });

  test('a position that ended is not current; one that begins this month is', () => {
    const rows = [
      { start_month: '2020-01-01', end_month: '2023-02-01' },
      { start_month: '2023-03-01', end_month: null },
    ];
    expect(currentPositions(rows, now)).toEqual([rows[1]]);
    expect(yearsOfExperience([], now)).toBeNull();
  });
});
