import { z } from 'zod';
import { loadCards, personCard } from '../../graph/index.ts';
import { defineRoute, fail, type Route, recruiters, requireAccount } from '../../platform/index.ts';
import { recordDisclosures } from '../../talent/index.ts';
import { lookingOf, type ReadModels } from '../find-matches.ts';
import { visibleAmong } from '../visible-among.ts';
import { MOST_PICKED } from './model.ts';
import { poolFor } from './pool-people.ts';
import { addToPool, listPicked, takeFromPool } from './store.ts';

const tag = 'pools';
const params = z.object({ poolId: z.uuid() });
const memberParams = params.extend({ memberId: z.uuid() });

/** The people whom recruiters pick for a pool by hand. */
export function pickedRoutes(models: ReadModels): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/pools/:poolId/picked',
      operationId: 'listPicked',
      tag,
      summary: 'The people picked by hand for a pool, of those who may be found at this moment',
      allow: recruiters,
      params,
      reply: z.object({ items: z.array(z.object({ member: personCard, addedAt: z.iso.datetime() })) }),
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        const pool = await poolFor(context, account, params.poolId);
        const [rows, looking] = await Promise.all([
          listPicked(context.db, [pool], MOST_PICKED),
          lookingOf(context, account, models.graph, null),
        ]);
        const visible = await visibleAmong(
          context,
          rows.map((row) => row.member_id),
          looking,
        );
        const cards = await loadCards(context, visible);
        await recordDisclosures(
          context,
          visible.map((memberId) => ({
            memberId,
            viewerId: account.id,
            viewerCompanyId: pool.company_id,
            postingId: null,
            surface: 'pool' as const,
            fields: ['card'],
            detail: { about: pool.id },
          })),
        );
        const addedAt = new Map(rows.map((row) => [row.member_id, row.added_at.toISOString()]));
        return {
          items: visible.flatMap((id) => {
            const [member, at] = [cards.get(id), addedAt.get(id)];
            return member && at ? [{ member, addedAt: at }] : [];
          }),
        };
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/pools/:poolId/picked/:memberId',
      operationId: 'addToPool',
      tag,
      summary: 'Adds a person to a pool; their file says so',
      allow: recruiters,
      params: memberParams,
      reply: z.object({ added: z.literal(true) }),
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        const pool = await poolFor(context, account, params.poolId);
        const looking = await lookingOf(context, account, models.graph, null);
        const [memberId] = await visibleAmong(context, [params.memberId], looking);
        if (!memberId) throw fail('not-found', 'no-such-member', { zh: '没有这位成员', en: 'There is no such member' });
        if ((await listPicked(context.db, [pool], MOST_PICKED)).length >= MOST_PICKED) {
          throw fail('conflict', 'pool-is-full', {
            zh: `一个人才池最多 ${MOST_PICKED} 人`,
            en: `A pool holds at most ${MOST_PICKED} people`,
          });
        }
        await addToPool(context, pool, memberId, {
          memberId,
          viewerId: account.id,
          viewerCompanyId: pool.company_id,
          postingId: null,
          surface: 'pool',
          fields: ['card'],
          detail: { about: pool.id },
        });
        return { added: true as const };
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/pools/:poolId/picked/:memberId',
      operationId: 'takeFromPool',
      tag,
      summary: 'Takes a person out of a pool',
      allow: recruiters,
      params: memberParams,
      reply: z.object({ removed: z.literal(true) }),
      handle: async ({ context, actor, params }) => {
        const account = requireAccount(actor);
        const pool = await poolFor(context, account, params.poolId);
        await takeFromPool(context, pool, params.memberId, account.id);
        return { removed: true as const };
      },
    }),
  ];
}
