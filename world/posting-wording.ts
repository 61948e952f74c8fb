import { findCity, findRole, findSkill } from '../src/language/index.ts';
import type { MadeCompany } from './companies.ts';
import { wordFor } from './jargon.ts';
import type { Chance } from './random.ts';

export type PostingWords = {
  readonly company: MadeCompany;
  readonly aigc: boolean;
  readonly english: boolean;
  readonly title: string;
  readonly roleId: string;
  readonly cityId: string;
  readonly degree: string;
  readonly yearsMin: number;
  readonly mustSkills: readonly string[];
  readonly niceSkills: readonly string[];
};

type Lines = readonly string[];

const FIELD: { readonly zh: Lines; readonly en: Lines } = {
  zh: [
    '负责生成式 AI 产品的{a}方向，推动模型从实验走到线上',
    '参与 AIGC 内容创作平台建设，把生成质量和推理成本一起做好',
    '跟踪业界生成式模型进展，选型、复现并在业务中验证',
    '设计 AIGC 效果评测方法，建立人工与自动结合的质量标准',
    '与产品、运营、法务协作，推动 AIGC 能力的内容安全与合规',
    '沉淀高质量语料与标注规范，支撑生成式模型持续训练',
  ],
  en: [
    'Own {a} in our generative AI product, from experiment to production',
    'Build our AIGC platform: quality of what is generated, and the cost of making it',
    'Set up the evaluation of generative models with people and with metrics',
    'Work with product, editors and legal so that AIGC stays safe to publish',
  ],
};
const TECHNICAL = {
  zh: [
    '负责{c}核心系统的设计、开发与优化',
    '参与技术方案评审，保证交付质量和进度',
    '定位并解决线上问题，持续改进性能与稳定性',
    '用{a}建设可复用的基础能力，服务多个业务方',
    '撰写技术文档，参与团队知识分享',
    '和产品、测试紧密配合，按双周节奏发布',
  ],
  en: [
    'Design, build and run core systems at {c}',
    'Use {a} to build things that several teams rely on',
    'Find the cause of problems in production and remove it',
    'Write designs, review code, share what you learn',
  ],
} as const;
const GENERAL = {
  zh: [
    '负责{c}相关业务的日常推进与目标达成',
    '独立制定季度计划，拆解指标并跟进结果',
    '与内外部伙伴沟通，协调资源解决问题',
    '用{a}分析业务数据，提出并落实改进方案',
    '总结经验，形成标准流程并在团队内推广',
    '维护重要合作关系，收集反馈并持续优化',
  ],
  en: [
    'Plan the quarter, break down its goals and follow them through',
    'Work with partners inside and outside {c} and solve what comes up',
    'Read the numbers with {a} and act on them',
    'Turn what works into a process that the team can follow',
  ],
} as const;
const BLUE = {
  zh: [
    '按作业指导书完成当班任务，保证质量与数量',
    '做好设备点检和现场 6S，发现异常及时上报',
    '遵守安全规范，服从班组安排',
    '能适应两班倒，提供食宿和夜班补贴',
  ],
  en: [
    'Complete the shift with the quality and number that are due',
    'Check the equipment and keep the site tidy',
    'Follow the safety rules',
  ],
} as const;
const CLOSING: { readonly zh: Lines; readonly en: Lines } = {
  zh: [
    '沟通清晰，愿意把事情做到底。',
    '对结果负责，能在不确定中推进工作。',
    '有好奇心，学习新东西快。',
    '团队氛围简单，弹性工作，六险一金。',
    '每年两次调薪机会，技术与管理双通道。',
    '提供午餐、体检和年度学习经费。',
  ],
  en: [
    'You say clearly what you know and what you do not.',
    'Flexible hours, and a yearly budget for learning.',
    'You finish what you start.',
  ],
};
const DEGREE: Readonly<Record<string, readonly [string, string]>> = {
  doctor: ['博士', 'a doctorate'],
  master: ['硕士', "a master's degree"],
  bachelor: ['本科', "a bachelor's degree"],
  associate: ['大专', 'an associate degree'],
};
/** Skills that can be the direction of a generative product. */
const MODELLING = new Set([
  'nlp',
  'deep-learning',
  'machine-learning',
  'text-generation',
  'diffusion-models',
  'computer-vision',
  'image-recognition',
  'large-language-models',
]);
const TECHNICAL_FAMILIES = new Set(['engineering', 'research', 'data', 'hardware', 'automotive', 'biomedicine']);

function duties(random: Chance, posting: PostingWords): string[] {
  const language = posting.english ? 'en' : 'zh';
  const role = findRole(posting.roleId);
  const own = role?.collar === 'blue' ? BLUE : TECHNICAL_FAMILIES.has(role?.family ?? '') ? TECHNICAL : GENERAL;
  const lines = posting.aigc
    ? [...random.some(FIELD[language], 2), ...random.some(own[language], 1)]
    : random.some(own[language], 3);
  const named = posting.mustSkills.filter((id) => !posting.aigc || MODELLING.has(id));
  const skill = findSkill(named.length > 0 ? random.pick(named) : 'text-generation');
  return lines.map((line) =>
    line
      .replaceAll('{a}', (posting.english ? skill?.en : skill?.zh) ?? '')
      .replaceAll('{c}', posting.english ? posting.company.en : posting.company.zh),
  );
}

/** A job description as employers write them: duties, what is asked, what is welcome, where. */
export function writePosting(random: Chance, posting: PostingWords): string {
  const usual = (id: string) => (posting.english ? findSkill(id)?.en : findSkill(id)?.zh) ?? id;
  // The field's postings keep the usual names: the reference report counted words.
  const name = (id: string) => (posting.aigc || random.bool(0.5) ? usual(id) : wordFor(random, id, posting.english));
  const must = posting.mustSkills.map(name);
  const nice = posting.niceSkills.map(name);
  const city = findCity(posting.cityId);
  const [degreeZh, degreeEn] = DEGREE[posting.degree] ?? ['学历不限', 'any degree'];
  const work = duties(random, posting);
  if (posting.english) {
    return [
      `${posting.company.en} is hiring: ${posting.title}, ${city?.en}`,
      'What you will do:',
      ...work.map((line) => `- ${line}`),
      'What we ask for:',
      `- ${posting.yearsMin}+ years of experience, ${degreeEn} or above`,
      `- Good command of ${must.join(', ')}`,
      ...(nice.length > 0 ? ['Nice to have:', `- Experience with ${nice.join(', ')}`] : []),
      random.pick(CLOSING.en),
    ].join('\n');
  }
  const verb = random.pick(['熟悉', '掌握', '精通', '熟练使用']);
  return [
    random.pick(['岗位职责：', '工作内容：', '你将负责：']),
    ...work.map((line, i) => `${i + 1}. ${line};`),
    random.pick(['任职要求：', '岗位要求：', '我们希望你：']),
    `1. ${degreeZh}及以上学历，${posting.yearsMin} 年以上相关经验；`,
    `2. ${verb}${must.join('、')};`,
    ...(nice.length > 0 ? [`3. 有${nice.join('、')}经验者优先；`] : []),
    `${nice.length > 0 ? 4 : 3}. ${random.pick(CLOSING.zh)}`,
    `工作地点：${city?.zh}`,
  ].join('\n');
}
