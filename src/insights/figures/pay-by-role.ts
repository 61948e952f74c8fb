import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import type { Cell, FigureTable } from '../model.ts';
import { K } from '../privacy/suppress.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords, listWords, moneyWords } from '../sentences/phrases.ts';
import { type Histogram, meanInterval, meanOf, medianInterval, quantile, sizeOf } from '../statistics/quantiles.ts';
import { countCell, row } from './cells.ts';
import { blankFigure, type Description, fewRows, NO_POSTINGS, POSTINGS_COUNTED } from './describe.ts';
import { fieldWords, roleLabel, roleWords } from './labels.ts';

const DESCRIPTION: Description = {
  id: 'pay-by-role',
  title: { zh: '各岗位年薪', en: 'Yearly pay by role' },
  definition: {
    zh: '新发职位标明的年薪（人民币，取薪资范围的中点）；未标明或面议的职位不计。另列出愿意共享薪资的成员的实际年薪，少于 5 人的岗位不显示。',
    en: 'The yearly pay that new postings offer in CNY, as the middle of the range; postings without pay are left out. Beside it the real pay of members who chose to share it; roles with fewer than five of them are not shown.',
  },
  formula: {
    zh: '中位数与四分位数按线性插值（第 7 类）；平均数为算术平均；中位数区间为自助法百分位区间的精确值',
    en: 'median and quartiles by linear interpolation (type 7); mean: arithmetic; interval of the median: percentile bootstrap, in its exact form',
  },
  unit: 'postings',
  references: [
    'Hyndman, Fan 1996, Sample Quantiles in Statistical Packages, The American Statistician 50(4)',
    'Efron 1979, Bootstrap Methods: Another Look at the Jackknife, section 3 (interval of a median)',
  ],
};

const payCount = z.object({ key: z.string(), pay: z.number(), n: z.number() });
type Role = { readonly key: string; readonly pay: Histogram; readonly n: number };

const MOST_SHOWN = 40;

/** Pay by role, each as a histogram, the highest median first. */
function rolesOf(counts: readonly z.output<typeof payCount>[]): Role[] {
  return [...Map.groupBy(counts, (count) => count.key)]
    .map(([key, list]) => {
      const pay = list.map(({ pay: value, n }) => [value, n] as const).sort(([a], [b]) => a - b);
      return { key, pay, n: sizeOf(pay) };
    })
    .sort((a, b) => quantile(b.pay, 0.5) - quantile(a.pay, 0.5) || (a.key < b.key ? -1 : 1));
}

const whole = (value: number): number => Math.round(value);
function moneyCell(value: number, interval: { low: number; high: number } | null, n: number): Cell {
  return {
    value: whole(value),
    ...(interval && { low: whole(interval.low), high: whole(interval.high) }),
    denominator: n,
  };
}

function payTable(id: string, title: Text, roles: readonly Role[], countLabel: Text, opens: boolean): FigureTable {
  return {
    id,
    title,
    rowLabel: { zh: '岗位', en: 'Role' },
    columns: [
      { id: 'q1', label: { zh: '下四分位', en: 'Lower quartile' }, kind: 'money' },
      { id: 'median', label: { zh: '中位数', en: 'Median' }, kind: 'money' },
      { id: 'q3', label: { zh: '上四分位', en: 'Upper quartile' }, kind: 'money' },
      { id: 'mean', label: { zh: '平均', en: 'Mean' }, kind: 'money' },
      { id: 'n', label: countLabel, kind: 'count' },
    ],
    rows: roles
      .slice(0, MOST_SHOWN)
      .map(({ key, pay, n }) =>
        row(
          key,
          roleLabel(key),
          [
            moneyCell(quantile(pay, 0.25), null, n),
            moneyCell(quantile(pay, 0.5), medianInterval(pay), n),
            moneyCell(quantile(pay, 0.75), null, n),
            moneyCell(meanOf(pay), meanInterval(pay), n),
            countCell(n),
          ],
          opens,
        ),
      ),
  };
}

