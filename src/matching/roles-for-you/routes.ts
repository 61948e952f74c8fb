import { z } from 'zod';
import { findPosting, findPostings, presentPosting, viewPosting } from '../../jobs/index.ts';
import { type Context, defineRoute, members, type Route, requireAccount } from '../../platform/index.ts';
import { findRoles, type RoleMemory, type RoleModels } from './find-roles.ts';
import { dismissalReason, dismissedView, rolesPage, rolesQuery } from './model.ts';
import { relationsBy } from './reader.ts';
import { dismiss, dismissedBy, undismiss } from './store.ts';
import { usualStays } from './usual-stay.ts';

const tag = 'matching';
const MOST_DISMISSED = 100;
const postingParams = z.object({ postingId: z.uuid() });
const kept = z.object({ dismissed: z.boolean() });

/** One memory for as long as the routes live. */
function memoryKeeper(): (context: Context) => RoleMemory {
  let memory: RoleMemory | null = null;
  return (context) => {
    memory ??= { relations: relationsBy(null), usualStay: usualStays(context) };
    return memory;
  };
}

/** Roles for the member who reads. Nothing that is done here is told to a company. */
export function rolesForYouRoutes(models: RoleModels): Route[] {
  const memoryOf = memoryKeeper();
  return [
    defineRoute({
      method: 'GET',
      path: '/me/roles',
      operationId: 'listRolesForMe',
      tag,
      summary: 'The few open postings worth hearing of for you, with reasons; the newest first where you chose that',
      allow: members,
      query: rolesQuery,
      reply: rolesPage,
      perMinute: 120,
      handle: ({ context, actor, query }) =>
        findRoles(context, models, memoryOf(context), { actor: requireAccount(actor), query }),
    }),
    defineRoute({
      method: 'GET',
      path: '/me/roles/dismissed',
      operationId: 'listDismissedRoles',
      tag,
      summary: 'The postings that you put away, the latest first',
      allow: members,
      reply: z.object({ items: z.array(dismissedView) }),
      handle: async ({ context, actor }) => {
        const rows = await dismissedBy(context.db, requireAccount(actor).id, MOST_DISMISSED);
        const postings = await findPostings(
          context.db,
          rows.map((row) => row.posting_id),
        );
        const byId = new Map(postings.map((posting) => [posting.id, posting]));
        return {
          items: rows.flatMap((row) => {
            const posting = byId.get(row.posting_id);
            if (!posting || posting.state === 'draft') return [];
            const shown = presentPosting(posting, { applied: false, withBrief: false });
            return [{ posting: shown, reason: row.reason, at: row.at.toISOString() }];
          }),
        };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/me/roles/:postingId/dismissal',
      operationId: 'dismissRole',
      tag,
      summary: 'Puts a posting away for you; its company is not told',
      allow: members,
      params: postingParams,
      body: z.object({ reason: dismissalReason.nullable().default(null) }),
      reply: kept,
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        await viewPosting(context, account, params.postingId);
        await dismiss(context, account.id, params.postingId, body.reason);
        return { dismissed: true };
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/me/roles/:postingId/dismissal',
      operationId: 'undismissRole',
      tag,
      summary: 'Takes that back',
      allow: members,
      params: postingParams,
      reply: kept,
      handle: async ({ context, actor, params }) => {
        await findPosting(context.db, params.postingId);
        await undismiss(context, requireAccount(actor).id, params.postingId);
        return { dismissed: false };
      },
    }),
  ];
}
