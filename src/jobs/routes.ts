import { z } from 'zod';
import { loadCards } from '../graph/index.ts';
import {
  type AccountActor,
  type Context,
  decodeCursor,
  defineRoute,
  encodeCursor,
  fail,
  members,
  pageOf,
  pageQuery,
  type Route,
  recruiters,
  requireAccount,
} from '../platform/index.ts';
import { createPosting } from './create-posting.ts';
import { applicationView, newPosting, pipelineEntryView, postingView, STAGES } from './model.ts';
import { mayApply, maySee, recruitsFor } from './policy.ts';
import { presentPosting } from './present-posting.ts';
import {
  appliedAmong,
  apply,
  findPosting,
  findPostings,
  listApplications,
  listCompanyPostings,
  listOpenPostings,
  listPipeline,
  moveInPipeline,
  noSuchPosting,
  removeFromPipeline,
  setPostingState,
  withdraw,
} from './store.ts';

const tag = 'jobs';
const postingParams = z.object({ postingId: z.uuid() });
const entryParams = postingParams.extend({ memberId: z.uuid() });

/** The posting, for a recruiter of its company; others hear that there is none. */
export async function ownPosting(context: Context, actor: AccountActor, postingId: string) {
  const row = await findPosting(context.db, postingId);
  if (!recruitsFor(actor, row.company_id)) throw noSuchPosting();
  return row;
}

async function viewPosting(context: Context, actor: AccountActor, postingId: string) {
  const row = await findPosting(context.db, postingId);
  if (!maySee(actor, row)) throw noSuchPosting();
  const applied = await appliedAmong(context.db, actor.id, [postingId]);
  return presentPosting(row, { applied: applied.has(postingId), withBrief: recruitsFor(actor, row.company_id) });
}

function memberRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/postings',
      operationId: 'listPostings',
      tag,
      summary: 'Open postings, the newest first',
      allow: members,
      query: pageQuery.extend({
        query: z.string().max(100).default(''),
        cityId: z.string().max(60).optional(),
        roleId: z.string().max(80).optional(),
      }),
      reply: pageOf(postingView),
      handle: async ({ context, actor, query }) => {
        const before = decodeCursor(query.cursor, z.tuple([z.iso.date(), z.uuid()]));
        const rows = await listOpenPostings(context.db, {
          words: query.query.split(/\s+/).filter((word) => word !== ''),
          cityId: query.cityId ?? null,
          roleId: query.roleId ?? null,
          before,
          limit: query.limit + 1,
        });
        const page = rows.slice(0, query.limit);
        const applied = await appliedAmong(
          context.db,
          requireAccount(actor).id,
          page.map((row) => row.id),
        );
        const last = page.at(-1);
        return {
          items: page.map((row) => presentPosting(row, { applied: applied.has(row.id), withBrief: false })),
          nextCursor:
            rows.length > query.limit && last?.published_on ? encodeCursor([last.published_on, last.id]) : null,
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId',
      operationId: 'getPosting',
      tag,
      summary: 'A posting',
      allow: members,
      params: postingParams,
      reply: postingView,
      handle: ({ context, actor, params }) => viewPosting(context, requireAccount(actor), params.postingId),
    }),
    defineRoute({
      method: 'POST',
      path: '/postings/:postingId/applications',
      operationId: 'applyToPosting',
      tag,
      summary: 'Applies to a posting',
      allow: members,
      params: postingParams,
      body: z.object({ note: z.string().trim().max(2_000).default('') }),
      reply: postingView,
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        const row = await findPosting(context.db, params.postingId);
        if (!maySee(account, row)) throw noSuchPosting();
        if (!mayApply(account, row)) {
          throw fail('forbidden', 'cannot-apply', { zh: '不能投递这个职位', en: 'You cannot apply to this posting' });
        }
        await apply(context, row.id, account.id, body.note);
        return viewPosting(context, account, row.id);
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/postings/:postingId/applications/mine',
      operationId: 'withdrawApplication',
      tag,
      summary: 'Takes your application back',
      allow: members,
      params: postingParams,
      reply: postingView,
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        await withdraw(context, params.postingId, account.id);
        return viewPosting(context, account, params.postingId);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/me/applications',
      operationId: 'listMyApplications',
      tag,
      summary: 'The postings you have applied to',
      allow: members,
      reply: z.object({ items: z.array(applicationView) }),
      handle: async ({ context, actor }) => {
        const rows = await listApplications(context.db, requireAccount(actor).id, 100);
        const found = await findPostings(
          context.db,
          rows.map((row) => row.posting_id),
        );
        const byId = new Map(found.map((row) => [row.id, row]));
        return {
          items: rows.flatMap((row) => {
            const posting = byId.get(row.posting_id);
            if (!posting) return [];
            const shown = presentPosting(posting, { applied: row.state !== 'withdrawn', withBrief: false });
            return [{ posting: shown, state: row.state, appliedAt: row.applied_at.toISOString() }];
          }),
        };
      },
    }),
  ];
}

function recruiterRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/hire/postings',
      operationId: 'listMyPostings',
      tag,
      summary: "Your companies' postings that recruiters work on here",
      allow: recruiters,
      reply: z.object({ items: z.array(postingView) }),
      handle: async ({ context, actor }) => {
        const rows = await listCompanyPostings(context.db, requireAccount(actor).recruitsFor, 100);
        return { items: rows.map((row) => presentPosting(row, { applied: false, withBrief: true })) };
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

/** Postings, applications, and the pipeline of each posting. */
export function jobsRoutes(): Route[] {
  return [...memberRoutes(), ...recruiterRoutes()];
}
