import { z } from 'zod';
import {
  decodeCursor,
  defineRoute,
  encodeCursor,
  members,
  pageOf,
  pageQuery,
  type Route,
  requireAccount,
} from '../../platform/index.ts';
import { listVouching, MOST_ASKED } from './colleague-store.ts';
import { colleagueView, vouchingView } from './model.ts';
import { blockedAmong } from './stay-store.ts';
import { answerVouching, askToVouch, listColleagues, openSince } from './verify-by-colleagues.ts';

const tag = 'identity';

/** Verification by two colleagues: who may be asked, asking, and answering. */
export function vouchingRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me/positions/:positionId/colleagues',
      operationId: 'listColleagues',
      tag,
      summary: 'Who may confirm one of your positions: your connections, or the bearers of a name',
      allow: members,
      params: z.object({ positionId: z.uuid() }),
      query: z.object({ name: z.string().trim().max(80).default('') }),
      reply: z.object({ items: z.array(colleagueView) }),
      perMinute: 60,
      handle: async ({ context, actor, params, query }) => ({
        items: await listColleagues(context, requireAccount(actor).id, params.positionId, query.name),
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/me/verifications/colleagues',
      operationId: 'askColleagues',
      tag,
      summary: 'Asks colleagues to confirm one of your positions; two confirmations verify it',
      allow: members,
      body: z.object({ positionId: z.uuid(), colleagueIds: z.array(z.uuid()).min(1).max(MOST_ASKED) }),
      reply: z.object({ verificationId: z.uuid() }),
      status: 201,
      perMinute: 20,
      handle: async ({ context, actor, body }) => ({
        verificationId: await askToVouch(context, requireAccount(actor).id, body.positionId, body.colleagueIds),
      }),
    }),
    defineRoute({
      method: 'GET',
      path: '/me/vouching',
      operationId: 'listVouching',
      tag,
      summary: 'What colleagues ask you to confirm',
      allow: members,
      query: pageQuery,
      reply: pageOf(vouchingView),
      handle: async ({ context, actor, query }) => {
        const [before] = decodeCursor(query.cursor, z.tuple([z.uuid()])) ?? [null];
        const { id } = requireAccount(actor);
        const rows = await listVouching(context.db, id, openSince(context.clock.now()), before, query.limit + 1);
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        const blocked = await blockedAmong(
          context.db,
          id,
          page.map((row) => row.member_id),
        );
        return {
          items: page
            .filter((row) => !blocked.has(row.member_id))
            .map((row) => ({
              memberId: row.member_id,
              verificationId: row.verification_id,
              name: row.name,
              companyName: row.company_name,
              title: row.title,
              start: row.start_month.slice(0, 7),
              end: row.end_month?.slice(0, 7) ?? null,
              askedAt: row.asked_at.toISOString(),
            })),
          nextCursor: rows.length > query.limit && last ? encodeCursor([last.verification_id]) : null,
        };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/me/vouching/:memberId/:verificationId',
      operationId: 'answerVouching',
      tag,
      summary: 'Confirms that somebody worked there then, or declines; a no is told to nobody',
      allow: members,
      params: z.object({ memberId: z.uuid(), verificationId: z.uuid() }),
      body: z.object({ yes: z.boolean() }),
      reply: z.object({ state: z.enum(['confirmed', 'declined']) }),
      handle: async ({ context, actor, params, body }) => {
        await answerVouching(context, { ...params, colleagueId: requireAccount(actor).id }, body.yes);
        return { state: body.yes ? ('confirmed' as const) : ('declined' as const) };
      },
    }),
  ];
}
