import { z } from 'zod';
import { defineRoute, members, type Route, requireAccount } from '../../platform/index.ts';
import { eraseMyself, previewErasure } from './erase-member.ts';
import { erasureInput, erasurePreview } from './model.ts';

const tag = 'moderation';
const TRIES_A_MINUTE = 5;

/** A member's right to be forgotten. */
export function erasureRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me/erasure',
      operationId: 'previewErasure',
      tag,
      summary: 'What erasing your account would delete, and what would stay without your name',
      allow: members,
      perMinute: 30,
      reply: erasurePreview,
      handle: ({ context, actor }) => previewErasure(context, requireAccount(actor).id),
    }),
    defineRoute({
      method: 'POST',
      path: '/me/erasure',
      operationId: 'eraseMyAccount',
      tag,
      summary: 'Erases your account and what belongs to it, at once and for good; every session ends',
      allow: members,
      perMinute: TRIES_A_MINUTE,
      body: erasureInput,
      reply: z.object({ erased: z.literal(true) }),
      handle: async ({ context, actor, body }) => {
        await eraseMyself(context, requireAccount(actor), body);
        return { erased: true as const };
      },
    }),
  ];
}
