import { sql } from 'kysely';
import { normaliseCompanyName } from '../../language/index.ts';
import { type Context, emit, newId } from '../../platform/index.ts';
import type { UnderstoodPosting } from './model.ts';

/** The set that imported rows are filed under: made on first use, dated on each. */
export async function openDataset(context: Context, name: string, source: string): Promise<string> {
  const row = await context.db
    .insertInto('dataset')
    .values({ id: newId(), name, source, imported_at: context.clock.now() })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ imported_at: context.clock.now() }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export type CompanyIds = { readonly ids: Map<string, string>; added: number };

const MOST_REMEMBERED = 200_000;

/** Ids for the companies of a batch, by normalised name; those that the network does not know are added. */
async function companiesOf(
  context: Context,
  postings: readonly UnderstoodPosting[],
  companies: CompanyIds,
): Promise<void> {
  if (companies.ids.size > MOST_REMEMBERED) companies.ids.clear();
  const missing = new Map<string, UnderstoodPosting>();
  for (const posting of postings) {
    const normal = normaliseCompanyName(posting.company);
    if (!companies.ids.has(normal) && !missing.has(normal)) missing.set(normal, posting);
  }
  if (missing.size === 0) return;
  const names = [...missing.keys()];
  const at = context.clock.now();
  const added = await context.db
    .insertInto('company')
    .values(
      [...missing].map(([normal, posting]) => ({
        id: newId(),
        name: posting.company,
        normal_name: normal,
        industry_id: posting.industryId,
        city_id: null,
        origin: 'import' as const,
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.column('normal_name').doNothing())
    .returning('id')
    .execute();
  companies.added += added.length;
  const rows = await context.db
    .selectFrom('company')
    .select(['id', 'normal_name'])
    .where('normal_name', 'in', names)
    .limit(names.length)
    .execute();
  for (const row of rows) companies.ids.set(row.normal_name, row.id);
}

/** After this long a posting whose end nobody gave is taken to be filled, and is kept as a record. */
const OPEN_DAYS = 90;

function isOpen(posting: UnderstoodPosting, today: string, oldest: string): boolean {
  if (posting.closedOn !== null) return posting.closedOn >= today;
  return posting.publishedOn === null || posting.publishedOn >= oldest;
}

/**
 * Adds a batch in one transaction with its event; postings whose key is known, from this file or an earlier one, are
 * left as they are. Returns how many were new.
 */
export async function addImportedPostings(
  context: Context,
  datasetId: string,
  postings: readonly UnderstoodPosting[],
  companies: CompanyIds,
): Promise<number> {
  if (postings.length === 0) return 0;
  await companiesOf(context, postings, companies);
  const at = context.clock.now();
  const today = at.toISOString().slice(0, 10);
  const oldest = new Date(at.getTime() - OPEN_DAYS * 86_400_000).toISOString().slice(0, 10);
  const rows = postings.map((posting) => ({
    id: newId(),
    company_id: companies.ids.get(normaliseCompanyName(posting.company)),
    title: posting.title,
    role_id: posting.roleId,
    seniority: posting.seniority,
    industry_id: posting.industryId,
    city_id: posting.cityId,
    remote: posting.remote,
    degree: posting.degree,
    years_min: posting.yearsMin,
    years_max: posting.yearsMax,
    pay_min: posting.payMin,
    pay_max: posting.payMax,
    pay_currency: posting.payCurrency,
    pay_text: posting.payText,
    must_skills: posting.mustSkills,
    nice_skills: posting.niceSkills,
    headcount: posting.headcount,
    description: posting.description,
    url: posting.url,
    locale: posting.locale,
    published_on: posting.publishedOn,
    closed_on: posting.closedOn,
    state: isOpen(posting, today, oldest) ? 'open' : 'closed',
    source_key: posting.sourceKey,
  }));
  // One bound parameter for the batch: PostgreSQL unfolds it.
  const batch = JSON.stringify(rows);
  return context.db.transaction().execute(async (trx) => {
    const inserted = await sql<{ count: number }>`
      with batch as (
        select * from jsonb_to_recordset(${batch}::jsonb) as row(
          id uuid, company_id uuid, title text, role_id text, seniority text, industry_id text, city_id text,
          remote boolean, degree text, years_min smallint, years_max smallint, pay_min integer, pay_max integer,
          pay_currency text, pay_text text, must_skills text[], nice_skills text[], headcount smallint,
          description text, url text, locale text, published_on date, closed_on date, state text, source_key text)
      ), added as (
        insert into posting (
          id, company_id, title, role_id, seniority, industry_id, city_id, remote, degree, years_min, years_max,
          pay_min, pay_max, pay_currency, pay_text, must_skills, nice_skills, headcount, description, url, locale,
          published_on, closed_on, state, source_key, origin, dataset_id, created_at, updated_at)
        select batch.*, 'import', ${datasetId}::uuid, ${at}::timestamptz, ${at}::timestamptz from batch
        on conflict (source_key) do nothing
        returning id
      )
      select count(*)::integer as count from added
    `.execute(trx);
    const added = inserted.rows[0]?.count ?? 0;
    if (added > 0) await emit(trx, { kind: 'posting.imported', key: datasetId, payload: { added }, at });
    return added;
  });
}
