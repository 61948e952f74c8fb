import type { Kysely } from 'kysely';
import { type ResumeReading, resumeReadingSchema } from '../language/index.ts';
import { type Context, newId, type Schema } from '../platform/index.ts';
import { type ResumeStatement, resumeStatement, stateInShort } from './resume-statement.ts';

const MOST_KEPT = 3;
const KEPT_DAYS = 365;
const DAY_MS = 86_400_000;

export async function addResumeDraft(
  context: Context,
  memberId: string,
  filename: string,
  reading: ResumeReading,
): Promise<string> {
  const id = newId();
  await context.db
    .insertInto('resume_draft')
    .values({
      member_id: memberId,
      id,
      filename,
      reading: JSON.stringify(reading),
      created_at: context.clock.now(),
    })
    .execute();
  return id;
}

/**
 * When a profile is saved, resumes have done their work. Of the last one that was read stays what it says of jobs
 * and degrees, for a year and of three resumes at most; everything else of it, and every other draft, is forgotten.
 */
export async function settleResumeDrafts(context: Context, memberId: string): Promise<void> {
  const at = context.clock.now();
  await context.db.transaction().execute(async (trx) => {
    const drafts = await trx
      .selectFrom('resume_draft')
      .select(['id', 'reading', 'applied_at', 'created_at'])
      .where('member_id', '=', memberId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .forUpdate()
      .execute();
    const latest = drafts.find((draft) => draft.applied_at === null);
    const read = resumeReadingSchema.safeParse(latest?.reading);
    const oldest = new Date(at.getTime() - KEPT_DAYS * DAY_MS);
    const earlier = drafts.filter((draft) => draft.applied_at !== null && draft.applied_at > oldest);
    const kept = [...(latest && read.success ? [latest] : []), ...earlier].slice(0, MOST_KEPT).map((draft) => draft.id);
    for (const { id } of drafts.filter((draft) => !kept.includes(draft.id))) {
      await trx.deleteFrom('resume_draft').where('member_id', '=', memberId).where('id', '=', id).execute();
    }
    if (!latest || !read.success) return;
    await trx
      .updateTable('resume_draft')
      .set({ reading: JSON.stringify(stateInShort(read.data)), applied_at: at, filename: '' })
      .where('member_id', '=', memberId)
      .where('id', '=', latest.id)
      .execute();
  });
}

/** What the member's resumes of the past year said, the latest first. */
export async function listResumeStatements(
  db: Kysely<Schema>,
  memberId: string,
  now: Date,
): Promise<{ readonly readAt: Date; readonly statement: ResumeStatement }[]> {
  const rows = await db
    .selectFrom('resume_draft')
    .select(['reading', 'created_at'])
    .where('member_id', '=', memberId)
    .where('applied_at', '>', new Date(now.getTime() - KEPT_DAYS * DAY_MS))
    .orderBy('created_at', 'desc')
    .limit(MOST_KEPT)
    .execute();
  return rows.flatMap((row) => {
    const statement = resumeStatement.safeParse(row.reading);
    return statement.success ? [{ readAt: row.created_at, statement: statement.data }] : [];
  });
}
