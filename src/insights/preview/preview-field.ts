import { z } from 'zod';
import type { Context, Text } from '../../platform/index.ts';
import { type Term, termKey, termsOf } from '../fields/condition.ts';
import { type Columns, conditionToSql } from '../fields/condition-to-sql.ts';
import { conditionWords, leavesOf, type Near, nearConditions } from '../fields/condition-words.ts';
import { cityLabel, skillLabel } from '../figures/labels.ts';
import type { Condition, Period } from '../model.ts';
import { freshSnapshot, peopleMonthOf } from '../open-reading.ts';
import { isSmall } from '../privacy/suppress.ts';
import { withValues } from '../reading.ts';
import { listWords } from '../sentences/phrases.ts';
import { hydratePostings } from '../store.ts';
import { literal, openSnapshot, type Warehouse } from '../warehouse/index.ts';
import { keywordHits } from './keyword-hits.ts';

/** A posting as an example of what a definition takes, or only just leaves out, and why. */
export type Example = {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly city: Text;
  readonly publishedOn: string;
  readonly why: Text;
};

export type FieldPreview = {
  readonly postings: number;
  /** No number where they are fewer than five. */
  readonly people: number | null;
  readonly applications: number | null;
  readonly taken: readonly Example[];
  readonly leftOut: readonly Example[];
};

const MOST_TAKEN = 8;
const MOST_LEFT_OUT = 8;
const OF_EACH_KIND = 3;
/** This many of the skills that stand out in what is taken make a posting near to it. */
const KINDRED = 3;
const STANDING_OUT = 10;

type Asking = {
  readonly warehouse: Warehouse;
  readonly inPeriod: string;
  readonly columns: Columns;
};

/** The condition as SQL without parameters: literals, for statements that hold many conditions. */
function plain(condition: Condition, columns: Columns): string {
  const { sql, values } = conditionToSql(condition, columns);
  return withValues(sql, values);
}

async function lookFor(context: Context, warehouse: Warehouse, terms: readonly Term[]) {
  const [postings, people] = [new Map<string, string>(), new Map<string, string>()];
  for (const [n, term] of terms.entries()) {
    const found = await keywordHits(context, term.value);
    for (const [of, ids] of [['postings', found.postings] as const, ['people', found.people] as const]) {
      const table = `hits_${of}_${n}`;
      const list = ids.map(literal).join(', ');
      await warehouse.run(`create table ${table} as select unnest([${list}]::UUID[]) as id`);
      (of === 'postings' ? postings : people).set(termKey(term), table);
    }
  }
  return { postings, people };
}

const idRow = z.object({ id: z.string() });
const counts = z.object({ n: z.number() });
const skillRow = z.object({ key: z.string() });

async function examplesOf(context: Context, ids: readonly string[], why: (id: string) => Text): Promise<Example[]> {
  const postings = await hydratePostings(context.db, ids);
  return ids.flatMap((id): Example[] => {
    const posting = postings.get(id);
    if (!posting) return [];
    const { title, companyName: company, publishedOn } = posting;
    return [{ id, title, company, city: cityLabel(posting.cityId), publishedOn, why: why(id) }];
  });
}

/** A sample that looks random and is always the same. */
const SAMPLED = 'order by md5(id::varchar)';

async function takenExamples(context: Context, { warehouse, inPeriod, columns }: Asking, condition: Condition) {
  const leaves = leavesOf(condition).slice(0, 40);
  const holding = leaves.map((leaf, n) => `case when ${plain(leaf, columns)} then ${n} end`);
  const list = holding.length > 0 ? `list_filter([${holding.join(', ')}], x -> x is not null)` : '[]::integer[]';
  const rows = await warehouse.rows(
    z.object({ id: z.string(), why: z.array(z.number()) }),
    `select id::varchar as id, ${list} as why from postings
     where ${inPeriod} and ${plain(condition, columns)} ${SAMPLED} limit ${MOST_TAKEN}`,
  );
  const reasons = new Map(rows.map((row) => [row.id, row.why]));
  return examplesOf(
    context,
    rows.map((row) => row.id),
    (id) => {
      const words = (reasons.get(id) ?? []).flatMap((n) => (leaves[n] ? [conditionWords(leaves[n])] : []));
      return words.length > 0 ? listWords(words) : { zh: '符合定义', en: 'meets the definition' };
    },
  );
}

