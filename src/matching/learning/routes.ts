import { z } from 'zod';
import { defineRoute, granted, type Route, requireAccount } from '../../platform/index.ts';
import { weightsVersionView } from './model.ts';
import { chooseWeights, listWeights } from './weights-store.ts';

const tag = 'matching';
const keepers = granted('analyst', 'operator');
const versions = z.object({ items: z.array(weightsVersionView) });

/** The weights of the ranking: what they are, what they were learned from, and going back. */
export function weightsRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/matching/weights',
      operationId: 'listWeights',
      tag,
      summary: 'Every version of the weights, the newest first, with what it was learned from; at most 100',
      allow: keepers,
      reply: versions,
      handle: async ({ context }) => ({ items: await listWeights(context.db) }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/matching/weights/active',
      operationId: 'chooseWeights',
      tag,
      summary: 'Ranks by a version of the weights from now on; 0 are the defaults',
      allow: keepers,
      body: z.object({ version: z.number().int().min(0) }),
      reply: versions,
      handle: async ({ context, actor, body }) => {
        await chooseWeights(context, body.version, requireAccount(actor).id);
        return { items: await listWeights(context.db) };
      },
    }),
  ];
}
