import type { Multipliers, Outcome, ShownList } from '../src/matching/learning/model.ts';
import { propensityAt } from '../src/matching/learning/pairwise-fit.ts';
import { PARTS, type Part, type Parts } from '../src/matching/model.ts';
import { NEEDS, totalScore } from '../src/matching/weights.ts';

const SHOWN = 40;

/** Numbers from 0 to 1 that are always the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Parts of somebody who fits somehow; what is asked for is asked of everybody on a list. */
export function someParts(random: () => number, asked: ReadonlySet<Part>): Parts {
  // Who lacks what has to be met is hardly on a list at all.
  const value = (part: Part) => (Object.hasOwn(NEEDS, part) ? 0.6 + 0.4 * random() : random());
  return Object.fromEntries(PARTS.map((part) => [part, asked.has(part) ? value(part) : null])) as Record<
    Part,
    number | null
  >;
}

export type MadeChoices = {
  readonly planted: Multipliers;
  readonly eta: number;
  readonly lists: number;
  readonly seed: number;
};

/** What recruiters do who look at place r with probability r ** -eta, and choose whom the planted weights find fit. */
export function madeLists({ planted, eta, lists, seed }: MadeChoices): ShownList[] {
  const random = randomOf(seed);
  return Array.from({ length: lists }, (_, n) => {
    const asked = new Set(PARTS.filter((part) => part !== 'pay' && (part === 'skills' || random() < 0.9)));
    const people = Array.from({ length: SHOWN }, () => someParts(random, asked))
      .map((parts) => ({ parts, shownBy: totalScore(parts), fit: totalScore(parts, planted) }))
      .sort((a, b) => b.shownBy - a.shownBy);
    const bar = [...people].sort((a, b) => b.fit - a.fit)[Math.floor(SHOWN / 5)]?.fit ?? 0;
    const showings = people.map(({ parts, fit }, at) => {
      const looked = random() < propensityAt(at + 1, eta);
      const chosen = random() < 1 / (1 + Math.exp(-(fit - bar) / 2));
      const outcome: Outcome = looked && chosen ? 'saved' : 'shown';
      return { memberId: `${n}-${at}`, rank: at + 1, parts, outcome };
    });
    const id = `${seed}-${n}`;
    return { listId: id, postingId: id, accountId: `r${n % 9}`, companyId: `c${n % 4}`, at: new Date(0), showings };
  });
}