async function nearExamples(
  context: Context,
  { warehouse, inPeriod, columns }: Asking,
  condition: Condition,
  nears: readonly Near[],
) {
  const examples: Example[] = [];
  for (const near of nears) {
    if (examples.length >= MOST_LEFT_OUT) break;
    const rows = await warehouse.rows(
      idRow,
      `select id::varchar as id from postings
       where ${inPeriod} and ${plain(near.condition, columns)} and not ${plain(condition, columns)} ${SAMPLED} limit ${OF_EACH_KIND}`,
    );
    examples.push(
      ...(await examplesOf(
        context,
        rows.map((row) => row.id),
        () => near.why,
      )),
    );
  }
  return examples;
}

/** Postings that ask for what stands out among those taken, and yet are not. */
async function kindredExamples(
  context: Context,
  { warehouse, inPeriod, columns }: Asking,
  condition: Condition,
  most: number,
) {
  if (most <= 0) return [];
  const is = plain(condition, columns);
  const standing = await warehouse.rows(
    skillRow,
    `with asked as (select unnest(skills) as key, ${is} as here from postings where ${inPeriod})
     select key from asked group by key having count(*) filter (where here) >= 3
     order by count(*) filter (where here) / (count(*) + 5.0) * sqrt(count(*) filter (where here)) desc, key limit ${STANDING_OUT}`,
  );
  if (standing.length < KINDRED) return [];
  const list = `[${standing.map((skill) => literal(skill.key)).join(', ')}]`;
  const rows = await warehouse.rows(
    z.object({ id: z.string(), shared: z.array(z.string()) }),
    `select id::varchar as id, list_sort(list_intersect(skills, ${list})) as shared from postings
     where ${inPeriod} and not ${is} and len(list_intersect(skills, ${list})) >= 2
     order by len(list_intersect(skills, ${list})) desc, md5(id::varchar) limit ${most}`,
  );
  const shared = new Map(rows.map((row) => [row.id, row.shared]));
  return examplesOf(
    context,
    rows.map((row) => row.id),
    (id) => {
      const names = listWords((shared.get(id) ?? []).slice(0, 4).map(skillLabel));
      return {
        zh: `与入选职位同样要求${names.zh}，但不符合定义中的任何一项`,
        en: `asks for ${names.en} like those taken, but meets no part of the definition`,
      };
    },
  );
}

/**
 * How much a definition would select in a period, with examples of what it takes and of what it only just leaves out,
 * before anybody saves it.
 */
export async function previewField(context: Context, condition: Condition, period: Period): Promise<FieldPreview> {
  const warehouse = await openSnapshot(await freshSnapshot(context));
  try {
    const { manifest } = warehouse.snapshot;
    const terms = manifest.terms.map(termKey);
    const watched = new Set(terms);
    const fresh = termsOf(condition).filter((term) => term.kind === 'keyword' && !watched.has(termKey(term)));
    const hits = await lookFor(context, warehouse, fresh);
    const columns: Columns = { terms, hits: { tables: hits.postings, id: 'id' } };
    const inPeriod = `month between '${period.from}' and '${period.to}' and repost_of is null`;
    const asking: Asking = { warehouse, inPeriod, columns };
    const count = async (sql: string) =>
      (await warehouse.rows(counts, `select count(*)::integer as n from ${sql}`))[0]?.n ?? 0;
    const month = peopleMonthOf(warehouse.snapshot, period.to) ?? '';
    const person = plain(condition, { terms, hits: { tables: hits.people, id: 'person_id' } });
    const people = await count(`people where month = '${month}' and ${person}`);
    const [applied] = await warehouse.rows(
      z.object({ n: z.number(), by: z.number() }),
      `select count(*)::integer as n, count(distinct person_id)::integer as "by" from applications
       where month between '${period.from}' and '${period.to}' and posting_id in (select id from postings where ${plain(condition, columns)})`,
    );
    const near = await nearExamples(context, asking, condition, nearConditions(condition));
    const kindred = await kindredExamples(context, asking, condition, MOST_LEFT_OUT - near.length);
    return {
      postings: await count(`postings where ${inPeriod} and ${plain(condition, columns)}`),
      people: isSmall(people) ? null : people,
      applications: isSmall(applied?.by ?? 0) ? null : (applied?.n ?? 0),
      taken: await takenExamples(context, asking, condition),
      leftOut: [...near, ...kindred].slice(0, MOST_LEFT_OUT),
    };
  } finally {
    warehouse.close();
  }
}
