import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import type { FigureTable, Month, Period } from '../model.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { changeWords, countWords, percent, periodWords } from '../sentences/phrases.ts';
import { monthsOf, shiftPeriod } from '../warehouse/index.ts';
import { changeCell, countCell, emptyCell, row } from './cells.ts';
import { type Coverage, coverageNotes, coverageTables, likeForLikeWords, readCoverage } from './coverage.ts';
import { blankFigure, type Description, fewRows, NO_POSTINGS, POSTINGS_COUNTED } from './describe.ts';
import { fieldWords } from './labels.ts';

const DESCRIPTION: Description = {
  id: 'new-postings',
  title: { zh: '新发职位数与同比', en: 'New postings and their growth' },
  definition: {
    zh: '时期内首次发布、且符合领域定义的职位。同一公司 60 天内重复发布的同一职位只计一次：先看标题与全文是否相同，再看描述是否几乎相同（改名重发也算重复）。与上年同期相比，若数据来源、雇主行业或城市的构成相差较大（扣除抽样误差后 JS 距离不低于 0.15），雇主数变化超过三分之一，或任一期有两成以上的职位来自另一期没有的雇主，则标明覆盖范围有变化，并给出两期都有的雇主的同比。',
    en: "Postings of the field that were published for the first time in the period. What one employer posts again within 60 days counts once: first by equal title and words, then by nearly equal description, also under another title. Where the mix of data sets, of employers' industries or of cities is far from the year before (Jensen–Shannon distance of 0.15 or more beyond chance), where employers became more or fewer by over a third, or where employers that are in one period alone posted over a fifth of its jobs, that is flagged, with the growth for employers in both.",
  },
  formula: {
    zh: '同比 = 本期新发职位数 ÷ 上年同期新发职位数 − 1',
    en: 'growth = new postings ÷ new postings of the same months a year before − 1',
  },
  unit: 'postings',
  references: [
    'Lightcast, Job Posting Analytics methodology: two-step deduplication over 60 days, https://kb.lightcast.io/en/articles/6957446',
    'Li, Owen, Zhang 2012, One Permutation Hashing; Li, König 2010, b-Bit Minwise Hashing (near-duplicates)',
    'Efron 1979, Bootstrap Methods: Another Look at the Jackknife (interval of the growth)',
    'Lin 1991, Divergence Measures Based on the Shannon Entropy; Endres, Schindelin 2003; Grosse et al. 2002 (change of coverage)',
  ],
};

const monthCount = z.object({ month: z.string(), postings: z.number(), repeated: z.number(), ghosts: z.number() });
export type MonthCount = z.output<typeof monthCount>;

const MOST_YEARS = 10;

/** The same months of each year that the data knows whole, the latest first. */
export function yearsOf(months: readonly MonthCount[], period: Period): { period: Period; postings: number }[] {
  const byMonth = new Map(months.map((count) => [count.month, count]));
  const first = months[0]?.month;
  const years: { period: Period; postings: number }[] = [];
  for (let back = 0; back < MOST_YEARS; back++) {
    const then = shiftPeriod(period, -12 * back);
    if (first === undefined || then.from < first) break;
    years.push({
      period: then,
      postings: monthsOf(then).reduce((sum, month) => sum + (byMonth.get(month)?.postings ?? 0), 0),
    });
  }
  return years;
}

type Year = ReturnType<typeof yearsOf>[number];

function yearTable(years: readonly Year[], opens: boolean): FigureTable {
  return {
    id: 'years',
    title: { zh: '历年同期新发职位', en: 'New postings in the same months of each year' },
    rowLabel: { zh: '时期', en: 'Period' },
    columns: [
      { id: 'postings', label: { zh: '新发职位', en: 'New postings' }, kind: 'count' },
      { id: 'change', label: { zh: '同比', en: 'On the year before' }, kind: 'change' },
    ],
    // Time runs from the oldest year to the report's own, as the chart draws it.
    rows: years
      .map(({ period, postings }, n) => {
        const before = years[n + 1];
        const change = before ? changeCell(postings, before.postings) : emptyCell;
        return row(`${period.from}/${period.to}`, periodWords(period), [countCell(postings), change], opens && n === 0);
      })
      .reverse(),
  };
}

