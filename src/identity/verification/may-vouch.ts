/** A time at a company. Months as `2021-03` (a longer date counts as its month), both ends included; `end` null while it lasts. */
export type Stay = { readonly start: string; readonly end: string | null };

/** A verified position at the company in question. */
export type VerifiedStay = Stay & {
  readonly memberId: string;
  readonly method: 'work-email' | 'colleagues';
  /** Who confirmed it; nobody where it was verified by mail. */
  readonly confirmedBy: readonly string[];
};

const monthOf = (date: string) => date.slice(0, 7);

/** Whether there is a month that belongs to both. */
export function sharesMonth(a: Stay, b: Stay): boolean {
  const reaches = (one: Stay, other: Stay) => one.end === null || monthOf(one.end) >= monthOf(other.start);
  return reaches(a, b) && reaches(b, a);
}

/** How many colleagues it takes, and how many confirmations one member gives in a year. */
export const NEEDED = 2;
export const MOST_A_YEAR = 12;

/** A verified position whose holder's word counts, and the members with a mailbox there on whom that rests. */
export type Grounded = { readonly stay: VerifiedStay; readonly roots: readonly string[] };

/**
 * The verified positions at a company that count, were `asker` not there: those verified by their own work mail (the
 * roots), and those whom two roots have confirmed. Nobody further away: so every chain of confirmations is two steps
 * at most and ends at two different people with a mailbox there, a circle of people who confirm one another counts for
 * nothing, and with r mailboxes and n confirmations a year each, somebody can get at most (r + r·n/2)·n/2 invented
 * people verified in a year, and none at all with one mailbox. The asker is left out, so that nobody vouches for
 * the one on whose word their own position rests.
 */
export function groundedStays(stays: readonly VerifiedStay[], asker: string): Grounded[] {
  const others = stays.filter((stay) => stay.memberId !== asker);
  const roots = others.filter((stay) => stay.method === 'work-email');
  const isRootBeside = (id: string, stay: Stay) =>
    roots.some((root) => root.memberId === id && sharesMonth(root, stay));
  return others.flatMap((stay) => {
    if (stay.method === 'work-email') return [{ stay, roots: [stay.memberId] }];
    const confirmers = new Set(stay.confirmedBy.filter((id) => id !== stay.memberId && id !== asker));
    const own = [...confirmers].filter((id) => isRootBeside(id, stay));
    return own.length >= NEEDED ? [{ stay, roots: own }] : [];
  });
}

/** The members whose word counts at a company, with the time for which it does. */
export function whoseWordCounts(stays: readonly VerifiedStay[], asker: string): ReadonlyMap<string, readonly Stay[]> {
  return Map.groupBy(
    groundedStays(stays, asker).map(({ stay }) => stay),
    (stay) => stay.memberId,
  );
}

export type VouchingCase = {
  readonly asker: string;
  /** The position to be verified. */
  readonly position: Stay;
  /** Everybody's verified positions at its company, as far as the candidates' and their confirmers'. */
  readonly stays: readonly VerifiedStay[];
  /** Whom the asker has blocked, or who has blocked the asker. */
  readonly blocked: ReadonlySet<string>;
  /** Confirmations that a member has given in the past year. */
  readonly givenThisYear: ReadonlyMap<string, number>;
};

/** The ones of `candidates` who may confirm that the asker worked there then. */
export function whoMayVouch(case_: VouchingCase, candidates: readonly string[]): string[] {
  const counted = whoseWordCounts(case_.stays, case_.asker);
  return candidates.filter(
    (id) =>
      id !== case_.asker &&
      !case_.blocked.has(id) &&
      (case_.givenThisYear.get(id) ?? 0) < MOST_A_YEAR &&
      (counted.get(id) ?? []).some((stay) => sharesMonth(stay, case_.position)),
  );
}
