import { findCity, findIndustry, findRole, findSchool, skills as skillLexicon } from '../src/language/index.ts';
import { type Aptitude, makeAptitude } from './aptitude.ts';
import { LAST_MONTH, type MadePosition, makeCareer } from './careers.ts';
import { type Claim, claimedSkills } from './claims.ts';
import { drawEmployers, type Employers, type MadeCompany } from './companies.ts';
import { personName } from './names.ts';
import { makePlans, type Plan } from './plans.ts';
import { type Chance, chance, madeId } from './random.ts';
import { describeSelf } from './wording.ts';

export type MadeEducation = {
  readonly id: string;
  readonly schoolId: string | null;
  readonly schoolName: string;
  readonly degree: string;
  readonly major: string;
  readonly startYear: number;
  readonly endYear: number;
};

export type MadePerson = {
  /** Their place among all people of the world. */
  readonly n: number;
  readonly id: string;
  readonly name: string;
  readonly other: string | null;
  readonly english: boolean;
  readonly aigc: boolean;
  readonly cityId: string;
  readonly birthYear: number;
  readonly joined: Date;
  readonly headline: string;
  readonly summary: string;
  /** The latest first. */
  readonly educations: readonly MadeEducation[];
  /** The present one first. */
  readonly positions: readonly MadePosition[];
  /** What the profile lists; what they really can is their aptitude. */
  readonly skills: readonly Claim[];
  readonly aptitude: Aptitude;
  readonly findableBy: 'nobody' | 'connections' | 'recruiters';
  readonly openness: 'closed' | 'listening' | 'looking';
  readonly contactBy: 'anyone' | 'introduction' | 'nobody';
  readonly desiredCityIds: readonly string[];
  readonly desiredPay: number | null;
  readonly sharesPay: boolean;
};

/** People are made in blocks, each with the proportions of the whole, so that memory holds one block of them. */
export const BLOCK = 5_000;

const SCHOOLS =
  'tsinghua peking zju sjtu fudan nju ustc buaa bit bupt hust whu xjtu xidian hit tongji sysu scut uestc seu renmin bjtu csu szu hdu njupt ecnu shu jnu cqupt jlu dlut neu sdu xmu nankai tju suda hfut zzu'.split(
    ' ',
  );
const ABROAD = 'nus ntu cmu imperial ucl hkust cuhk usc edinburgh-u melbourne-u toronto-u hku'.split(' ');
type Major = readonly [zh: string, en: string];
const TECHNICAL: readonly Major[] = [
  ['计算机科学与技术', 'Computer Science'],
  ['软件工程', 'Software Engineering'],
  ['电子信息工程', 'Electronic Engineering'],
  ['数学与应用数学', 'Mathematics'],
  ['自动化', 'Automation'],
  ['统计学', 'Statistics'],
  ['人工智能', 'Artificial Intelligence'],
  ['信息与通信工程', 'Information and Communication Engineering'],
];
const GENERAL: readonly Major[] = [
  ['市场营销', 'Marketing'],
  ['工商管理', 'Business Administration'],
  ['汉语言文学', 'Chinese Literature'],
  ['新闻学', 'Journalism'],
  ['会计学', 'Accounting'],
  ['英语', 'English'],
  ['信息管理与信息系统', 'Information Systems'],
  ['人力资源管理', 'Human Resources'],
];
const TECHNICAL_FAMILIES = new Set(['engineering', 'research', 'data', 'hardware', 'automotive', 'biomedicine']);

/** The AIGC skill and everything under it: outside the field nobody has them, or the field would not be one. */
export const AIGC_SKILLS: ReadonlySet<string> = new Set([
  'aigc',
  ...skillLexicon()
    .filter((skill) => skill.parents.includes('aigc'))
    .map((skill) => skill.id),
]);
const GENERATIVE = [
  'text-generation',
  'image-generation',
  'diffusion-models',
  'large-language-models',
  'prompt-engineering',
];
const OF_THE_FIELD =
  'nlp deep-learning cpp python pytorch machine-learning transformer multimodal computer-vision commercialisation model-deployment distributed-training academic-research'.split(
    ' ',
  );
