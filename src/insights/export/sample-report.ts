import type { Figure, Report } from '../model.ts';
import { both, COMMON, SUPPRESSED, share, sharesTable } from './sample-parts.ts';
import { byIndustry, newPostings, skills, supplyAndDemand } from './sample-postings.ts';

/** A small report by the contract's types, for the tests of charts and exporters alone. */

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
