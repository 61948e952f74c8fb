import { z } from 'zod';

/** A person as a line in a list: what everybody may see of them. */
export const personCard = z
  .object({
    id: z.uuid(),
    name: z.string(),
    headline: z.string(),
    cityId: z.string().nullable(),
    current: z.object({ companyName: z.string(), title: z.string() }).nullable(),
    verified: z.boolean(),
    generated: z.boolean(),
  })
  .meta({ id: 'PersonCard' });
export type PersonCard = z.output<typeof personCard>;

export const connectionView = personCard
  .extend({ kind: z.enum(['colleague', 'alumni', 'community', 'other']), since: z.iso.datetime() })
  .meta({ id: 'Connection' });

export const requestView = personCard
  .extend({ note: z.string(), askedAt: z.iso.datetime() })
  .meta({ id: 'ConnectionRequest' });

export const suggestionView = personCard
  .extend({ why: z.object({ zh: z.string(), en: z.string() }), mutual: z.number() })
  .meta({ id: 'Suggestion' });

const degree = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).nullable();
const request = z.enum(['none', 'sent', 'received']);

export const foundView = personCard
  .extend({ otherName: z.string().nullable(), degree, request })
  .meta({ id: 'FoundPerson' });

export const relationView = z
  .object({
    degree,
    mutual: z.array(personCard),
    mutualCount: z.number(),
    request,
  })
  .meta({ id: 'Relation' });
