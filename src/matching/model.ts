import { z } from 'zod';
import { personCard } from '../graph/index.ts';
import { verificationMark } from '../talent/index.ts';

/** The named parts of a score. Each is 0 to 1, or null where nothing is asked or known. */
export const PARTS = [
  'skills',
  'role',
  'domain',
  'words',
  'years',
  'place',
  'degree',
  'pay',
  'evidence',
  'reach',
  'openness',
] as const;
export type Part = (typeof PARTS)[number];
export type Parts = Readonly<Record<Part, number | null>>;
export const partsSchema = z.record(z.enum(PARTS), z.number().nullable());

export const reasonView = z
  .object({
    part: z.enum(PARTS),
    text: z.object({ zh: z.string(), en: z.string() }),
    /** The rows that the fact comes from. */
    rows: z.array(
      z.object({
        kind: z.enum(['position', 'skill', 'education', 'member', 'connection', 'preference', 'post']),
        id: z.string(),
      }),
    ),
  })
  .meta({ id: 'Reason' });
export type Reason = z.output<typeof reasonView>;

/** What a member says is wrong in what was shown of them, as those see it who are shown the same. */
export const shownDispute = z
  .object({
    part: z.enum(PARTS),
    /** The sentence that is disputed; null where it is the part's figure. */
    said: z.object({ zh: z.string(), en: z.string() }).nullable(),
    because: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'ShownDispute' });
export type ShownDispute = z.output<typeof shownDispute>;

/** The one change that would move somebody most, by scoring them anew: `With experience in C++: about 5 places up`. */
export const riseView = z
  .object({ text: z.object({ zh: z.string(), en: z.string() }), score: z.number() })
  .meta({ id: 'Rise' });

export const matchView = z
  .object({
    member: personCard,
    score: z.number().min(0).max(100),
    parts: partsSchema,
    reasons: z.array(reasonView),
    missing: z.array(z.object({ zh: z.string(), en: z.string() })),
    rise: riseView.nullable(),
    disputes: z.array(shownDispute),
    years: z.number(),
    degree: z.string().nullable(),
    skills: z.array(z.string()),
    verified: z.array(verificationMark.extend({ positionId: z.uuid(), companyName: z.string() })),
    degreeOfConnection: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    introducers: z.array(personCard),
    introducerCount: z.number(),
    contactBy: z.enum(['anyone', 'introduction', 'nobody']),
    stage: z.string().nullable(),
  })
  .meta({ id: 'Match' });

export const filterQuery = z.object({
  cityId: z.string().max(60).optional(),
  yearsMin: z.coerce.number().int().min(0).max(60).optional(),
  degree: z.string().max(40).optional(),
  skill: z.string().max(80).optional(),
  verified: z.enum(['true', 'false']).optional(),
  connection: z.coerce.number().int().min(1).max(3).optional(),
});
export type Filter = z.output<typeof filterQuery>;

const WEIGHED = new RegExp(`^(?:(?:${PARTS.join('|')}):(?:0|0\\.5|1|2|4)(?:,|$))*$`);

/** How much each part matters, as `pay:0,skills:2`: 0 not at all, 1 as usual, 2 twice as much. */
export const weighQuery = z
  .string()
  .max(300)
  .regex(WEIGHED)
  .optional()
  .transform((text): Readonly<Partial<Record<Part, number>>> => {
    const pairs = (text ?? '').split(',').filter((pair) => pair !== '');
    return Object.fromEntries(pairs.map((pair) => pair.split(':')).map(([part, value]) => [part, Number(value)]));
  });
