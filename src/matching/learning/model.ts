import { z } from 'zod';
import { PARTS, type Part, type Parts } from '../model.ts';

/** How far somebody on a list came for the posting that it was made for, each further than the one before. */
export const OUTCOMES = ['shown', 'opened', 'saved', 'written-to', 'answered', 'interviewed', 'hired'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What an outcome says of how well somebody fits. Opening a profile is cheap and is led by the card, so that it says
 * little; what costs the recruiter or the person something says more.
 */
export const GAIN: Readonly<Record<Outcome, number>> = {
  shown: 0,
  opened: 0.2,
  saved: 1,
  'written-to': 1.5,
  answered: 2,
  interviewed: 3,
  hired: 4,
};

/** Somebody as they were shown: the place from 1, the parts of the score at that time, and what came of it. */
export type Showing = {
  readonly memberId: string;
  readonly rank: number;
  readonly parts: Parts;
  readonly outcome: Outcome;
};

/** What one recruiter was shown of one ranked list, with the weights as they stood and none set by hand. */
export type ShownList = {
  readonly listId: string;
  readonly postingId: string;
  readonly accountId: string;
  readonly companyId: string;
  readonly at: Date;
  readonly showings: readonly Showing[];
};

/** How much each part weighs against its default: 1 as in `weights.ts`, from a half to twice. */
export type Multipliers = Readonly<Record<Part, number>>;

const figure = z.object({ present: z.number(), learned: z.number() });

/** What a version was learned from, and how it did on lists that it was not learned from. */
export const learnedFrom = z.object({
  lists: z.number(),
  pairs: z.number(),
  recruiters: z.number(),
  companies: z.number(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** How steeply attention falls with the place: a person at place r is looked at with probability r ** -eta. */
  eta: z.number(),
  /** Lists kept back, and the mean nDCG@10 on them, places corrected for attention. */
  heldOut: figure.extend({ lists: z.number(), leastGain: z.number() }),
  /** The lowest impact ratio of any group that is shown. */
  impactRatio: figure,
});
export type LearnedFrom = z.output<typeof learnedFrom>;

export const multipliersSchema = z.record(z.enum(PARTS), z.number().min(0.5).max(2));

export const weightsVersionView = z
  .object({
    version: z.number().int().min(0),
    madeAt: z.iso.datetime().nullable(),
    active: z.boolean(),
    multipliers: multipliersSchema,
    /**
     * What that comes to, 0 to 1: of what speaks for somebody, each part's share of the mean; of what has to be met, how
     * much of the score a lack of it takes.
     */
    weighs: z.record(z.enum(PARTS), z.number()),
    /** Null for version 0: the defaults, which were written and not learned. */
    learnedFrom: learnedFrom.nullable(),
  })
  .meta({ id: 'WeightsVersion' });
export type WeightsVersionView = z.output<typeof weightsVersionView>;
