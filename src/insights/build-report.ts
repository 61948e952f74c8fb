import { z } from 'zod';
import { type Context, fail, type Text } from '../platform/index.ts';
import { SHIPPED_FIELDS } from './fields/shipped.ts';
import { FIGURES } from './figures/index.ts';
import { FIGURE_IDS, type FieldView, type Figure, type Report, type ReportQuery } from './model.ts';
import { fieldOf, readingOf, withReading } from './open-reading.ts';
import { privacyNote, privatePopulation } from './privacy/private-figures.ts';
import { draftPublicEdition, noiseSecret } from './privacy/public-edition.ts';
import type { Draft, Reading } from './reading.ts';
import { type Dataset, networkOf } from './store.ts';
import { GHOST_DEFINITION, GHOST_REFERENCE, openSnapshot, type Snapshot } from './warehouse/index.ts';
import { weightsNote } from './weights/read-weights.ts';

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

const MADE_UP: Text = {
  zh: '本报告的数据是生成的演示数据，其中的人和公司都不存在',
  en: 'The data of this report is made up for demonstration: nobody and no company in it exists',
};

/** What a reader of the whole report has to know. */
function notesOf({ query, weights }: Reading, generated: boolean): Text[] {
  const without: Text = {
    zh: `本报告的职位不含疑似幽灵职位（F1至F5；投递者仍然计入）。${GHOST_DEFINITION.zh}（${GHOST_REFERENCE}）`,
    en: `Ghost postings are left out of the postings in F1 to F5; people who applied to them still count. ${GHOST_DEFINITION.en} (${GHOST_REFERENCE})`,
  };
  return [
    ...(generated ? [MADE_UP] : []),
    ...(query.ghosts === 'without' ? [without] : []),
    ...(weights ? [weightsNote(weights)] : []),
    ...(query.epsilon === undefined ? [] : [privacyNote(query.epsilon)]),
  ];
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

/** Every figure, in the order of the report. All are made at once, and all have ended when this does, also where one fails. */
async function draftFigures(reading: Reading): Promise<Draft[]> {
  const drafts = await Promise.allSettled(FIGURE_IDS.map((id) => FIGURES[id](reading)));
  return drafts.map((draft) => {
    if (draft.status === 'rejected') throw draft.reason;
    return draft.value;
  });
}

/**
 * The figures of a report on one of the fields that come with the program, from a snapshot alone. `onStatement` hears of each
 * statement that the warehouse is asked, with its values in place.
 */
export async function figuresOf(
  snapshot: Snapshot,
  fieldId: string,
  query: ReportQuery,
  onStatement: (sql: string) => void = () => undefined,
): Promise<Figure[]> {
  const warehouse = await openSnapshot(snapshot);
  try {
    const reading = readingOf(warehouse, SHIPPED_FIELDS, fieldOf(SHIPPED_FIELDS, fieldId), query);
    const ask: Reading['ask'] = (schema, sql) => {
      onStatement(reading.shown(sql));
      return reading.ask(schema, sql);
    };
    return (await draftFigures({ ...reading, ask })).map((draft) => draft.figure);
  } finally {
    warehouse.close();
  }
}

/**
 * The whole report on a field, every figure computed from the warehouse's rows, which are brought up to date first. Fails
 * where there is no such field or data set, or the period is none.
 */
export async function buildReport(context: Context, field: string | FieldView, query: ReportQuery): Promise<Report> {
  if (query.weights && query.epsilon !== undefined) {
    throw fail('invalid', 'weights-and-noise', {
      zh: '公开版不加权：两者只能选一个',
      en: 'The public edition is not weighted: choose one of the two',
    });
  }
  const network = await networkOf(context);
  return withReading(context, field, query, async ({ reading, warehouse, datasets }) => {
    const { manifest } = warehouse.snapshot;
    const privacy =
      query.epsilon === undefined
        ? null
        : { epsilon: query.epsilon, secret: noiseSecret(context), snapshot: manifest.hash };
    const drafts = privacy ? await draftPublicEdition(reading, privacy) : await draftFigures(reading);
    const sources = await sourcesOf(reading, datasets, network.name);
    return {
      field: reading.field,
      query,
      network,
      sources: privacy
        ? sources.map((one) =>
            one.id === 'network' ? { ...one, people: privatePopulation(reading, privacy, one.people) } : one,
          )
        : sources,
      snapshot: { hash: manifest.hash, at: manifest.at },
      lead: leadOf(drafts),
      figures: drafts.map((draft) => draft.figure),
      notes: notesOf(reading, network.generated),
    };
  });
}
