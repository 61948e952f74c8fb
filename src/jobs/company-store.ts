import type { Kysely } from 'kysely';
import type { Schema } from '../platform/index.ts';

/** Companies whose name in either language holds the words, the shortest names first. */
export async function searchCompanies(db: Kysely<Schema>, words: string, limit: number) {
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return db
    .selectFrom('company')
    .select(['id', 'name', 'name_en'])
    .where(({ eb, or }) => or([eb('name', 'ilike', pattern), eb('name_en', 'ilike', pattern)]))
    .orderBy(({ fn }) => fn<number>('length', ['name']))
    .orderBy('name')
    .limit(limit)
    .execute();
}

export async function companiesById(db: Kysely<Schema>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('company')
    .select(['id', 'name', 'name_en'])
    .where('id', 'in', [...ids])
    .execute();
}
