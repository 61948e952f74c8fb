import { findRole } from '../src/language/index.ts';
import type { MadeCompany } from './companies.ts';
import { wordFor } from './jargon.ts';
import type { Chance } from './random.ts';

type Sentences = { readonly zh: readonly string[]; readonly en: readonly string[] };

/** What people say of their work, by family of roles. `{a}` and `{b}` are skills, `{n}` a small number, `{p}` a percentage, `{c}` the company. */
const WORK: Readonly<Record<string, Sentences>> = {
  engineering: {
    zh: [
      '负责{c}核心服务的设计与重构，用{a}把峰值延迟压低了 {p}%。',
      '从零搭建{a}方案，{n} 个业务方接入后稳定运行至今。',
      '主导{a}与{b}的选型和落地，编写设计文档并推动评审。',
      '排查并解决线上疑难问题 {n}0 余起，故障时长同比下降 {p}%。',
      '带 {n} 名同事完成老系统迁移，全程没有停服。',
      '把发布流程自动化，上线频率从每月一次提高到每周 {n} 次。',
      '和产品一起拆解需求，按期交付 {n} 个大版本。',
      '用{a}重写了最慢的一段链路，机器成本省下 {p}%。',
    ],
    en: [
      'Designed and ran core services at {c}; {a} brought peak latency down by {p} %.',
      'Built the {a} stack from nothing; {n} product teams use it today.',
      'Led the move to {b}, wrote the design and took it through review.',
      'On call for what I shipped; incidents fell by {p} % in a year.',
      'Mentored {n} engineers through their first releases.',
    ],
  },
  research: {
    zh: [
      '围绕{a}开展研究，相关成果在 {n} 个产品中落地。',
      '设计实验比较多种{a}方法，关键指标提升 {p}%。',
      '发表论文 {n} 篇，并把其中的方法带进了{c}的生产环境。',
      '与工程团队合作，把{b}原型做到可以每天使用。',
      '组织每周论文研讨，带 {n} 名实习生完成课题。',
    ],
    en: [
      'Research on {a}; results shipped in {n} products.',
      'Ran ablations on {a} and {b}; the key metric improved by {p} %.',
      'Published {n} papers and brought one of them into production at {c}.',
    ],
  },
  data: {
    zh: [
      '搭建{c}的指标体系，{n} 条业务线共用一套口径。',
      '用{a}完成用户分层，活动转化提升 {p}%。',
      '负责数据链路的质量监控，延迟从小时级降到分钟级。',
      '设计并解读 A/B 实验 {n}0 余个，砍掉了不少没有效果的功能。',
      '把周报改成自助看板，取数需求减少 {p}%。',
    ],
    en: [
      "Built {c}'s metrics: one definition for {n} business lines.",
      'Segmented users with {a}; conversion rose by {p} %.',
      'Designed and read more than {n}0 experiments, and stopped features that did nothing.',
    ],
  },
  product: {
    zh: [
      '负责{c}主线产品从需求到上线，一年迭代 {n} 个大版本。',
      '访谈用户 {n}0 人，重新定义了新手流程，次日留存提升 {p}%。',
      '推动{a}能力产品化，和算法、研发、法务一起定下边界与验收标准。',
      '搭建商业化方案，付费转化率提升 {p}%。',
      '砍掉 {n} 个没人用的功能，把团队精力放回核心场景。',
    ],
    en: [
      'Owned the main product at {c} from need to launch; {n} large releases in a year.',
      'Interviewed users and redesigned onboarding; next-day retention rose by {p} %.',
      'Turned {a} into something people pay for, with engineering and legal at one table.',
    ],
  },
  operations: {
    zh: [
      '从 0 到 1 搭建用户社群，半年内活跃人数增长 {p}%。',
      '策划并执行活动 {n}0 余场，单场最高带来 {n} 万新增。',
      '梳理内容标准与审核流程，人均处理效率提升 {p}%。',
      '用{a}跟踪关键漏斗，每周复盘并推动 {n} 项改进。',
      '维护{c}的创作者关系，核心作者续约率提升 {p}%。',
    ],
    en: [
      'Built the user community from nothing; active members grew by {p} % in half a year.',
      'Planned and ran {n}0 campaigns, each with a written review.',
      'Set content standards at {c} and trained {n} editors on them.',
    ],
  },
  design: {
    zh: [
      '负责{c}移动端界面与交互，主导了 {n} 次改版。',
      '建立组件库与设计规范，设计走查时间减少 {p}%。',
      '参与用户测试 {n}0 余场，把结论落到每一个页面。',
      '为{c}的 {n} 条产品线统一图标与色彩。',
      '把一次复杂的开户流程从 {n} 页减到两页，完成率提升 {p}%。',
      '和前端一起落地深色模式与大字号适配。',
    ],
    en: ['Designed the mobile app of {c} through {n} versions.', 'Built the design system; review time fell by {p} %.'],
  },
  sales: {
    zh: [
      '负责{c}华东区重点客户，连续 {n} 个季度完成目标。',
      '带 {n} 人小组开拓新行业客户，年度回款增长 {p}%。',
      '梳理销售漏斗与报价流程，成单周期缩短 {p}%。',
      '独立签下 {n} 家标杆客户，其中两家续约三年。',
      '和产品一起做客户回访，流失率下降 {p}%。',
      '编写行业方案 {n} 套，供全国团队使用。',
    ],
    en: [
      'Key accounts at {c}; target met {n} quarters in a row.',
      'Opened a new industry with a team of {n}; revenue rose by {p} %.',
    ],
  },
  hr: {
    zh: [
      '负责{c}研发序列招聘，年均到岗 {n}0 余人，平均周期缩短 {p}%。',
      '搭建内推与人才库机制，内推占比提升 {p}%。',
      '参与职级与薪酬体系调整，覆盖 {n} 个部门。',
      '组织校园招聘 {n} 场，录用应届生留存率提升 {p}%。',
      '把面试反馈统一成结构化表单，业务方满意度提升 {p}%。',
      '处理员工关系与离职沟通，整理出 {n} 条管理改进建议并推动落实。',
    ],
    en: [
      'Hired engineers for {c}: over {n}0 a year, {p} % faster than before.',
      'Built the referral programme across {n} departments.',
    ],
  },
  hardware: {
    zh: [
      '负责{a}模块从方案到量产，参与 {n} 次流片。',
      '优化时序与功耗，芯片面积减少 {p}%。',
      '编写验证计划，覆盖率达标并提前 {n} 周交付。',
      '搭建回归环境，夜间自动跑 {n}00 个用例。',
      '定位量产批次的偶发失效，良率提升 {p}%。',
      '与软件团队联调驱动，解决 {n}0 余个软硬件配合问题。',
    ],
    en: [
      'Took {a} blocks at {c} from specification to silicon, {n} tape-outs.',
      'Cut power by {p} % without losing timing.',
    ],
  },
  biomedicine: {
    zh: [
      '参与 {n} 个创新药项目的早期研究，其中一项进入临床。',
      '建立{a}方法，检测周期缩短 {p}%。',
      '撰写申报资料，配合完成 {n} 次现场核查。',
      '与外部机构合作开展 {n} 项研究，按期交付全部数据。',
      '改进实验记录与样品管理，重复实验减少 {p}%。',
    ],
    en: [
      'Early research on {n} new drugs at {c}; one is in the clinic.',
      'Set up {a} assays; turnaround fell by {p} %.',
    ],
  },
  blue: {
    zh: [
      '在{c}连续 {n} 年零事故，多次被评为季度优秀。',
      '熟悉现场安全规范，带过 {n} 名新同事上岗。',
      '提出的小改进让单班效率提高 {p}%。',
      '负责交接班记录和异常上报，{n} 个月没有漏报。',
      '旺季连续支援 {n} 个站点，差错率低于平均水平 {p}%。',
      '参加公司技能比武，拿过第 {n} 名。',
    ],
    en: [
      '{n} years without an accident at {c}.',
      'Trained {n} newcomers on site; a small idea of mine saves {p} % of a shift.',
    ],
  },
  office: {
    zh: [
      '负责{c}日常事务与流程，把 {n} 张纸质表单搬到了线上。',
      '配合审计与年度盘点，差错率下降 {p}%。',
      '独立处理月度结算，连续 {n} 个季度按时完成。',
      '整理历史资料并建立索引，查询时间减少 {p}%。',
      '对接 {n} 个部门的临时需求，做到当天有回音。',
      '编写岗位手册，新同事上手时间缩短 {p}%。',
      '推动电子档案上线，覆盖 {n} 年的历史数据。',
    ],
    en: [
      'Ran daily processes at {c} and moved {n} paper forms online.',
      'Closed the books on time {n} quarters in a row.',
    ],
  },
};
const FAMILY: Readonly<Record<string, string>> = {
  engineering: 'engineering',
  research: 'research',
  data: 'data',
  product: 'product',
  operations: 'operations',
  marketing: 'operations',
  media: 'operations',
  design: 'design',
  sales: 'sales',
  hr: 'hr',
  hardware: 'hardware',
  automotive: 'hardware',
  biomedicine: 'biomedicine',
  management: 'product',
};

