import type { Figure } from '../model.ts';
import { both, COMMON, share, sharesTable } from './sample-parts.ts';

/** The sample report's figures of postings. */

const YEARS = [
  ['2019', 96],
  ['2020', 138],
  ['2021', 527],
  ['2022', 620],
  ['2023', 814],
] as const;

export const newPostings: Figure = {
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

export const byIndustry: Figure = {
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

export const supplyAndDemand: Figure = {
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

export const skills: Figure = {
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
