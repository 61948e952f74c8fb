import { z } from 'zod';
import {
  anyone,
  decodeCursor,
  defineRoute,
  encodeCursor,
  granted,
  pageOf,
  pageQuery,
  type Route,
  requireAccount,
} from '../../platform/index.ts';
import { reportQuery } from '../model.ts';
import { readReportFile } from '../verify-report.ts';
import { scheduleAndFollowRoutes } from './follow-routes.ts';
import { type Publication, publicationView, publicationWithReport, publishInput, withdrawInput } from './model.ts';
import { mayRead, mayReadFigures } from './policy.ts';
import {
  keyOf,
  type ListKey,
  listDrafts,
  listPublications,
  noSuchReport,
  readStoredReport,
} from './publication-store.ts';
import { discardDraft, publishDraft, publishReport, requirePublication, withdrawReport } from './publish-report.ts';

const tag = 'insights';
const analysts = granted('analyst');
const slugParams = z.object({ slug: z.string().max(250) });
const cursorKey = z.tuple([z.number(), z.string()]);

/** One page of what a store lists, and where the next begins. */
async function pageThrough(
  read: (after: ListKey | null, limit: number) => Promise<Publication[]>,
  query: z.output<typeof pageQuery>,
) {
  const items = await read(decodeCursor(query.cursor, cursorKey), query.limit + 1);
  const shown = items.slice(0, query.limit);
  const last = shown.at(-1);
  return { items: shown, nextCursor: items.length > query.limit && last ? encodeCursor(keyOf(last)) : null };
}

function readerRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/publications',
      operationId: 'listPublications',
      tag,
      summary: 'Reports that were published, the newest first',
      allow: anyone,
      query: pageQuery.extend({ fieldId: z.string().max(60).optional() }),
      reply: pageOf(publicationView),
      handle: ({ context, query }) =>
        pageThrough((after, limit) => listPublications(context.db, query, after, limit), query),
    }),
    defineRoute({
      method: 'GET',
      path: '/publications/:slug',
      operationId: 'getPublication',
      tag,
      summary:
        'A published report with every figure as it was stored; of a withdrawn one, that it was withdrawn and why',
      allow: anyone,
      params: slugParams,
      reply: publicationWithReport,
      handle: async ({ context, actor, params }) => {
        const publication = await requirePublication(context, params.slug);
        if (!mayRead(actor, publication)) throw noSuchReport();
        const report = mayReadFigures(actor, publication)
          ? readReportFile(await readStoredReport(context.db, publication.slug))
          : null;
        return { ...publication, report };
      },
    }),
  ];
}

function analystRoutes(): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/insights/fields/:fieldId/publications',
      operationId: 'publishReport',
      tag,
      summary: 'Publishes the report on a field: computed now, stored as it comes out, at an address that stays',
      allow: analysts,
      params: z.object({ fieldId: z.string().max(60) }),
      query: reportQuery,
      body: publishInput,
      reply: publicationView,
      status: 201,
      handle: ({ context, actor, params, query, body }) =>
        publishReport(context, requireAccount(actor), params.fieldId, query, body),
    }),
    defineRoute({
      method: 'GET',
      path: '/insights/drafts',
      operationId: 'listDraftReports',
      tag,
      summary: 'Reports that the monthly schedule made and nobody has published yet',
      allow: analysts,
      query: pageQuery,
      reply: pageOf(publicationView),
      handle: ({ context, query }) => pageThrough((after, limit) => listDrafts(context.db, after, limit), query),
    }),
    defineRoute({
      method: 'POST',
      path: '/insights/drafts/:slug/publication',
      operationId: 'publishDraftReport',
      tag,
      summary: 'Publishes a draft as it was made',
      allow: analysts,
      params: slugParams,
      body: publishInput.omit({ correction: true }),
      reply: publicationView,
      handle: ({ context, actor, params, body }) => publishDraft(context, requireAccount(actor), params.slug, body),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/insights/drafts/:slug',
      operationId: 'discardDraftReport',
      tag,
      summary: 'Throws a draft away',
      allow: analysts,
      params: slugParams,
      reply: z.object({ removed: z.literal(true) }),
      handle: async ({ context, params }) => {
        await discardDraft(context, params.slug);
        return { removed: true as const };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/publications/:slug/withdrawal',
      operationId: 'withdrawReport',
      tag,
      summary: 'Takes a published report back; its page stays and says why',
      allow: analysts,
      params: slugParams,
      body: withdrawInput,
      reply: publicationView,
      handle: ({ context, params, body }) => withdrawReport(context, params.slug, body.reason),
    }),
  ];
}

/** Publishing reports, reading what was published, and being told of it. */
export function publishingRoutes(smtpUrl: string | null): Route[] {
  return [...readerRoutes(), ...analystRoutes(), ...scheduleAndFollowRoutes(smtpUrl)];
}
