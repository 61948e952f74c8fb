import { z } from 'zod';
import { defineRoute, members, pageQuery, type Route } from '../platform/index.ts';
import { buildReport } from './build-report.ts';
import { exportRoutes } from './export-routes.ts';
import { fieldRoutes } from './field-routes.ts';
import { forecastRoutes } from './forecasts/routes.ts';
import { fieldView, figureId, figureRows, monthSchema, reportQuery, reportView } from './model.ts';
import { freshSnapshot } from './open-reading.ts';
import { publishingRoutes } from './publishing/index.ts';
import { readFigureRows } from './rows/read-rows.ts';
import { listDatasets, listFields, networkOf } from './store.ts';
import { openSnapshot } from './warehouse/index.ts';
import { referenceRoutes } from './weights/routes.ts';

const tag = 'insights';
const fieldParams = z.object({ fieldId: z.string().max(60) });
const text = z.object({ zh: z.string(), en: z.string() });

const sourceView = z
  .object({
    id: z.string(),
    name: text,
    postings: z.number(),
    from: monthSchema.nullable(),
    to: monthSchema.nullable(),
  })
  .meta({ id: 'InsightsSource' });

const sourceRow = z.object({ id: z.string().nullable(), postings: z.number(), from: z.string(), to: z.string() });

/** Reports on fields of work, for everybody who is signed in. */
function readerRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/insights/fields',
      operationId: 'listFields',
      tag,
      summary: 'The fields that reports can be made for',
      allow: members,
      reply: z.object({ items: z.array(fieldView) }),
      handle: async ({ context }) => ({ items: await listFields(context.db) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/insights/sources',
      operationId: 'listInsightsSources',
      tag,
      summary: 'The data that reports can be made from, and the months it has',
      allow: members,
      reply: z.object({
        items: z.array(sourceView),
        months: z.object({ first: monthSchema.nullable(), last: monthSchema.nullable() }),
      }),
      handle: async ({ context }) => {
        const warehouse = await openSnapshot(await freshSnapshot(context));
        try {
          const [datasets, network] = [await listDatasets(context.db), await networkOf(context)];
          const rows = await warehouse.rows(
            sourceRow,
            `select dataset_id::varchar as id, count(*)::integer as postings, min(month) as "from", max(month) as "to"
             from postings group by 1 order by 1`,
          );
          const names = new Map(datasets.map((dataset) => [dataset.id, dataset.name]));
          const own = rows.find((row) => row.id === null);
          const months = rows.flatMap((row) => [row.from, row.to]).sort();
          return {
            items: [
              {
                id: 'network',
                name: network.name,
                postings: own?.postings ?? 0,
                from: own?.from ?? null,
                to: own?.to ?? null,
              },
              ...rows.flatMap(({ id, ...rest }) => {
                const name = names.get(id ?? '');
                return id === null || name === undefined ? [] : [{ id, name: { zh: name, en: name }, ...rest }];
              }),
            ],
            months: { first: months[0] ?? null, last: months.at(-1) ?? null },
          };
        } finally {
          warehouse.close();
        }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/insights/fields/:fieldId/report',
      operationId: 'getReport',
      tag,
      summary: 'The report on a field, computed from the rows',
      allow: members,
      params: fieldParams,
      query: reportQuery,
      reply: reportView,
      handle: ({ context, params, query }) => buildReport(context, params.fieldId, query),
    }),
    defineRoute({
      method: 'GET',
      path: '/insights/fields/:fieldId/figures/:figureId/rows',
      operationId: 'listFigureRows',
      tag,
      summary: 'The rows behind one group of a figure: postings one by one, people as groups that are alike',
      allow: members,
      params: fieldParams.extend({ figureId }),
      query: reportQuery.extend(pageQuery.shape).extend({ table: z.string().max(60), key: z.string().max(200) }),
      reply: figureRows,
      handle: ({ context, params, query: { table, key, cursor, limit, ...report } }) =>
        readFigureRows(context, params.fieldId, params.figureId, report, { table, key, cursor, limit }),
    }),
  ];
}

/** The think tank: fields, sources, reports and forecasts. */
export function insightsRoutes(smtpUrl: string | null): Route[] {
  return [
    ...readerRoutes(),
    ...fieldRoutes(),
    ...forecastRoutes(),
    ...referenceRoutes(),
    ...exportRoutes(),
    ...publishingRoutes(smtpUrl),
  ];
}
