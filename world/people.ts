import { findRole, findSkill } from '../src/language/index.ts';
import type { MadeCompany } from './companies.ts';
import { personName } from './names.ts';
import { type Chance, chance, dealt, madeId } from './random.ts';
import { AIGC } from './truth/reference-report.ts';

/** The last month that the world knows, counted in months from the year 0: March 2023. */
export const LAST_MONTH = 2023 * 12 + 2;
export const WORLD_ENDS = new Date('2023-03-31T01:00:00Z');

export type MadePosition = {
  readonly id: string;
  readonly company: MadeCompany;
  readonly title: string;
  readonly roleId: string;
  readonly seniority: string | null;
  readonly cityId: string;
  /** Months from the year 0; `end` is null while it lasts. */
  readonly start: number;
  readonly end: number | null;
  readonly description: string;
  readonly yearlyPay: number;
  readonly verified: 'work-email' | 'colleagues' | null;
};

export type MadePerson = {
  readonly n: number;
  readonly id: string;
  readonly name: string;
  readonly other: string | null;
  readonly english: boolean;
  readonly aigc: boolean;
  readonly cityId: string;
  readonly birthYear: number;
  readonly degree: string;
  readonly schoolId: string;
  readonly major: readonly [string, string];
  readonly graduated: number;
  readonly positions: readonly MadePosition[];
  readonly skills: readonly {
    readonly id: string;
    readonly level: number;
    readonly lastUsed: number;
    readonly endorsements: number;
  }[];
  readonly findableBy: 'nobody' | 'connections' | 'recruiters';
  readonly openness: 'closed' | 'listening' | 'looking';
  readonly contactBy: 'anyone' | 'introduction' | 'nobody';
};

type Plan = {
  aigc: boolean;
  cityId: string;
  industryId: string;
  degree: string;
  age: number;
  years: number;
  roleId: string;
};

const AIGC_ROLES = {
  'algorithm-engineer': 0.26,
  'nlp-engineer': 0.15,
  'computer-vision-engineer': 0.12,
  'deep-learning-engineer': 0.08,
  'algorithm-researcher': 0.08,
  'machine-learning-engineer': 0.07,
  'aigc-product-manager': 0.08,
  'ai-product-manager': 0.07,
  'backend-engineer': 0.05,
  'content-operations': 0.04,
};
const ROLES = {
  'backend-engineer': 0.15,
  'frontend-engineer': 0.08,
  'qa-engineer': 0.05,
  'data-analyst': 0.06,
  'data-engineer': 0.04,
  'product-manager': 0.1,
  'operations-specialist': 0.08,
  'user-operations': 0.04,
  'ui-designer': 0.05,
  'sales-manager': 0.06,
  'marketing-specialist': 0.05,
  'hr-specialist': 0.05,
  accountant: 0.04,
  'chip-designer': 0.03,
  'embedded-engineer': 0.03,
  'battery-engineer': 0.02,
  'drug-researcher': 0.02,
  'project-manager': 0.05,
};
const INDUSTRIES = {
  internet: 0.26,
  ecommerce: 0.1,
  'enterprise-software': 0.11,
  games: 0.07,
  fintech: 0.08,
  hardware: 0.07,
  education: 0.05,
  media: 0.04,
  'new-energy-vehicles': 0.05,
  semiconductors: 0.06,
  biomedicine: 0.05,
  manufacturing: 0.03,
  finance: 0.03,
};
const CITIES = {
  beijing: 0.24,
  shanghai: 0.2,
  shenzhen: 0.15,
  hangzhou: 0.1,
  guangzhou: 0.09,
  chengdu: 0.07,
  nanjing: 0.05,
  wuhan: 0.05,
  suzhou: 0.03,
  xian: 0.02,
};
const DEGREES = { doctor: 0.02, master: 0.24, bachelor: 0.6, associate: 0.14 };
const SCHOOLS = [
  'tsinghua',
  'peking',
  'zju',
  'sjtu',
  'fudan',
  'nju',
  'ustc',
  'buaa',
  'bit',
  'bupt',
  'hust',
  'whu',
  'xjtu',
  'xidian',
  'hit',
  'tongji',
  'sysu',
  'scut',
  'uestc',
  'seu',
  'ruc',
  'bjtu',
  'csu',
  'szu',
  'hdu',
  'njupt',
  'ecnu',
  'shu',
  'jnu',
  'cqupt',
].map((id) => (id === 'ruc' ? 'renmin' : id));
const ABROAD = ['nus', 'ntu', 'cmu', 'stanford', 'imperial', 'ucl', 'hkust', 'cuhk', 'toronto-u', 'usc'];
const MAJORS = [
  ['计算机科学与技术', 'Computer Science'],
  ['软件工程', 'Software Engineering'],
  ['电子信息工程', 'Electronic Engineering'],
  ['数学与应用数学', 'Mathematics'],
  ['自动化', 'Automation'],
  ['统计学', 'Statistics'],
  ['市场营销', 'Marketing'],
  ['工商管理', 'Business Administration'],
] as const;
const AIGC_SKILLS = [
  'aigc',
  'text-generation',
  'image-generation',
  'diffusion-models',
  'large-language-models',
  'prompt-engineering',
];
const RUNGS = ['junior', 'middle', 'senior', 'lead'] as const;
const RUNG_TITLES = {
  junior: ['', ''],
  middle: ['', ''],
  senior: ['高级', 'Senior '],
  lead: ['资深', 'Lead '],
} as const;
const PAY = { junior: 0.45, middle: 0.7, senior: 1, lead: 1.35 } as const;
const GROWN = new Date('2019-01-15T02:00:00Z').getTime();

