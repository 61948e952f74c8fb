import { z } from 'zod';
import { personCard } from '../../graph/index.ts';
import { postingView } from '../../jobs/index.ts';
import { pageOf, pageQuery } from '../../platform/index.ts';
import { PARTS } from '../model.ts';

const text = z.object({ zh: z.string(), en: z.string() });

/** The rows that a sentence comes from: the reader's own, the posting's, or a connection's. */
const rows = z.array(
  z.object({
    kind: z.enum(['position', 'skill', 'education', 'member', 'preference', 'connection', 'posting', 'company']),
    id: z.string(),
  }),
);

export const roleReason = z.object({ part: z.enum(PARTS), text, rows }).meta({ id: 'RoleReason' });
export type RoleReason = z.output<typeof roleReason>;

export const whyNowView = z
  .object({ kind: z.enum(['joined', 'grew', 'new', 'wish', 'stay']), text, rows })
  .meta({ id: 'WhyNow' });
export type WhyNow = z.output<typeof whyNowView>;

export const roleMatchView = z
  .object({
    score: z.number().min(0).max(100),
    parts: z.record(z.enum(PARTS), z.number().nullable()),
    step: z.enum(['next', 'same', 'further-up', 'down', 'change']).nullable(),
    reasons: z.array(roleReason),
    /** What is asked for and the reader does not show. */
    needs: z.array(text),
    /** Why it is worth hearing of now; null where nothing says so. */
    whyNow: whyNowView.nullable(),
    /** Connections who work there, a few of them, and how many they are. */
    known: z.array(personCard),
    knownCount: z.number(),
    /** How many people work there to whom a connection could introduce. */
    introducible: z.number(),
  })
  .meta({ id: 'RoleMatch' });

export const roleView = z
  .object({
    posting: postingView,
    /** Null where the list looks at nothing of the reader. */
    match: roleMatchView.nullable(),
  })
  .meta({ id: 'Role' });

export const rolesPage = pageOf(roleView).extend({
  /** Whether the list is made from the reader's profile; where not, it is the newest first. */
  personalised: z.boolean(),
  /** How many are worth hearing of, and how many postings are open; null where nothing was compared. */
  fitting: z.number().nullable(),
  searched: z.number(),
});

export const rolesQuery = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(30).default(10),
  /** Without personalisation: only what is in the cities and roles that the reader stated. */
  stated: z.enum(['true', 'false']).default('false'),
});

export const dismissalReason = z.enum(['place', 'pay', 'level', 'company', 'field', 'other']);

export const dismissedView = z
  .object({ posting: postingView, reason: dismissalReason.nullable(), at: z.iso.datetime() })
  .meta({ id: 'DismissedRole' });
