import { z } from 'zod';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  fail,
  listMail,
  mailWay,
  members,
  pageOf,
  pageQuery,
  type Route,
  requireAccount,
} from '../../platform/index.ts';
import { isLoopback } from '../resolve-actor.ts';
import { accountById } from '../store.ts';
import { listAsked } from './colleague-store.ts';
import { codeInput, mailView, myVerifications, workEmailInput } from './model.ts';
import { presentVerifications } from './present.ts';
import { listPositions, listVerifications, withdrawVerification } from './store.ts';
import { askForCode, confirmCode } from './verify-by-mail.ts';
import { vouchingRoutes } from './vouching-routes.ts';

const tag = 'identity';
const verificationParams = z.object({ verificationId: z.uuid() });

/** Verification of where a member works or worked. `smtpUrl` is null where the network has no mail server. */
export function verificationRoutes(smtpUrl: string | null): Route[] {
  return [
    ...vouchingRoutes(),
    defineRoute({
      method: 'GET',
      path: '/me/verifications',
      operationId: 'listMyVerifications',
      tag,
      summary: 'Your positions: how each is verified, what is pending, and what could be done',
      allow: members,
      reply: myVerifications,
      handle: async ({ context, actor }) => {
        const { id } = requireAccount(actor);
        const [mail, positions, verifications, asked] = await Promise.all([
          mailWay(context.db, smtpUrl),
          listPositions(context.db, id),
          listVerifications(context.db, id),
          listAsked(context.db, id),
        ]);
        return { mail, items: presentVerifications(positions, verifications, asked, context.clock.now()) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/me/verifications/work-email',
      operationId: 'askForWorkEmailCode',
      tag,
      summary: 'Sends a six-digit code to your address at the company of one of your positions',
      allow: members,
      body: workEmailInput,
      reply: z.object({ verificationId: z.uuid(), domain: z.string(), expiresAt: z.iso.datetime() }),
      status: 201,
      perMinute: 10,
      handle: async ({ context, actor, body }) => {
        const asked = await askForCode(context, requireAccount(actor), smtpUrl, body);
        return { ...asked, expiresAt: asked.expiresAt.toISOString() };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/me/verifications/:verificationId/code',
      operationId: 'enterWorkEmailCode',
      tag,
      summary: 'Enters the code; right, it verifies the position',
      allow: members,
      params: verificationParams,
      body: codeInput,
      reply: z.object({ state: z.literal('verified') }),
      perMinute: 20,
      handle: async ({ context, actor, params, body }) => {
        await confirmCode(context, requireAccount(actor), params.verificationId, body.code);
        return { state: 'verified' as const };
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/me/verifications/:verificationId',
      operationId: 'withdrawVerification',
      tag,
      summary: 'Takes a verification back that is not finished',
      allow: members,
      params: verificationParams,
      reply: z.object({ state: z.literal('withdrawn') }),
      handle: async ({ context, actor, params }) => {
        await withdrawVerification(context, requireAccount(actor).id, params.verificationId);
        return { state: 'withdrawn' as const };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/me/mailbox',
      operationId: 'listMyMail',
      tag,
      summary: "The demo network's mailbox: the mail to your address, and to those you asked a code for",
      allow: members,
      query: pageQuery,
      reply: pageOf(mailView),
      handle: async ({ context, actor, query, request }) => {
        const { id } = requireAccount(actor);
        if ((await mailWay(context.db, smtpUrl)) !== 'mailbox' || !isLoopback(request.ip)) {
          throw fail('not-found', 'no-mailbox', {
            zh: '只有演示网络在本机上才有信箱页面',
            en: 'There is a mailbox page only in a demo network, on its own machine',
          });
        }
        const [before] = decodeCursor(query.cursor, z.tuple([z.uuid()])) ?? [null];
        const recipient = (await accountById(context.db, id))?.email ?? '';
        const rows = await listMail(context.db, { recipient, memberId: id }, before, query.limit + 1);
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        return {
          items: page.map(({ written_at, ...mail }) => ({ ...mail, writtenAt: written_at.toISOString() })),
          nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
        };
      },
    }),
  ];
}