/** What people say of themselves. `{y}` is their years of work, `{r}` their role. */
const SELF: Sentences = {
  zh: [
    '{y} 年{r}经验，做过从 0 到 1，也接手过老系统，更喜欢后者的挑战。',
    '专注{a}，相信把一件小事做到底比追热点有用。欢迎交流{b}。',
    '在{i}行业工作 {y} 年，关心技术怎样真正被用起来。',
    '{r}，{y} 年。写文档、做复盘、带新人，工作之外跑步和看书。',
    '目前主要做{a}与{b}，对跨团队协作和落地节奏有些体会。',
    '不急着看机会，但愿意认识同行，聊聊{a}的坑。',
    '从业 {y} 年，经历过业务扩张也经历过收缩，现在更看重团队和长期价值。',
    '喜欢把复杂的问题讲明白。{a}方向可以找我讨论。',
  ],
  en: [
    '{y} years in {i}. I like work that somebody uses the next day.',
    '{r} with {y} years of experience, mostly in {a} and {b}.',
    'I build things with {a}, write down what went wrong, and teach it on.',
    'Not in a hurry to move, always glad to talk about {a}.',
  ],
};

/** What people who work with their hands say of themselves. */
const SELF_BLUE: Sentences = {
  zh: [
    '干{r} {y} 年，守规矩，不迟到，能吃苦。',
    '{r}，{y} 年。熟悉现场，也带过徒弟。',
    '踏实做事，希望离家近一点、排班稳定一点。',
    '手上有活，心里有数。愿意学新设备。',
  ],
  en: ['{r} for {y} years: safe, on time, and I train newcomers.', 'I know the site and like to learn new machines.'],
};

