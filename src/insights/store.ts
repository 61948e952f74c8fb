import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Context, readSetting, type Schema, type Text } from '../platform/index.ts';
import { SHIPPED_FIELDS } from './fields/shipped.ts';
import { conditionSchema, type FieldView } from './model.ts';

const MOST_FIELDS = 500;

/** The fields: those that come with the program, then those that analysts made, by name. */
export async function listFields(db: Kysely<Schema>): Promise<FieldView[]> {
  const rows = await db.selectFrom('field').selectAll().orderBy('name_zh').orderBy('id').limit(MOST_FIELDS).execute();
  return [
    ...SHIPPED_FIELDS,
    ...rows.map((row) => ({
      id: row.id,
      name: { zh: row.name_zh, en: row.name_en },
      about: { zh: row.about_zh, en: row.about_en },
      definition: conditionSchema.parse(row.definition),
      builtIn: false,
    })),
  ];
}

export type Dataset = { readonly id: string; readonly name: string };

/** The imported data sets, the newest first. */
export async function listDatasets(db: Kysely<Schema>): Promise<Dataset[]> {
  return db
    .selectFrom('dataset')
    .select(['id', 'name'])
    .orderBy('imported_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

const networkSetting = z.object({
  nameZh: z.string().default('人脉'),
  nameEn: z.string().default('Renmai'),
  generated: z.boolean().default(false),
});

/** The network's name, and whether its people are made up. */
export async function networkOf(context: Context): Promise<{ name: Text; generated: boolean }> {
  const found = (await readSetting(context.db, 'network', networkSetting)) ?? networkSetting.parse({});
  return { name: { zh: found.nameZh, en: found.nameEn }, generated: found.generated };
}
