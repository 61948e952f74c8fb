import { z } from 'zod';
import {
  type AccountActor,
  type Context,
  defineRoute,
  fail,
  type Route,
  recruiters,
  requireAccount,
} from '../../platform/index.ts';
import { MOST_PRESETS, presetInput, presetView } from './model.ts';
import { mayUsePreset } from './policy.ts';
import { deletePreset, findPreset, listPresets, type PresetRow, writePreset } from './store.ts';

const tag = 'presets';
const params = z.object({ presetId: z.uuid() });

const present = (row: PresetRow): z.output<typeof presetView> => ({
  id: row.id,
  name: row.name,
  weigh: z.string().parse(row.weights),
  isDefault: row.is_default,
  company: { id: row.company_id, name: row.company_name },
  changedAt: row.changed_at.toISOString(),
});

async function presetFor(context: Context, actor: AccountActor, id: string): Promise<PresetRow> {
  const row = await findPreset(context.db, actor.recruitsFor, id);
  if (row && mayUsePreset(actor, row.company_id)) return row;
  throw fail('not-found', 'no-such-preset', { zh: '没有这个预设', en: 'There is no such preset' });
}

/** What matters to a company, kept by name. */
export function presetRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/criteria-presets',
      operationId: 'listPresets',
      tag,
      summary: "What matters to your companies, as they keep it by name; a company's default is marked",
      allow: recruiters,
      reply: z.object({ items: z.array(presetView) }),
      handle: async ({ context, actor }) => {
        const { recruitsFor } = requireAccount(actor);
        const rows = await listPresets(context.db, recruitsFor, MOST_PRESETS * recruitsFor.length);
        return { items: rows.map(present) };
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/criteria-presets',
      operationId: 'makePreset',
      tag,
      summary: 'Keeps how much each part of the score matters, by a name',
      allow: recruiters,
      body: presetInput.extend({ companyId: z.uuid() }),
      reply: presetView,
      status: 201,
      handle: async ({ context, actor, body: { companyId, ...preset } }) => {
        const account = requireAccount(actor);
        if (!mayUsePreset(account, companyId)) {
          throw fail('forbidden', 'not-your-company', {
            zh: '您不为这家公司招聘',
            en: 'You do not recruit for this company',
          });
        }
        if ((await listPresets(context.db, [companyId], MOST_PRESETS)).length >= MOST_PRESETS) {
          throw fail('conflict', 'too-many-presets', {
            zh: `最多 ${MOST_PRESETS} 个预设，请先删除一些`,
            en: `At most ${MOST_PRESETS} presets; delete some first`,
          });
        }
        const id = await writePreset(context, { companyId, id: null, by: account.id }, preset);
        return present(await presetFor(context, account, id));
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/criteria-presets/:presetId',
      operationId: 'changePreset',
      tag,
      summary: 'Renames a preset, changes it, or makes it the one that lists begin with',
      allow: recruiters,
      params,
      body: presetInput,
      reply: presetView,
      handle: async ({ context, actor, params, body }) => {
        const account = requireAccount(actor);
        const row = await presetFor(context, account, params.presetId);
        await writePreset(context, { companyId: row.company_id, id: row.id, by: account.id }, body);
        return present(await presetFor(context, account, row.id));
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/criteria-presets/:presetId',
      operationId: 'deletePreset',
      tag,
      summary: 'Deletes a preset',
      allow: recruiters,
      params,
      reply: z.object({ deleted: z.literal(true) }),
      handle: async ({ context, actor, params }) => {
        await deletePreset(context.db, await presetFor(context, requireAccount(actor), params.presetId));
        return { deleted: true as const };
      },
    }),
  ];
}