function monthTable(months: readonly MonthCount[], years: readonly Year[]): FigureTable {
  const byMonth = new Map(months.map((count) => [count.month, count.postings]));
  const oldestFirst = [...years].reverse();
  const spans = oldestFirst.map(({ period }) => monthsOf(period));
  return {
    id: 'months',
    title: { zh: '各年同月新发职位', en: 'New postings by month, year beside year' },
    rowLabel: { zh: '月份', en: 'Month' },
    columns: oldestFirst.map(({ period }) => {
      const year = period.from.slice(0, 4);
      return { id: `y${year}`, label: { zh: `${year}年`, en: year }, kind: 'count' as const };
    }),
    rows: (spans.at(-1) ?? []).map((month, n) =>
      row(
        month,
        { zh: `${Number(month.slice(5))}月`, en: periodWords({ from: month, to: month }).en.split(' ')[0] ?? month },
        spans.map((span) => countCell(byMonth.get(span[n] ?? '') ?? 0)),
        true,
      ),
    ),
  };
}

function seriesTable(months: readonly MonthCount[]): FigureTable {
  return {
    id: 'series',
    title: { zh: '逐月新发职位', en: 'New postings month by month' },
    rowLabel: { zh: '月份', en: 'Month' },
    columns: [
      { id: 'postings', label: { zh: '新发职位', en: 'New postings' }, kind: 'count' },
      { id: 'repeated', label: { zh: '剔除的重复发布', en: 'Repetitions left out' }, kind: 'count' },
    ],
    rows: months.map((count) =>
      row(
        count.month,
        periodWords({ from: count.month, to: count.month }),
        [countCell(count.postings), countCell(count.repeated)],
        false,
      ),
    ),
  };
}

function growthClaim(reading: Reading, years: readonly Year[], coverage: Coverage | null): Claim[] {
  const [now, before] = years;
  if (!now || !before || before.postings === 0) return [];
  const field = fieldWords(reading.field);
  const change = changeWords(now.postings / before.postings - 1);
  const highest = years.length > 2 && years.slice(1).every((year) => year.postings < now.postings);
  const alike = coverage ? likeForLikeWords(coverage) : { zh: '', en: '' };
  const [then, since] = [periodWords(before.period), years.at(-1)?.period.from.slice(0, 4) ?? ''];
  return [
    {
      sentence: {
        zh: `${periodWords(now.period).zh}，${field.zh}新发职位${countWords(now.postings)}个，同比${change.zh}（上年同期${countWords(before.postings)}个）${highest ? `，为${since}年有数据以来同期最高` : ''}${alike.zh}。`,
        en: `${periodWords(now.period).en} brought ${countWords(now.postings)} new postings in ${field.en}, ${change.en} ${then.en} (${countWords(before.postings)})${highest ? `: the most in these months since ${since}` : ''}${alike.en}.`,
      },
      effect: Math.abs(Math.log(now.postings / before.postings)) + (highest ? 0.2 : 0),
    },
  ];
}

/** The year in which growth was strongest, where that is another than the last. */
function surgeClaim(reading: Reading, years: readonly Year[]): Claim[] {
  const growth = years.flatMap((year, n) => {
    const before = years[n + 1];
    return before && before.postings > 0 ? [{ year, before, change: year.postings / before.postings - 1, n }] : [];
  });
  const strongest = [...growth].sort((a, b) => b.change - a.change)[0];
  if (!strongest || strongest.n === 0 || growth.length < 2 || strongest.change < 0.5) return [];
  const { year, before, change } = strongest;
  const [field, when] = [fieldWords(reading.field), periodWords(year.period)];
  const counts = { now: countWords(year.postings), earlier: countWords(before.postings) };
  return [
    {
      sentence: {
        zh: `历年同期中，${when.zh}${field.zh}新发职位增速最高，同比增长${percent(change, 2)}（由${counts.earlier}个增至${counts.now}个）。`,
        en: `Growth was strongest in ${when.en}, when new postings in ${field.en} rose ${percent(change, 2)} on the year before (from ${counts.earlier} to ${counts.now}).`,
      },
      effect: Math.log(1 + change) / 2,
    },
  ];
}

