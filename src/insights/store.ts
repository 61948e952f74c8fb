import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Context, emit, readSetting, type Schema, type Text } from '../platform/index.ts';
import { SHIPPED_FIELDS } from './fields/shipped.ts';
import { type Condition, conditionSchema, type FieldView } from './model.ts';

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

/** The postings with these ids as a report's reader sees them, in one query; keyed by id. */
export async function hydratePostings(db: Kysely<Schema>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('posting')
    .innerJoin('company', 'company.id', 'posting.company_id')
    .select(['posting.id', 'posting.title', 'posting.city_id', 'posting.pay_text', 'posting.published_on'])
    .select(['posting.state', 'company.name'])
    .where('posting.id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: row.title,
        companyName: row.name,
        cityId: row.city_id,
        payText: row.pay_text,
        publishedOn: row.published_on ?? '',
        state: row.state,
      },
    ]),
  );
}

/** The posts with these ids that are not hidden, in one query; keyed by id. */
export async function hydratePosts(db: Kysely<Schema>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('post')
    .innerJoin('circle', 'circle.id', 'post.circle_id')
    .select(['post.id', 'post.title', 'post.comment_count', 'post.created_at'])
    .select(['circle.kind', 'circle.name_zh', 'circle.name_en'])
    .where('post.id', 'in', [...ids])
    .where('post.hidden_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: row.title,
        kind: row.kind,
        circle: { zh: row.name_zh, en: row.name_en },
        comments: row.comment_count,
        day: row.created_at.toISOString().slice(0, 10),
      },
    ]),
  );
}

type FieldRow = {
  readonly name: Text;
  readonly about: Text;
  readonly definition: Condition;
};

const fieldColumns = (field: FieldRow) => ({
  name_zh: field.name.zh,
  name_en: field.name.en,
  about_zh: field.about.zh,
  about_en: field.about.en,
  definition: JSON.stringify(field.definition),
});

/** Adds a field; false where there is one of that id. */
export async function addField(
  context: Context,
  by: string,
  field: FieldRow & { readonly id: string },
): Promise<boolean> {
  const at = context.clock.now();
  return context.db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('field')
      .values({ id: field.id, ...fieldColumns(field), created_by: by, created_at: at, updated_at: at })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added) await emit(trx, { kind: 'field.changed', key: by, payload: { fieldId: field.id }, at });
    return added !== undefined;
  });
}

export async function changeField(context: Context, by: string, id: string, field: FieldRow): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('field')
      .set({ ...fieldColumns(field), updated_at: at })
      .where('id', '=', id)
      .execute();
    await emit(trx, { kind: 'field.changed', key: by, payload: { fieldId: id }, at });
  });
}

export async function removeField(context: Context, by: string, id: string): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('field').where('id', '=', id).execute();
    await trx.deleteFrom('report_schedule').where('field_id', '=', id).execute();
    await emit(trx, { kind: 'field.changed', key: by, payload: { fieldId: id }, at });
  });
}
