import { z } from 'zod';
import { cities, industries, SENIORITIES } from '../../language/index.ts';
import type { Text } from '../../platform/index.ts';
import { countCell, row } from '../figures/cells.ts';
import { blankFigure, type Description, fewRows, nobodyCounted, PEOPLE_COUNTED } from '../figures/describe.ts';
import { cityLabel, industryLabel, seniorityLabel, tierOf } from '../figures/labels.ts';
import type { Bands } from '../figures/people-bands.ts';
import { AGE_BANDS } from '../figures/people-by-age.ts';
import { CITY_DESCRIPTION } from '../figures/people-by-city.ts';
import { DEGREE_BANDS } from '../figures/people-by-degree.ts';
import { EXPERIENCE_BANDS } from '../figures/people-by-experience.ts';
import { INDUSTRY_DESCRIPTION } from '../figures/people-by-industry.ts';
import { PEOPLE_COLUMN, SHARE_COLUMN } from '../figures/people-groups.ts';
import { VERIFIED_DESCRIPTION } from '../figures/verified-share.ts';
import type { Cell, Figure, FigureTable } from '../model.ts';
import type { Reading } from '../reading.ts';
import { geometricNoise, keyedNumbers, noiseWidth } from './geometric.ts';
import { toSimplex } from './to-simplex.ts';

/** Counts of people over groups that part them: each person is in one group at most. The groups are known without the data. */
type Partition = {
  readonly description: Description;
  readonly key: string;
  readonly rowLabel: Text;
  readonly groups: readonly string[];
  readonly label: (key: string) => Text;
  /** Sums and shares that are made from the noisy counts. */
  readonly together: Bands['together'];
};

const REST = 'other';
const quoted = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join(', ');
/** Cities of other tiers are counted as one: each would have more noise than people. */
const NAMED_TIERS = new Set(['first', 'new-first']);
const namedCities = (): string[] =>
  cities()
    .map((city) => city.id)
    .filter((id) => NAMED_TIERS.has(tierOf(id)));

const bandPartition = (bands: Bands): Partition => ({
  description: bands.description,
  key: bands.key,
  rowLabel: bands.rowLabel,
  groups: bands.bands.map((band) => band.key),
  label: (key) => bands.bands.find((band) => band.key === key)?.label ?? { zh: key, en: key },
  together: bands.together,
});

const YES = 'yes';
export const partitions = (): readonly Partition[] => [
  {
    description: CITY_DESCRIPTION,
    key: `case when city_id is null then null when city_id in (${quoted(namedCities())}) then city_id else '${REST}' end`,
    rowLabel: { zh: '城市', en: 'City' },
    groups: [...namedCities(), REST],
    label: (key) => (key === REST ? { zh: '其他城市', en: 'Other cities' } : cityLabel(key)),
    together: [],
  },
  {
    description: INDUSTRY_DESCRIPTION,
    key: 'industry_id',
    rowLabel: { zh: '行业', en: 'Industry' },
    groups: industries().map((industry) => industry.id),
    label: industryLabel,
    together: [],
  },
  bandPartition(AGE_BANDS),
  bandPartition(DEGREE_BANDS),
  bandPartition(EXPERIENCE_BANDS),
  {
    description: VERIFIED_DESCRIPTION,
    key: `seniority || case when verified then '/${YES}' else '/no' end`,
    rowLabel: { zh: '职级', en: 'Seniority' },
    groups: SENIORITIES.flatMap((seniority) => [`${seniority}/${YES}`, `${seniority}/no`]),
    label: (key) => seniorityLabel(key.split('/')[0] ?? key),
    together: [],
  },
];

/** One person is in one group of each partition, so adding or taking one away changes one count by one. */
const SENSITIVITY = 1;
/** The partitions, and the number of people in the network. */
export const QUESTIONS = 7;

/** What one question may spend: the budget is shared out evenly (sequential composition, Dwork and Roth 2014, theorem 3.16). */
export const shareOf = (epsilon: number): number => epsilon / QUESTIONS;

export type Privacy = { readonly epsilon: number; readonly secret: string; readonly snapshot: string };

