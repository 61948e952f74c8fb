import type { Cell, Figure, FigureTable, Report } from '../model.ts';

/** A small report by the contract's types, for the tests of charts and exporters alone. */

type Label = { readonly zh: string; readonly en: string };
const both = (zh: string, en: string): Label => ({ zh, en });

/** A share with its Wilson interval (Wilson 1927), z = 1.96. */
function share(numerator: number, denominator: number): Cell {
  const p = numerator / denominator;
  const z2 = 1.96 ** 2;
  const centre = (p + z2 / (2 * denominator)) / (1 + z2 / denominator);
  const half = (1.96 * Math.sqrt((p * (1 - p)) / denominator + z2 / (4 * denominator ** 2))) / (1 + z2 / denominator);
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half), numerator, denominator };
}

const SUPPRESSED: Cell = { value: null, suppressed: true };

const COMMON = {
  formula: both(
    '计数（某组的新职位） ÷ 计数（全部新职位）',
    'count(new postings of the group) ÷ count(all new postings)',
  ),
  period: { from: '2023-01', to: '2023-02' },
  baseline: {
    label: both('2022年同期', 'the same months of 2022'),
    period: { from: '2022-01', to: '2022-02' },
    n: 620,
  },
  suppressedGroups: 0,
  notes: [],
  references: [],
} satisfies Partial<Figure>;

type Group = readonly [key: string, zh: string, en: string, count: number];

function sharesTable(id: string, title: Label, rowLabel: Label, groups: readonly Group[], total: number): FigureTable {
  return {
    id,
    title,
    rowLabel,
    columns: [
      { id: 'count', label: both('数量', 'Count'), kind: 'count' },
      { id: 'share', label: both('占比', 'Share'), kind: 'share' },
    ],
    rows: groups.map(([key, zh, en, count]) => ({
      key,
      label: both(zh, en),
      cells: [{ value: count }, share(count, total)],
      opens: true,
    })),
  };
}

const YEARS = [
  ['2019', 96],
  ['2020', 138],
  ['2021', 527],
  ['2022', 620],
  ['2023', 814],
] as const;

const newPostings: Figure = {
  ...COMMON,
  id: 'new-postings',
  code: 'F1',
  title: both('新发职位', 'New postings'),
  definition: both(
    '期内首次发布的职位，60 天内重发和近似重复的只算一次。',
    'Postings first published in the period; re-postings and near-duplicates within 60 days count once.',
  ),
  sql: "select year(posted), count(*)\nfrom postings\nwhere field = 'aigc' and month(posted) in (1, 2)\ngroup by 1",
  unit: 'postings',
  n: 814,
  tables: [
    {
      id: 'years',
      title: both('历年同期的新发职位', 'New postings in the same months of each year'),
      rowLabel: both('年份', 'Year'),
      columns: [
        { id: 'count', label: both('新发职位', 'New postings'), kind: 'count' },
        { id: 'change', label: both('同比', 'Year on year'), kind: 'change' },
      ],
      rows: YEARS.map(([year, count], i) => {
        const before = YEARS[i - 1]?.[1];
        return {
          key: year,
          label: both(`${year}年1–2月`, `Jan–Feb ${year}`),
          cells: [
            { value: count },
            before === undefined
              ? { value: null }
              : { value: count / before - 1, low: count / before - 1.11, high: count / before - 0.88 },
          ],
          opens: true,
        };
      }),
    },
  ],
  chart: { kind: 'months', table: 'years', columns: ['count'] },
  sentences: [
    both(
      '2023年1–2月新发 AIGC 职位 814 个，同比增长 31.3%（上年同期 620 个），为 2019 年以来同期最高。',
      'In January–February 2023, 814 AIGC postings were new, 31.3% more than the 620 of a year before and the most since 2019.',
    ),
  ],
};

