import { z } from 'zod';
import { roleBriefSchema } from '../../language/index.ts';
import { filterQuery, weighQuery } from '../model.ts';

/** How long a pool's search may have found people for before it is too wide to tell who is new. */
export const MOST_FOLLOWED = 5_000;
/** How many people may be picked by hand for one pool. */
export const MOST_PICKED = 500;

const narrowed = { filter: filterQuery.default({}), weigh: z.string().max(300).default('') };

/** A search that is kept: a Boolean one, or a brief with the text it was read from. */
export const savedSearch = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('query'), q: z.string().trim().min(1).max(1_000), ...narrowed }),
    z.object({
      kind: z.literal('brief'),
      brief: roleBriefSchema,
      text: z.string().max(60_000),
      q: z.string().trim().max(1_000).default(''),
      ...narrowed,
    }),
  ])
  .refine(({ weigh }) => weighQuery.safeParse(weigh).success, { path: ['weigh'], message: 'is no list of weights' })
  .meta({ id: 'SavedSearch' });
export type SavedSearch = z.output<typeof savedSearch>;

export const poolInput = z
  .object({
    name: z.string().trim().min(1).max(80),
    /** For all recruiters of the company, or for its maker alone. */
    shared: z.boolean(),
    search: savedSearch.nullable(),
  })
  .meta({ id: 'PoolInput' });

export const poolView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    company: z.object({ id: z.uuid(), name: z.string() }),
    shared: z.boolean(),
    /** Whether the reader made it: who did may rename, share and delete it. */
    mine: z.boolean(),
    search: savedSearch.nullable(),
    /** How many were picked by hand, of those who may be shown at this moment. */
    picked: z.number(),
    /** How many the search finds who were not there when the reader looked last; null where it finds too many to tell. */
    newcomers: z.number().nullable(),
    lookedAt: z.iso.datetime().nullable(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Pool' });
export type PoolView = z.output<typeof poolView>;
