import { groundedStays, type Stay, sharesMonth, type VerifiedStay } from '../identity/index.ts';

/** Whom nobody may be told apart from: facts about fewer members than this are not shown. */
export const K = 5;

export type Supporting = {
  readonly candidate: string;
  readonly position: Stay;
  /** Who confirmed the position, or is connected to the candidate, among those who were at the company then. */
  readonly supporters: readonly string[];
  /** The verified positions at the company of the supporters and of whoever confirmed theirs. */
  readonly stays: readonly VerifiedStay[];
};

/** The work-mail verified members on whom each supporter's word rests, were the candidate not there. */
export function rootsOfSupporters({ candidate, position, supporters, stays }: Supporting): ReadonlySet<string>[] {
  const grounded = groundedStays(stays, candidate).filter(({ stay }) => sharesMonth(stay, position));
  return [...new Set(supporters)].flatMap((id) => {
    const roots = new Set(grounded.filter(({ stay }) => stay.memberId === id).flatMap((one) => one.roots));
    return roots.size > 0 ? [roots] : [];
  });
}

/**
 * How many colleagues support a position independently of one another: the most supporters to whom a work-mail
 * verified person each, a different one for everybody, can be given on whom their word rests. However many people
 * a ring invents and lets confirm one another, it counts for no more than the mailboxes it has; people whose word rests
 * on the candidate's count for nothing. A maximum bipartite matching by augmenting paths (Kuhn 1955).
 */
export function independentSupport(supporting: Supporting): number {
  const rootsOf = rootsOfSupporters(supporting);
  const takenBy = new Map<string, number>();
  const place = (supporter: number, tried: Set<string>): boolean => {
    for (const root of rootsOf[supporter] ?? []) {
      if (tried.has(root)) continue;
      tried.add(root);
      const holder = takenBy.get(root);
      if (holder === undefined || place(holder, tried)) {
        takenBy.set(root, supporter);
        return true;
      }
    }
    return false;
  };
  return rootsOf.filter((_, supporter) => place(supporter, new Set())).length;
}
