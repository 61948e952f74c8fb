import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });

/** A calendar month, `2023-01`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type Month = string;

/** From the first month to the last, both included. */
export const periodSchema = z.object({ from: monthSchema, to: monthSchema }).meta({ id: 'Period' });
export type Period = z.output<typeof periodSchema>;

/**
 * What selects postings and people: single terms, and `all`, `any`, `not` of such. `{all: []}` selects everything.
 * A skill or role selects what stands below it in the lexicon too; a keyword is looked for in the words as written.
 */
export type Condition =
  | { readonly keyword: string }
  | { readonly skill: string }
  | { readonly role: string }
  | { readonly industry: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const term = z.string().trim().min(1).max(80);
export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ keyword: term }),
      z.strictObject({ skill: term }),
      z.strictObject({ role: term }),
      z.strictObject({ industry: term }),
      z.strictObject({ all: z.array(conditionSchema).max(100) }),
      z.strictObject({ any: z.array(conditionSchema).max(100) }),
      z.strictObject({ not: conditionSchema }),
    ]),
  )
  .meta({ id: 'FieldCondition' });

/** A field of work that reports are made for. */
export const fieldView = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
    name: text,
    about: text,
    definition: conditionSchema,
    /** Shipped with the program; others were made by an analyst. */
    builtIn: z.boolean(),
  })
  .meta({ id: 'Field' });
export type FieldView = z.output<typeof fieldView>;

/** In the order of a report. */
export const FIGURE_IDS = [
  'new-postings',
  'postings-by-industry',
  'supply-and-demand',
  'skills-in-demand',
  'pay-by-role',
  'people-by-city',
  'people-by-industry',
  'people-by-age',
  'people-by-degree',
  'people-by-experience',
  'hot-topics',
  'verified-share',
  'ai-exposure',
] as const;
export const figureId = z.enum(FIGURE_IDS);
export type FigureId = z.output<typeof figureId>;

/** One number, with what it can be questioned by. A suppressed one (fewer than k people) has no value at all. */
const cellView = z
  .object({
    value: z.number().nullable(),
    /** The 95 % interval: Wilson for shares, bootstrap for medians and ratios. */
    low: z.number().optional(),
    high: z.number().optional(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    suppressed: z.literal(true).optional(),
  })
  .meta({ id: 'Cell' });
export type Cell = z.output<typeof cellView>;

/** How a column's numbers are written: a share is 0 to 1, a change is 0.313 for +31.3 %, money is CNY a year. */
export const columnKind = z.enum(['count', 'share', 'change', 'money', 'ratio', 'index', 'rank']);

const tableView = z
  .object({
    id: z.string(),
    title: text,
    /** What a row is: "Industry". */
    rowLabel: text,
    columns: z.array(z.object({ id: z.string(), label: text, kind: columnKind })),
    rows: z.array(
      z.object({
        /** Names the group: an id of the lexicon, a month, a band. */
        key: z.string(),
        label: text,
        cells: z.array(cellView),
        /** Whether the rows behind it can be opened. */
        opens: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'FigureTable' });
export type FigureTable = z.output<typeof tableView>;

/**
 * Which columns of which table are drawn, and how. `months`: columns over time, the compared years beside one another;
 * `bars`: one bar a row; `paired`: two columns back to back; `quartiles`: low quartile, median, high quartile and mean;
 * `against`: the field's bars beside the baseline's; `map`: cities on the map of China, with bars.
 */
const chartView = z
  .object({
    kind: z.enum(['months', 'bars', 'paired', 'quartiles', 'against', 'map']),
    table: z.string(),
    columns: z.array(z.string()),
  })
  .meta({ id: 'FigureChart' });
export type FigureChart = z.output<typeof chartView>;

export const figureView = z
  .object({
    id: figureId,
    /** `F1` … `F13`. */
    code: z.string(),
    title: text,
    definition: text,
    formula: text,
    /** The statement that the warehouse answered. */
    sql: z.string(),
    unit: z.enum(['postings', 'people', 'applications', 'posts']),
    period: periodSchema,
    /** What it is set against; null where it stands alone. */
    baseline: z.object({ label: text, period: periodSchema, n: z.number() }).nullable(),
    /** Rows counted. */
    n: z.number(),
    /** Groups left out because they have fewer than k people. */
    suppressedGroups: z.number(),
    tables: z.array(tableView),
    chart: chartView.nullable(),
    /** The figure in words, each true of its numbers. */
    sentences: z.array(text),
    /** What a reader has to know: too few rows, changed coverage, weights in use. */
    notes: z.array(text),
    /** Published sources of methods and outside data. */
    references: z.array(z.string()),
  })
  .meta({ id: 'Figure' });
export type Figure = z.output<typeof figureView>;

export const comparisonSchema = z.enum(['year-on-year', 'previous-period', 'network']);

/** What a report is asked for. */
export const reportQuery = z.object({
  from: monthSchema,
  to: monthSchema,
  compare: comparisonSchema.default('year-on-year'),
  /** Another field as the baseline, in place of the whole network. */
  against: z.string().max(60).optional(),
  /** `network`, `all`, or the id of an imported data set. */
  source: z.string().max(60).default('network'),
  /** Left out: postings that look as if nobody was to be hired. They are counted unless this is said. */
  ghosts: z.literal('without').optional(),
  /** Shares of people as the reference population would have them. */
  weights: z.literal('reference').optional(),
  /** The public edition with differential privacy: the whole report's budget. */
  epsilon: z.coerce.number().min(0.1).max(10).optional(),
});
export type ReportQuery = z.output<typeof reportQuery>;

export const reportView = z
  .object({
    field: fieldView,
    query: reportQuery,
    /** The network's name, and whether its people are made up, which every page and export says. */
    network: z.object({ name: text, generated: z.boolean() }),
    /** Which rows were counted. */
    sources: z.array(z.object({ id: z.string(), name: text, postings: z.number(), people: z.number() })),
    /** Hash of the warehouse's files, and when they were made. */
    snapshot: z.object({ hash: z.string(), at: z.iso.datetime() }),
    /** The most surprising true statements, by effect against the baseline. */
    lead: z.array(text),
    figures: z.array(figureView),
    notes: z.array(text),
  })
  .meta({ id: 'TalentReport' });
export type Report = z.output<typeof reportView>;

/** The rows behind one group of a figure: postings one by one; people only as groups of k or more that look alike. */
export const figureRows = z
  .object({
    columns: z.array(z.object({ id: z.string(), label: text })),
    rows: z.array(z.object({ id: z.string(), cells: z.array(text), postingId: z.uuid().nullable() })),
    total: z.number(),
    notes: z.array(text),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'FigureRows' });
export type FigureRows = z.output<typeof figureRows>;
