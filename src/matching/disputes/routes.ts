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
} from '../../platform/index.ts';
import { disputedIn, disputeView, newDispute } from './model.ts';
import { addDispute, findDisclosure, listDisputes, presentDispute, withdrawDispute } from './store.ts';

const tag = 'matching';

const nothingSaid = () =>
  fail('not-found', 'nothing-said', {
    zh: '您的档案里没有这条内容',
    en: 'There is no such entry in your file, or it says nothing of the kind',
  });

/** What a member says is wrong in what was shown of them. */
export function disputeRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me/disputes',
      operationId: 'listMyDisputes',
      tag,
      summary: 'What you said is wrong in what was shown of you, also what you took back',
      allow: members,
      query: pageQuery,
      reply: pageOf(disputeView),
      handle: async ({ context, actor, query }) => {
        const [before] = decodeCursor(query.cursor, z.tuple([z.uuid()])) ?? [null];
        const rows = await listDisputes(context.db, requireAccount(actor).id, before, query.limit + 1);
        const page = rows.slice(0, query.limit);
        const last = page.at(-1);
        return {
          items: page.map(presentDispute),
          nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
        };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/me/disputes',
      operationId: 'dispute',
      tag,
      summary: 'Says that a reason or a figure that was shown of you is wrong; it is shown beside it from now on',
      allow: members,
      body: newDispute,
      reply: disputeView,
      perMinute: 30,
      handle: async ({ context, actor, body }) => {
        const { id: memberId } = requireAccount(actor);
        const disclosure = await findDisclosure(context.db, memberId, body.disclosureId);
        const said = disclosure && disputedIn(disclosure.detail, body);
        if (!disclosure || said === undefined) throw nothingSaid();
        const { part, because } = body;
        const row = await addDispute(context, { memberId, disclosure, part, said, because });
        if (row) return presentDispute(row);
        throw fail('conflict', 'disputed-already', {
          zh: '您已经对这一条提出异议',
          en: 'You have disputed this already',
        });
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/me/disputes/:disputeId',
      operationId: 'withdrawDispute',
      tag,
      summary: 'Takes that back; it is kept in your file that you had said so',
      allow: members,
      params: z.object({ disputeId: z.uuid() }),
      reply: disputeView,
      handle: async ({ context, actor, params }) => {
        const row = await withdrawDispute(context, requireAccount(actor).id, params.disputeId);
        if (row) return presentDispute(row);
        throw fail('not-found', 'no-such-dispute', { zh: '没有这条异议', en: 'There is no such dispute' });
      },
    }),
  ];
}
