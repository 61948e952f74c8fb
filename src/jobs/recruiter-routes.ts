import { z } from 'zod';
import { loadCards } from '../graph/index.ts';
import { defineRoute, fail, type Route, recruiters, requireAccount } from '../platform/index.ts';
import { countPeople } from './application-store.ts';
import { createPosting } from './create-posting.ts';
import { ownPosting, viewPosting } from './find-posting-for.ts';
import { hirePostingView, newPosting, pipelineEntryView, postingView, STAGES } from './model.ts';
import { presentPosting } from './present-posting.ts';
import { listCompanyPostings, listPipeline, moveInPipeline, removeFromPipeline, setPostingState } from './store.ts';

const tag = 'jobs';
const postingParams = z.object({ postingId: z.uuid() });
const entryParams = postingParams.extend({ memberId: z.uuid() });

/** What recruiters do with the postings of their companies and the pipeline of each. */
export function recruiterRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/hire/postings',
      operationId: 'listMyPostings',
      tag,
      summary: "Your companies' postings that recruiters work on here",
      allow: recruiters,
      reply: z.object({ items: z.array(hirePostingView) }),
      handle: async ({ context, actor }) => {
        const rows = await listCompanyPostings(context.db, requireAccount(actor).recruitsFor, 100);
        const people = await countPeople(
          context.db,
          rows.map((row) => row.id),
        );
        return {
          items: rows.map((row) => ({
            ...presentPosting(row, { applied: false, withBrief: true }),
            ...(people.get(row.id) ?? { waiting: 0, pipeline: 0 }),
          })),
        };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/postings',
      operationId: 'createPosting',
      tag,
      summary: 'Makes a posting from a description and its brief',
      allow: recruiters,
      body: newPosting,
      reply: postingView,
      status: 201,
      handle: async ({ context, actor, body }) => {
        const account = requireAccount(actor);
        return viewPosting(context, account, await createPosting(context, account, body));
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/postings/:postingId/state',
      operationId: 'setPostingState',
      tag,
      summary: 'Opens or closes a posting',
      allow: recruiters,
      params: postingParams,
      body: z.object({ state: z.enum(['open', 'closed']) }),
      reply: postingView,
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        await ownPosting(context, account, params.postingId);
        await setPostingState(context, params.postingId, body.state);
        return viewPosting(context, account, params.postingId);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/pipeline',
      operationId: 'listPipeline',
      tag,
      summary: 'The people in the pipeline of a posting',
      allow: recruiters,
      params: postingParams,
      reply: z.object({ items: z.array(pipelineEntryView) }),
      handle: async ({ context, actor, params }) => {
        await ownPosting(context, requireAccount(actor), params.postingId);
        const rows = await listPipeline(context.db, params.postingId);
        const cards = await loadCards(
          context,
          rows.map((row) => row.member_id),
        );
        return {
          items: rows.flatMap((row) => {
            const member = cards.get(row.member_id);
            if (!member) return [];
            const times = { addedAt: row.added_at.toISOString(), movedAt: row.moved_at.toISOString() };
            return [{ member, stage: row.stage, note: row.note, ...times }];
          }),
        };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/postings/:postingId/pipeline/:memberId',
      operationId: 'moveInPipeline',
      tag,
      summary: 'Saves a person to the pipeline, or moves them in it',
      allow: recruiters,
      params: entryParams,
      body: z.object({ stage: z.enum(STAGES), note: z.string().trim().max(2_000).default('') }),
      reply: z.object({ stage: z.enum(STAGES) }),
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        await ownPosting(context, account, params.postingId);
        if (!(await loadCards(context, [params.memberId])).has(params.memberId)) {
          throw fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
        }
        await moveInPipeline(context, { ...params, ...body, by: account.id });
        return { stage: body.stage };
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/postings/:postingId/pipeline/:memberId',
      operationId: 'removeFromPipeline',
      tag,
      summary: 'Takes a person out of the pipeline',
      allow: recruiters,
      params: entryParams,
      reply: z.object({ removed: z.literal(true) }),
      handle: async ({ context, actor, params }) => {
        await ownPosting(context, requireAccount(actor), params.postingId);
        await removeFromPipeline(context, params.postingId, params.memberId);
        return { removed: true as const };
      },
    }),
  ];
}