function ageAndYears(random: Chance, group: keyof typeof AIGC.agesAndYears.shares): { age: number; years: number } {
  const [ages, spans] = group.split('-');
  const years =
    spans === 'over5'
      ? random.int(62, ages === 'over35' ? 190 : 110)
      : spans === '3to5'
        ? random.int(37, 59)
        : random.int(4, 35);
  // Birth years are all that the network knows: who is "over 35" at the end of March 2023 was born in 1987 or before.
  const age =
    ages === 'over35'
      ? random.int(36, 46)
      : ages === 'over30'
        ? random.int(31, 35)
        : random.int(Math.max(23, 22 + Math.floor(years / 12)), 30);
  return { age: Math.max(age, 21 + Math.ceil(years / 12)), years };
}

/** What each person is to be: for the AIGC field dealt in the very proportions of the truth table, for the rest at random. */
function plans(seed: number, count: number): Plan[] {
  const random = chance(seed, 'plans');
  const aigcCount = Math.round(count * 0.16);
  const cities = dealt(random, aigcCount, AIGC.peopleByCity.shares);
  const industries = dealt(random, aigcCount, AIGC.peopleByIndustry.shares);
  const degrees = dealt(random, aigcCount, AIGC.degrees.shares);
  const groups = dealt(random, aigcCount, AIGC.agesAndYears.shares);
  const roles = dealt(random, aigcCount, AIGC_ROLES);
  const rest = count - aigcCount;
  const others = dealt(random, rest, INDUSTRIES);
  const older = dealt(random, rest, { yes: AIGC.internetOver35.share, no: 1 - AIGC.internetOver35.share });
  const plan: Plan[] = [];
  for (let n = 0; n < aigcCount; n++) {
    const [cityId, industryId, degree, group, roleId] = [cities[n], industries[n], degrees[n], groups[n], roles[n]];
    if (cityId && industryId && degree && group && roleId)
      plan.push({ aigc: true, cityId, industryId, degree, roleId, ...ageAndYears(random, group) });
  }
  for (let n = 0; n < rest; n++) {
    const degree = random.weighted(DEGREES);
    const age = older[n] === 'yes' ? random.int(36, 50) : random.int(23, 35);
    const worked = Math.max(
      3,
      (age - (degree === 'doctor' ? 28 : degree === 'master' ? 25 : 22)) * 12 + random.int(-6, 8),
    );
    plan.push({
      aigc: false,
      cityId: random.weighted(CITIES),
      industryId: others[n] ?? 'internet',
      degree,
      age,
      years: worked,
      roleId: random.weighted(ROLES),
    });
  }
  return plan;
}

