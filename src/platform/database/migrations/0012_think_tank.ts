import { type Kysely, sql } from 'kysely';

/** What a field is about, and who is counted in statistics. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table field add column about_zh text not null default '';
    alter table field add column about_en text not null default '';

    alter table preference add column counted boolean not null default true;
    comment on column preference.counted is 'whether the member is counted in the think tank''s statistics';
  `.execute(db);
}
