import { findRole } from '../src/language/index.ts';
import { SENIOR_PAY } from './careers.ts';
import { drawEmployers, type MadeCompany } from './companies.ts';
import { AIGC_SKILLS } from './people.ts';
import { writePosting } from './posting-wording.ts';
import { type Chance, chance, dealt, madeId, quotas } from './random.ts';
import { specialtiesOf } from './specialties.ts';
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

/** The number of postings that the truth table's counts are for. */
const FULL = 60_000;
const ROLES = {
  'backend-engineer': 0.15,
  'frontend-engineer': 0.08,
  'qa-engineer': 0.05,
  'data-analyst': 0.05,
  'data-engineer': 0.04,
  'product-manager': 0.09,
  'operations-specialist': 0.07,
  'user-operations': 0.05,
  'ui-designer': 0.05,
  'sales-manager': 0.06,
  'marketing-specialist': 0.04,
  copywriter: 0.02,
  'hr-specialist': 0.04,
  accountant: 0.03,
  'customer-service-representative': 0.03,
  'chip-designer': 0.04,
  'embedded-engineer': 0.03,
  'battery-engineer': 0.02,
  'drug-researcher': 0.02,
  'project-manager': 0.02,
  'production-worker': 0.01,
  courier: 0.01,
};
const HOME: Readonly<Record<string, string>> = {
  'chip-designer': 'semiconductors',
  'battery-engineer': 'new-energy-vehicles',
  'drug-researcher': 'biomedicine',
  'production-worker': 'manufacturing',
  courier: 'logistics',
};
/** Postings of all fields per month, relative to the mean: spring is busy, the year's turn is not. */
const SEASON = [0.9, 1.05, 1.35, 1.15, 1.05, 1, 1.05, 1, 1.1, 0.95, 0.85, 0.7];
const YEARS = { 2019: 0.17, 2020: 0.16, 2021: 0.26, 2022: 0.24, 2023: 0.26 };
/** Offered pay against 2023's. */
const PAY_THEN: Readonly<Record<string, number>> = { 2019: 0.8, 2020: 0.84, 2021: 0.92, 2022: 0.97, 2023: 1 };

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

/** A range whose middle is `middle` CNY a year, in the words of job boards. */
function payRange(random: Chance, middle: number): { payMin: number; payMax: number; payText: string } {
  const months = random.pick([12, 13, 14, 15, 16]);
  const low = Math.max(3, Math.round((middle * 0.78) / months / 1_000));
  const high = Math.max(low + 1, Math.round((middle * 1.22) / months / 1_000));
  return {
    payMin: low * months * 1_000,
    payMax: high * months * 1_000,
    payText: months === 12 ? `${low}-${high}K` : `${low}-${high}K·${months}薪`,
  };
}

/**
 * The middle of each posting's pay: for each role spread evenly over ±27 % of its mean, seniors above, so that the
 * mean of a month is the role's own.
 */
function payMiddles(
  random: Chance,
  roles: readonly string[],
  seniors: readonly boolean[],
  mean: (roleId: string) => number,
): number[] {
  const middles = new Array<number>(roles.length).fill(0);
  for (const [roleId, places] of Map.groupBy(roles.keys(), (i) => roles[i] ?? '')) {
    const ranked = places
      .map((i) => ({ i, rank: random.next() + (seniors[i] ? 0.8 : 0) }))
      .sort((a, b) => a.rank - b.rank);
    ranked.forEach(({ i }, k) => {
      middles[i] = mean(roleId) * (0.73 + (0.54 * (k + 0.5)) / ranked.length);
    });
  }
  return middles;
}

/** Which AIGC postings of a month ask for which skills: as many as the truth table says, those first whom a skill suits. */
function fieldSkills(random: Chance, roles: readonly string[]): Set<string>[] {
  const asked = roles.map(() => new Set<string>());
  for (const [skill, share] of Object.entries(AIGC.skillsOfPostings.shares)) {
    const { yes } = quotas(roles.length, { yes: share, no: 1 - share });
    const ranked = roles
      .map((roleId, i) => {
        const role = findRole(roleId);
        const suits = role?.skills.includes(skill) ? 0.7 : 0;
        const foreign =
          role?.family === 'operations' && skill !== 'commercialisation' && skill !== 'text-generation' ? 0.8 : 0;
        return { i, rank: random.next() + suits - foreign };
      })
      .sort((a, b) => b.rank - a.rank);
    for (const { i } of ranked.slice(0, yes)) asked[i]?.add(skill);
  }
  return asked;
}

const WELCOME = [
  'sql',
  'python',
  'communication',
  'project-management',
  'english',
  'teamwork',
  'data-analysis',
  'linux',
  'agile',
];

