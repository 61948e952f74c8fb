import { findCity, findRole, findSkill } from '../src/language/index.ts';
import type { MadeCompany } from './companies.ts';
import { type Chance, chance, dealt, madeId, quotas } from './random.ts';
import { AIGC } from './truth/reference-report.ts';

export type MadePosting = {
  readonly id: string;
  readonly company: MadeCompany;
  readonly aigc: boolean;
  readonly english: boolean;
  readonly title: string;
  readonly roleId: string;
  readonly seniority: string | null;
  readonly cityId: string;
  readonly degree: string;
  readonly yearsMin: number;
  readonly payMin: number;
  readonly payMax: number;
  readonly payText: string;
  readonly mustSkills: readonly string[];
  readonly niceSkills: readonly string[];
  readonly description: string;
  /** `2023-02-14`. */
  readonly day: string;
};

const FULL = 60_000;
const ROLES = {
  'backend-engineer': 0.16,
  'frontend-engineer': 0.09,
  'qa-engineer': 0.06,
  'data-analyst': 0.06,
  'data-engineer': 0.04,
  'product-manager': 0.1,
  'operations-specialist': 0.08,
  'user-operations': 0.05,
  'ui-designer': 0.05,
  'sales-manager': 0.06,
  'marketing-specialist': 0.05,
  'hr-specialist': 0.04,
  accountant: 0.03,
  'chip-designer': 0.04,
  'embedded-engineer': 0.03,
  'battery-engineer': 0.02,
  'drug-researcher': 0.02,
  'project-manager': 0.02,
};
const BASE_PAY: Readonly<Record<string, number>> = {
  'backend-engineer': 380,
  'frontend-engineer': 330,
  'qa-engineer': 240,
  'data-analyst': 270,
  'data-engineer': 390,
  'product-manager': 340,
  'operations-specialist': 180,
  'user-operations': 190,
  'ui-designer': 220,
  'sales-manager': 260,
  'marketing-specialist': 180,
  'hr-specialist': 150,
  accountant: 140,
  'chip-designer': 520,
  'embedded-engineer': 300,
  'battery-engineer': 320,
  'drug-researcher': 280,
  'project-manager': 280,
};
/** Postings of all fields per month, relative to the mean: spring is busy, the year's turn is not. */
const SEASON = [0.9, 1.05, 1.35, 1.15, 1.05, 1, 1.05, 1, 1.1, 0.95, 0.85, 0.7];
const YEARS = { 2019: 0.17, 2020: 0.16, 2021: 0.26, 2022: 0.24, 2023: 0.26 };
const WORDS = {
  aigc: ['面向内容创作的生成式 AI 产品', 'AIGC 业务线', '生成式 AI 平台'],
  plain: ['核心业务', '增长业务', '企业客户业务'],
};

/** AIGC postings of each month: the truth table's January and February, and the rest of each year in proportion. */
export function aigcPostingsByMonth(scale: number): Map<string, number> {
  const months = new Map<string, number>();
  const counts: Readonly<Record<string, number>> = AIGC.postingsJanuaryFebruary.counts;
  const rest: Readonly<Record<string, number>> = AIGC.monthAgainstJanuaryFebruary;
  for (const [year, both] of Object.entries(counts)) {
    const total = Math.round(both * scale);
    const { '01': january, '02': february } = quotas(total, { '01': 0.46, '02': 0.54 });
    months.set(`${year}-01`, january);
    months.set(`${year}-02`, february);
    for (let month = 3; month <= (year === '2023' ? 3 : 12); month++) {
      const growth = year === '2020' ? 0.6 + month * 0.06 : 1;
      months.set(`${year}-${String(month).padStart(2, '0')}`, Math.round(total * (rest[year] ?? 0.5) * growth * 0.95));
    }
  }
  return months;
}

function otherPostingsByMonth(total: number): Map<string, number> {
  const weights: Record<string, number> = {};
  for (const [year, weight] of Object.entries(YEARS)) {
    SEASON.forEach((season, month) => {
      if (year !== '2023' || month < 3) weights[`${year}-${String(month + 1).padStart(2, '0')}`] = weight * season;
    });
  }
  return new Map(Object.entries(quotas(total, weights)));
}

function payOf(random: Chance, roleId: string, aigc: boolean): { min: number; max: number; text: string } {
  const means: Readonly<Record<string, number>> = AIGC.payByRole.mean;
  const mean = aigc ? (means[roleId] ?? 400_000) : (BASE_PAY[roleId] ?? 250) * 1_000;
  // Exponentially distorted with the mean kept: E[exp(N(-s²/2, s²))] = 1.
  const middle = mean * Math.exp(random.normal(-0.0128, 0.16));
  const months = random.pick([12, 13, 14, 15, 16]);
  const low = Math.max(3, Math.round((middle * 0.78) / months / 1_000));
  const high = Math.max(low + 1, Math.round((middle * 1.22) / months / 1_000));
  return {
    min: low * months * 1_000,
    max: high * months * 1_000,
    text: months === 12 ? `${low}-${high}K` : `${low}-${high}K·${months}薪`,
  };
}

