import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import type { Cell, FigureTable, Period } from '../model.ts';
import type { Reading } from '../reading.ts';
import { changeWords, countWords, percent, periodWords } from '../sentences/phrases.ts';
import { jensenShannon } from '../statistics/divergence.ts';
import { changeCell, countCell, emptyCell, row, shareCell } from './cells.ts';

const PARTS = ['source', 'industry', 'city'] as const;
type Part = (typeof PARTS)[number];

/** Postings of one group, now and before. */
type GroupPair = { readonly now: number; readonly before: number };
const groupRow = z.object({ part: z.enum(PARTS), now: z.number(), before: z.number() });
const employerCounts = z.object({
  employersNow: z.number(),
  employersBefore: z.number(),
  employersBoth: z.number(),
  now: z.number(),
  before: z.number(),
  nowOfBoth: z.number(),
  beforeOfBoth: z.number(),
  hereNow: z.number(),
  hereBefore: z.number(),
  hereNowOfBoth: z.number(),
  hereBeforeOfBoth: z.number(),
});
export type EmployerCounts = z.output<typeof employerCounts>;

/** Who is in the data of two periods: all new postings of the source, whatever their field. */
export type Covered = {
  readonly parts: Readonly<Record<Part, readonly GroupPair[]>>;
  readonly employers: EmployerCounts;
};

export type Coverage = Covered & {
  readonly distances: Readonly<Record<Part, number>>;
  /** What changed; empty where nothing did. */
  readonly reasons: readonly Text[];
};

/** Compositions this far apart beyond chance have changed: about what moving one posting in six elsewhere gives. */
export const FAR = 0.15;
/** Of a period's postings at least so many come from employers that are in both, else it is another set of employers. */
export const KEPT = 0.8;
/** The number of employers may grow by this factor, or fall by it. */
export const FACTOR = 4 / 3;
/** Below this many postings in either period compositions say nothing. */
export const ENOUGH = 100;

const PART_NAMES: Readonly<Record<Part, Text>> = {
  source: { zh: '数据来源', en: 'data sets' },
  industry: { zh: '雇主行业', en: "employers' industries" },
  city: { zh: '工作城市', en: 'cities' },
};

function distanceOf(pairs: readonly GroupPair[]): number {
  const [now, before] = [pairs.map((pair) => pair.now), pairs.map((pair) => pair.before)];
  return now.some((count) => count > 0) && before.some((count) => count > 0)
    ? jensenShannon(now, before).beyondChance
    : 0;
}

/** Whether who is covered changed between two periods, and in what. */
export function judgeCoverage(covered: Covered): Coverage {
  const { parts, employers } = covered;
  const distances = {
    source: distanceOf(parts.source),
    industry: distanceOf(parts.industry),
    city: distanceOf(parts.city),
  };
  if (Math.min(employers.now, employers.before) < ENOUGH) return { ...covered, distances, reasons: [] };
  const reasons: Text[] = PARTS.filter((part) => distances[part] >= FAR).map((part) => ({
    zh: `${PART_NAMES[part].zh}的构成变了（JS 距离 ${distances[part].toFixed(2)}）`,
    en: `the mix of ${PART_NAMES[part].en} is another (JS distance ${distances[part].toFixed(2)})`,
  }));
  const { employersNow, employersBefore } = employers;
  if (employersNow > employersBefore * FACTOR || employersBefore > employersNow * FACTOR) {
    reasons.push({
      zh: `有职位的雇主由${countWords(employersBefore)}家变为${countWords(employersNow)}家`,
      en: `employers with postings went from ${countWords(employersBefore)} to ${countWords(employersNow)}`,
    });
  }
  const kept = { now: employers.nowOfBoth / employers.now, before: employers.beforeOfBoth / employers.before };
  if (kept.now < KEPT || kept.before < KEPT) {
    reasons.push({
      zh: `来自两期都有的雇主的职位，本期占${percent(kept.now)}，上年同期占${percent(kept.before)}`,
      en: `employers that are in both periods posted ${percent(kept.now)} of the jobs now and ${percent(kept.before)} then`,
    });
  }
  return { ...covered, distances, reasons };
}

