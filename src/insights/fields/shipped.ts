import type { FieldView } from '../model.ts';

/** The fields that come with the program. Their ids are addresses: they do not change. */
export const SHIPPED_FIELDS: readonly FieldView[] = [
  {
    id: 'aigc',
    name: { zh: 'AIGC', en: 'Generative AI' },
    about: {
      zh: '生成式人工智能：大模型、文本与图像生成、提示词等技能，或文字中写明 AIGC、生成式、generative AI',
      en: 'Generative AI: large models, text and image generation, prompts; or words that say AIGC，生成式 or generative AI',
    },
    definition: { any: [{ skill: 'aigc' }, { keyword: 'AIGC' }, { keyword: '生成式' }, { keyword: 'generative AI' }] },
    builtIn: true,
  },
  {
    id: 'chips',
    name: { zh: '芯片', en: 'Chips' },
    about: {
      zh: '芯片设计、验证、版图与半导体工艺，或半导体行业的公司',
      en: 'Chip design, verification, layout and process; or employers in semiconductors',
    },
    definition: {
      any: [
        { industry: 'semiconductors' },
        { skill: 'ic-design' },
        { skill: 'semiconductor-process' },
        { role: 'chip-designer' },
        { role: 'chip-verification-engineer' },
        { role: 'analog-ic-engineer' },
        { role: 'chip-layout-engineer' },
        { role: 'semiconductor-process-engineer' },
        { keyword: '芯片' },
        { keyword: '集成电路' },
        { keyword: 'semiconductor' },
      ],
    },
    builtIn: true,
  },
  {
    id: 'new-energy-vehicles',
    name: { zh: '新能源汽车', en: 'New-energy vehicles' },
    about: {
      zh: '电池、电驱、电控与充电，或新能源汽车行业的公司',
      en: 'Batteries, electric drive and charging; or employers that make new-energy vehicles',
    },
    definition: {
      any: [
        { industry: 'new-energy-vehicles' },
        { skill: 'battery' },
        { skill: 'electric-drive' },
        { skill: 'charging' },
        { role: 'battery-engineer' },
        { role: 'electric-drive-engineer' },
        { keyword: '新能源汽车' },
        { keyword: '电动汽车' },
        { keyword: 'electric vehicle' },
      ],
    },
    builtIn: true,
  },
  {
    id: 'biomedicine',
    name: { zh: '生物医药', en: 'Biomedicine' },
    about: {
      zh: '药物研发、临床研究与注册，或生物医药行业的公司',
      en: 'Drug research, clinical trials and registration; or employers in biomedicine',
    },
    definition: {
      any: [
        { industry: 'biomedicine' },
        { skill: 'drug-development' },
        { skill: 'clinical-research' },
        { skill: 'molecular-biology' },
        { role: 'drug-researcher' },
        { role: 'clinical-research-associate' },
        { role: 'regulatory-affairs-specialist' },
        { keyword: '生物医药' },
        { keyword: '创新药' },
        { keyword: 'biopharma' },
      ],
    },
    builtIn: true,
  },
  {
    id: 'embodied-ai',
    name: { zh: '具身智能', en: 'Embodied AI' },
    about: {
      zh: '具身智能与人形机器人：机器人技能与人工智能的结合',
      en: 'Embodied AI and humanoid robots: where robotics meets artificial intelligence',
    },
    definition: {
      any: [
        { skill: 'embodied-ai' },
        { keyword: '具身智能' },
        { keyword: '人形机器人' },
        { keyword: 'humanoid' },
        { all: [{ skill: 'robotics' }, { any: [{ skill: 'machine-learning' }, { skill: 'slam' }] }] },
      ],
    },
    builtIn: true,
  },
  {
    id: 'internet',
    name: { zh: '互联网', en: 'Internet' },
    about: {
      zh: '互联网行业的公司：各领域常用的对照',
      en: 'Employers in the internet industry: what other fields are often set against',
    },
    definition: { industry: 'internet' },
    builtIn: true,
  },
  {
    id: 'all',
    name: { zh: '全部', en: 'Everything' },
    about: { zh: '网络中的全部职位与人才', en: 'All postings and all people of the network' },
    definition: { all: [] },
    builtIn: true,
  },
];