const byIndustry: Figure = {
  ...COMMON,
  id: 'postings-by-industry',
  code: 'F2',
  title: both('新发职位的行业分布', 'New postings by industry'),
  definition: both('按发布职位的公司所属行业。', "By the industry of the posting's company."),
  sql: "select industry, count(*) from postings where field = 'aigc' group by 1",
  unit: 'postings',
  n: 814,
  suppressedGroups: 1,
  tables: [
    sharesTable(
      'industries',
      both('各行业的新发职位', 'New postings of each industry'),
      both('行业', 'Industry'),
      [
        ['internet', '互联网', 'Internet', 267],
        ['games', '游戏', 'Games', 91],
        ['ai', '人工智能', 'Artificial intelligence', 89],
        ['fintech', '新金融科技', 'Fintech', 77],
        ['enterprise-software', '企业软件与信息技术服务', 'Enterprise software and IT services', 75],
        ['ecommerce', '电子商务', 'E-commerce', 65],
        ['hardware', '智能硬件与消费电子', 'Hardware and consumer electronics', 49],
        ['education', '教育', 'Education', 37],
        ['media', '媒体与文娱', 'Media and entertainment', 33],
        ['new-energy-vehicles', '新能源汽车', 'New-energy vehicles', 31],
      ],
      814,
    ),
  ],
  chart: { kind: 'bars', table: 'industries', columns: ['share'] },
  sentences: [
    both(
      '互联网行业发布了近三分之一（32.8%）的 AIGC 职位，约为人工智能行业的 3 倍，超过新金融科技与游戏之和。',
      'The Internet industry published close to a third (32.8%) of AIGC postings: about three times the AI industry, and more than fintech and games together.',
    ),
  ],
  notes: [both('有 1 个行业不足 5 家公司，未列出。', 'One industry with fewer than five companies is left out.')],
};

const DEMAND = [
  ['algorithm-engineer', '算法工程师', 'Algorithm engineer', 220, 310],
  ['nlp-engineer', '自然语言处理工程师', 'NLP engineer', 130, 155],
  ['computer-vision-engineer', '图像识别工程师', 'Computer vision engineer', 106, 104],
  ['aigc-product-manager', 'AIGC 产品经理', 'AIGC product manager', 57, 440],
  ['ai-product-manager', 'AI 产品经理', 'AI product manager', 41, 621],
  ['content-operations', '内容运营', 'Content operations', 24, 285],
] as const;

const supplyAndDemand: Figure = {
  ...COMMON,
  id: 'supply-and-demand',
  code: 'F3',
  title: both('热招与热投', 'Demand and supply by role'),
  definition: both('热招看新发职位，热投看投递。', 'Demand is new postings; supply is applications.'),
  formula: both('人才供需比 = 投递人数 ÷ 职位数', 'supply-demand ratio = people applying ÷ postings'),
  sql: 'select role, count(*) from postings group by 1',
  unit: 'postings',
  n: 814,
  tables: [
    {
      id: 'roles',
      title: both('各岗位的职位与投递', 'Postings and applications of each role'),
      rowLabel: both('岗位', 'Role'),
      columns: [
        { id: 'demand', label: both('热招（占职位）', 'Demand (share of postings)'), kind: 'share' },
        { id: 'supply', label: both('热投（占投递）', 'Supply (share of applications)'), kind: 'share' },
        { id: 'ratio', label: both('人才供需比', 'Supply-demand ratio'), kind: 'ratio' },
      ],
      rows: DEMAND.map(([key, zh, en, postings, applications]) => ({
        key,
        label: both(zh, en),
        cells: [
          share(postings, 814),
          share(applications, 2588),
          { value: applications / postings, numerator: applications, denominator: postings },
        ],
        opens: true,
      })),
    },
  ],
  chart: { kind: 'paired', table: 'roles', columns: ['demand', 'supply'] },
  sentences: [
    both(
      '热招以算法工程师为首（27.0%），热投以 AI 产品经理为首（24.0%）。',
      'Demand is led by algorithm engineers (27.0%), supply by AI product managers (24.0%).',
    ),
  ],
};