function skillsFor(random: Chance, roleId: string, aigc: boolean): { must: string[]; nice: string[] } {
  if (!aigc) {
    const own = findRole(roleId)?.skills ?? [];
    const more = random.some(
      [
        'sql',
        'python',
        'communication',
        'project-management',
        'english',
        'office-software',
        'teamwork',
        'data-analysis',
        'linux',
      ],
      random.int(1, 3),
    );
    return { must: [...new Set([...own, ...more.slice(0, 1)])], nice: more.slice(1).filter((id) => !own.includes(id)) };
  }
  const named = Object.entries(AIGC.skillsOfPostings.shares).flatMap(([id, share]) => (random.bool(share) ? [id] : []));
  const must = new Set(['aigc', ...named.slice(0, 5)]);
  return { must: [...must], nice: named.filter((id) => !must.has(id)) };
}

function write(random: Chance, posting: Omit<MadePosting, 'description' | 'id'>): string {
  const name = (id: string) => (posting.english ? findSkill(id)?.en : findSkill(id)?.zh) ?? id;
  const must = posting.mustSkills.map(name);
  const nice = posting.niceSkills.map(name);
  const business = random.pick(posting.aigc ? WORDS.aigc : WORDS.plain);
  const city = findCity(posting.cityId);
  if (posting.english) {
    return [
      posting.title,
      `${posting.company.en} is hiring in ${city?.en}. You will work on ${posting.aigc ? 'generative AI (AIGC) products' : 'our main product'} with a team that ships every week.`,
      'Requirements:',
      `- ${posting.yearsMin}+ years of experience; ${posting.degree === 'master' ? "master's degree" : "bachelor's degree"} or above`,
      `- Good command of ${must.join(', ')}`,
      ...(nice.length > 0 ? ['Nice to have:', `- Experience with ${nice.join(', ')}`] : []),
    ].join('\n');
  }
  return [
    '岗位职责:',
    random.pick([
      `1. 负责${business}的${must[0] ?? ''}相关工作,推动方案落地;`,
      `1. 参与${business}建设,与产品、研发团队一起达成目标;`,
      `1. 主导${business}中关键模块的设计与实现;`,
    ]),
    random.pick([
      '2. 跟踪行业进展,持续优化效果与成本。',
      '2. 沉淀方法与文档,支持团队成长。',
      '2. 分析线上问题并给出改进方案。',
    ]),
    '任职要求:',
    `1. ${posting.degree === 'master' ? '硕士' : posting.degree === 'bachelor' ? '本科' : '大专'}及以上学历,${posting.yearsMin} 年以上相关经验;`,
    `2. 熟悉${must.join('、')};`,
    ...(nice.length > 0 ? [`3. 有${nice.join('、')}经验者优先。`] : []),
    `工作地点:${city?.zh}`,
  ].join('\n');
}

/** The postings of January 2019 to March 2023, month by month. `total` counts all of them; AIGC's are in the truth table's proportions. */
export function* makePostings(seed: number, total: number, companies: readonly MadeCompany[]): Generator<MadePosting> {
  const aigcByMonth = aigcPostingsByMonth(total / FULL);
  const aigcTotal = [...aigcByMonth.values()].reduce((sum, count) => sum + count, 0);
  const otherByMonth = otherPostingsByMonth(Math.max(0, total - aigcTotal));
  const byIndustry = new Map<string, MadeCompany[]>();
  for (const company of companies)
    byIndustry.set(company.industryId, [...(byIndustry.get(company.industryId) ?? []), company]);
  for (const month of [...new Set([...aigcByMonth.keys(), ...otherByMonth.keys()])].sort()) {
    for (const aigc of [true, false]) {
      const count = (aigc ? aigcByMonth : otherByMonth).get(month) ?? 0;
      const random = chance(seed, `postings/${month}/${aigc}`);
      const industries = aigc ? dealt(random, count, AIGC.postingsByIndustry.shares) : [];
      const roles = aigc ? dealt(random, count, AIGC.demandByRole.shares) : dealt(random, count, ROLES);
      for (let n = 0; n < count; n++) {
        const roleId = roles[n];
        if (roleId === undefined) continue;
        const company = random.pick((aigc ? byIndustry.get(industries[n] ?? '') : undefined) ?? companies);
        const english = random.bool(0.08);
        const senior = random.bool(aigc ? 0.45 : 0.3);
        const role = findRole(roleId);
        const day = `${month}-${String(random.int(1, 28)).padStart(2, '0')}`;
        const pay = payOf(random, roleId, aigc);
        const skills = skillsFor(random, roleId, aigc);
        const marked = aigc && !/AIGC/.test(role?.zh ?? '') && random.bool(0.5);
        const made = {
          company,
          aigc,
          english,
          title: english
            ? `${senior ? 'Senior ' : ''}${role?.en}${marked ? ' (AIGC)' : ''}`
            : `${senior ? '高级' : ''}${role?.zh}${marked ? '(AIGC方向)' : ''}`,
          roleId,
          seniority: senior ? 'senior' : null,
          cityId: random.bool(0.85) ? company.cityId : 'beijing',
          degree: random.weighted({
            master: aigc ? 0.5 : 0.1,
            bachelor: aigc ? 0.5 : 0.65,
            associate: aigc ? 0 : 0.25,
          }),
          yearsMin: senior ? random.int(5, 8) : random.int(1, 4),
          payMin: pay.min,
          payMax: pay.max,
          payText: pay.text,
          mustSkills: skills.must,
          niceSkills: skills.nice,
          day,
        };
        yield { id: madeId(random, new Date(`${day}T02:00:00Z`)), ...made, description: write(random, made) };
      }
    }
  }
}
