import { z } from 'zod';
import {
  type Context,
  defineRoute,
  fail,
  granted,
  mailWay,
  members,
  type Route,
  requireAccount,
} from '../../platform/index.ts';
import { fieldOf } from '../open-reading.ts';
import { listFields } from '../store.ts';
import { addFollow, EVERY_FIELD, followsOf, removeFollow } from './follow-store.ts';
import { followView, scheduleInput, scheduleView } from './model.ts';
import { lastFullMonth } from './monthly.ts';
import { mayFollowDrafts } from './policy.ts';
import { findSchedule, listSchedules, removeSchedule, setSchedule } from './schedule-store.ts';

const tag = 'insights';
const analysts = granted('analyst');
const fieldParams = z.object({ fieldId: z.string().max(60) });

async function requireField(context: Context, fieldId: string): Promise<void> {
  fieldOf(await listFields(context.db), fieldId);
}

const noSuchSchedule = () =>
  fail('not-found', 'no-such-schedule', {
    zh: '这个领域没有每月报告',
    en: 'This field has no monthly report',
  });

function followRoutes(smtpUrl: string | null): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me/report-follows',
      operationId: 'listReportFollows',
      tag,
      summary: 'The fields whose new reports you are told of by mail, and whether mail goes out',
      allow: members,
      reply: z.object({ items: z.array(followView), mail: z.enum(['smtp', 'mailbox', 'none']) }),
      handle: async ({ context, actor }) => ({
        items: await followsOf(context.db, requireAccount(actor).id),
        mail: await mailWay(context.db, smtpUrl),
      }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/me/report-follows/:fieldId',
      operationId: 'followReports',
      tag,
      summary: 'Tells you of new reports on a field by mail; `*` is every field. Analysts can be told of drafts too',
      allow: members,
      params: fieldParams,
      body: z.object({ drafts: z.boolean().default(false) }),
      reply: followView,
      handle: async ({ context, actor, params: { fieldId }, body: { drafts } }) => {
        if (fieldId !== EVERY_FIELD) await requireField(context, fieldId);
        const follow = { fieldId, drafts: drafts && mayFollowDrafts(actor) };
        const [id, at] = [requireAccount(actor).id, context.clock.now()];
        await context.db.transaction().execute((trx) => addFollow(trx, id, follow, at));
        return follow;
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/me/report-follows/:fieldId',
      operationId: 'unfollowReports',
      tag,
      summary: 'Ends such mail',
      allow: members,
      params: fieldParams,
      reply: z.object({ removed: z.boolean() }),
      handle: async ({ context, actor, params }) => {
        const [id, at] = [requireAccount(actor).id, context.clock.now()];
        const removed = await context.db.transaction().execute((trx) => removeFollow(trx, id, params.fieldId, at));
        return { removed };
      },
    }),
  ];
}

function scheduleRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/insights/schedules',
      operationId: 'listReportSchedules',
      tag,
      summary: 'The fields that have a monthly report',
      allow: analysts,
      reply: z.object({ items: z.array(scheduleView) }),
      handle: async ({ context }) => ({ items: await listSchedules(context.db) }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/insights/schedules/:fieldId',
      operationId: 'setReportSchedule',
      tag,
      summary: 'Every month, the last full month against the same month of earlier years; you are told by mail',
      allow: analysts,
      params: fieldParams,
      body: scheduleInput,
      reply: scheduleView,
      handle: async ({ context, actor, params: { fieldId }, body }) => {
        await requireField(context, fieldId);
        const [{ id }, at] = [requireAccount(actor), context.clock.now()];
        await context.db.transaction().execute(async (trx) => {
          await setSchedule(trx, id, fieldId, body, lastFullMonth(at), at);
          await addFollow(trx, id, { fieldId, drafts: true }, at);
        });
        const made = await findSchedule(context.db, fieldId);
        if (!made) throw noSuchSchedule();
        return made;
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/insights/schedules/:fieldId',
      operationId: 'stopReportSchedule',
      tag,
      summary: "Stops a field's monthly report; what was made stays",
      allow: analysts,
      params: fieldParams,
      reply: z.object({ removed: z.literal(true) }),
      handle: async ({ context, actor, params }) => {
        const [{ id }, at] = [requireAccount(actor), context.clock.now()];
        const removed = await context.db.transaction().execute((trx) => removeSchedule(trx, id, params.fieldId, at));
        if (!removed) throw noSuchSchedule();
        return { removed: true as const };
      },
    }),
  ];
}

/** Monthly reports, and who is told of new ones. `smtpUrl` is where mail goes out; null where it does not. */
export function scheduleAndFollowRoutes(smtpUrl: string | null): Route[] {
  return [...scheduleRoutes(), ...followRoutes(smtpUrl)];
}
