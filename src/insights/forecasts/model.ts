import { z } from 'zod';
import { columnKind, fieldView, figureId, periodSchema } from '../model.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const calendarDay = z.iso.date();
export const probabilitySchema = z.number().min(0).max(1);

/** The group whose key is the period itself, in tables that have a row for each period. */
export const OF_PERIOD = '@period';

/**
 * A test over the think tank's own figures, as data: which number of which figure, and what it is held against. `since`
 * takes the change of a count from that earlier period to `period`, and `than` is a number or the same number
 * of another field. There is no SQL in it.
 */
export const forecastTest = z
  .strictObject({
    figure: figureId,
    field: fieldView.shape.id,
    period: periodSchema,
    since: periodSchema.optional(),
    source: z.string().max(60).default('network'),
    table: z.string().min(1).max(60),
    group: z.string().min(1).max(200),
    measure: z.string().min(1).max(60),
    is: z.enum(['above', 'at-least', 'below', 'at-most']),
    than: z.union([z.number(), z.strictObject({ field: fieldView.shape.id })]),
  })
  .meta({ id: 'ForecastTest' });
export type ForecastTest = z.output<typeof forecastTest>;

/** What a test names, as it was when the forecast was entered: later changes of a field do not change a test. */
export const frozenSchema = z.object({
  fields: z.array(fieldView).min(1).max(2),
  labels: z.object({
    figure: text,
    table: text,
    group: text,
    measure: text,
    kind: columnKind,
  }),
});
export type Frozen = z.output<typeof frozenSchema>;

/** Why the data cannot tell. */
export const reasonSchema = z.enum(['suppressed', 'missing', 'uncertain']);
export type Reason = z.output<typeof reasonSchema>;

export const numberRead = z.object({
  value: z.number(),
  /** The 95 % interval; null where the number is a count of rows, which has none. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number(),
});
export type NumberRead = z.output<typeof numberRead>;
export type Measured = NumberRead | { readonly reason: 'suppressed' | 'missing' };

export const outcomeSchema = z.enum(['true', 'false', 'cannot-be-told']);
export type Outcome = z.output<typeof outcomeSchema>;

export const resolutionSchema = z.object({
  reason: reasonSchema.nullable(),
  read: numberRead.nullable(),
  /** What it was held against, where that is a number of another field. */
  against: numberRead.nullable(),
  /** Hash of the warehouse's files that it was read from. */
  snapshot: z.string(),
});
export type Resolution = z.output<typeof resolutionSchema>;

export const beliefView = z.object({ at: z.iso.datetime(), probability: probabilitySchema });
export const crowdView = z.object({ at: z.iso.datetime(), mean: probabilitySchema, n: z.number() });
export type Crowd = z.output<typeof crowdView>;

export const forecastState = z.enum(['open', 'due', 'true', 'false', 'cannot-be-told', 'withdrawn']);

export const forecastView = z
  .object({
    id: z.uuid(),
    statement: text,
    author: text,
    /** Entered as the author's own: their probability is public, and so is their score. */
    byMember: z.boolean(),
    source: z.string(),
    saidOn: calendarDay,
    /** What the data could show of it and what not. */
    about: text,
    madeUp: z.boolean(),
    test: forecastTest,
    words: text,
    unit: columnKind,
    resolvesOn: calendarDay,
    enteredAt: z.iso.datetime(),
    state: forecastState,
    /** The author's probability with its revisions, the oldest first; empty where none was stated. */
    stated: z.array(beliefView),
    /** The reader's own. */
    mine: z.array(beliefView),
    /** The members' mean as last published. */
    crowd: crowdView.nullable(),
    resolvedAt: z.iso.datetime().nullable(),
    resolution: resolutionSchema.nullable(),
    withdrawal: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
    mayGiveProbability: z.boolean(),
    mayWithdraw: z.boolean(),
    mayResolve: z.boolean(),
  })
  .meta({ id: 'Forecast' });
export type ForecastView = z.output<typeof forecastView>;

const day = (value: string) => new Date(`${value}T00:00:00Z`);
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
export const startOfDay = day;

export const forecastInput = z
  .object({
    statement: z.object({ zh: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) }),
    about: z.object({ zh: z.string().trim().max(1000), en: z.string().trim().max(1000) }).default({ zh: '', en: '' }),
    /** Somebody else's claim, with where it was made; left out for one's own. */
    claim: z
      .object({
        author: z.string().trim().min(1).max(120),
        source: z.string().trim().min(1).max(400),
        saidOn: calendarDay,
      })
      .optional(),
    /** One's own needs one; of somebody else's claim it is what they stated, if they did. */
    probability: probabilitySchema.nullable(),
    test: forecastTest,
    resolvesOn: calendarDay,
  })
  .meta({ id: 'ForecastInput' });
export type ForecastInput = z.output<typeof forecastInput>;
