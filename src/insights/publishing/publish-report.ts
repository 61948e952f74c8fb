import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type AccountActor, type Context, fail, newId, type Schema } from '../../platform/index.ts';
import { buildReport } from '../build-report.ts';
import type { Report, ReportQuery } from '../model.ts';
import { baseSlug, editionSlug, nextEdition } from './editions.ts';
import type { Publication, PublishInput, Summary } from './model.ts';
import {
  addPublication,
  findPublication,
  lastEdition,
  listPublications,
  type NewPublication,
  noSuchReport,
  publishStored,
  removeDraft,
  withdrawStored,
} from './publication-store.ts';

/** The bytes of a report's JSON file, as every export writes them. */
export const reportJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

export const digestOf = (json: string): string => createHash('sha256').update(json).digest('hex');

const hasSomething = (figure: Report['figures'][number]): boolean =>
  figure.tables.some((table) => table.rows.length > 0);

/** What lists and feeds show of a report. */
export function summarise(report: Report): Summary {
  return {
    fieldName: report.field.name,
    network: report.network.name,
    generated: report.network.generated,
    lead: report.lead,
    snapshot: report.snapshot.hash,
    query: report.query,
    figures: report.figures.filter(hasSomething).length,
    postings: report.figures.find((figure) => figure.id === 'new-postings')?.n ?? 0,
  };
}

const REFUSED = {
  'draft-waits': {
    zh: '这份报告已有草稿，请先发布或删除草稿',
    en: 'There is a draft of this report; publish or discard it first',
  },
  'already-published': {
    zh: '这份报告已经发布过；要发布更正版，请写明更正了什么',
    en: 'This report has been published already; to publish a corrected edition, say what was corrected',
  },
} as const;

export type Author = { readonly id: string; readonly name: string };

type Making = { readonly words: PublishInput; readonly draft: boolean; readonly author: Author };

/** Whether it may be published, before anything is computed for it. Fails where it may not. */
async function editionOf(db: Kysely<Schema>, base: string, corrects: boolean) {
  const next = nextEdition(await lastEdition(db, base), corrects);
  if (typeof next === 'string') throw fail('conflict', next, REFUSED[next]);
  return next;
}

function publicationOf(
  report: Report,
  making: Making,
  base: string,
  next: { edition: number; supersedes: string | null },
) {
  const { words, draft, author } = making;
  const json = reportJson(report);
  const made: NewPublication = {
    slug: editionSlug(base, next.edition),
    id: newId(),
    base,
    edition: next.edition,
    supersedes: next.supersedes,
    draft,
    fieldId: report.field.id,
    from: report.query.from,
    to: report.query.to,
    summary: summarise(report),
    report: json,
    digest: digestOf(json),
    authorId: author.id,
    authorName: words.named ? author.name : null,
    words,
  };
  return made;
}

/**
 * Stores a report that was computed, as a draft or for everybody, within the caller's transaction. Returns its address. Fails
 * where there is one already and this is no correction of it.
 */
export async function storeReport(trx: Kysely<Schema>, report: Report, making: Making, at: Date): Promise<string> {
  const base = baseSlug(report.field, report.query);
  const next = await editionOf(trx, base, making.words.correction !== undefined);
  const made = publicationOf(report, making, base, next);
  if (!(await addPublication(trx, made, at))) throw fail('conflict', 'already-published', REFUSED['already-published']);
  return made.slug;
}

/** Publishes the report on a field, computed now from the rows and stored as it comes out. */
export async function publishReport(
  context: Context,
  author: Author,
  fieldId: string,
  query: ReportQuery,
  words: PublishInput,
): Promise<Publication> {
  await editionOf(context.db, baseSlug({ id: fieldId }, query), words.correction !== undefined);
  const report = await buildReport(context, fieldId, query);
  const at = context.clock.now();
  const slug = await context.db
    .transaction()
    .execute((trx) => storeReport(trx, report, { words, draft: false, author }, at));
  return requirePublication(context, slug);
}

/** The latest hundred reports that were published, the newest first. */
export function latestPublications(context: Context): Promise<Publication[]> {
  return listPublications(context.db, {}, null, 100);
}

export async function requirePublication(context: Context, slug: string): Promise<Publication> {
  const found = await findPublication(context.db, slug);
  if (!found) throw noSuchReport();
  return found;
}

/** A draft is published as it was made: what the analyst read is what goes out. */
export async function publishDraft(
  context: Context,
  author: Pick<AccountActor, 'id' | 'name'>,
  slug: string,
  words: PublishInput,
): Promise<Publication> {
  const at = context.clock.now();
  const done = await context.db
    .transaction()
    .execute((trx) =>
      publishStored(trx, slug, { ...words, by: author.id, authorName: words.named ? author.name : null }, at),
    );
  if (!done) throw noSuchReport();
  return requirePublication(context, slug);
}

export async function discardDraft(context: Context, slug: string): Promise<void> {
  const at = context.clock.now();
  const done = await context.db.transaction().execute((trx) => removeDraft(trx, slug, at));
  if (!done) throw noSuchReport();
}

/** Takes a published report back. Its page stays, and says why. */
export async function withdrawReport(
  context: Context,
  slug: string,
  reason: { readonly zh: string; readonly en: string },
): Promise<Publication> {
  const at = context.clock.now();
  const done = await context.db.transaction().execute((trx) => withdrawStored(trx, slug, reason, at));
  if (!done) {
    throw (await findPublication(context.db, slug))?.state === 'withdrawn'
      ? fail('conflict', 'already-withdrawn', { zh: '这份报告已经撤回', en: 'This report has been withdrawn already' })
      : noSuchReport();
  }
  return requirePublication(context, slug);
}
