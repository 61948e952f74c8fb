import type { Kysely, Selectable } from 'kysely';
import { emit, type Schema } from '../../platform/index.ts';
import { DOWNLOADS, type Download } from './addresses.ts';
import type { Schedule } from './model.ts';

const MOST_SCHEDULES = 500;

const isDownload = (format: string): format is Download => DOWNLOADS.some(([known]) => known === format);
const isLanguage = (language: string): language is 'zh' | 'en' => language === 'zh' || language === 'en';

const present = (row: Selectable<Schema['report_schedule']>): Schedule => ({
  fieldId: row.field_id,
  formats: row.formats.filter(isDownload),
  languages: row.languages.filter(isLanguage),
  atOnce: row.at_once,
  nextMonth: row.next_month,
  createdAt: row.created_at.toISOString(),
  failedAt: row.failed_at?.toISOString() ?? null,
  failure: row.failure,
});

/** Every schedule, by field. */
export async function listSchedules(db: Kysely<Schema>): Promise<Schedule[]> {
  const rows = await db.selectFrom('report_schedule').selectAll().orderBy('field_id').limit(MOST_SCHEDULES).execute();
  return rows.map(present);
}

export async function findSchedule(db: Kysely<Schema>, fieldId: string): Promise<Schedule | null> {
  const row = await db.selectFrom('report_schedule').selectAll().where('field_id', '=', fieldId).executeTakeFirst();
  return row ? present(row) : null;
}

type Wish = Pick<Schedule, 'formats' | 'languages' | 'atOnce'>;

/** Makes a field's schedule from a month on, or changes how it is made; the months go on as they were. */
export async function setSchedule(
  trx: Kysely<Schema>,
  by: string,
  fieldId: string,
  wish: Wish,
  firstMonth: string,
  at: Date,
): Promise<void> {
  const changed = { formats: [...wish.formats], languages: [...wish.languages], at_once: wish.atOnce };
  await trx
    .insertInto('report_schedule')
    .values({
      field_id: fieldId,
      compare: 'year-on-year',
      ...changed,
      next_month: firstMonth,
      created_by: by,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('field_id').doUpdateSet(changed))
    .execute();
  await emit(trx, { kind: 'report-schedule.changed', key: by, payload: { fieldId }, at });
}

/** False where there is none. */
export async function removeSchedule(trx: Kysely<Schema>, by: string, fieldId: string, at: Date): Promise<boolean> {
  const row = await trx
    .deleteFrom('report_schedule')
    .where('field_id', '=', fieldId)
    .returning('field_id')
    .executeTakeFirst();
  if (row) await emit(trx, { kind: 'report-schedule.changed', key: by, payload: { fieldId }, at });
  return row !== undefined;
}

/** The schedules whose next month is over, those that failed longest ago first. */
export async function dueSchedules(db: Kysely<Schema>, lastFullMonth: string, limit: number) {
  return db
    .selectFrom('report_schedule')
    .innerJoin('auth_user', 'auth_user.id', 'report_schedule.created_by')
    .select(['field_id as fieldId', 'next_month as month', 'at_once as atOnce', 'created_by as authorId'])
    .select('auth_user.name as authorName')
    .where('next_month', '<=', lastFullMonth)
    .orderBy('failed_at', (order) => order.asc().nullsFirst())
    .orderBy('field_id')
    .limit(limit)
    .execute();
}

/** Goes on to the next month within the caller's transaction; false where another process did, or the schedule was stopped. */
export async function advance(trx: Kysely<Schema>, fieldId: string, month: string, next: string): Promise<boolean> {
  const row = await trx
    .updateTable('report_schedule')
    .set({ next_month: next, failed_at: null, failure: null })
    .where('field_id', '=', fieldId)
    .where('next_month', '=', month)
    .returning('field_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps why the last try failed, for the page of schedules. */
export async function noteFailure(db: Kysely<Schema>, fieldId: string, failure: string, at: Date): Promise<void> {
  await db
    .updateTable('report_schedule')
    .set({ failed_at: at, failure: failure.slice(0, 300) })
    .where('field_id', '=', fieldId)
    .execute();
}
