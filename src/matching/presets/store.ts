import type { Kysely, Selectable } from 'kysely';
import { type Context, newId, type Schema } from '../../platform/index.ts';
import type { PresetInput } from './model.ts';

export type PresetRow = Selectable<Schema['criteria_preset']> & { readonly company_name: string };

const withCompany = (db: Kysely<Schema>) =>
  db
    .selectFrom('criteria_preset')
    .innerJoin('company', 'company.id', 'criteria_preset.company_id')
    .selectAll('criteria_preset')
    .select('company.name as company_name');

/** The presets of these companies, by name. */
export function listPresets(db: Kysely<Schema>, companyIds: readonly string[], limit: number): Promise<PresetRow[]> {
  return withCompany(db)
    .where('criteria_preset.company_id', 'in', [...companyIds])
    .orderBy('criteria_preset.name')
    .orderBy('criteria_preset.id')
    .limit(limit)
    .execute();
}

/** A preset of one of these companies; undefined where there is none. */
export function findPreset(
  db: Kysely<Schema>,
  companyIds: readonly string[],
  id: string,
): Promise<PresetRow | undefined> {
  return withCompany(db)
    .where('criteria_preset.company_id', 'in', [...companyIds])
    .where('criteria_preset.id', '=', id)
    .executeTakeFirst();
}

/** Writes a preset, a new one where `id` is null; where it becomes the default, no other of its company stays it. Returns its id. */
export async function writePreset(
  context: Context,
  of: { readonly companyId: string; readonly id: string | null; readonly by: string },
  { name, weigh, isDefault }: PresetInput,
): Promise<string> {
  const id = of.id ?? newId();
  const columns = {
    name,
    weights: JSON.stringify(weigh),
    is_default: isDefault,
    made_by: of.by,
    changed_at: context.clock.now(),
  };
  await context.db.transaction().execute(async (trx) => {
    if (isDefault) {
      await trx
        .updateTable('criteria_preset')
        .set({ is_default: false })
        .where('company_id', '=', of.companyId)
        .where('is_default', '=', true)
        .execute();
    }
    await trx
      .insertInto('criteria_preset')
      .values({ company_id: of.companyId, id, ...columns })
      .onConflict((conflict) => conflict.columns(['company_id', 'id']).doUpdateSet(columns))
      .execute();
  });
  return id;
}

export async function deletePreset(db: Kysely<Schema>, preset: Pick<PresetRow, 'company_id' | 'id'>): Promise<void> {
  await db
    .deleteFrom('criteria_preset')
    .where('company_id', '=', preset.company_id)
    .where('id', '=', preset.id)
    .execute();
}