const skills: Figure = {
  ...COMMON,
  id: 'skills-in-demand',
  code: 'F4',
  title: both('技能与关键词', 'Skills in demand'),
  definition: both('要求某项技能的职位占比。', 'Share of postings that ask for a skill.'),
  sql: 'select skill, count(*) from posting_skills group by 1',
  unit: 'postings',
  n: 814,
  tables: [
    sharesTable(
      'skills',
      both('职位要求的技能', 'Skills that postings ask for'),
      both('技能', 'Skill'),
      [
        ['nlp', '自然语言处理', 'NLP', 456],
        ['deep-learning', '深度学习', 'Deep learning', 440],
        ['cpp', 'C++', 'C++', 383],
        ['text-generation', '文本生成', 'Text generation', 252],
        ['commercialisation', '商业化', 'Commercialisation', 212],
        ['formula', '=HYPERLINK("http://example.org")', '=1+1', 9],
      ],
      814,
    ),
  ],
  chart: { kind: 'bars', table: 'skills', columns: ['share'] },
  sentences: [
    both(
      '自然语言处理（56.0%）、深度学习（54.1%）与 C++(47.1%)要求最多。',
      'NLP (56.0%), deep learning (54.1%) and C++ (47.1%) are asked for most.',
    ),
  ],
  references: ['Monroe, Colaresi & Quinn 2008, Fightin’ Words, Political Analysis 16(4)'],
};

const PAY = [
  ['algorithm-researcher', '算法研究员', 'Algorithm researcher', 880_000, 1_040_000, 1_200_000, 1_060_000, 57],
  [
    'computer-vision-engineer',
    '图像识别工程师',
    'Computer vision engineer',
    850_000,
    1_000_000,
    1_180_000,
    1_030_000,
    106,
  ],
  ['aigc-product-manager', 'AIGC 产品经理', 'AIGC product manager', 760_000, 880_000, 1_020_000, 900_000, 57],
] as const;

const pay: Figure = {
  ...COMMON,
  id: 'pay-by-role',
  code: 'F5',
  title: both('各岗位的年薪', 'Yearly pay by role'),
  definition: both('职位所给年薪区间的中点。', 'The middle of the yearly pay that postings offer.'),
  formula: both('中位数、四分位数、平均数', 'median, quartiles, mean'),
  sql: 'select role, quantile_cont(pay, [0.25, 0.5, 0.75]), avg(pay) from postings group by 1',
  unit: 'postings',
  n: 701,
  tables: [
    {
      id: 'roles',
      title: both('各岗位的年薪（元）', 'Yearly pay of each role (CNY)'),
      rowLabel: both('岗位', 'Role'),
      columns: [
        { id: 'low-quartile', label: both('下四分位', 'Low quartile'), kind: 'money' },
        { id: 'median', label: both('中位数', 'Median'), kind: 'money' },
        { id: 'high-quartile', label: both('上四分位', 'High quartile'), kind: 'money' },
        { id: 'mean', label: both('平均数', 'Mean'), kind: 'money' },
        { id: 'n', label: both('职位数', 'Postings'), kind: 'count' },
      ],
      rows: [
        ...PAY.map(([key, zh, en, low, median, high, mean, n]) => ({
          key,
          label: both(zh, en),
          cells: [
            { value: low },
            { value: median, low: median - 42_000, high: median + 51_000 },
            { value: high },
            { value: mean },
            { value: n },
          ],
          opens: true,
        })),
        {
          key: 'few',
          label: both('提示词工程师', 'Prompt engineer'),
          cells: [SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED],
          opens: false,
        },
      ],
    },
  ],
  chart: { kind: 'quartiles', table: 'roles', columns: ['low-quartile', 'median', 'high-quartile', 'mean'] },
  sentences: [
    both(
      '算法研究员与图像识别工程师的平均年薪均超过百万元，AIGC 产品经理为 90 万元。',
      'Algorithm researchers and computer vision engineers are offered over a million CNY a year on average, AIGC product managers 900,000.',
    ),
  ],
  suppressedGroups: 1,
};