function repeatedNote(months: readonly MonthCount[], period: Period): Text[] {
  const within = months.filter(({ month }) => month >= period.from && month <= period.to);
  const repeated = within.reduce((sum, count) => sum + count.repeated, 0);
  if (repeated === 0) return [];
  return [
    {
      zh: `本期另有${countWords(repeated)}个职位是 60 天内的重复发布，未计入`,
      en: `${countWords(repeated)} more postings of this period repeat an earlier one within 60 days and are not counted`,
    },
  ];
}

/** How many look like ghosts, and whether they are counted. */
function ghostNote(months: readonly MonthCount[], { period, query }: Reading): Text[] {
  const within = months.filter(({ month }) => month >= period.from && month <= period.to);
  const ghosts = within.reduce((sum, count) => sum + count.ghosts, 0);
  const count = countWords(ghosts);
  if (query.ghosts === 'without') {
    return [
      {
        zh: `不含疑似幽灵职位：本期剔除${count}个`,
        en: `Ghost postings are left out: ${count} of this period`,
      },
    ];
  }
  if (ghosts === 0) return [];
  return [
    {
      zh: `其中${count}个疑似幽灵职位，已计入；可选择剔除`,
      en: `${count} of them look like ghost postings and are counted; they can be left out`,
    },
  ];
}

/** F1: how many new postings each month brought, and how that compares with the same months of earlier years. */
export async function newPostings(reading: Reading): Promise<Draft> {
  const sql = `
    select month,
      count(*) filter (where ${reading.isNew})::integer as postings,
      count(*) filter (where repost_of is not null)::integer as repeated,
      count(*) filter (where repost_of is null and ghost)::integer as ghosts
    from postings
    where month <= '${reading.period.to}' and ${reading.ofSource} and ${reading.is}
    group by month order by month`;
  const found = await reading.ask(monthCount, sql);
  const counted = new Map(found.map((count) => [count.month, count]));
  const [first] = found;
  const months: MonthCount[] = first
    ? monthsOf({ from: first.month as Month, to: reading.period.to }).map(
        (month) => counted.get(month) ?? { month, postings: 0, repeated: 0, ghosts: 0 },
      )
    : [];
  const years = yearsOf(months, reading.period);
  const n = monthsOf(reading.period).reduce((sum, month) => sum + (counted.get(month)?.postings ?? 0), 0);
  const before = years[1];
  const coverage = n > 0 && before ? await readCoverage(reading, before.period) : null;
  const claims = n > 0 ? [...growthClaim(reading, years, coverage), ...surgeClaim(reading, years)] : [];
  const figure = blankFigure(DESCRIPTION, reading, reading.shown(sql));
  return {
    figure: {
      ...figure,
      n,
      baseline: before ? { label: periodWords(before.period), period: before.period, n: before.postings } : null,
      tables:
        n > 0 || years.length > 0
          ? [
              yearTable(years, n > 0),
              ...(coverage && before ? coverageTables(coverage, before.period) : []),
              monthTable(months, years),
              seriesTable(months),
            ]
          : [],
      chart: n > 0 ? { kind: 'months', table: 'years', columns: ['postings'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes: [
        ...(n === 0 ? [NO_POSTINGS] : []),
        ...fewRows(n, POSTINGS_COUNTED),
        ...repeatedNote(months, reading.period),
        ...ghostNote(months, reading),
        ...(coverage && before ? coverageNotes(coverage, before.period) : []),
        ...(n > 0 && !before
          ? [
              {
                zh: '没有更早的同期数据，无法计算同比',
                en: 'There is no data for the same months of an earlier year, so growth cannot be told',
              },
            ]
          : []),
      ],
    },
    claims,
  };
}