function describe(random: Chance, english: boolean, skills: readonly string[], company: MadeCompany): string {
  const named = random
    .some(skills, 3)
    .map((id) => findSkill(id))
    .flatMap((skill) => (skill ? [english ? skill.en : skill.zh] : []));
  if (named.length === 0) return '';
  const share = random.int(8, 45);
  return english
    ? random.pick([
        `Worked on ${named.join(', ')} for ${company.en}'s main product; took it from prototype to daily use.`,
        `Owned ${named[0]} in a team of ${random.int(3, 12)}; cut cost by ${share} %.`,
        `Built with ${named.join(' and ')}; on call for what I shipped.`,
      ])
    : random.pick([
        `负责${company.zh}核心业务中的${named.join('、')}工作,从原型做到日常使用。`,
        `在 ${random.int(3, 12)} 人小组中主导${named[0]}方向,相关指标提升 ${share}%。`,
        `使用${named.join('、')}完成项目落地,并负责上线后的效果跟踪。`,
        `参与${named[0]}平台建设,沉淀方法并带新人上手。`,
      ]);
}

type Employers = ReadonlyMap<string, readonly MadeCompany[]>;

function career(
  random: Chance,
  plan: Plan,
  english: boolean,
  skills: readonly string[],
  employers: Employers,
  all: readonly MadeCompany[],
): MadePosition[] {
  const role = findRole(plan.roleId);
  const positions: MadePosition[] = [];
  const began = LAST_MONTH - plan.years + 1;
  let end: number | null = null;
  let at = LAST_MONTH;
  const present = random.pick(employers.get(plan.industryId) ?? all);
  while (at >= began) {
    const company: MadeCompany = positions.length === 0 ? present : random.pick(all);
    const length = Math.max(6, Math.round(random.normal(30, 14)));
    const start: number = at - length < began + 8 ? began : at - length;
    const worked = (start + (end ?? LAST_MONTH)) / 2 - began;
    const rung = RUNGS[Math.min(3, Math.floor(worked / 12 / 2.6 + random.next() * 0.6))] ?? 'junior';
    const [zh, en] = RUNG_TITLES[rung];
    const base = plan.aigc ? (AIGC.payByRole.mean as Record<string, number>)[plan.roleId] : undefined;
    const verified = random.bool(
      rung === 'senior' || rung === 'lead' || rung === 'middle' ? AIGC.verifiedMidAndSenior.share : 0.4,
    );
    positions.push({
      id: madeId(random, new Date(GROWN)),
      company,
      title: english ? `${en}${role?.en ?? plan.roleId}` : `${zh}${role?.zh ?? plan.roleId}`,
      roleId: plan.roleId,
      seniority: zh === '' ? null : rung === 'lead' ? 'senior' : rung,
      cityId: positions.length === 0 ? plan.cityId : company.cityId,
      start,
      end,
      description: describe(random, english, skills, company),
      yearlyPay: Math.round(((base ?? 380_000) * PAY[rung] * Math.exp(random.normal(0, 0.18))) / 1_000) * 1_000,
      verified: verified ? (random.bool(0.7) ? 'work-email' : 'colleagues') : null,
    });
    end = start - 1 - (random.bool(0.2) ? random.int(1, 4) : 0);
    at = end;
    if (start === began) break;
  }
  return positions;
}

