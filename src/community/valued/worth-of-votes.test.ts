import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Voter, worthOfVotes } from './worth-of-votes.ts';

const voter: fc.Arbitrary<Voter> = fc.record({
  favours: fc.boolean(),
  verified: fc.boolean(),
  colleague: fc.boolean(),
  mutual: fc.boolean(),
  companyId: fc.constantFrom('a', 'b', 'c', null),
});
const voters = fc.array(voter, { maxLength: 40 });
const independent = (companyId: string): Voter => ({
  ...{ favours: true, verified: true, colleague: false, mutual: false },
  companyId,
});

test('is from 0 to 25, and the same in whatever order people voted', () => {
  fc.assert(
    fc.property(voters, (all) => {
      const worth = worthOfVotes(all);
      expect(worth).toBeGreaterThanOrEqual(0);
      expect(worth).toBeLessThanOrEqual(25);
      expect(worthOfVotes([...all].reverse())).toBeCloseTo(worth, 9);
    }),
  );
});

test('one more in favour never costs, and one more against never helps', () => {
  fc.assert(
    fc.property(voters, voter, (all, one) => {
      const [before, after] = [worthOfVotes(all), worthOfVotes([...all, one])];
      if (one.favours) expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      else expect(after).toBeLessThanOrEqual(before + 1e-9);
    }),
  );
});

test('a ring of any size, of colleagues, friends who vote for one another or unverified accounts, adds one at most', () => {
  const ringed = voter
    .map((one) => ({ ...one, favours: true }))
    .filter((one) => !one.verified || one.colleague || one.mutual);
  fc.assert(
    fc.property(voters, fc.array(ringed, { maxLength: 300 }), (all, ring) => {
      expect(worthOfVotes([...all, ...ring]) - worthOfVotes(all)).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test('everybody of one company together is worth less than two; people of many companies count each', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (people) => {
      expect(worthOfVotes(Array.from({ length: people }, () => independent('a')))).toBeLessThanOrEqual(2);
      const spread = Array.from({ length: people }, (_, n) => independent(`company ${n}`));
      expect(worthOfVotes(spread)).toBeCloseTo(Math.min(25, people), 9);
    }),
  );
});
