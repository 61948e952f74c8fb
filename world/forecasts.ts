import { OF_PERIOD, SHIPPED_FIELDS } from '../src/insights/index.ts';
import type { Applicant } from './applications.ts';
import type { Cell } from './copy-rows.ts';
import type { Table } from './demo-accounts.ts';
import type { MadePerson } from './people.ts';
import { type Chance, chance, madeId } from './random.ts';

type Text = { readonly zh: string; readonly en: string };
type Period = { readonly from: string; readonly to: string };

/** What the demo's analyst held of the future, before it came. How it came out is for the program to find in the rows. */
type Example = {
  readonly statement: Text;
  readonly figure: string;
  readonly table: string;
  readonly group: string;
  readonly measure: string;
  readonly is: 'above' | 'at-least' | 'below' | 'at-most';
  readonly than: number;
  readonly labels: { readonly figure: Text; readonly table: Text; readonly group: Text; readonly measure: Text };
  readonly kind: 'change' | 'share' | 'money';
  readonly period: Period;
  readonly enteredOn: string;
  readonly resolvesOn: string;
  /** The analyst's probability, and a revision halfway to the day. */
  readonly probability: number;
  readonly revised?: number;
};

const WINTER: Period = { from: '2023-01', to: '2023-02' };
const SPRING: Period = { from: '2023-04', to: '2023-06' };
const BEFORE = { enteredOn: '2022-12-12', resolvesOn: '2023-03-01', period: WINTER } as const;
const OPEN = { enteredOn: '2023-03-20', resolvesOn: '2023-07-01', period: SPRING } as const;

const GROWTH = {
  figure: 'new-postings',
  table: 'years',
  group: OF_PERIOD,
  measure: 'change',
  kind: 'change',
  labels: {
    figure: { zh: '新发职位数与同比', en: 'New postings and their growth' },
    table: { zh: '历年同期新发职位', en: 'New postings in the same months of each year' },
    group: { zh: '本期', en: 'The period' },
    measure: { zh: '同比', en: 'On the year before' },
  },
} as const;

const EXAMPLES: readonly Example[] = [
  {
    ...GROWTH,
    ...BEFORE,
    statement: {
      zh: '2023年1—2月，AIGC领域新发职位同比增长超过10%。',
      en: 'In January and February 2023, new postings in generative AI will be more than 10% above the year before.',
    },
    is: 'above',
    than: 0.1,
    probability: 0.6,
    revised: 0.8,
  },
  {
    ...BEFORE,
    statement: {
      zh: '2023年1—2月，互联网行业发布的AIGC职位占比达到一半。',
      en: 'In January and February 2023, the internet industry will post at least half of the jobs in generative AI.',
    },
    figure: 'postings-by-industry',
    table: 'industries',
    group: 'internet',
    measure: 'share',
    kind: 'share',
    labels: {
      figure: { zh: '新发职位的行业分布', en: 'New postings by industry' },
      table: { zh: '新发职位的行业分布', en: 'New postings by industry' },
      group: { zh: '互联网', en: 'Internet' },
      measure: { zh: '占比', en: 'Share' },
    },
    is: 'at-least',
    than: 0.5,
    probability: 0.35,
    revised: 0.2,
  },
  {
    ...BEFORE,
    statement: {
      zh: '2023年1—2月，AIGC领域图像识别工程师职位的平均年薪不低于80万元。',
      en: 'In January and February 2023, computer vision engineers in generative AI will be offered CNY 800,000 or more on average.',
    },
    figure: 'pay-by-role',
    table: 'offered',
    group: 'computer-vision-engineer',
    measure: 'mean',
    kind: 'money',
    labels: {
      figure: { zh: '各岗位年薪', en: 'Yearly pay by role' },
      table: { zh: '职位标明的年薪', en: 'Pay offered' },
      group: { zh: '图像识别工程师', en: 'Computer vision engineer' },
      measure: { zh: '平均', en: 'Mean' },
    },
    is: 'at-least',
    than: 800_000,
    probability: 0.7,
  },
  {
    ...BEFORE,
    statement: {
      zh: '到2023年2月末，AIGC从业者中有硕士及以上学历的超过一半。',
      en: "By the end of February 2023, more than half of the people in generative AI will hold a master's degree or more.",
    },
    figure: 'people-by-degree',
    table: 'together',
    group: 'master-or-more',
    measure: 'share',
    kind: 'share',
    labels: {
      figure: { zh: '人才的学历', en: 'People by degree' },
      table: { zh: '学历合计', en: 'Bands together' },
      group: { zh: '硕士及以上', en: "Master's or more" },
      measure: { zh: '占比', en: 'Share' },
    },
    is: 'above',
    than: 0.5,
    probability: 0.45,
  },
  {
    ...GROWTH,
    ...OPEN,
    statement: {
      zh: '2023年4—6月，AIGC领域新发职位同比增长超过50%。',
      en: 'From April to June 2023, new postings in generative AI will be more than 50% above the year before.',
    },
    is: 'above',
    than: 0.5,
    probability: 0.55,
  },
  {
    ...OPEN,
    statement: {
      zh: '到2023年6月末，AIGC从业者中35岁以上的超过三成。',
      en: 'By the end of June 2023, more than 30% of the people in generative AI will be over 35.',
    },
    figure: 'people-by-age',
    table: 'together',
    group: 'over-35',
    measure: 'share',
    kind: 'share',
    labels: {
      figure: { zh: '人才的年龄', en: 'People by age' },
      table: { zh: '年龄段合计', en: 'Bands together' },
      group: { zh: '35岁以上', en: 'Over 35' },
      measure: { zh: '占比', en: 'Share' },
    },
    is: 'above',
    than: 0.3,
    probability: 0.75,
  },
];