function skillsFor(
  random: Chance,
  roleId: string,
  field: ReadonlySet<string> | undefined,
): { mustSkills: string[]; niceSkills: string[] } {
  const own = findRole(roleId)?.skills ?? [];
  if (field) {
    const measured: Readonly<Record<string, number>> = AIGC.skillsOfPostings.shares;
    const rest = own.filter((id) => measured[id] === undefined && id !== 'aigc');
    const all = ['aigc', ...new Set([...field, ...random.some(rest, 2)])];
    return { mustSkills: all.slice(0, 6), niceSkills: all.slice(6) };
  }
  const isOpen = (id: string) => !AIGC_SKILLS.has(id);
  const school = random.some(specialtiesOf(roleId), 1)[0];
  const plain = own.filter((id) => isOpen(id) && random.bool(0.75));
  const special = random.some(school?.skills ?? [], random.int(2, 4)).filter((id) => isOpen(id) && !plain.includes(id));
  const blue = findRole(roleId)?.collar === 'blue';
  const known = new Set([...plain, ...special]);
  const more = blue ? ['teamwork'] : random.some(WELCOME, random.int(1, 2)).filter((id) => !known.has(id));
  const must = [...plain, ...special.slice(0, 2)];
  return { mustSkills: must.length > 0 ? must : ['teamwork'], niceSkills: [...special.slice(2), ...more] };
}

/** The postings of one month, of the field or of all others. */
function* makeMonth(
  seed: number,
  month: string,
  aigc: boolean,
  count: number,
  companies: readonly MadeCompany[],
): Generator<MadePosting> {
  const random = chance(seed, `postings/${month}/${aigc}`);
  const employers = drawEmployers(companies);
  const industries = aigc ? dealt(random, count, AIGC.postingsByIndustry.shares) : [];
  const roles: string[] = aigc ? dealt(random, count, AIGC.demandByRole.shares) : dealt(random, count, ROLES);
  const seniors = roles.map(() => random.bool(aigc ? 0.45 : 0.3));
  const fieldPay: Readonly<Record<string, number>> = AIGC.payByRole.mean;
  const then = PAY_THEN[month.slice(0, 4)] ?? 1;
  const middles = payMiddles(
    random,
    roles,
    seniors,
    (roleId) => ((aigc ? fieldPay[roleId] : undefined) ?? (SENIOR_PAY[roleId] ?? 250_000) * 0.82) * then,
  );
  const asked = aigc ? fieldSkills(random, roles) : [];
  for (const [n, roleId] of roles.entries()) {
    const industryId = aigc ? industries[n] : HOME[roleId];
    const company = random.pick(employers.of.get(industryId ?? '') ?? employers.all);
    const english = random.bool(0.08);
    const senior = seniors[n] ?? false;
    const role = findRole(roleId);
    const blue = role?.collar === 'blue';
    const day = `${month}-${String(random.int(1, month.endsWith('02') ? 28 : 30)).padStart(2, '0')}`;
    const marked = aigc && !/AIGC/.test(role?.zh ?? '') && random.bool(0.5);
    const made = {
      company,
      aigc,
      english,
      title: english
        ? `${senior ? 'Senior ' : ''}${role?.en}${marked ? ' (AIGC)' : ''}`
        : `${senior ? '高级' : ''}${role?.zh}${marked ? '（AIGC方向）' : ''}`,
      roleId,
      seniority: senior ? 'senior' : null,
      cityId: random.bool(0.85) ? company.cityId : 'beijing',
      degree: blue
        ? 'associate'
        : random.weighted({ master: aigc ? 0.5 : 0.1, bachelor: aigc ? 0.5 : 0.65, associate: aigc ? 0 : 0.25 }),
      yearsMin: senior ? random.int(5, 8) : random.int(1, 4),
      ...payRange(random, middles[n] ?? 200_000),
      ...skillsFor(random, roleId, asked[n]),
      day,
    };
    yield { id: madeId(random, new Date(`${day}T02:00:00Z`)), ...made, description: writePosting(random, made) };
  }
}

/** The postings of January 2019 to March 2023, one month after another. `total` counts all of them; AIGC's are in the truth table's proportions. */
export function* makePostingMonths(
  seed: number,
  total: number,
  companies: readonly MadeCompany[],
): Generator<MadePosting[]> {
  const aigcByMonth = aigcPostingsByMonth(total / FULL);
  const aigcTotal = [...aigcByMonth.values()].reduce((sum, count) => sum + count, 0);
  const otherByMonth = otherPostingsByMonth(Math.max(0, total - aigcTotal));
  for (const month of [...aigcByMonth.keys()].sort()) {
    yield [
      ...makeMonth(seed, month, true, aigcByMonth.get(month) ?? 0, companies),
      ...makeMonth(seed, month, false, otherByMonth.get(month) ?? 0, companies),
    ];
  }
}
