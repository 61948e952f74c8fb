import { type Kysely, type Selectable, sql } from 'kysely';
import { emit, fail, type Schema } from '../../platform/index.ts';
import { licenseSchema, type Publication, type PublishInput, type Summary, summarySchema } from './model.ts';

const COLUMNS = [
  'slug',
  'id',
  'base',
  'edition',
  'state',
  'field_id',
  'from_month',
  'to_month',
  'title_zh',
  'title_en',
  'note_zh',
  'note_en',
  'correction_zh',
  'correction_en',
  'summary',
  'digest',
  'author_name',
  'license',
  'supersedes',
  'superseded_by',
  'made_at',
  'published_at',
  'changed_at',
  'withdrawn_at',
  'reason_zh',
  'reason_en',
] as const;
type Row = Pick<Selectable<Schema['published_report']>, (typeof COLUMNS)[number]>;

const present = (row: Row): Publication => ({
  slug: row.slug,
  id: row.id,
  edition: row.edition,
  state: row.state,
  fieldId: row.field_id,
  from: row.from_month,
  to: row.to_month,
  title: { zh: row.title_zh, en: row.title_en },
  note: { zh: row.note_zh, en: row.note_en },
  correction: { zh: row.correction_zh, en: row.correction_en },
  summary: summarySchema.parse(row.summary),
  digest: row.digest,
  authorName: row.author_name,
  license: licenseSchema.parse(row.license),
  supersedes: row.supersedes,
  supersededBy: row.superseded_by,
  madeAt: row.made_at.toISOString(),
  publishedAt: row.published_at?.toISOString() ?? null,
  changedAt: row.changed_at.toISOString(),
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  reason: { zh: row.reason_zh, en: row.reason_en },
});

export const noSuchReport = () =>
  fail('not-found', 'no-such-publication', { zh: '没有这份报告', en: 'There is no such report' });

/** All of a publication but the report itself. */
export async function findPublication(db: Kysely<Schema>, slug: string): Promise<Publication | null> {
  const row = await db.selectFrom('published_report').select(COLUMNS).where('slug', '=', slug).executeTakeFirst();
  return row ? present(row) : null;
}

/** The report's JSON, byte for byte as it was when it was made. */
export async function readStoredReport(db: Kysely<Schema>, slug: string): Promise<string> {
  const row = await db.selectFrom('published_report').select('report').where('slug', '=', slug).executeTakeFirst();
  if (!row) throw noSuchReport();
  return row.report;
}

