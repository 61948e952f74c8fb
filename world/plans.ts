import { findRole } from '../src/language/index.ts';
import { type Chance, chance, dealt, quotas } from './random.ts';
import { AIGC } from './truth/reference-report.ts';

/** What a person is to be, before they have a name and a career. */
export type Plan = {
  readonly aigc: boolean;
  readonly cityId: string;
  readonly industryId: string;
  readonly degree: string;
  /** In whole years, as the birth year tells it in 2023. */
  readonly age: number;
  /** Months since the first job. */
  readonly years: number;
  readonly roleId: string;
};

/** The share of all members who are in the AIGC field. */
export const AIGC_PEOPLE = 0.16;

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
  'backend-engineer': 0.14,
  'frontend-engineer': 0.07,
  'qa-engineer': 0.05,
  'data-analyst': 0.05,
  'data-engineer': 0.04,
  'product-manager': 0.09,
  'operations-specialist': 0.07,
  'user-operations': 0.04,
  'ui-designer': 0.04,
  'sales-manager': 0.05,
  'marketing-specialist': 0.04,
  copywriter: 0.02,
  'hr-specialist': 0.05,
  accountant: 0.04,
  'customer-service-representative': 0.03,
  'data-entry-clerk': 0.02,
  'chip-designer': 0.03,
  'embedded-engineer': 0.03,
  'battery-engineer': 0.02,
  'drug-researcher': 0.02,
  'project-manager': 0.04,
  'production-worker': 0.02,
  courier: 0.02,
  driver: 0.01,
  'quality-inspector': 0.01,
};
/** Roles that live in one industry. */
const HOME: Readonly<Record<string, string>> = {
  'chip-designer': 'semiconductors',
  'battery-engineer': 'new-energy-vehicles',
  'drug-researcher': 'biomedicine',
  'production-worker': 'manufacturing',
  'quality-inspector': 'manufacturing',
  courier: 'logistics',
  driver: 'logistics',
};
const INDUSTRIES = {
  internet: 0.27,
  ai: 0.01,
  ecommerce: 0.11,
  'enterprise-software': 0.12,
  games: 0.08,
  fintech: 0.09,
  hardware: 0.08,
  education: 0.06,
  media: 0.05,
  'new-energy-vehicles': 0.03,
  manufacturing: 0.03,
  finance: 0.04,
  'consumer-goods': 0.03,
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
const BLUE_DEGREES = { associate: 0.3, vocational: 0.4, 'high-school': 0.3 };
const FIRST_JOB_AGE: Readonly<Record<string, number>> = {
  doctor: 28,
  master: 25,
  bachelor: 22,
  associate: 21,
  vocational: 19,
  'high-school': 19,
};

type Group = keyof typeof AIGC.agesAndYears.shares;

/** An age and a time at work that belong to the group, with months to spare for gaps between jobs. */
function ageAndYears(random: Chance, group: Group): { age: number; years: number } {
  switch (group) {
    case 'over35-over5': {
      const age = random.int(36, 46);
      return { age, years: (age - random.int(23, 28)) * 12 + random.int(0, 8) };
    }
    case 'over30-over5': {
      const age = random.int(31, 35);
      return { age, years: Math.max(74, (age - random.int(23, 26)) * 12) };
    }
    case 'over30-3to5':
      return { age: random.int(31, 33), years: random.int(44, 57) };
    case 'to30-3to5': {
      const age = random.int(26, 30);
      return { age, years: Math.max(42, Math.min(57, (age - 22) * 12 - random.int(0, 8))) };
    }
    case 'over30-to3':
      return { age: random.int(31, 32), years: random.int(6, 34) };
    case 'to30-to3': {
      const years = random.int(4, 34);
      return { age: random.int(Math.max(23, 22 + Math.ceil(years / 12)), 28), years };
    }
  }
}

/** Degrees in the truth table's numbers, the long ones to those who began work late enough for them. */
function dealDegrees(random: Chance, people: readonly { age: number; years: number }[]): string[] {
  const due = quotas(people.length, AIGC.degrees.shares);
  const degrees = new Array<string>(people.length).fill('');
  const firstJob = people.map(({ age, years }) => age - years / 12);
  const order = dealt(
    random,
    people.length,
    Object.fromEntries(people.map((_, i) => [String(i), 1])) as Record<string, number>,
  ).map(Number);
  const give = (degree: string, count: number, from: number) => {
    const free = order.filter((i) => degrees[i] === '');
    const fit = free.filter((i) => (firstJob[i] ?? 0) >= from);
    const late = free.filter((i) => (firstJob[i] ?? 0) < from).sort((i, j) => (firstJob[j] ?? 0) - (firstJob[i] ?? 0));
    for (const i of [...fit, ...late].slice(0, count)) degrees[i] = degree;
  };
  give('doctor', due.doctor, 27);
  give('master', due.master, 24);
  give('bachelor', due.bachelor, 21);
  give('associate', due.associate, 0);
  return degrees;
}

function aigcPlans(random: Chance, count: number): Plan[] {
  const cities = dealt(random, count, AIGC.peopleByCity.shares);
  const industries = dealt(random, count, AIGC.peopleByIndustry.shares);
  const roles = dealt(random, count, AIGC_ROLES);
  const times = dealt(random, count, AIGC.agesAndYears.shares).map((group) => ageAndYears(random, group));
  const degrees = dealDegrees(random, times);
  return times.map((time, n) => ({
    aigc: true,
    cityId: cities[n] ?? 'beijing',
    industryId: industries[n] ?? 'internet',
    degree: degrees[n] ?? 'bachelor',
    roleId: roles[n] ?? 'algorithm-engineer',
    ...time,
  }));
}

/**
 * Everybody outside the field. The internet industry as a whole, AIGC people included, has the published share over
 * 35: its others are a little younger to make up for the field's.
 */
function otherPlans(random: Chance, count: number, field: readonly Plan[]): Plan[] {
  const roles = dealt(random, count, ROLES);
  const dealtIndustries = dealt(random, count, INDUSTRIES);
  const industries = roles.map((roleId, n) => HOME[roleId] ?? dealtIndustries[n] ?? 'internet');
  const internet = industries.filter((id) => id === 'internet').length;
  const over35 = AIGC.internetOver35.share;
  const aigcInternet = field.filter((plan) => plan.industryId === 'internet');
  const aigcOlder = aigcInternet.filter((plan) => plan.age > 35).length;
  const inInternet = internet > 0 ? (over35 * (internet + aigcInternet.length) - aigcOlder) / internet : over35;
  const decks = {
    internet: dealt(random, internet, { yes: inInternet, no: 1 - inInternet }),
    rest: dealt(random, count - internet, { yes: 0.34, no: 0.66 }),
  };
  return roles.map((roleId, n) => {
    const industryId = industries[n] ?? 'internet';
    const older = (industryId === 'internet' ? decks.internet : decks.rest).pop() === 'yes';
    const blue = findRole(roleId)?.collar === 'blue';
    const degree = blue ? random.weighted(BLUE_DEGREES) : random.weighted(DEGREES);
    const began = (FIRST_JOB_AGE[degree] ?? 22) + random.int(0, 1);
    const age = older ? random.int(36, 50) : random.int(Math.min(34, began + 1), 35);
    const years = (age - began) * 12 - random.int(0, 6);
    return { aigc: false, cityId: random.weighted(CITIES), industryId, degree, age, years: Math.max(5, years), roleId };
  });
}

/** What each person of a block is to be, in the truth table's very proportions, in an order that the seed decides. */
export function makePlans(seed: number, block: number, count: number): Plan[] {
  const random = chance(seed, `plans/${block}`);
  const aigc = aigcPlans(random, Math.round(count * AIGC_PEOPLE));
  const all = [...aigc, ...otherPlans(random, count - aigc.length, aigc)];
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    const [a, b] = [all[i], all[j]];
    if (a && b) [all[i], all[j]] = [b, a];
  }
  return all;
}