export type Words = { readonly english: boolean; readonly roleId: string; readonly skills: readonly string[] };

function skillNames(random: Chance, { english, skills }: Words): [string, string] {
  const [a, b] = random.some(skills, 2).map((id) => wordFor(random, id, english));
  const fallback = english ? 'teamwork' : '团队协作';
  return [a ?? fallback, b ?? a ?? fallback];
}

const TOOLED = new Set(['engineering', 'research', 'data', 'hardware', 'design']);

/** Now and then a line of what was used, as in many resumes. */
function toolsLine(random: Chance, words: Words, family: string): string {
  if (!TOOLED.has(family) || words.skills.length < 4 || !random.bool(0.3)) return '';
  const named = new Set(random.some(words.skills, random.int(2, 4)).map((id) => wordFor(random, id, words.english)));
  return words.english ? ` Stack: ${[...named].join(', ')}.` : `技术栈：${[...named].join('、')}。`;
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w)\}/g, (_, key: string) => values[key] ?? '');

/** Two or three sentences on one job; those in `said` were used for other jobs of the same person. */
export function describeWork(random: Chance, words: Words, company: MadeCompany, said: Set<string>): string {
  const role = findRole(words.roleId);
  const family = role?.collar === 'blue' ? 'blue' : (FAMILY[role?.family ?? ''] ?? 'office');
  const templates = (WORK[family] ?? WORK.office)?.[words.english ? 'en' : 'zh'] ?? [];
  const fresh = templates.filter((template) => !said.has(template));
  const chosen = random.some(fresh.length > 1 ? fresh : templates, fresh.length > 4 ? random.int(2, 3) : 2);
  for (const template of chosen) said.add(template);
  const done = chosen
    .map((template) => {
      const [a, b] = skillNames(random, words);
      const c = words.english ? company.en : company.zh;
      return fill(template, { a, b, c, n: String(random.int(2, 9)), p: String(random.int(8, 46)) });
    })
    .join(words.english ? ' ' : '');
  return `${done}${toolsLine(random, words, family)}`;
}

/** One or two sentences on oneself; some say nothing. */
export function describeSelf(random: Chance, words: Words, years: number, industry: string): string {
  if (random.bool(0.15)) return '';
  const role = findRole(words.roleId);
  return random
    .some((role?.collar === 'blue' ? SELF_BLUE : SELF)[words.english ? 'en' : 'zh'], random.int(1, 2))
    .filter((template, i, all) => i === 0 || !(template.includes('{y}') && all[0]?.includes('{y}')))
    .map((template) => {
      const [a, b] = skillNames(random, words);
      const r = (words.english ? role?.en : role?.zh) ?? '';
      return fill(template, { a, b, r, i: industry, y: String(Math.max(1, years)) });
    })
    .join(words.english ? ' ' : '');
}
