import { z } from 'zod';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  fail,
  pageOf,
  pageQuery,
  type Route,
  recruiters,
  requireAccount,
} from '../platform/index.ts';
import { personView } from '../talent/index.ts';
import { decideApplication, findApplication } from './application-store.ts';
import { ownPosting } from './find-posting-for.ts';
import { applicantView } from './model.ts';
import { viewApplicant, viewApplicants } from './view-applicants.ts';

const tag = 'jobs';
const postingParams = z.object({ postingId: z.uuid() });
const applicantParams = postingParams.extend({ memberId: z.uuid() });

/** Those who applied to a posting, for the recruiters of its company. */
export function applicantRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/applications',
      operationId: 'listApplicants',
      tag,
      summary: 'Those who applied to a posting, the newest first',
      allow: recruiters,
      params: postingParams,
      query: pageQuery,
      reply: pageOf(applicantView),
      handle: async ({ context, actor, params, query }) => {
        const account = requireAccount(actor);
        const posting = await ownPosting(context, account, params.postingId);
        const before = decodeCursor(query.cursor, z.tuple([z.iso.datetime(), z.uuid()]));
        const { items, next } = await viewApplicants(context, account, posting, { before, limit: query.limit });
        return { items, nextCursor: next && encodeCursor(next) };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/postings/:postingId/applications/:memberId',
      operationId: 'getApplicant',
      tag,
      summary: 'The profile that came with an application; noted in the file of whoever applied',
      allow: recruiters,
      params: applicantParams,
      reply: z.object({ person: personView, note: z.string() }),
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        const posting = await ownPosting(context, account, params.postingId);
        const person = await viewApplicant(context, account, posting, params.memberId);
        return { person, note: (await findApplication(context.db, posting.id, params.memberId))?.note ?? '' };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/postings/:postingId/applications/:memberId/decision',
      operationId: 'decideApplication',
      tag,
      summary: 'Takes an applicant into the pipeline, or declines',
      allow: recruiters,
      params: applicantParams,
      body: z.object({ advance: z.boolean() }),
      reply: z.object({ state: z.enum(['advanced', 'declined']) }),
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        await ownPosting(context, account, params.postingId);
        const decided = await decideApplication(context, { ...params, by: account.id, advance: body.advance });
        if (!decided) {
          throw fail('conflict', 'application-not-open', {
            zh: '这份投递已撤回或已处理',
            en: 'This application was withdrawn or decided on',
          });
        }
        return { state: body.advance ? ('advanced' as const) : ('declined' as const) };
      },
    }),
  ];
}
