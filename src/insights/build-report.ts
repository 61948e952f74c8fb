import { z } from 'zod';
import { type Context, fail, type Text } from '../platform/index.ts';
import { type Term, termKey, termsOf } from './fields/condition.ts';
import { conditionToSql } from './fields/condition-to-sql.ts';
import { FIGURES } from './figures/index.ts';
import { fieldWords } from './figures/labels.ts';
import { FIGURE_IDS, type FieldView, type Period, type Report, type ReportQuery } from './model.ts';
import { type Draft, type Reading, warehouseReader } from './reading.ts';
import { type Dataset, listDatasets, listFields, networkOf } from './store.ts';
import {
  lengthOf,
  openSnapshot,
  orderTerms,
  refreshWarehouse,
  type Snapshot,
  shiftPeriod,
  type Warehouse,
} from './warehouse/index.ts';

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
        zh: '时期不对:开始月份应不晚于结束月份,最长十年',
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
function peopleMonthOf(snapshot: Snapshot, to: string): string | null {
  const months = snapshot.manifest.files
    .filter((file) => file.table === 'people')
    .map((file) => file.month)
    .sort();
  return months.findLast((month) => month <= to) ?? null;
}

const NETWORK: Text = { zh: '全网', en: 'Whole network' };

function readingOf(warehouse: Warehouse, fields: readonly FieldView[], field: FieldView, query: ReportQuery): Reading {
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
    isNew: 'repost_of is null',
    hasPeople: query.source === 'network' || query.source === 'all',
    peopleMonth: peopleMonthOf(warehouse.snapshot, period.to),
    ...warehouseReader(warehouse, { ...is.values, ...base.values }),
  };
}

const sourceCount = z.object({ id: z.string().nullable(), postings: z.number() });
const peopleCount = z.object({ n: z.number() });

async function sourcesOf(reading: Reading, datasets: readonly Dataset[], network: Text): Promise<Report['sources']> {
  const { period } = reading;
  const postings = await reading.ask(
    sourceCount,
    `select dataset_id::varchar as id, count(*)::integer as postings from postings
     where month between '${period.from}' and '${period.to}' and ${reading.ofSource} group by 1 order by 1`,
  );
  const [people] = reading.hasPeople
    ? await reading.ask(
        peopleCount,
        `select count(*)::integer as n from people where month = '${reading.peopleMonth ?? ''}'`,
      )
    : [];
  const names = new Map(datasets.map((dataset) => [dataset.id, dataset.name]));
  const imported = postings
    .filter((row) => row.id !== null)
    .map(({ id, postings: n }) => ({
      id: id ?? '',
      name: { zh: names.get(id ?? '') ?? '导入的数据', en: names.get(id ?? '') ?? 'Imported data' },
      postings: n,
      people: 0,
    }));
  const own = {
    id: 'network',
    name: network,
    postings: postings.find((row) => row.id === null)?.postings ?? 0,
    people: people?.n ?? 0,
  };
  return [...(reading.hasPeople ? [own] : []), ...imported];
}

const LEADING = 3;

/** The most surprising true statements, at most one of a figure, in the order of the figures. */
function leadOf(drafts: readonly Draft[]): Text[] {
  const strongest = drafts.map((draft, place) => ({
    place,
    claim: draft.claims.toSorted((a, b) => b.effect - a.effect)[0],
  }));
  return strongest
    .toSorted((a, b) => (b.claim?.effect ?? -1) - (a.claim?.effect ?? -1))
    .slice(0, LEADING)
    .sort((a, b) => a.place - b.place)
    .flatMap(({ claim }) => (claim ? [claim.sentence] : []));
}

async function makeReport(
  context: Context,
  warehouse: Warehouse,
  fields: readonly FieldView[],
  field: FieldView,
  query: ReportQuery,
): Promise<Report> {
  const [datasets, network] = [await listDatasets(context.db), await networkOf(context)];
  requireSource(datasets, query.source);
  const reading = readingOf(warehouse, fields, field, query);
  const drafts: Draft[] = [];
  for (const id of FIGURE_IDS) drafts.push(await FIGURES[id](reading));
  const { manifest } = warehouse.snapshot;
  return {
    field,
    query,
    network,
    sources: await sourcesOf(reading, datasets, network.name),
    snapshot: { hash: manifest.hash, at: manifest.at },
    lead: leadOf(drafts),
    figures: drafts.map((draft) => draft.figure),
    notes: network.generated
      ? [
          {
            zh: '本报告的数据是生成的演示数据,其中的人和公司都不存在',
            en: 'The data of this report is made up for demonstration: nobody and no company in it exists',
          },
        ]
      : [],
  };
}

/**
 * The whole report on a field, every figure computed from the warehouse's rows, which are brought up to date first. Fails
 * where there is no such field or data set, or the period is none.
 */
export async function buildReport(context: Context, fieldId: string, query: ReportQuery): Promise<Report> {
  const fields = await listFields(context.db);
  const field = fieldOf(fields, fieldId);
  requirePeriod(query);
  const warehouse = await openSnapshot(await refreshWarehouse(context, { terms: watchedTerms(fields) }));
  try {
    return await makeReport(context, warehouse, fields, field, query);
  } finally {
    warehouse.close();
  }
}