const ABOUT: Text = {
  zh: '演示用的预测：登记人和概率是编的，结果由程序按演示数据判定。',
  en: 'A demo forecast: who entered it and the probabilities are made up; how it came out, the program found in the demo data.',
};

const VOICES = 10;
const ANALYST = 4;
const DAY_MS = 86_400_000;
const day = (text: string) => new Date(`${text}T02:00:00Z`);
const round = (probability: number) => Math.round(Math.min(0.98, Math.max(0.02, probability)) * 100) / 100;

type Belief = { readonly accountId: string; readonly probability: number; readonly at: Date };

/** What some members held of it, each once, in the order in which they said so. */
function voicesOn(random: Chance, example: Example, members: readonly Applicant[]): Belief[] {
  const start = day(example.enteredOn);
  const joined = members.filter((one) => one.joined < start).slice(0, 400);
  return random.some(joined, VOICES).map((one, n) => ({
    accountId: one.id,
    probability: round(random.normal(example.probability, 0.15)),
    at: new Date(start.getTime() + (n + 1) * 0.8 * DAY_MS),
  }));
}

/** The means that were published: after every five. */
function published(voices: readonly Belief[]) {
  return [5, 10].flatMap((n) => {
    const last = voices[n - 1];
    if (!last) return [];
    const mean = voices.slice(0, n).reduce((sum, one) => sum + one.probability, 0) / n;
    return [{ at: last.at.toISOString(), mean: Number(mean.toFixed(4)), n }];
  });
}

const FORECAST_COLUMNS = [
  'id',
  'entered_by',
  'said_on',
  'statement_zh',
  'statement_en',
  'about_zh',
  'about_en',
  'test',
];
const MORE_COLUMNS = ['frozen', 'resolves_on', 'made_up', 'crowd', 'entered_at'];
const BELIEF_COLUMNS = ['forecast_id', 'account_id', 'id', 'probability', 'published', 'at'];

/** The demo's forecasts, labelled as such: their tests are real, and so is what becomes of them. */
export function forecastTables(seed: number, demo: readonly MadePerson[], members: readonly Applicant[]): Table[] {
  const analyst = demo.find((person) => person.n === ANALYST);
  const field = SHIPPED_FIELDS.find(({ id }) => id === 'aigc');
  if (!analyst || !field) return [];
  const forecasts: Cell[][] = [];
  const beliefs: Cell[][] = [];
  EXAMPLES.forEach((example, n) => {
    const random = chance(seed, `forecast/${n}`);
    const start = day(example.enteredOn);
    const id = madeId(random, start);
    const voices = voicesOn(random, example, members);
    const crowd = published(voices);
    const { period, figure, table, group, measure, is, than } = example;
    const test = { figure, field: field.id, period, source: 'network', table, group, measure, is, than };
    const frozen = { fields: [field], labels: { ...example.labels, kind: example.kind } };
    forecasts.push([
      ...[id, analyst.id, example.enteredOn, example.statement.zh, example.statement.en, ABOUT.zh, ABOUT.en],
      ...[JSON.stringify(test), JSON.stringify(frozen), example.resolvesOn, true, JSON.stringify(crowd), start],
    ]);
    const halfway = new Date(start.getTime() + 30 * DAY_MS);
    const own: Belief[] = [
      { accountId: analyst.id, probability: example.probability, at: start },
      ...(example.revised === undefined ? [] : [{ accountId: analyst.id, probability: example.revised, at: halfway }]),
    ];
    const counted = crowd.at(-1)?.n ?? 0;
    [...own, ...voices].forEach((one, at) => {
      const isPublished = at < own.length || at - own.length < counted;
      beliefs.push([id, one.accountId, madeId(random, one.at), one.probability, isPublished, one.at]);
    });
  });
  return [
    { name: 'forecast', columns: [...FORECAST_COLUMNS, ...MORE_COLUMNS], rows: forecasts },
    { name: 'forecast_probability', columns: BELIEF_COLUMNS, rows: beliefs },
  ];
}
