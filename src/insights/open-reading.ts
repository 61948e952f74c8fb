import { z } from 'zod';
import { topicNames } from '../community/index.ts';
import { type Context, fail, type Text } from '../platform/index.ts';
import { type Term, termKey, termsOf } from './fields/condition.ts';
import { conditionToSql } from './fields/condition-to-sql.ts';
import { fieldWords } from './figures/labels.ts';
import type { FieldView, Period, ReportQuery } from './model.ts';
import { isSmall } from './privacy/suppress.ts';
import { type Reading, warehouseReader, withValues } from './reading.ts';
import { type Dataset, listDatasets, listFields } from './store.ts';
import {
  lengthOf,
  openSnapshot,
  orderTerms,
  refreshWarehouse,
  type Snapshot,
  shiftPeriod,
  type Warehouse,
} from './warehouse/index.ts';
import { readWeights } from './weights/read-weights.ts';

/** What the warehouse decides for each row as it takes it in: all that any field asks for. */
export function watchedTerms(fields: readonly FieldView[]): Term[] {
  return orderTerms(fields.flatMap((field) => termsOf(field.definition)));
}

/** The newest snapshot of the warehouse. */
export async function freshSnapshot(
  context: Context,
  options: { rebuild?: boolean; signal?: AbortSignal } = {},
): Promise<Snapshot> {
  return refreshWarehouse(context, { terms: watchedTerms(await listFields(context.db)), ...options });
}

export function fieldOf(fields: readonly FieldView[], id: string): FieldView {
  const found = fields.find((field) => field.id === id);
  if (!found) throw fail('not-found', 'no-such-field', { zh: `没有“${id}”这个领域`, en: `There is no field "${id}"` });
  return found;
}

function requirePeriod(query: ReportQuery): Period {
  const period = { from: query.from, to: query.to };
  if (lengthOf(period) < 1 || lengthOf(period) > 120) {
    throw fail(
      'invalid',
      'bad-period',
      {
        zh: '时期不对：开始月份应不晚于结束月份，最长十年',
        en: 'The period is wrong: it begins no later than it ends, and has ten years at most',
      },
      [{ path: 'query.from', message: { zh: `${query.from} 至 ${query.to}`, en: `${query.from} to ${query.to}` } }],
    );
  }
  return period;
}

function requireSource(datasets: readonly Dataset[], source: string): void {
  if (source === 'network' || source === 'all' || datasets.some((dataset) => dataset.id === source)) return;
  throw fail('not-found', 'no-such-data-set', { zh: '没有这个数据集', en: 'There is no such data set' });
}

function sourceSql(source: string): string {
  if (source === 'all') return 'true';
  return source === 'network' ? 'dataset_id is null' : `dataset_id = '${source}'::uuid`;
}

/** The kept month at or before the period's end; the first one where none is. */
export function peopleMonthOf(snapshot: Snapshot, to: string): string | null {
  const months = snapshot.manifest.files
    .filter((file) => file.table === 'people')
    .map((file) => file.month)
    .sort();
  return months.findLast((month) => month <= to) ?? null;
}

const NETWORK: Text = { zh: '全网', en: 'Whole network' };

/** The question of a report, over an open snapshot. */
export function readingOf(
  warehouse: Warehouse,
  fields: readonly FieldView[],
  field: FieldView,
  query: ReportQuery,
): Reading {
  const period = requirePeriod(query);
  const terms = warehouse.snapshot.manifest.terms.map(termKey);
  const is = conditionToSql(field.definition, { terms, parameters: 'f' });
  const against = query.against === undefined ? null : fieldOf(fields, query.against);
  const base = against ? conditionToSql(against.definition, { terms, parameters: 'b' }) : { sql: 'true', values: {} };
  return {
    field,
    query,
    period,
    before: shiftPeriod(period, query.compare === 'previous-period' ? -lengthOf(period) : -12),
    baseline: {
      label: against ? against.name : NETWORK,
      words: against ? fieldWords(against) : { zh: '全网', en: 'the whole network' },
      is: base.sql,
    },
    is: is.sql,
    ofSource: sourceSql(query.source),
    isNew: query.ghosts === 'without' ? 'repost_of is null and not ghost' : 'repost_of is null',
    hasPeople: query.source === 'network' || query.source === 'all',
    tooClose: null,
    topicNames: {},
    weights: null,
    peopleMonth: peopleMonthOf(warehouse.snapshot, period.to),
    ...warehouseReader(warehouse, { ...is.values, ...base.values }),
  };
}

const closeness = z.object({ id: z.string(), people: z.number() });

/**
 * The other field that this one differs from by one to four people; null where there is none. Two reports that differ by so
 * few give them away, so a field that somebody made is not counted in people while it is that close to another, or to
 * everybody.
 */
async function closeField(
  warehouse: Warehouse,
  fields: readonly FieldView[],
  field: FieldView,
  month: string | null,
): Promise<FieldView | null> {
  const others = fields.filter((one) => one.id !== field.id);
  if (field.builtIn || month === null || others.length === 0) return null;
  const terms = warehouse.snapshot.manifest.terms.map(termKey);
  const sqlOf = (one: FieldView) => {
    const { sql, values } = conditionToSql(one.definition, { terms });
    return withValues(sql, values);
  };
  const own = sqlOf(field);
  const differences = others.map(
    (other, n) => `count(*) filter (where (${own}) <> (${sqlOf(other)}))::integer as d${n}`,
  );
  const counted = await warehouse.rows(
    closeness,
    `with differing as (select ${differences.join(', ')} from people where month = '${month}')
     ${others.map((other, n) => `select '${other.id}' as id, d${n} as people from differing`).join(' union all ')}`,
  );
  const close = new Set(counted.filter(({ people }) => isSmall(people)).map(({ id }) => id));
  return others.find((other) => close.has(other.id)) ?? null;
}

/** A question that can be asked of the newest snapshot. */
export type OpenReading = {
  readonly reading: Reading;
  readonly warehouse: Warehouse;
  readonly datasets: readonly Dataset[];
};

/**
 * Opens the newest snapshot of the warehouse for a question about a field, saved or as given, and closes it when `use` is done. Fails where there is no such
 * field or data set, or the period is none.
 */
export async function withReading<T>(
  context: Context,
  asked: string | FieldView,
  query: ReportQuery,
  use: (open: OpenReading) => Promise<T>,
): Promise<T> {
  const [saved, datasets, names] = [
    await listFields(context.db),
    await listDatasets(context.db),
    await topicNames(context.db),
  ];
  const field = typeof asked === 'string' ? fieldOf(saved, asked) : asked;
  const fields = [...saved.filter((one) => one.id !== field.id), field];
  requirePeriod(query);
  requireSource(datasets, query.source);
  const warehouse = await openSnapshot(await refreshWarehouse(context, { terms: watchedTerms(fields) }));
  try {
    const reading = readingOf(warehouse, fields, field, query);
    const weights = query.weights === 'reference' ? await readWeights(context, warehouse, reading.peopleMonth) : null;
    const close = reading.hasPeople ? await closeField(warehouse, fields, field, reading.peopleMonth) : null;
    return await use({
      reading: { ...reading, topicNames: names, weights, ...(close && { hasPeople: false, tooClose: close.name }) },
      warehouse,
      datasets,
    });
  } finally {
    warehouse.close();
  }
}
