import { z } from 'zod';
import { defineRoute, granted, members, type Route } from '../../platform/index.ts';
import { referencePopulation } from './model.ts';
import { readReference, writeReference } from './read-weights.ts';

const tag = 'insights';
const reply = z.object({ reference: referencePopulation.nullable() });

/** The population that reports may be weighted to. */
export function referenceRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/insights/reference',
      operationId: 'getReferencePopulation',
      tag,
      summary: 'The population that shares of people may be weighted to',
      allow: members,
      reply,
      handle: async ({ context }) => ({ reference: await readReference(context) }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/insights/reference',
      operationId: 'setReferencePopulation',
      tag,
      summary: 'Enters the population that shares of people may be weighted to',
      allow: granted('analyst'),
      body: referencePopulation,
      reply,
      handle: async ({ context, body }) => {
        await writeReference(context, body);
        return { reference: await readReference(context) };
      },
    }),
  ];
}