/** Names a question by all that its answer follows from, so that the same one has the same noise and another has its own. */
function labelOf(reading: Reading, privacy: Privacy, question: string): string {
  const { field, peopleMonth } = reading;
  return JSON.stringify([question, field.definition, peopleMonth, privacy.snapshot, privacy.epsilon]);
}

/** Counts with noise, made possible again: none below 0. Groups that nobody is in have their noise, too. */
export function noisyCounts(
  counts: ReadonlyMap<string, number>,
  groups: readonly string[],
  epsilon: number,
  random: () => number,
): Map<string, number> {
  const noisy = groups.map((group) => (counts.get(group) ?? 0) + geometricNoise(epsilon, SENSITIVITY, random));
  const possible = toSimplex(noisy);
  return new Map(groups.map((group, at) => [group, possible[at] ?? 0]));
}

const groupCount = z.object({ key: z.string().nullable(), n: z.number() });

/** Below this a count is likelier noise than people; the groups are then shown as one. */
const floorOf = (epsilon: number, groups: number): number => Math.ceil(Math.log(2 * groups) / epsilon);

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

function withNoise(count: number, width: number): Cell {
  return { value: count, low: Math.max(0, count - width), high: count + width };
}

const share = (part: number, all: number): Cell =>
  all > 0 ? { value: Number((part / all).toPrecision(6)) } : { value: null };

function groupTable(of: Partition, noisy: ReadonlyMap<string, number>, epsilon: number): FigureTable {
  const total = sumOf(noisy.values());
  const ordered = of.together.length > 0;
  const floor = ordered ? 0 : floorOf(epsilon, of.groups.length);
  const shown = [...noisy].filter(([, count]) => count >= floor);
  const rest = total - sumOf(shown.map(([, count]) => count));
  const sorted = ordered ? shown : shown.toSorted((a, b) => b[1] - a[1]);
  const width = noiseWidth(epsilon, SENSITIVITY);
  return {
    id: 'noisy',
    title: of.description.title,
    rowLabel: of.rowLabel,
    columns: [PEOPLE_COLUMN, SHARE_COLUMN],
    rows: [
      ...sorted.map(([key, count]) => row(key, of.label(key), [withNoise(count, width), share(count, total)], false)),
      ...(rest > 0
        ? [row('rest', { zh: '其余各组合计', en: 'All other groups' }, [countCell(rest), share(rest, total)], false)]
        : []),
    ],
  };
}

function togetherTables(of: Partition, noisy: ReadonlyMap<string, number>): FigureTable[] {
  if (of.together.length === 0) return [];
  const total = sumOf(noisy.values());
  return [
    {
      id: 'noisy-together',
      title: { zh: `${of.rowLabel.zh}合计`, en: 'Bands together' },
      rowLabel: of.rowLabel,
      columns: [PEOPLE_COLUMN, SHARE_COLUMN],
      rows: of.together.map((union) => {
        const count = sumOf(union.of.map((key) => noisy.get(key) ?? 0));
        return row(union.key, union.label, [countCell(count), share(count, total)], false);
      }),
    },
  ];
}

/** Seniorities with the share of each that is verified, both from the noisy counts. */
function verifiedTable(of: Partition, noisy: ReadonlyMap<string, number>): FigureTable {
  return {
    id: 'noisy',
    title: of.description.title,
    rowLabel: of.rowLabel,
    columns: [PEOPLE_COLUMN, { id: 'share', label: { zh: '认证率', en: 'Verified share' }, kind: 'share' }],
    rows: SENIORITIES.map((seniority) => {
      const [yes, no] = [noisy.get(`${seniority}/${YES}`) ?? 0, noisy.get(`${seniority}/no`) ?? 0];
      return row(seniority, of.label(seniority), [countCell(yes + no), share(yes, yes + no)], false);
    }),
  };
}

const REFERENCES = [
  'Ghosh, Roughgarden, Sundararajan 2012, Universally Utility-Maximizing Privacy Mechanisms, SIAM Journal on Computing 41(6)',
  'Dwork, Roth 2014, The Algorithmic Foundations of Differential Privacy',
  'Duchi et al. 2008, Efficient Projections onto the l1-Ball; Hay et al. 2010, Boosting the Accuracy of Differentially Private Histograms Through Consistency',
];

