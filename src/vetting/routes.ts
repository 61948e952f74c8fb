import { z } from 'zod';
import { ownPosting } from '../jobs/index.ts';
import {
  type Actor,
  type Context,
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
import { allowCheck, answerStatement, decideCheck, recomputeCheck } from './answer-check.ts';
import { askForCheck, withdrawRequest } from './ask-for-check.ts';
import { hasStatements } from './check-states.ts';
import { allowInput, answerInput, checkLine, checkReading, myCheckView, requestInput } from './model.ts';
import { presentMyCheck } from './present-check.ts';
import { listPostingChecks, readCheck } from './read-check.ts';
import { findCheck, listChecks, listStatements } from './store.ts';

const tag = 'vetting';
const checkParams = z.object({ checkId: z.uuid() });
const postingParams = z.object({ postingId: z.uuid() });
const entryParams = postingParams.extend({ memberId: z.uuid() });

async function viewMine(context: Context, actor: Actor, checkId: string) {
  const { id } = requireAccount(actor);
  const row = await findCheck(context.db, id, checkId);
  return presentMyCheck(row, hasStatements(row.state) ? await listStatements(context.db, id, checkId) : null);
}

/** A candidate's decision about their check: the same shape for each. */
function decision(act: 'refuse' | 'release' | 'take-back', operationId: string, summary: string): Route {
  return defineRoute({
    method: 'POST',
    path: `/me/checks/:checkId/${act}`,
    operationId,
    tag,
    summary,
    allow: members,
    params: checkParams,
    reply: myCheckView,
    handle: async ({ context, actor, params }) => {
      await decideCheck(context, requireAccount(actor).id, params.checkId, act);
      return viewMine(context, actor, params.checkId);
    },
  });
}

function candidateRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me/checks',
      operationId: 'listMyChecks',
      tag,
      summary: 'The first-round checks that recruiters asked you for',
      allow: members,
      query: pageQuery,
      reply: pageOf(myCheckView),
      handle: async ({ context, actor, query }) => {
        const [before] = decodeCursor(query.cursor, z.tuple([z.uuid()])) ?? [null];
        const rows = await listChecks(context.db, requireAccount(actor).id, before, query.limit + 1);
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        return {
          items: page.map((row) => presentMyCheck(row, null)),
          nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/me/checks/:checkId',
      operationId: 'getMyCheck',
      tag,
      summary: 'One of them: what you would agree to, or, once you allowed it, what the recruiter will read',
      allow: members,
      params: checkParams,
      reply: myCheckView,
      handle: ({ context, actor, params }) => viewMine(context, actor, params.checkId),
    }),
    defineRoute({
      method: 'POST',
      path: '/me/checks/:checkId/allow',
      operationId: 'allowCheck',
      tag,
      summary: 'Allows a check: it is computed and shown to you first; nothing is released yet',
      allow: members,
      params: checkParams,
      body: allowInput,
      reply: myCheckView,
      perMinute: 20,
      handle: async ({ context, actor, params, body }) => {
        await allowCheck(context, requireAccount(actor).id, params.checkId, body);
        return viewMine(context, actor, params.checkId);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/me/checks/:checkId/recompute',
      operationId: 'recomputeCheck',
      tag,
      summary: 'Computes it again from your profile as it is now; your answers stay',
      allow: members,
      params: checkParams,
      reply: myCheckView,
      perMinute: 20,
      handle: async ({ context, actor, params }) => {
        await recomputeCheck(context, requireAccount(actor).id, params.checkId);
        return viewMine(context, actor, params.checkId);
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/me/checks/:checkId/statements/:statementId/answer',
      operationId: 'answerStatement',
      tag,
      summary: 'Says something to one statement, before you release the check',
      allow: members,
      params: checkParams.extend({ statementId: z.uuid() }),
      body: answerInput,
      reply: myCheckView,
      handle: async ({ context, actor, params, body }) => {
        await answerStatement(context, { ...params, memberId: requireAccount(actor).id }, body.answer);
        return viewMine(context, actor, params.checkId);
      },
    }),
    decision('refuse', 'refuseCheck', 'Refuses a check that is not released'),
    decision('release', 'releaseCheck', 'Lets the recruiter read it, as you see it'),
    decision('take-back', 'takeCheckBack', 'Takes a released check back: it is unreadable and deleted at once'),
  ];
}

function recruiterRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/checks',
      operationId: 'listPostingChecks',
      tag,
      summary: 'Where the first-round checks of a posting stand',
      allow: recruiters,
      params: postingParams,
      reply: z.object({ items: z.array(checkLine) }),
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        await ownPosting(context, account, params.postingId);
        return { items: await listPostingChecks(context, account, params.postingId) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/postings/:postingId/checks',
      operationId: 'askForCheck',
      tag,
      summary: "Asks somebody in the posting's pipeline for a first-round check",
      allow: recruiters,
      params: postingParams,
      body: requestInput,
      reply: z.object({ id: z.uuid() }),
      status: 201,
      perMinute: 60,
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        const posting = await ownPosting(context, account, params.postingId);
        return { id: await askForCheck(context, account, posting, body) };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/checks/:memberId',
      operationId: 'readCheck',
      tag,
      summary: 'Reads a check: where it stands, and what it says once the candidate released it',
      allow: recruiters,
      params: entryParams,
      reply: checkReading,
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        const posting = await ownPosting(context, account, params.postingId);
        return readCheck(context, account, posting, params.memberId);
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/postings/:postingId/checks/:memberId',
      operationId: 'withdrawCheckRequest',
      tag,
      summary: 'Takes a request back that the candidate has not released',
      allow: recruiters,
      params: entryParams,
      reply: z.object({ state: z.literal('withdrawn') }),
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        await ownPosting(context, account, params.postingId);
        await withdrawRequest(context, account, params.postingId, params.memberId);
        return { state: 'withdrawn' as const };
      },
    }),
  ];
}

/** The first-round check: asked for, allowed, read first by its candidate, answered, released, read. */
export function vettingRoutes(): Route[] {
  return [...candidateRoutes(), ...recruiterRoutes()];
}