/** Compares who is covered in the report's period with an earlier one. */
export async function readCoverage(reading: Reading, before: Period): Promise<Coverage> {
  const { period, ofSource, isNew, is } = reading;
  const isNow = `month between '${period.from}' and '${period.to}'`;
  const rows = `rows as (
      select ${isNow} as now, ${is} as here, company_id, industry_id, city_id, dataset_id from postings
      where (${isNow} or month between '${before.from}' and '${before.to}') and ${ofSource} and ${isNew})`;
  const groups = await reading.ask(
    groupRow,
    PARTS.map((part) => {
      const column = { source: 'dataset_id', industry: 'industry_id', city: 'city_id' }[part];
      return `${part === 'source' ? `with ${rows} ` : ''}select '${part}' as part,
        count(*) filter (where now)::integer as now, count(*) filter (where not now)::integer as before
        from rows group by ${column}`;
    }).join(' union all '),
  );
  const [employers] = await reading.ask(
    employerCounts,
    `with ${rows},
      employer as (
        select count(*) filter (where now) as n, count(*) filter (where not now) as b,
          count(*) filter (where now and here) as hn, count(*) filter (where not now and here) as hb
        from rows group by company_id)
    select count(*) filter (where n > 0)::integer as "employersNow", count(*) filter (where b > 0)::integer as "employersBefore",
      count(*) filter (where n > 0 and b > 0)::integer as "employersBoth",
      coalesce(sum(n), 0)::integer as now, coalesce(sum(b), 0)::integer as before,
      coalesce(sum(n) filter (where b > 0), 0)::integer as "nowOfBoth",
      coalesce(sum(b) filter (where n > 0), 0)::integer as "beforeOfBoth",
      coalesce(sum(hn), 0)::integer as "hereNow", coalesce(sum(hb), 0)::integer as "hereBefore",
      coalesce(sum(hn) filter (where b > 0), 0)::integer as "hereNowOfBoth",
      coalesce(sum(hb) filter (where n > 0), 0)::integer as "hereBeforeOfBoth"
    from employer`,
  );
  if (!employers) throw new Error('an aggregate has a row');
  // In an order of its own, so that sums come out the same each time.
  const pairs = (part: Part) =>
    groups.filter((group) => group.part === part).sort((a, b) => b.now - a.now || b.before - a.before);
  return judgeCoverage({
    parts: { source: pairs('source'), industry: pairs('industry'), city: pairs('city') },
    employers,
  });
}

const likeForLike = ({ employers }: Coverage): Cell => changeCell(employers.hereNowOfBoth, employers.hereBeforeOfBoth);

/** Beside the growth: that of employers in both periods alone, and how far the compositions are apart. */
export function coverageTables(coverage: Coverage, before: Period): FigureTable[] {
  const { employers, distances } = coverage;
  const of = (now: number, then: number, share: Cell) => [
    countCell(now),
    countCell(then),
    changeCell(now, then),
    share,
  ];
  const index = (value: number): Cell => ({ value: Number(value.toFixed(4)) });
  return [
    {
      id: 'like-for-like',
      title: {
        zh: `同口径比较（对比${periodWords(before).zh}）`,
        en: `Like for like (against ${periodWords(before).en})`,
      },
      rowLabel: { zh: '雇主', en: 'Employers' },
      columns: [
        { id: 'postings', label: { zh: '新发职位', en: 'New postings' }, kind: 'count' },
        { id: 'before', label: { zh: '上年同期', en: 'The year before' }, kind: 'count' },
        { id: 'change', label: { zh: '同比', en: 'On the year before' }, kind: 'change' },
        { id: 'share', label: { zh: '占本期', en: 'Share of the period' }, kind: 'share' },
      ],
      rows: [
        row(
          'all',
          { zh: '全部雇主', en: 'All employers' },
          of(employers.hereNow, employers.hereBefore, emptyCell),
          false,
        ),
        row(
          'both',
          { zh: '两期都有的雇主', en: 'Employers in both periods' },
          of(
            employers.hereNowOfBoth,
            employers.hereBeforeOfBoth,
            shareCell(employers.hereNowOfBoth, employers.hereNow),
          ),
          false,
        ),
      ],
    },
    {
      id: 'coverage',
      title: { zh: '两期覆盖范围的差别（全部领域）', en: 'Who is covered in the two periods (all fields)' },
      rowLabel: { zh: '构成', en: 'Mix' },
      columns: [
        { id: 'distance', label: { zh: 'JS 距离（已扣除抽样误差）', en: 'JS distance beyond chance' }, kind: 'index' },
      ],
      rows: PARTS.map((part) => row(part, PART_NAMES[part], [index(distances[part])], false)),
    },
  ];
}

/** What the growth sentence says besides, where coverage changed. */
export function likeForLikeWords(coverage: Coverage): Text {
  const { value } = likeForLike(coverage);
  if (coverage.reasons.length === 0) return { zh: '', en: '' };
  if (value === null) {
    return {
      zh: '；但两期覆盖的雇主不同，不能直接比较',
      en: '; but the two periods cover other employers and cannot be compared as they are',
    };
  }
  const change = changeWords(value);
  return {
    zh: `；但覆盖范围有变化，只看两期都有的雇主，同比${change.zh}`,
    en: `; but who is covered has changed, and for employers in both periods alone it is ${change.en} then`,
  };
}

/** A flag that says what changed; none where nothing did, or where there is too little to tell. */
export function coverageNotes(coverage: Coverage, before: Period): Text[] {
  const { employers, reasons } = coverage;
  if (reasons.length > 0) {
    return [
      {
        zh: `覆盖范围与${periodWords(before).zh}相比有变化：${reasons.map((reason) => reason.zh).join('；')}`,
        en: `Who is covered has changed since ${periodWords(before).en}: ${reasons.map((reason) => reason.en).join('; ')}`,
      },
    ];
  }
  if (Math.min(employers.now, employers.before) >= ENOUGH) return [];
  return [
    {
      zh: `两期中有一期全部领域的职位不足${ENOUGH}个，无法判断覆盖范围是否变化`,
      en: `One of the two periods has fewer than ${ENOUGH} postings in all fields: whether coverage changed cannot be told`,
    },
  ];
}