function noiseNote(epsilon: number, width: number): Text {
  const spent = epsilon.toFixed(3);
  return {
    zh: `人数加了几何分布的噪声：本图 ε = ${spent}，敏感度 1（增减一个人只改变一组的人数，且只改变 1）；95% 的噪声不超过 ±${width}。加噪后的人数按最小二乘调整为非负且总和不变，占比由此重新计算`,
    en: `Counts of people have noise of the geometric mechanism: ε = ${spent} for this figure, sensitivity 1 (one person more or less changes one group by 1); 95% of the noise is within ±${width}. The noisy counts are adjusted by least squares so that none is below 0 and their sum stays, and shares are computed from them`,
  };
}

async function privateFigure(reading: Reading, of: Partition, privacy: Privacy): Promise<Figure> {
  const sql = `
    select ${of.key} as key, count(*)::integer as n from people
    where month = '${reading.peopleMonth ?? ''}' and ${reading.is}
    group by 1 order by 1`;
  const blank = blankFigure(of.description, reading, `${reading.shown(sql)}\n-- + geometric noise`);
  if (!reading.hasPeople || reading.peopleMonth === null) return { ...blank, notes: [nobodyCounted(reading)] };
  const found = await reading.ask(groupCount, sql);
  const epsilon = shareOf(privacy.epsilon);
  const random = keyedNumbers(privacy.secret, labelOf(reading, privacy, of.description.id));
  const counts = new Map(found.flatMap(({ key, n }) => (key === null ? [] : [[key, n] as const])));
  const noisy = noisyCounts(counts, of.groups, epsilon, random);
  const isVerified = of.description.id === 'verified-share';
  const n = sumOf(noisy.values());
  return {
    ...blank,
    n,
    tables: [isVerified ? verifiedTable(of, noisy) : groupTable(of, noisy, epsilon), ...togetherTables(of, noisy)],
    chart: { kind: 'bars', table: 'noisy', columns: ['share'] },
    notes: [noiseNote(epsilon, noiseWidth(epsilon, SENSITIVITY)), ...fewRows(n, PEOPLE_COUNTED)],
    references: [...blank.references, ...REFERENCES],
  };
}

/** The figures on people, each with noise for its share of the budget. */
export async function privateFigures(reading: Reading, privacy: Privacy): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const partition of partitions()) figures.push(await privateFigure(reading, partition, privacy));
  return figures;
}

/** How many people the network has, with noise. */
export function privatePopulation(reading: Reading, privacy: Privacy, people: number): number {
  const label = JSON.stringify(['population', reading.peopleMonth, privacy.snapshot, privacy.epsilon]);
  const noise = geometricNoise(shareOf(privacy.epsilon), SENSITIVITY, keyedNumbers(privacy.secret, label));
  return Math.max(0, people + noise);
}

/** What the whole report says of its privacy. */
export function privacyNote(epsilon: number): Text {
  return {
    zh: `本报告为差分隐私公开版，总预算 ε = ${epsilon}，平均分给 ${QUESTIONS} 项人数统计（顺序组合：各项 ε 相加即为总 ε），相邻数据指增减一个人。职位数据不是个人数据，不加噪声；投递人数、实际薪资、城市流动、社区话题与 AI 影响（F3、F5、F6、F11、F13 中涉及个人的部分）不公开。噪声由本网络的密钥与数据快照决定：同一份报告导出两次得到同样的数字；换领域、换月份、换 ε 或数据更新后再导出，各自另计一份预算，叠加起来是它们的和。`,
    en: `This is the report's public edition with differential privacy: a total budget of ε = ${epsilon}, shared out evenly over ${QUESTIONS} questions about people (sequential composition: the parts add up to the whole); neighbouring data differ by one person. Postings are no personal data and have no noise; people applying, real pay, moves between cities, topics and exposure to AI (what concerns people in F3, F5, F6, F11 and F13) are left out. The noise follows from a secret of this network and the snapshot of the data: the same report exported twice has the same numbers, and another field, month, ε or later data spends a budget of its own, which adds to it.`,
  };
}