/** The last edition of what is reported on, drafts included. */
export async function lastEdition(db: Kysely<Schema>, base: string) {
  return db
    .selectFrom('published_report')
    .select(['slug', 'edition', 'state'])
    .where('base', '=', base)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type ListKey = readonly [at: number, slug: string];

/** What was published, withdrawn ones too, the newest first; of one field where it is given. */
export async function listPublications(
  db: Kysely<Schema>,
  of: { readonly fieldId?: string | undefined },
  after: ListKey | null,
  limit: number,
): Promise<Publication[]> {
  let query = db.selectFrom('published_report').select(COLUMNS).where('published_at', 'is not', null);
  if (of.fieldId !== undefined) query = query.where('field_id', '=', of.fieldId);
  if (after) {
    query = query.where(sql<boolean>`(published_at, slug) < (${new Date(after[0])}::timestamptz, ${after[1]}::text)`);
  }
  const rows = await query.orderBy('published_at', 'desc').orderBy('slug', 'desc').limit(limit).execute();
  return rows.map(present);
}

export const keyOf = (publication: Publication): ListKey => [
  Date.parse(publication.publishedAt ?? publication.madeAt),
  publication.slug,
];

/** Reports that wait to be published, the newest first. */
export async function listDrafts(db: Kysely<Schema>, after: ListKey | null, limit: number): Promise<Publication[]> {
  let query = db.selectFrom('published_report').select(COLUMNS).where('state', '=', 'draft');
  if (after) {
    query = query.where(sql<boolean>`(made_at, slug) < (${new Date(after[0])}::timestamptz, ${after[1]}::text)`);
  }
  const rows = await query.orderBy('made_at', 'desc').orderBy('slug', 'desc').limit(limit).execute();
  return rows.map(present);
}

export type NewPublication = {
  readonly slug: string;
  readonly id: string;
  readonly base: string;
  readonly edition: number;
  readonly supersedes: string | null;
  readonly draft: boolean;
  readonly fieldId: string;
  readonly from: string;
  readonly to: string;
  readonly summary: Summary;
  readonly report: string;
  readonly digest: string;
  readonly authorId: string;
  readonly authorName: string | null;
  readonly words: Omit<PublishInput, 'named'>;
};

const wordsOf = ({ title, note, license }: Pick<PublishInput, 'title' | 'note' | 'license'>) => ({
  title_zh: title.zh,
  title_en: title.en,
  note_zh: note.zh,
  note_en: note.en,
  license,
});

/**
 * Stores a report within the caller's transaction, and links the edition before to it. False where its address was taken
 * meanwhile, or the edition before has a successor already.
 */
export async function addPublication(trx: Kysely<Schema>, made: NewPublication, at: Date): Promise<boolean> {
  const added = await trx
    .insertInto('published_report')
    .values({
      slug: made.slug,
      id: made.id,
      base: made.base,
      edition: made.edition,
      state: made.draft ? 'draft' : 'published',
      field_id: made.fieldId,
      from_month: made.from,
      to_month: made.to,
      ...wordsOf(made.words),
      correction_zh: made.words.correction?.zh ?? '',
      correction_en: made.words.correction?.en ?? '',
      summary: JSON.stringify(made.summary),
      report: made.report,
      digest: made.digest,
      author_id: made.authorId,
      author_name: made.authorName,
      supersedes: made.supersedes,
      made_at: at,
      published_at: made.draft ? null : at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('slug')
    .executeTakeFirst();
  if (!added) return false;
  if (made.supersedes !== null) {
    const linked = await trx
      .updateTable('published_report')
      .set({ superseded_by: made.slug, changed_at: at })
      .where('slug', '=', made.supersedes)
      .where('superseded_by', 'is', null)
      .returning('slug')
      .executeTakeFirst();
    if (!linked) return false;
  }
  await emit(trx, { kind: made.draft ? 'report.drafted' : 'report.published', key: made.id, at });
  return true;
}

/** A draft becomes public as it is, with the author's words. False where it is no draft any more. */
export async function publishStored(
  trx: Kysely<Schema>,
  slug: string,
  words: Pick<PublishInput, 'title' | 'note' | 'license'> & { readonly authorName: string | null; readonly by: string },
  at: Date,
): Promise<boolean> {
  const row = await trx
    .updateTable('published_report')
    .set({
      ...wordsOf(words),
      state: 'published',
      author_id: words.by,
      author_name: words.authorName,
      published_at: at,
      changed_at: at,
      mailed_through: null,
      mailed_at: null,
    })
    .where('slug', '=', slug)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await emit(trx, { kind: 'report.published', key: row.id, at });
  return true;
}

/** False where there is no such draft. */
export async function removeDraft(trx: Kysely<Schema>, slug: string, at: Date): Promise<boolean> {
  const row = await trx
    .deleteFrom('published_report')
    .where('slug', '=', slug)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await emit(trx, { kind: 'report.discarded', key: row.id, at });
  return true;
}

/** False where it is not public. */
export async function withdrawStored(
  trx: Kysely<Schema>,
  slug: string,
  reason: { readonly zh: string; readonly en: string },
  at: Date,
): Promise<boolean> {
  const row = await trx
    .updateTable('published_report')
    .set({ state: 'withdrawn', withdrawn_at: at, changed_at: at, reason_zh: reason.zh, reason_en: reason.en })
    .where('slug', '=', slug)
    .where('state', '=', 'published')
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await emit(trx, { kind: 'report.withdrawn', key: row.id, at });
  return true;
}

/** Drafts and public reports whose followers have not all been told, with the last who was. */
export async function listToTell(db: Kysely<Schema>, limit: number) {
  const rows = await db
    .selectFrom('published_report')
    .select([...COLUMNS, 'mailed_through'])
    .where('mailed_at', 'is', null)
    .where('state', '!=', 'withdrawn')
    .where('superseded_by', 'is', null)
    .orderBy('changed_at')
    .limit(limit)
    .execute();
  return rows.map(({ mailed_through, ...row }) => ({ publication: present(row), through: mailed_through }));
}

/** Keeps how far its followers were told, within the caller's transaction; false where somebody else did, or it changed. */
export async function tellThrough(
  trx: Kysely<Schema>,
  told: {
    readonly slug: string;
    readonly state: Publication['state'];
    readonly from: string | null;
    readonly to: string | null;
  },
  doneAt: Date | null,
): Promise<boolean> {
  const row = await trx
    .updateTable('published_report')
    .set({ mailed_through: told.to, mailed_at: doneAt })
    .where('slug', '=', told.slug)
    .where('state', '=', told.state)
    .where('mailed_at', 'is', null)
    .where(sql<boolean>`mailed_through is not distinct from ${told.from}::uuid`)
    .returning('slug')
    .executeTakeFirst();
  return row !== undefined;
}
