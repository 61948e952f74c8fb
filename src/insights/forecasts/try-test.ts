import { z } from 'zod';
import { type Context, fail } from '../../platform/index.ts';
import { columnKind, type FieldView, type Period, periodSchema } from '../model.ts';
import { fieldOf } from '../open-reading.ts';
import { listFields } from '../store.ts';
import { lengthOf, shiftPeriod } from '../warehouse/index.ts';
import { judge } from './judge.ts';
import { readNumber } from './measure.ts';
import { type ForecastTest, type Frozen, type Measured, numberRead, outcomeSchema, reasonSchema } from './model.ts';
import { testWords, unitOf } from './words.ts';

const measuredView = z.union([numberRead, z.object({ reason: z.enum(['suppressed', 'missing']) })]);

export const triedView = z
  .object({
    words: z.object({ zh: z.string(), en: z.string() }),
    unit: columnKind,
    /** The statements that the warehouse will be asked. */
    sql: z.string(),
    /** How the same test comes out for the latest same months that are over. */
    latest: z.object({
      period: periodSchema,
      left: measuredView,
      right: measuredView.nullable(),
      outcome: outcomeSchema,
      reason: reasonSchema.nullable(),
    }),
  })
  .meta({ id: 'TriedForecastTest' });
export type Tried = z.output<typeof triedView>;

/** The same months in the latest year in which they are over, before the month that is running. */
function latestOver(period: Period, month: string): Period {
  let latest = period;
  while (latest.to >= month) latest = shiftPeriod(latest, -12);
  return latest;
}

function shifted(test: ForecastTest, month: string): ForecastTest {
  const period = latestOver(test.period, month);
  const back = lengthOf({ from: period.to, to: test.period.to }) - 1;
  return { ...test, period, ...(test.since && { since: shiftPeriod(test.since, -back) }) };
}

/** The number that a test reads and what it is held against, and how the two compare. */
export async function readTest(context: Context, test: ForecastTest, fields: readonly FieldView[]) {
  const [field, other] = fields;
  if (!field) throw new Error('a test names a field');
  const left = await readNumber(context, field, test);
  const right = typeof test.than === 'number' || !other ? null : await readNumber(context, other, test);
  const than = right ? right.measured : typeof test.than === 'number' ? test.than : ({ reason: 'missing' } as const);
  return {
    left: left.measured,
    right: right?.measured ?? null,
    verdict: judge(left.measured, test.is, than),
    sql: [left.sql, ...(right ? [right.sql] : [])].join('\n\n'),
    snapshot: left.snapshot,
    labels: left.labels,
  };
}

function requireOrder(test: ForecastTest): void {
  const wrong =
    lengthOf(test.period) < 1 ||
    (test.since !== undefined && (lengthOf(test.since) !== lengthOf(test.period) || test.since.to >= test.period.from));
  if (!wrong) return;
  throw fail('invalid', 'bad-test-period', {
    zh: '时段不对：开始不晚于结束；比较的时段应更早，且月数相同',
    en: 'The periods are wrong: one begins no later than it ends, and the one it is compared with is earlier and as long',
  });
}

function requireCount(kind: Frozen['labels']['kind'], test: ForecastTest): void {
  if (!test.since || kind === 'count') return;
  throw fail('invalid', 'only-counts-change', {
    zh: '只有计数可以检验“自某时以来的变化”',
    en: 'Only of a count can the change since an earlier period be tested',
  });
}

export type Sound = { readonly frozen: Frozen; readonly tried: Tried };

/**
 * Tries a test out: the fields are there, the figure has that number for the latest such months, and what it would say of them.
 * Fails where there is no such number to be seen.
 */
export async function tryTest(context: Context, test: ForecastTest): Promise<Sound> {
  requireOrder(test);
  const known = await listFields(context.db);
  const fields = [test.field, ...(typeof test.than === 'number' ? [] : [test.than.field])].map((id) =>
    fieldOf(known, id),
  );
  const past = shifted(test, context.clock.now().toISOString().slice(0, 7));
  const latest = await readTest(context, past, fields);
  if (!latest.labels) {
    throw fail('invalid', 'no-such-number', {
      zh: '这张图表目前没有这个数字：请选一个现在就能看到的表、项目和列',
      en: 'The figure has no such number now: choose a table, row and column that can be seen today',
    });
  }
  requireCount(latest.labels.kind, test);
  const frozen: Frozen = { fields, labels: latest.labels };
  return { frozen, tried: { ...(await showTest(context, test, frozen)), latest: latestOf(past.period, latest) } };
}

function latestOf(period: Period, read: Awaited<ReturnType<typeof readTest>>): Tried['latest'] {
  return { period, left: read.left, right: read.right, outcome: read.verdict.outcome, reason: read.verdict.reason };
}

async function showTest(context: Context, test: ForecastTest, frozen: Frozen) {
  const { sql } = await readTest(context, test, frozen.fields);
  return { words: testWords(test, frozen), unit: unitOf(test, frozen), sql };
}

/** A test that was entered, with its statements, and how it comes out for the latest such months. */
export async function explainTest(context: Context, test: ForecastTest, frozen: Frozen): Promise<Tried> {
  const past = shifted(test, context.clock.now().toISOString().slice(0, 7));
  const latest = await readTest(context, past, frozen.fields);
  return { ...(await showTest(context, test, frozen)), latest: latestOf(past.period, latest) };
}

export const toldOrNull = (measured: Measured | null) => (measured && 'value' in measured ? measured : null);