const GENERAL_SKILLS: Readonly<Record<string, readonly string[]>> = {
  technical: 'python sql java linux mysql redis docker git agile kubernetes english cpp data-analysis cloud'.split(' '),
  general:
    'office-software communication project-management data-analysis english teamwork market-research sql agile'.split(
      ' ',
    ),
  blue: 'teamwork equipment-maintenance production-management office-software communication'.split(' '),
};

/** What nearly everybody of the plan's trade and field can. */
function coreSkills(random: Chance, plan: Plan): string[] {
  const role = findRole(plan.roleId);
  const own = role?.skills ?? [];
  if (plan.aigc) {
    const generative = random.some(GENERATIVE, random.int(1, 3));
    return ['aigc', ...new Set([...own, ...generative, ...random.some(OF_THE_FIELD, random.int(2, 5))])];
  }
  const kind = role?.collar === 'blue' ? 'blue' : TECHNICAL_FAMILIES.has(role?.family ?? '') ? 'technical' : 'general';
  return [...new Set([...own, ...random.some(GENERAL_SKILLS[kind] ?? [], random.int(1, 4))])];
}

const LENGTH: Readonly<Record<string, number>> = {
  doctor: 4,
  master: 3,
  bachelor: 4,
  associate: 3,
  vocational: 3,
  'high-school': 3,
};

function educationOf(random: Chance, plan: Plan, english: boolean): MadeEducation[] {
  const began = LAST_MONTH - plan.years + 1;
  let end = Math.floor(began / 12) - (began % 12 >= 6 ? 0 : 1);
  const technical = TECHNICAL_FAMILIES.has(findRole(plan.roleId)?.family ?? '') || plan.aigc;
  const major = random.pick(technical && random.bool(0.9) ? TECHNICAL : GENERAL)[english ? 1 : 0];
  const ladder =
    plan.degree === 'doctor'
      ? ['doctor', 'master', 'bachelor']
      : plan.degree === 'master'
        ? ['master', 'bachelor']
        : [plan.degree];
  return ladder.map((degree, rank) => {
    const length = degree === 'master' && plan.degree === 'doctor' ? 2 : (LENGTH[degree] ?? 3);
    const town = findCity(plan.cityId);
    const practical = degree === 'vocational' || degree === 'high-school' || degree === 'associate';
    const schoolId = practical ? null : random.pick(english && rank === 0 ? ABROAD : SCHOOLS);
    const school = schoolId === null ? null : findSchool(schoolId);
    const trade =
      degree === 'high-school' ? ['第三中学', 'No. 3 High School'] : ['工业职业学校', 'Vocational School of Industry'];
    const made = {
      id: madeId(random, new Date(Date.UTC(2019, 0, 15))),
      schoolId,
      schoolName: school
        ? english
          ? school.en
          : school.zh
        : english
          ? `${town?.en} ${trade[1]}`
          : `${town?.zh}${trade[0]}`,
      degree,
      major: degree === 'high-school' ? '' : major,
      startYear: end - length,
      endYear: end,
    };
    end -= length;
    return made;
  });
}

/** People whom the demo needs: their plans are bent so that the main job can be shown. */
export type Persona = {
  readonly n: number;
  readonly name: string;
  readonly other: string;
  readonly company: 0 | 1 | 2;
  readonly roleId: string;
  readonly aigc: boolean;
  /** How many of their positions, the latest first, are not verified. */
  readonly unverified?: number;
};

/** Who could play a persona best is moved to their place, so that the field keeps its proportions. */
function castPersonas(plans: Plan[], personas: readonly Persona[], companies: readonly MadeCompany[]): void {
  for (const persona of personas) {
    const company = companies[persona.company];
    if (!company) continue;
    const merit = (plan: Plan) =>
      (plan.aigc === persona.aigc ? 8 : 0) +
      (plan.industryId === company.industryId ? 4 : 0) +
      (plan.cityId === company.cityId ? 2 : 0) +
      // Who has positions to verify has had some.
      (plan.years > 76 && plan.years < 150 ? (persona.unverified ? 16 : 2) : 0) +
      (plan.degree === 'master' ? 1 : 0);
    let best = persona.n;
    for (let i = persona.n; i < plans.length; i++) {
      const [found, leader] = [plans[i], plans[best]];
      if (found && leader && merit(found) > merit(leader)) best = i;
    }
    const [chosen, there] = [plans[best], plans[persona.n]];
    if (!chosen || !there) continue;
    plans[best] = there;
    plans[persona.n] = { ...chosen, roleId: persona.roleId, cityId: company.cityId, industryId: company.industryId };
  }
}

