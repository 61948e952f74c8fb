import { z } from 'zod';
import { type Context, FailureError } from '../../platform/index.ts';
import { changeCell } from '../figures/cells.ts';
import { FIGURES } from '../figures/index.ts';
import { type Cell, type FieldView, type Figure, type Period, reportQuery } from '../model.ts';
import { withReading } from '../open-reading.ts';
import type { Reading } from '../reading.ts';
import { lengthOf } from '../warehouse/index.ts';
import { type ForecastTest, type Frozen, type Measured, OF_PERIOD } from './model.ts';

type Part = Pick<ForecastTest, 'figure' | 'source' | 'table' | 'group' | 'measure' | 'period' | 'since'>;

/** A number of a figure with all that it is questioned by. */
type Found = {
  readonly figure: Figure;
  readonly cell: Cell | null;
  readonly labels: Frozen['labels'] | null;
  readonly snapshot: string;
};

export type NumberFound = {
  readonly measured: Measured;
  readonly sql: string;
  readonly snapshot: string;
  readonly labels: Frozen['labels'] | null;
};

function find(figure: Figure, of: Part, period: Period): Pick<Found, 'cell' | 'labels'> {
  const table = figure.tables.find((one) => one.id === of.table);
  const at = table?.columns.findIndex((column) => column.id === of.measure) ?? -1;
  const column = table?.columns[at];
  const key = of.group === OF_PERIOD ? `${period.from}/${period.to}` : of.group;
  const row = table?.rows.find((one) => one.key === key);
  if (!table || !column || !row) return { cell: null, labels: null };
  const labels = {
    figure: figure.title,
    table: table.title,
    group: row.label,
    measure: column.label,
    kind: column.kind,
  };
  return { cell: row.cells[at] ?? null, labels };
}

const monthsFound = z.object({ n: z.number() });

/**
 * Whether the data goes through the whole period: a month without any row at all is one that nobody recorded, and no
 * count of it is a 0. People have to be known as of the period's end.
 */
async function hasData(reading: Reading, { unit, period }: Figure): Promise<boolean> {
  if (unit === 'people') return reading.peopleMonth === period.to;
  const rows = unit === 'posts' ? 'posts where true' : `postings where ${reading.ofSource}`;
  const [found] = await reading.ask(
    monthsFound,
    `select count(distinct month)::integer as n from ${rows} and month between '${period.from}' and '${period.to}'`,
  );
  return found?.n === lengthOf(period);
}

async function findCell(context: Context, field: FieldView, of: Part, period: Period): Promise<Found> {
  const query = reportQuery.parse({ ...period, source: of.source });
  return withReading(context, field, query, async ({ reading, warehouse }) => {
    const { figure } = await FIGURES[of.figure](reading);
    const found = find(figure, of, period);
    const cell = (await hasData(reading, figure)) ? found.cell : null;
    return { figure, ...found, cell, snapshot: warehouse.snapshot.manifest.hash };
  });
}

function measuredBy(cell: Cell | null, n: number, kind: Frozen['labels']['kind'] | undefined): Measured {
  if (cell?.suppressed) return { reason: 'suppressed' };
  if (!cell || cell.value === null) return { reason: 'missing' };
  // A change is of the rows of the period against those before: it is judged by the period's own.
  const rows = kind === 'change' ? n : (cell.denominator ?? n);
  return { value: cell.value, low: cell.low ?? null, high: cell.high ?? null, n: rows };
}

/** The change between two counts, with the interval of their ratio. */
function changeBetween(now: Found, then: Found): Measured {
  const [after, before] = [
    measuredBy(now.cell, now.figure.n, now.labels?.kind),
    measuredBy(then.cell, then.figure.n, then.labels?.kind),
  ];
  if ('reason' in after) return after;
  if ('reason' in before) return before;
  const change = measuredBy(changeCell(after.value, before.value), 0, 'change');
  return 'reason' in change ? change : { ...change, n: after.value + before.value };
}

/** A comment that says which number of the answer is meant. */
function asked(of: Part, period: Period, sql: string): string {
  const row = of.group === OF_PERIOD ? `${period.from}/${period.to}` : of.group;
  return `-- ${of.figure} / ${of.table} / ${row} / ${of.measure}\n${sql}`;
}

/**
 * Reads the number that a test is about, for a field, from the newest rows, by the very code that makes the figure: what a
 * report hides, a test cannot read either. A data set that is gone is a number that is missing.
 */
export async function readNumber(context: Context, field: FieldView, of: Part): Promise<NumberFound> {
  try {
    const now = await findCell(context, field, of, of.period);
    const sql = asked(of, of.period, now.figure.sql);
    const rest = { snapshot: now.snapshot, labels: now.labels };
    if (!of.since) return { measured: measuredBy(now.cell, now.figure.n, now.labels?.kind), sql, ...rest };
    const then = await findCell(context, field, of, of.since);
    return {
      measured: changeBetween(now, then),
      sql: `${sql}\n\n${asked(of, of.since, then.figure.sql)}`,
      ...rest,
    };
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'no-such-data-set') {
      return { measured: { reason: 'missing' }, sql: '', snapshot: '', labels: null };
    }
    throw error;
  }
}
