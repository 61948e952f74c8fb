/** Somebody who voted on what an author wrote on a subject; however often, they count once. */
export type Voter = {
  /** Whether more of their votes on the subject were for than against it. */
  readonly favours: boolean;
  /** Whether any of their positions is verified. */
  readonly verified: boolean;
  /** Whether they ever worked where the author did. */
  readonly colleague: boolean;
  /** Whether the author voted for something of theirs. */
  readonly mutual: boolean;
  /** The company of their latest position; null where none is known. */
  readonly companyId: string | null;
};

/** Everybody of one company together counts for less than two. */
const NEXT_OF_COMPANY = 0.5;
/** Votes that cost nothing to make: each a quarter, and all of them together one at most. */
const CHEAP = 0.25;
const MOST_CHEAP = 1;
/** Past this, more votes say no more. */
const MOST = 25;

const isIndependent = ({ verified, colleague, mutual }: Voter) => verified && !colleague && !mutual;

/** Votes of independent people, each next one of the same company counting half of the one before. */
function independentWorth(voters: readonly Voter[]): number {
  const byCompany = new Map<string | null, number>();
  for (const { companyId } of voters) byCompany.set(companyId, (byCompany.get(companyId) ?? 0) + 1);
  return [...byCompany.values()].reduce(
    (sum, count) => sum + (1 - NEXT_OF_COMPANY ** count) / (1 - NEXT_OF_COMPANY),
    0,
  );
}

/**
 * How many votes an author's answers on a subject are worth, 0 to 25. In full count people whose position is verified,
 * who never worked where the author did and for whom the author did not vote; of one company they count for less than
 * two together. All others count a quarter each, and at most one in all: so a ring of friends, colleagues or made-up
 * accounts adds one at most however large it is, as in a flow-based trust metric the edges to independent people bound
 * what an attacker gets (Levien 2003). Votes against count where they are independent. More people in favour never cost.
 */
export function worthOfVotes(voters: readonly Voter[]): number {
  const independent = voters.filter(isIndependent);
  const worth = independentWorth(independent.filter(({ favours }) => favours));
  const against = independentWorth(independent.filter(({ favours }) => !favours));
  const cheap = voters.filter((voter) => voter.favours && !isIndependent(voter)).length * CHEAP;
  return Math.max(0, Math.min(MOST, worth + Math.min(MOST_CHEAP, cheap) - against));
}