function joinedOn(random: Chance, began: number): Date {
  const first = Math.max(2019 * 12, began);
  const month = Math.min(LAST_MONTH, random.int(first, Math.max(first, LAST_MONTH - 1)));
  return new Date(
    Date.UTC(Math.floor(month / 12), month % 12, random.int(1, 24), random.int(0, 14), random.int(0, 59)),
  );
}

function makePerson(
  seed: number,
  n: number,
  plan: Plan,
  employers: Employers,
  persona?: Persona & { at: MadeCompany },
): MadePerson {
  const random = chance(seed, `person/${n}`);
  const english = !persona && random.bool(0.15);
  const { name, other } = personName(random, english);
  const isOpen = (id: string) => plan.aigc || !AIGC_SKILLS.has(id);
  const aptitude = makeAptitude(seed, n, plan, coreSkills(random, plan), isOpen);
  const skills = claimedSkills(seed, n, aptitude, english, new Set(plan.aigc ? ['aigc'] : []), isOpen);
  const words = { english, roleId: plan.roleId, skills: [...aptitude.abilities.keys()] };
  const positions = makeCareer(random, plan, aptitude, words, employers, persona?.at).map((position, i) =>
    i < (persona?.unverified ?? 0) ? { ...position, verified: null } : position,
  );
  const current = positions.find((position) => position.end === null);
  const joined = joinedOn(random, LAST_MONTH - plan.years + 1);
  const openness = persona ? 'listening' : random.weighted({ closed: 0.45, listening: 0.4, looking: 0.15 });
  const industry = findIndustry(plan.industryId);
  return {
    n,
    id: madeId(random, joined),
    name: persona?.name ?? name,
    other: persona?.other ?? other,
    english,
    aigc: plan.aigc,
    cityId: plan.cityId,
    birthYear: 2023 - plan.age,
    joined,
    headline: current
      ? english
        ? `${current.title} at ${current.company.en}`
        : `${current.company.zh} · ${current.title}`
      : '',
    summary: describeSelf(random, words, Math.floor(plan.years / 12), (english ? industry?.en : industry?.zh) ?? ''),
    educations: educationOf(random, plan, english),
    positions,
    skills,
    aptitude,
    findableBy: persona ? 'recruiters' : random.weighted({ recruiters: 0.86, connections: 0.08, nobody: 0.06 }),
    openness,
    contactBy: persona ? 'anyone' : random.weighted({ anyone: 0.8, introduction: 0.15, nobody: 0.05 }),
    desiredCityIds: openness !== 'closed' && random.bool(0.6) ? aptitude.cityIds : [],
    desiredPay:
      openness === 'closed'
        ? null
        : Math.round(((positions[0]?.yearlyPay ?? 0) * aptitude.rise * random.normal(1.03, 0.06)) / 10_000) * 10_000,
    sharesPay: random.bool(0.6),
  };
}

/** The people of one block: `count` of them, from number `block * BLOCK` on. The first block has the demo's people. */
export function makePeople(
  seed: number,
  block: number,
  count: number,
  companies: readonly MadeCompany[],
  personas: readonly Persona[],
): MadePerson[] {
  const plans = makePlans(seed, block, count);
  const cast = block === 0 ? personas : [];
  castPersonas(plans, cast, companies);
  const employers = drawEmployers(companies);
  return plans.map((plan, i) => {
    const persona = cast.find((one) => one.n === i);
    const at = persona && companies[persona.company];
    return makePerson(seed, block * BLOCK + i, plan, employers, persona && at && { ...persona, at });
  });
}
