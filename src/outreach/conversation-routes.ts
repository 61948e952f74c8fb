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
  requireAccount,
} from '../platform/index.ts';
import { declineConversation } from './decline-conversation.ts';
import { findOwnConversation } from './find-conversation.ts';
import { markRead } from './inbox-store.ts';
import { countWaiting, listConversations } from './list-inbox.ts';
import { conversationLine, conversationView, messageBody, messageView, newConversation } from './model.ts';
import { openConversation } from './open-conversation.ts';
import { sendMessage } from './send-message.ts';
import { viewConversation, viewMessages } from './view-conversation.ts';

const tag = 'outreach';
const conversationParams = z.object({ conversationId: z.uuid() });
const created = z.object({ id: z.uuid() });
const waiting = z
  .object({
    /** Unread messages. */
    unread: z.number(),
    /** Requests for introductions that wait for your answer. */
    introductions: z.number(),
  })
  .meta({ id: 'Waiting' });

function readingRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/inbox',
      operationId: 'listConversations',
      tag,
      summary: 'Your conversations, the one with the newest message first',
      allow: members,
      query: pageQuery,
      reply: pageOf(conversationLine),
      handle: async ({ context, actor, query }) => {
        const before = decodeCursor(query.cursor, z.tuple([z.iso.datetime(), z.uuid()]));
        const { items, next } = await listConversations(context, requireAccount(actor), before, query.limit);
        return { items, nextCursor: next && encodeCursor(next) };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/inbox/waiting',
      operationId: 'countWaiting',
      tag,
      summary: 'How much waits for you: unread messages, and requests for introductions',
      allow: members,
      reply: waiting,
      handle: ({ context, actor }) => countWaiting(context, requireAccount(actor)),
    }),
    defineRoute({
      method: 'GET',
      path: '/conversations/:conversationId',
      operationId: 'getConversation',
      tag,
      summary: 'A conversation: with whom, about what, and whether you may write',
      allow: members,
      params: conversationParams,
      reply: conversationView,
      handle: ({ context, actor, params }) => viewConversation(context, requireAccount(actor), params.conversationId),
    }),
    defineRoute({
      method: 'GET',
      path: '/conversations/:conversationId/messages',
      operationId: 'listMessages',
      tag,
      summary: 'The messages of a conversation, the newest first',
      allow: members,
      params: conversationParams,
      query: pageQuery,
      reply: pageOf(messageView),
      handle: async ({ context, actor, params, query }) => {
        const [before] = decodeCursor(query.cursor, z.tuple([z.uuid()])) ?? [null];
        const account = requireAccount(actor);
        const { items, next } = await viewMessages(context, account, params.conversationId, before, query.limit);
        return { items, nextCursor: next && encodeCursor([next]) };
      },
    }),
  ];
}

function writingRoutes(models: ReadModels): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/conversations',
      operationId: 'openConversation',
      tag,
      summary: 'Writes to a person about a posting of your company, or to a connection about none',
      allow: members,
      body: newConversation,
      reply: created,
      status: 201,
      perMinute: 60,
      handle: async ({ context, actor, body }) => ({
        id: await openConversation(context, requireAccount(actor), models, body),
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/conversations/:conversationId/messages',
      operationId: 'sendMessage',
      tag,
      summary: 'Writes in a conversation',
      allow: members,
      params: conversationParams,
      body: z.object({ body: messageBody }),
      reply: created,
      status: 201,
      perMinute: 60,
      handle: async ({ context, actor, params, body }) => ({
        id: await sendMessage(context, requireAccount(actor), params.conversationId, body.body),
      }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/conversations/:conversationId/read',
      operationId: 'markConversationRead',
      tag,
      summary: 'Marks the messages up to one as read; the other side is not told',
      allow: members,
      params: conversationParams,
      body: z.object({ upTo: z.uuid() }),
      reply: waiting,
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        const { conversationId } = params;
        await findOwnConversation(context, account, conversationId);
        await context.db
          .transaction()
          .execute((trx) => markRead(trx, account.id, conversationId, body.upTo, context.clock.now()));
        return countWaiting(context, account);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/conversations/:conversationId/decline',
      operationId: 'declineConversation',
      tag,
      summary: 'Says that you are not interested: the recruiter can write no more here',
      allow: members,
      params: conversationParams,
      reply: conversationView,
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        await declineConversation(context, account, params.conversationId);
        return viewConversation(context, account, params.conversationId);
      },
    }),
  ];
}

/** The inbox and its conversations. */
export function conversationRoutes(models: ReadModels): Route[] {
  return [...readingRoutes(), ...writingRoutes(models)];
}