function skillsOf(random: Chance, plan: Plan): MadePerson['skills'] {
  const own = findRole(plan.roleId)?.skills ?? [];
  const wanted = new Set<string>(own.filter((id) => plan.aigc || !AIGC_SKILLS.includes(id)));
  if (plan.aigc) {
    wanted.add('aigc');
    for (const id of random.some(AIGC_SKILLS.slice(1), random.int(1, 3))) wanted.add(id);
    for (const id of random.some(
      [
        'nlp',
        'deep-learning',
        'cpp',
        'python',
        'pytorch',
        'machine-learning',
        'transformer',
        'multimodal',
        'computer-vision',
        'commercialisation',
        'model-deployment',
        'distributed-training',
        'academic-research',
      ],
      random.int(3, 7),
    ))
      wanted.add(id);
  } else {
    for (const id of random.some(
      [
        'python',
        'sql',
        'java',
        'data-analysis',
        'project-management',
        'communication',
        'english',
        'linux',
        'office-software',
        'teamwork',
        'market-research',
        'mysql',
        'redis',
        'agile',
      ],
      random.int(2, 5),
    ))
      wanted.add(id);
  }
  return [...wanted].map((id) => ({
    id,
    level: Math.min(5, Math.max(1, Math.round(random.normal(2 + plan.years / 60, 0.9)))),
    lastUsed: 2023 - (random.bool(0.75) ? 0 : random.int(1, 3)),
    endorsements: random.bool(0.4) ? random.int(1, 6) : 0,
  }));
}

/** Who the first people are to be, for the demo: their plans are bent so that the main job can be shown. */
export type Persona = {
  readonly n: number;
  readonly name: string;
  readonly other: string;
  readonly company: 0 | 1 | 2;
  readonly roleId: string;
  readonly aigc: boolean;
};

export function makePeople(
  seed: number,
  count: number,
  companies: readonly MadeCompany[],
  personas: readonly Persona[],
): MadePerson[] {
  const employers = new Map<string, MadeCompany[]>();
  for (const company of companies)
    employers.set(company.industryId, [...(employers.get(company.industryId) ?? []), company]);
  const all = plans(seed, count);
  const order = chance(seed, 'order');
  for (let i = all.length - 1; i > 0; i--) {
    const j = order.int(0, i);
    const [a, b] = [all[i], all[j]];
    if (a && b) [all[i], all[j]] = [b, a];
  }
  return all.map((dealtPlan, n): MadePerson => {
    const random = chance(seed, `person/${n}`);
    const persona = personas.find((one) => one.n === n);
    const company = persona && companies[persona.company];
    const plan =
      persona && company
        ? {
            ...dealtPlan,
            cityId: company.cityId,
            industryId: company.industryId,
            roleId: persona.roleId,
            aigc: persona.aigc,
          }
        : dealtPlan;
    const english = !persona && random.bool(0.14);
    const { name, other } = personName(random, english);
    const skills = skillsOf(random, plan);
    const positions = career(
      random,
      plan,
      english,
      skills.map((skill) => skill.id),
      persona && company ? new Map([[plan.industryId, [company]]]) : employers,
      companies,
    );
    const birthYear = 2023 - plan.age;
    return {
      n,
      id: madeId(random, new Date(GROWN + n * 1_000)),
      name: persona?.name ?? name,
      other: persona?.other ?? other,
      english,
      aigc: plan.aigc,
      cityId: plan.cityId,
      birthYear,
      degree: plan.degree,
      schoolId: random.pick(english ? ABROAD : SCHOOLS),
      major: random.pick(plan.aigc ? MAJORS.slice(0, 6) : MAJORS),
      graduated: Math.min(2022, birthYear + (plan.degree === 'doctor' ? 28 : plan.degree === 'master' ? 25 : 22)),
      positions,
      skills,
      findableBy: persona ? 'recruiters' : random.weighted({ recruiters: 0.86, connections: 0.08, nobody: 0.06 }),
      openness: persona ? 'listening' : random.weighted({ closed: 0.45, listening: 0.4, looking: 0.15 }),
      contactBy: persona ? 'anyone' : random.weighted({ anyone: 0.8, introduction: 0.15, nobody: 0.05 }),
    };
  });
}
