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
import { isPersonalised } from '../talent/index.ts';
import { connectionView, foundView, relationView, requestView, suggestionView } from './model.ts';
import { newestMembers } from './newest-members.ts';
import { loadCards } from './person-cards.ts';
import { searchPeople } from './search-people.ts';
import type { SocialGraph } from './social-graph.ts';
import {
  answerRequest,
  askToConnect,
  block,
  blocksAround,
  disconnect,
  listConnections,
  listRequests,
  requestBetween,
  unblock,
} from './store.ts';
import { suggestConnections } from './suggest-connections.ts';

const tag = 'graph';
const memberParams = z.object({ memberId: z.uuid() });
const done = z.object({ state: z.enum(['asked', 'connected', 'declined', 'ended', 'blocked', 'unblocked']) });

function listRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/connections',
      operationId: 'listConnections',
      tag,
      summary: 'The people you are connected to',
      allow: members,
      query: pageQuery,
      reply: pageOf(connectionView),
      handle: async ({ context, actor, query }) => {
        const [after] = decodeCursor(query.cursor, z.tuple([z.uuid()])) ?? [null];
        const rows = await listConnections(context.db, requireAccount(actor).id, after, query.limit + 1);
        const page = rows.slice(0, query.limit);
        const cards = await loadCards(
          context,
          page.map((row) => row.other_id),
        );
        const last = page.at(-1);
        return {
          items: page.flatMap((row) => {
            const card = cards.get(row.other_id);
            return card ? [{ ...card, kind: row.kind, since: row.since.toISOString() }] : [];
          }),
          nextCursor: rows.length > query.limit && last ? encodeCursor([last.other_id]) : null,
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/connection-requests',
      operationId: 'listConnectionRequests',
      tag,
      summary: 'Who would like to be connected to you',
      allow: members,
      reply: z.object({ items: z.array(requestView) }),
      handle: async ({ context, actor }) => {
        const rows = await listRequests(context.db, requireAccount(actor).id);
        const cards = await loadCards(
          context,
          rows.map((row) => row.from_id),
        );
        return {
          items: rows.flatMap((row) => {
            const card = cards.get(row.from_id);
            return card ? [{ ...card, note: row.note, askedAt: row.asked_at.toISOString() }] : [];
          }),
        };
      },
    }),
  ];
}

function changeRoutes(): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/connection-requests',
      operationId: 'askToConnect',
      tag,
      summary: 'Asks somebody to be connected to you',
      allow: members,
      body: z.object({ memberId: z.uuid(), note: z.string().trim().max(300).default('') }),
      reply: done,
      perMinute: 60,
      handle: async ({ context, actor, body }) => {
        const { id } = requireAccount(actor);
        if (id === body.memberId) {
          throw fail('invalid', 'that-is-you', { zh: '不能加自己为好友', en: 'You cannot connect with yourself' });
        }
        const [cards, blocks] = await Promise.all([loadCards(context, [body.memberId]), blocksAround(context.db, id)]);
        if (!cards.has(body.memberId) || blocks.has(body.memberId)) {
          throw fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
        }
        return { state: await askToConnect(context, id, body.memberId, body.note) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connection-requests/:memberId/answer',
      operationId: 'answerConnectionRequest',
      tag,
      summary: 'Says yes or no to somebody who asked; a no is not told',
      allow: members,
      params: memberParams,
      body: z.object({ yes: z.boolean() }),
      reply: done,
      handle: async ({ context, actor, params, body }) => {
        await answerRequest(context, requireAccount(actor).id, params.memberId, body.yes);
        return { state: body.yes ? ('connected' as const) : ('declined' as const) };
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/connections/:memberId',
      operationId: 'disconnect',
      tag,
      summary: 'Ends a connection',
      allow: members,
      params: memberParams,
      reply: done,
      handle: async ({ context, actor, params }) => {
        await disconnect(context, requireAccount(actor).id, params.memberId);
        return { state: 'ended' as const };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/blocks/:memberId',
      operationId: 'blockMember',
      tag,
      summary: 'Blocks somebody: neither sees the other any more',
      allow: members,
      params: memberParams,
      reply: done,
      handle: async ({ context, actor, params }) => {
        await block(context, requireAccount(actor).id, params.memberId);
        return { state: 'blocked' as const };
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/blocks/:memberId',
      operationId: 'unblockMember',
      tag,
      summary: 'Takes a block back',
      allow: members,
      params: memberParams,
      reply: done,
      handle: async ({ context, actor, params }) => {
        await unblock(context, requireAccount(actor).id, params.memberId);
        return { state: 'unblocked' as const };
      },
    }),
  ];
}

/** Connections, how people stand to one another, and whom one may know. */
export function graphRoutes(graph: SocialGraph): Route[] {
  return [
    ...listRoutes(),
    ...changeRoutes(),
    defineRoute({
      method: 'GET',
      path: '/people/:memberId/relation',
      operationId: 'getRelation',
      tag,
      summary: 'How you stand to a person: degree of connection, common connections, open requests',
      allow: members,
      params: memberParams,
      reply: relationView,
      handle: async ({ context, actor, params }) => {
        const { id } = requireAccount(actor);
        const mutual = graph.mutual(id, params.memberId);
        const [cards, request] = await Promise.all([
          loadCards(context, mutual.slice(0, 6)),
          requestBetween(context.db, id, params.memberId),
        ]);
        return {
          degree: graph.degree(id, params.memberId),
          mutual: [...cards.values()],
          mutualCount: mutual.length,
          request,
        };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/people',
      operationId: 'searchPeople',
      tag,
      summary: 'Members by name, present company or title, to connect with',
      allow: members,
      query: pageQuery.extend({ query: z.string().trim().min(1).max(80) }),
      reply: pageOf(foundView),
      perMinute: 120,
      handle: ({ context, actor, query }) => searchPeople(context, graph, requireAccount(actor), query),
    }),
    defineRoute({
      method: 'GET',
      path: '/people-you-may-know',
      operationId: 'listSuggestions',
      tag,
      summary:
        'Former and present colleagues, and people whom your connections know; whoever joined last, where you want none that are aimed at you',
      allow: members,
      reply: z.object({ items: z.array(suggestionView), personalised: z.boolean() }),
      handle: async ({ context, actor }) => {
        const account = requireAccount(actor);
        const personalised = await isPersonalised(context.db, account.id);
        const items = personalised
          ? await suggestConnections(context, graph, account.id)
          : await newestMembers(context, graph, account);
        return { items, personalised };
      },
    }),
  ];
}
