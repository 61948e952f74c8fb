import { z } from 'zod';
import type { ReadModels } from '../matching/index.ts';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  members,
  pageOf,
  pageQuery,
  type Route,
  recruiters,
  requireAccount,
} from '../platform/index.ts';
import { askForIntroduction } from './ask-introduction.ts';
import { endIntroduction, makeIntroduction } from './decide-introduction.ts';
import { listOwnIntroductions } from './list-introductions.ts';
import { introductionState, introductionView, messageBody, newIntroduction } from './model.ts';

const tag = 'outreach';
const introductionParams = z.object({ introductionId: z.uuid() });
const decided = z.object({ state: introductionState });

/** Requests for introductions: asked by recruiters, made or declined by the connection who was asked. */
export function introductionRoutes(models: ReadModels): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/introductions',
      operationId: 'listIntroductions',
      tag,
      summary: 'The requests for introductions that you were asked in, or that you asked',
      allow: members,
      query: pageQuery.extend({ as: z.enum(['introducer', 'recruiter']).default('introducer') }),
      reply: pageOf(introductionView),
      handle: async ({ context, actor, query }) => {
        const before = decodeCursor(query.cursor, z.tuple([z.iso.datetime(), z.uuid()]));
        const account = requireAccount(actor);
        const { items, next } = await listOwnIntroductions(context, account, query.as, before, query.limit);
        return { items, nextCursor: next && encodeCursor(next) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/introductions',
      operationId: 'askForIntroduction',
      tag,
      summary: 'Asks a common connection to introduce you to a person, about a posting of your company',
      allow: recruiters,
      body: newIntroduction,
      reply: z.object({ id: z.uuid() }),
      status: 201,
      perMinute: 60,
      handle: async ({ context, actor, body }) => ({
        id: await askForIntroduction(context, requireAccount(actor), body),
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/introductions/:introductionId/make',
      operationId: 'makeIntroduction',
      tag,
      summary: 'Introduces the recruiter to the person in your own words, which opens their conversation',
      allow: members,
      params: introductionParams,
      body: z.object({ wording: messageBody }),
      reply: decided,
      handle: async ({ context, actor, params, body }) => {
        await makeIntroduction(context, requireAccount(actor), models, params.introductionId, body.wording);
        return { state: 'made' as const };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/introductions/:introductionId/decline',
      operationId: 'declineIntroduction',
      tag,
      summary: 'Declines to introduce; no reason is told, and the person hears nothing',
      allow: members,
      params: introductionParams,
      reply: decided,
      handle: async ({ context, actor, params }) => {
        await endIntroduction(context, requireAccount(actor), params.introductionId, 'decline');
        return { state: 'declined' as const };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/introductions/:introductionId/withdraw',
      operationId: 'withdrawIntroduction',
      tag,
      summary: 'Takes your request for an introduction back',
      allow: recruiters,
      params: introductionParams,
      reply: decided,
      handle: async ({ context, actor, params }) => {
        await endIntroduction(context, requireAccount(actor), params.introductionId, 'withdraw');
        return { state: 'withdrawn' as const };
      },
    }),
  ];
}
