import { findRole, linkRole } from '../src/language/index.ts';
import type { Aptitude } from './aptitude.ts';
import type { Employers, MadeCompany } from './companies.ts';
import type { Plan } from './plans.ts';
import { type Chance, madeId } from './random.ts';
import { AIGC } from './truth/reference-report.ts';
import { describeWork, type Words } from './wording.ts';

/** The last month that the world knows, counted in months from the year 0: March 2023. */
export const LAST_MONTH = 2023 * 12 + 2;
export const WORLD_ENDS = new Date('2023-03-31T01:00:00Z');

export type MadePosition = {
  readonly id: string;
  readonly company: MadeCompany;
  readonly title: string;
  readonly roleId: string;
  readonly seniority: Rung;
  readonly cityId: string;
  /** Months from the year 0; `end` is null while it lasts. */
  readonly start: number;
  readonly end: number | null;
  readonly description: string;
  readonly yearlyPay: number;
  readonly verified: 'work-email' | 'colleagues' | null;
};

const RUNGS = ['junior', 'middle', 'senior', 'lead', 'manager'] as const;
type Rung = (typeof RUNGS)[number];
const TITLE: Readonly<Record<Rung, (zh: string, en: string) => readonly [string, string]>> = {
  junior: (zh, en) => [zh, en],
  middle: (zh, en) => [zh, en],
  senior: (zh, en) => [`高级${zh}`, `Senior ${en}`],
  lead: (zh, en) => [`资深${zh}`, `Lead ${en}`],
  manager: (zh, en) => [`${zh}（团队负责人）`, `${en}, team manager`],
};
/** Pay on each rung, against a senior's. */
const PAY: Readonly<Record<Rung, number>> = { junior: 0.5, middle: 0.72, senior: 1, lead: 1.28, manager: 1.45 };

/** A senior's yearly pay by role outside the field, CNY; our own choice. */
export const SENIOR_PAY: Readonly<Record<string, number>> = {
  'backend-engineer': 460_000,
  'frontend-engineer': 400_000,
  'qa-engineer': 300_000,
  'data-analyst': 330_000,
  'data-engineer': 450_000,
  'product-manager': 420_000,
  'operations-specialist': 230_000,
  'user-operations': 240_000,
  'ui-designer': 270_000,
  'sales-manager': 330_000,
  'marketing-specialist': 230_000,
  copywriter: 190_000,
  'hr-specialist': 220_000,
  accountant: 190_000,
  'customer-service-representative': 110_000,
  'data-entry-clerk': 90_000,
  'chip-designer': 620_000,
  'embedded-engineer': 380_000,
  'battery-engineer': 400_000,
  'drug-researcher': 360_000,
  'project-manager': 340_000,
  'production-worker': 95_000,
  courier: 110_000,
  driver: 105_000,
  'quality-inspector': 90_000,
};

/** Who is good at the work rises sooner. */
function rungAfter(random: Chance, months: number, technical: boolean, craft: number): Rung {
  const step = Math.floor(months / 12 / 2.7 + random.next() * 0.3 + (craft - 0.4) * 0.5);
  if (step >= 4) return random.bool(0.35) ? 'manager' : 'lead';
  return RUNGS[Math.max(0, Math.min(technical ? 3 : 2, step))] ?? 'junior';
}

function payFor(random: Chance, plan: Plan, roleId: string, rung: Rung, month: number): number {
  const field: Readonly<Record<string, number>> = AIGC.payByRole.mean;
  const senior = (plan.aigc ? field[roleId] : undefined) ?? SENIOR_PAY[roleId] ?? 300_000;
  // Pay in general rose by about 5 % a year.
  const then = 0.95 ** ((LAST_MONTH - month) / 12);
  return Math.round((senior * PAY[rung] * then * Math.exp(random.normal(0, 0.12))) / 1_000) * 1_000;
}

function employerOf(random: Chance, plan: Plan, employers: Employers, present: boolean): MadeCompany {
  const own = employers.of.get(plan.industryId);
  return random.pick(own && (present || random.bool(0.65)) ? own : employers.all);
}

const linked = new Map<string, string | null>();

function linksTo(title: string): string | null {
  const known = linked.get(title);
  if (known !== undefined) return known;
  const id = linkRole(title)?.id ?? null;
  linked.set(title, id);
  return id;
}

/** The title on the card: the usual one, or another that people know the trade by. */
function titleOf(random: Chance, roleId: string, rung: Rung, words: Words, aigc: boolean): string {
  const role = findRole(roleId);
  const usual = (words.english ? role?.en : role?.zh) ?? roleId;
  const others = (role?.aliases ?? []).filter(
    (name) =>
      (words.english ? /^[\x20-\x7e]+ [\x20-\x7e]+$/ : /\p{Script=Han}{3}/u).test(name) &&
      (aigc || !/AI|大模型/.test(name)),
  );
  const name = others.length > 0 && random.bool(0.4) ? random.pick(others) : usual;
  const [zh, en] = TITLE[rung](name, name);
  const title = words.english ? en : zh;
  if (linksTo(title) === roleId) return title;
  const [plainZh, plainEn] = TITLE[rung](usual, usual);
  return words.english ? plainEn : plainZh;
}

/** Jobs from the present one back to the first; now and then a few months between two of them. */
export function makeCareer(
  random: Chance,
  plan: Plan,
  aptitude: Aptitude,
  words: Words,
  employers: Employers,
  at?: MadeCompany,
): MadePosition[] {
  const role = findRole(plan.roleId);
  const technical = role?.family !== 'administration' && role?.collar !== 'blue';
  const began = LAST_MONTH - plan.years + 1;
  const positions: MadePosition[] = [];
  const said = new Set<string>();
  let end: number | null = null;
  let last = LAST_MONTH;
  while (last >= began) {
    const present = positions.length === 0;
    const before = positions[positions.length - 1]?.company;
    let company = present && at ? at : employerOf(random, plan, employers, present);
    if (company === before) company = employerOf(random, plan, employers, present);
    const length = Math.max(7, Math.round(random.normal(34, 15)));
    const start = last - length < began + 9 ? began : last - length;
    const reached = rungAfter(random, (start + last) / 2 - began, technical, aptitude.craft);
    const rung = present && at ? 'senior' : reached;
    const early = !present && last - began < plan.years * 0.4;
    const roleId = (early ? aptitude.firstRoleId : null) ?? plan.roleId;
    const sure = present && at !== undefined;
    const verified = sure || random.bool(rung === 'junior' ? 0.42 : AIGC.verifiedMidAndSenior.share);
    positions.push({
      id: madeId(random, new Date(Date.UTC(2019, 0, 15))),
      company,
      title: titleOf(random, roleId, rung, words, plan.aigc),
      roleId,
      seniority: rung,
      cityId: present ? plan.cityId : company.cityId,
      start,
      end,
      description: describeWork(random, { ...words, roleId }, company, said),
      yearlyPay: payFor(random, plan, roleId, rung, last),
      verified: verified ? (sure || random.bool(0.7) ? 'work-email' : 'colleagues') : null,
    });
    if (start === began) break;
    last = start - 1 - (random.bool(0.2) ? random.int(1, 3) : 0);
    end = last;
  }
  return positions;
}
