import { z } from 'zod';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  fail,
  members,
  pageOf,
  pageQuery,
  type Route,
  requireAccount,
} from '../platform/index.ts';
import { applicantRoutes } from './applicant-routes.ts';
import { companiesById, searchCompanies } from './company-store.ts';
import { viewPosting } from './find-posting-for.ts';
import { applicationView, companyName, postingView } from './model.ts';
import { mayApply, maySee } from './policy.ts';
import { presentPosting } from './present-posting.ts';
import { recruiterRoutes } from './recruiter-routes.ts';
import {
  appliedAmong,
  apply,
  findPosting,
  findPostings,
  listApplications,
  listOpenPostings,
  noSuchPosting,
  withdraw,
} from './store.ts';

const tag = 'jobs';
const postingParams = z.object({ postingId: z.uuid() });

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
      path: '/companies',
      operationId: 'listCompanies',
      tag,
      summary: 'Companies by a part of their name, or those with the ids given',
      allow: members,
      query: z.object({ query: z.string().trim().max(80).default(''), ids: z.string().max(4_000).default('') }),
      reply: z.object({ items: z.array(companyName) }),
      handle: async ({ context, query }) => {
        const ids = query.ids.split(',').filter((id) => z.uuid().safeParse(id).success);
        const rows =
          ids.length > 0
            ? await companiesById(context.db, ids.slice(0, 100))
            : query.query === ''
              ? []
              : await searchCompanies(context.db, query.query, 10);
        return { items: rows.map((row) => ({ id: row.id, name: row.name, nameEn: row.name_en })) };
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

/** Postings, applications, and the pipeline of each posting. */
export function jobsRoutes(): Route[] {
  return [...memberRoutes(), ...recruiterRoutes(), ...applicantRoutes()];
}