const MILLION = 1_000_000;
const ENOUGH = 10;

function payClaims(reading: Reading, roles: readonly Role[], all: Histogram): Claim[] {
  const byMean = roles.filter((role) => role.n >= ENOUGH).sort((a, b) => meanOf(b.pay) - meanOf(a.pay));
  const [top] = byMean;
  if (!top) return [];
  const field = fieldWords(reading.field);
  const label = roleWords(top.key);
  const money = moneyWords(meanOf(top.pay));
  const middle = moneyWords(quantile(top.pay, 0.5));
  const usual = quantile(all, 0.5);
  const claims: Claim[] = [
    {
      sentence: {
        zh: `${field.zh}新发职位中，${label.zh}的平均年薪最高，为${money.zh}（中位数${middle.zh}，${countWords(top.n)}个职位）。`,
        en: `Of the roles in ${field.en}, the ${label.en} is offered the most: ${money.en} a year on average (median ${middle.en}, ${countWords(top.n)} postings).`,
      },
      effect: Math.abs(Math.log(meanOf(top.pay) / usual)) / 2,
    },
  ];
  const millions = byMean.filter((role) => meanOf(role.pay) >= MILLION);
  if (millions.length >= 2) {
    const names = listWords(millions.slice(0, 4).map((role) => roleWords(role.key)));
    claims.push({
      sentence: {
        zh: `${names.zh}${millions.length > 4 ? `等${millions.length}类岗位` : ''}的平均年薪均超过百万元。`,
        en: `${millions.length > 4 ? `${millions.length} roles, among them ` : ''}${names.en} are offered more than CNY 1 million a year on average.`,
      },
      effect: 0.5,
    });
  }
  return claims;
}

async function realPay(reading: Reading): Promise<Role[]> {
  if (!reading.hasPeople || reading.peopleMonth === null) return [];
  const counts = await reading.ask(
    payCount,
    // Rounded, so that no quartile is somebody's own pay.
    `select role_id as key, (round(pay / 10000.0) * 10000)::integer as pay, count(*)::integer as n from people
     where month = '${reading.peopleMonth}' and employed and pay is not null and role_id is not null and ${reading.is}
     group by 1, 2`,
  );
  return rolesOf(counts).filter((role) => role.n >= K);
}

/** F5: what is offered for each role, and what people in it really earn where they share it. */
export async function payByRole(reading: Reading): Promise<Draft> {
  const { period, ofSource, isNew, is } = reading;
  const sql = `
    select role_id as key, pay::integer as pay, count(*)::integer as n
    from postings
    where month between '${period.from}' and '${period.to}' and ${ofSource} and ${isNew} and ${is}
      and pay is not null and role_id is not null
    group by 1, 2`;
  const counts = await reading.ask(payCount, sql);
  const roles = rolesOf(counts);
  const n = roles.reduce((sum, role) => sum + role.n, 0);
  const all: Histogram = [...Map.groupBy(counts, (count) => count.pay)]
    .map(([pay, list]) => [pay, list.reduce((sum, count) => sum + count.n, 0)] as const)
    .sort(([a], [b]) => a - b);
  const real = await realPay(reading);
  const claims = payClaims(reading, roles, all);
  const postings: Text = { zh: '职位数', en: 'Postings' };
  const members: Text = { zh: '人数', en: 'People' };
  return {
    figure: {
      ...blankFigure(DESCRIPTION, reading, reading.shown(sql)),
      n,
      tables: [
        payTable('offered', { zh: '职位标明的年薪', en: 'Pay offered' }, roles, postings, true),
        ...(real.length > 0
          ? [payTable('real', { zh: '成员共享的实际年薪', en: 'Real pay, as members share it' }, real, members, false)]
          : []),
      ],
      chart: n > 0 ? { kind: 'quartiles', table: 'offered', columns: ['q1', 'median', 'q3', 'mean'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes: n === 0 ? [NO_POSTINGS] : fewRows(n, POSTINGS_COUNTED),
    },
    claims,
  };
}
