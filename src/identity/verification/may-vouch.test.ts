import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_A_YEAR, type Stay, sharesMonth, type VerifiedStay, whoMayVouch, whoseWordCounts } from './may-vouch.ts';

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const person = fc.constantFrom(...PEOPLE);
const month = fc.integer({ min: 2020 * 12, max: 2022 * 12 });
const text = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
const stay: fc.Arbitrary<Stay> = fc
  .tuple(month, fc.option(fc.integer({ min: 0, max: 10 })))
  .map(([start, length]) => ({ start: text(start), end: length === null ? null : text(start + length) }));
const verified: fc.Arbitrary<VerifiedStay> = fc
  .tuple(stay, person, fc.constantFrom('work-email', 'colleagues'), fc.array(person, { maxLength: 4 }))
  .map(([when, memberId, method, confirmedBy]) => ({
    ...when,
    memberId,
    method,
    confirmedBy: method === 'colleagues' ? confirmedBy : [],
  }));

const monthsOf = ({ start, end }: Stay): Set<string> => {
  const months = new Set<string>();
  const number = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1;
  for (let n = number(start); n <= (end === null ? 2026 * 12 : number(end)); n++) months.add(text(n));
  return months;
};
const overlap = (a: Stay, b: Stay) => [...monthsOf(a)].some((one) => monthsOf(b).has(one));

/** The rule as a least fixed point over rounds: roots first, then whoever two of the round before confirmed; two rounds. */
function slow(stays: readonly VerifiedStay[], asker: string): Set<VerifiedStay> {
  const there = stays.filter((one) => one.memberId !== asker);
  let grounded = new Set(there.filter((one) => one.method === 'work-email'));
  const before = [...grounded];
  for (const one of there) {
    const who = new Set(
      before
        .filter((root) => one.confirmedBy.includes(root.memberId) && overlap(root, one))
        .map((root) => root.memberId),
    );
    who.delete(one.memberId);
    if (one.method === 'colleagues' && who.size >= 2) grounded = grounded.add(one);
  }
  return grounded;
}

describe('whose word counts', () => {
  test('months are shared as sets of months are', () => {
    fc.assert(fc.property(stay, stay, (a, b) => sharesMonth(a, b) === overlap(a, b)));
  });

  test('is what two rounds from the mailboxes reach', () => {
    fc.assert(
      fc.property(fc.array(verified, { maxLength: 12 }), person, (stays, asker) => {
        const fast = [...whoseWordCounts(stays, asker).values()].flat();
        expect(new Set(fast)).toEqual(slow(stays, asker));
      }),
      { numRuns: 2_000 },
    );
  });

  test('rests on two different people with a mailbox there, neither of them the asker', () => {
    fc.assert(
      fc.property(fc.array(verified, { maxLength: 12 }), person, (stays, asker) => {
        for (const [id, counted] of whoseWordCounts(stays, asker)) {
          for (const one of counted) {
            const roots = new Set(
              stays
                .filter((root) => root.method === 'work-email' && root.memberId !== asker)
                .map((root) => root.memberId),
            );
            if (stays.some((own) => own.memberId === id && own.method === 'work-email' && own.start === one.start))
              continue;
            const support = [...roots].filter(
              (root) => root !== id && stays.some((own) => own.memberId === id && own.confirmedBy.includes(root)),
            );
            expect(support.length).toBeGreaterThanOrEqual(2);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('without a mailbox, however they confirm one another, nobody counts', () => {
    fc.assert(
      fc.property(fc.array(verified, { maxLength: 15 }), person, (stays, asker) => {
        expect(
          whoseWordCounts(
            stays.filter((one) => one.method === 'colleagues'),
            asker,
          ).size,
        ).toBe(0);
      }),
    );
  });
});

/** Everybody works there all the time; an attacker confirms whatever the rule lets them, for as long as it lets them. */
function attack(mailboxes: number, puppets: number): number {
  const always = { start: '2020-01', end: null };
  const stays: VerifiedStay[] = Array.from({ length: mailboxes }, (_, i) => ({
    ...always,
    memberId: `root${i}`,
    method: 'work-email',
    confirmedBy: [],
  }));
  const given = new Map<string, number>();
  const everybody = () => stays.map((one) => one.memberId);
  for (let i = 0; i < puppets; i++) {
    const asker = `puppet${i}`;
    const can = whoMayVouch({ asker, position: always, stays, blocked: new Set(), givenThisYear: given }, everybody());
    // Whoever is further from the mailboxes is spent last: that is what gets the attacker furthest.
    const two = can.sort((x, y) => Number(x.startsWith('puppet')) - Number(y.startsWith('puppet'))).slice(0, 2);
    if (two.length < 2) break;
    for (const id of two) given.set(id, (given.get(id) ?? 0) + 1);
    stays.push({ ...always, memberId: asker, method: 'colleagues', confirmedBy: two });
  }
  return stays.length - mailboxes;
}

describe('an attacker who invents people', () => {
  test('gets none verified without a mailbox or with one', () => {
    expect([attack(0, 50), attack(1, 50)]).toEqual([0, 0]);
  });

  test.each([2, 3, 4])('gets no more than the bound with %i mailboxes', (mailboxes) => {
    const direct = (mailboxes * MOST_A_YEAR) / 2;
    const bound = ((mailboxes + direct) * MOST_A_YEAR) / 2;
    const reached = attack(mailboxes, bound * 3);
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThanOrEqual(bound);
  });
});

test('oneself, the blocked, those who were not there then and those who have confirmed enough may not', () => {
  fc.assert(
    fc.property(
      fc.array(verified, { maxLength: 12 }),
      person,
      stay,
      fc.uniqueArray(person, { maxLength: 3 }),
      fc.uniqueArray(person, { maxLength: 3 }),
      (stays, asker, position, blocked, spent) => {
        const may = whoMayVouch(
          {
            asker,
            position,
            stays,
            blocked: new Set(blocked),
            givenThisYear: new Map(spent.map((id) => [id, MOST_A_YEAR])),
          },
          PEOPLE,
        );
        const grounded = slow(stays, asker);
        const expected = PEOPLE.filter(
          (id) =>
            id !== asker &&
            !blocked.includes(id) &&
            !spent.includes(id) &&
            [...grounded].some((one) => one.memberId === id && overlap(one, position)),
        );
        expect(may).toEqual(expected);
      },
    ),
    { numRuns: 2_000 },
  );
});