const cities: Figure = {
  ...COMMON,
  id: 'people-by-city',
  code: 'F6',
  title: both('人才的城市分布', 'People by city'),
  definition: both('期末月份的现居城市。', "Where people live in the period's last month."),
  sql: "select city, count(*) from people where field = 'aigc' group by 1",
  unit: 'people',
  n: 1046,
  tables: [
    sharesTable(
      'cities',
      both('各城市的人才', 'People of each city'),
      both('城市', 'City'),
      [
        ['beijing', '北京', 'Beijing', 349],
        ['shanghai', '上海', 'Shanghai', 180],
        ['shenzhen', '深圳', 'Shenzhen', 137],
        ['hangzhou', '杭州', 'Hangzhou', 103],
        ['guangzhou', '广州', 'Guangzhou', 70],
        ['chengdu', '成都', 'Chengdu', 54],
        ['nanjing', '南京', 'Nanjing', 40],
        ['wuhan', '武汉', 'Wuhan', 36],
        ['xian', '西安', "Xi'an", 29],
        ['suzhou', '苏州', 'Suzhou', 25],
        ['hefei', '合肥', 'Hefei', 23],
      ],
      1046,
    ),
  ],
  chart: { kind: 'map', table: 'cities', columns: ['share'] },
  sentences: [
    both(
      '北京集中了三分之一（33.4%）的 AIGC 人才，超过上海与深圳之和；杭州位居第四，超过广州。',
      'A third (33.4%) of AIGC people are in Beijing, more than in Shanghai and Shenzhen together; Hangzhou is fourth, ahead of Guangzhou.',
    ),
  ],
};

const AGES = [
  ['to25', '25 岁及以下', '25 and under', 84, 1210],
  ['26-30', '26–30 岁', '26–30', 230, 2890],
  ['31-35', '31–35 岁', '31–35', 371, 2640],
  ['over35', '35 岁以上', 'Over 35', 361, 2621],
] as const;

const ages: Figure = {
  ...COMMON,
  id: 'people-by-age',
  code: 'F8',
  title: both('人才的年龄', 'People by age'),
  definition: both('期末月份的年龄。', "Age in the period's last month."),
  sql: 'select age_band, count(*) from people group by 1',
  unit: 'people',
  n: 1046,
  tables: [
    {
      id: 'ages',
      title: both('各年龄段的人才', 'People of each age'),
      rowLabel: both('年龄', 'Age'),
      columns: [
        { id: 'field', label: both('AIGC', 'AIGC'), kind: 'share' },
        { id: 'baseline', label: both('互联网行业', 'Internet industry'), kind: 'share' },
      ],
      rows: AGES.map(([key, zh, en, field, baseline]) => ({
        key,
        label: both(zh, en),
        cells: [share(field, 1046), share(baseline, 9361)],
        opens: true,
      })),
    },
  ],
  chart: { kind: 'against', table: 'ages', columns: ['field', 'baseline'] },
  sentences: [both('七成从业者年龄大于 30 岁。', 'Seven in ten are over 30.')],
};

export const SAMPLE_REPORT: Report = {
  field: {
    id: 'aigc',
    name: both('AIGC', 'AIGC'),
    about: both('利用人工智能技术生成内容的岗位与人才', 'Work on making content with artificial intelligence'),
    definition: { any: [{ keyword: 'AIGC' }, { skill: 'text-generation' }] },
    builtIn: true,
  },
  query: { from: '2023-01', to: '2023-02', compare: 'year-on-year', source: 'network' },
  network: { name: both('人脉演示网络', 'Renmai demo network'), generated: true },
  sources: [{ id: 'network', name: both('本网络', 'This network'), postings: 814, people: 1046 }],
  snapshot: { hash: '4f1c0a9be2d75a6d08c3c1f0a4be77d2', at: '2023-03-31T02:10:00.000Z' },
  lead: [
    both(
      '2023年1–2月 AIGC 新发职位同比增长 31.3%，为历年同期最高；北京集中了三分之一的人才。',
      'New AIGC postings rose 31.3% year on year in January–February 2023, the most of any year; a third of the people are in Beijing.',
    ),
  ],
  figures: [newPostings, byIndustry, supplyAndDemand, skills, pay, cities, ages],
  notes: [both('比率未作加权。', 'Shares are not weighted.')],
};
