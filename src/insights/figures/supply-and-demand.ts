import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import type { Cell, FigureTable } from '../model.ts';
import { K, suppress } from '../privacy/suppress.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords, listWords, percent } from '../sentences/phrases.ts';
import { Z } from '../statistics/intervals.ts';
import { countCell, inverseCell, ratioCell, row, shareCell, suppressedCell } from './cells.ts';
import { blankFigure, type Description, fewRows, NO_POSTINGS, POSTINGS_COUNTED } from './describe.ts';
import { fieldWords, roleLabel, roleWords } from './labels.ts';

/** 中高端: what such reports call mid- and high-end, CNY a year. */
export const HIGH_PAY = 300_000;

const DESCRIPTION: Description = {
  id: 'supply-and-demand',
  title: { zh: '热招岗位与热投岗位', en: 'Roles in demand and roles applied for' },
  definition: {
    zh: '热招：时期内新发职位按岗位计数。热投：时期内投递这些领域职位的人数，同一人投同一岗位只计一次，撤回的不计。求职意向：时期末领域内的人在偏好中写明的意愿岗位，一人可写多个；投递是行动，意向只是愿望，两者分列。中高端指年薪30万元及以上。供需失衡度为需求占比与供给占比之比的自然对数，大于0表示需求偏多。',
    en: 'Demand: new postings of the period by role. Supply: people who applied to postings of the field in the period, each once a role; applications taken back do not count. Stated intent: the roles that people of the field say they wish for at the end of the period, possibly several each; an application is a deed and a wish is not, so the two stand apart. Mid- and high-end means CNY 300,000 a year or more. The imbalance is the natural logarithm of the share of demand over the share of supply: above 0, demand prevails.',
  },
  formula: {
    zh: '人才供需比 = 投递人数 ÷ 新发职位数（越小越缺人）；人才紧缺指数 = 新发职位数 ÷ 投递人数（越大越缺人）；失衡度 = ln（需求占比 ÷ 供给占比），标准误 √（1/职位数 + 1/人数）',
    en: 'supply-demand ratio = people applying ÷ new postings (smaller: scarcer); scarcity index = new postings ÷ people applying (larger: scarcer); imbalance = ln(share of demand ÷ share of supply), standard error √(1/postings + 1/people)',
  },
  unit: 'postings',
  references: [
    '脉脉高聘人才智库：人才供需比 and 人才紧缺指数 as its reports define them',
    'Katz et al. 1978, Obtaining Confidence Intervals for the Risk Ratio in Cohort Studies, Biometrics 34(3) (interval of a log-ratio)',
    'Efron 1979, Bootstrap Methods (interval of a ratio of counts)',
  ],
};

const roleCount = z.object({
  key: z.string(),
  postings: z.number(),
  paid: z.number(),
  high: z.number(),
  people: z.number(),
});
type Role = z.output<typeof roleCount> & { readonly hidden: boolean };
type Totals = { readonly postings: number; readonly people: number };

/** The log-ratio of a role's share of demand over its share of supply, with its interval; none where either is 0. */
export function imbalance(postings: number, people: number, totals: Totals): Cell {
  if (postings === 0 || people === 0 || totals.postings === 0 || totals.people === 0) return { value: null };
  const value = Math.log(postings / totals.postings / (people / totals.people));
  const error = Math.sqrt(1 / postings + 1 / people);
  const round = (number: number) => Number(number.toFixed(6));
  return { value: round(value), low: round(value - Z * error), high: round(value + Z * error) };
}

function roleRow(role: Role, totals: Totals, opens: boolean) {
  const demand = [countCell(role.postings), shareCell(role.postings, totals.postings)];
  const ratio = ratioCell(role.people, role.postings);
  const supply = role.hidden
    ? [suppressedCell, suppressedCell, suppressedCell, suppressedCell, suppressedCell]
    : [
        countCell(role.people),
        shareCell(role.people, totals.people),
        ratio,
        inverseCell(ratio),
        imbalance(role.postings, role.people, totals),
      ];
  return row(role.key, roleLabel(role.key), [...demand, ...supply, shareCell(role.high, role.paid)], opens);
}

const COLUMNS: FigureTable['columns'] = [
  { id: 'postings', label: { zh: '新发职位（热招）', en: 'New postings' }, kind: 'count' },
  { id: 'demand', label: { zh: '需求占比', en: 'Share of demand' }, kind: 'share' },
  { id: 'people', label: { zh: '投递人数（热投）', en: 'People applying' }, kind: 'count' },
  { id: 'supply', label: { zh: '供给占比', en: 'Share of supply' }, kind: 'share' },
  {
    id: 'ratio',
    label: { zh: '人才供需比（人数÷职位）', en: 'Supply-demand ratio (people ÷ postings)' },
    kind: 'ratio',
  },
  {
    id: 'scarcity',
    label: { zh: '人才紧缺指数（职位÷人数）', en: 'Scarcity index (postings ÷ people)' },
    kind: 'index',
  },
  { id: 'imbalance', label: { zh: '供需失衡度（对数）', en: 'Imbalance (log)' }, kind: 'index' },
  { id: 'high', label: { zh: '中高端职位占比', en: 'Mid- and high-end share' }, kind: 'share' },
];

const WISH_COLUMNS: FigureTable['columns'] = [
  { id: 'people', label: { zh: '意向人数', en: 'People wishing' }, kind: 'count' },
  { id: 'share', label: { zh: '占写明意向者', en: 'Share of those who say' }, kind: 'share' },
  { id: 'postings', label: { zh: '新发职位', en: 'New postings' }, kind: 'count' },
  { id: 'ratio', label: { zh: '意向人数÷职位', en: 'People wishing ÷ postings' }, kind: 'ratio' },
];

const by = (of: (role: Role) => number) => (a: Role, b: Role) => of(b) - of(a) || (a.key < b.key ? -1 : 1);

function hotClaim(reading: Reading, roles: readonly Role[], totals: Totals): Claim[] {
  const wantedMost = roles.filter((role) => role.postings > 0).toSorted(by((role) => role.postings));
  const demand = wantedMost.slice(0, 3);
  const applied = roles.filter((role) => role.people > 0).toSorted(by((role) => role.people));
  const supply = applied.slice(0, 3).some((role) => role.hidden) ? [] : applied.slice(0, 3);
  if (demand.length < 3 || supply.length < 3) return [];
  const field = fieldWords(reading.field);
  const names = (list: readonly Role[], of: (role: Role) => number, all: number) =>
    listWords(
      list.map((role) => ({
        zh: `${roleWords(role.key).zh}（${percent(of(role) / all)}）`,
        en: `${roleWords(role.key).en} (${percent(of(role) / all)})`,
      })),
    );
  const wanted = names(demand, (role) => role.postings, totals.postings);
  const sought = names(supply, (role) => role.people, totals.people);
  const common = demand.filter((role) => supply.includes(role)).length;
  return [
    {
      sentence: {
        zh: `${field.zh}热招岗位以${wanted.zh}居前，热投岗位则以${sought.zh}居前${common === 0 ? '，前三名无一重合' : ''}（${countWords(totals.postings)}个职位，${countWords(totals.people)}人次）。`,
        en: `In ${field.en}, employers look most for ${wanted.en}; people apply most for ${sought.en}${common === 0 ? ': none of the first three is the same' : ''} (${countWords(totals.postings)} postings, ${countWords(totals.people)} people by role).`,
      },
      effect: common === 0 ? 0.7 : 0.2,
    },
  ];
}

function extremeClaims(roles: readonly Role[], totals: Totals): Claim[] {
  const judged = roles
    .filter((role) => !role.hidden && role.people > 0 && role.postings > 0)
    .map((role) => ({ role, cell: imbalance(role.postings, role.people, totals) }));
  const scarce = judged
    .filter(({ cell }) => (cell.low ?? 0) > 0)
    .sort((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0));
  const crowded = judged
    .filter(({ cell }) => (cell.high ?? 0) < 0)
    .sort((a, b) => (a.cell.value ?? 0) - (b.cell.value ?? 0));
  const claims: Claim[] = [];
  const [short] = scarce;
  const [full] = crowded;
  if (short) {
    const ratio = short.role.people / short.role.postings;
    const name = roleWords(short.role.key);
    claims.push({
      sentence: {
        zh: `最紧缺的是${name.zh}：每个职位只有${ratio.toFixed(2)}人投递（${countWords(short.role.postings)}个职位，${countWords(short.role.people)}人）。`,
        en: `The ${name.en} is the scarcest: ${ratio.toFixed(2)} people apply for each posting (${countWords(short.role.postings)} postings, ${countWords(short.role.people)} people).`,
      },
      effect: Math.abs(short.cell.value ?? 0) / 3,
    });
  }
  if (full) {
    const ratio = full.role.people / full.role.postings;
    const name = roleWords(full.role.key);
    claims.push({
      sentence: {
        zh: `竞争最激烈的是${name.zh}：每个职位有${ratio.toFixed(2)}人投递（${countWords(full.role.postings)}个职位，${countWords(full.role.people)}人）。`,
        en: `The ${name.en} is the most crowded: ${ratio.toFixed(2)} people apply for each posting (${countWords(full.role.postings)} postings, ${countWords(full.role.people)} people).`,
      },
      effect: Math.abs(full.cell.value ?? 0) / 3,
    });
  }
  return claims;
}

const wishCount = z.object({ key: z.string(), people: z.number(), all: z.number() });

/** What people of the field say they wish for, beside what is offered; none where nobody says. */
async function wishedTable(reading: Reading, roles: readonly Role[]): Promise<FigureTable[]> {
  if (!reading.hasPeople || reading.peopleMonth === null) return [];
  const wishes = await reading.ask(
    wishCount,
    `with wishing as (
        select wished_role_ids from people
        where month = '${reading.peopleMonth}' and len(wished_role_ids) > 0 and ${reading.is}),
      wish as (select unnest(wished_role_ids) as key from wishing)
    select key, count(*)::integer as people, (select count(*)::integer from wishing) as "all"
    from wish group by key order by people desc, key`,
  );
  const all = wishes[0]?.all ?? 0;
  if (all < K) return [];
  const hidden = suppress(wishes.map((wish) => ({ here: wish.people, rest: null })));
  const postingsOf = new Map(roles.map((role) => [role.key, role.postings]));
  return [
    {
      id: 'wished-for',
      title: {
        zh: `求职意向（${countWords(all)}人写明）`,
        en: `Roles that people wish for (${countWords(all)} say so)`,
      },
      rowLabel: { zh: '岗位', en: 'Role' },
      columns: WISH_COLUMNS,
      rows: wishes.map((wish, n) => {
        const postings = postingsOf.get(wish.key) ?? 0;
        const cells = hidden[n]
          ? [suppressedCell, suppressedCell, countCell(postings), suppressedCell]
          : [
              countCell(wish.people),
              shareCell(wish.people, all),
              countCell(postings),
              ratioCell(wish.people, postings),
            ];
        return row(wish.key, roleLabel(wish.key), cells, postings > 0);
      }),
    },
  ];
}

/** F3: which roles are in demand, which are applied for, and where the two part. */
export async function supplyAndDemand(reading: Reading): Promise<Draft> {
  const { period, ofSource, isNew, is } = reading;
  const inPeriod = `month between '${period.from}' and '${period.to}'`;
  // Only the months of postings that anybody applied to: the ids of all others need not be read.
  const [oldest] = await reading.ask(
    z.object({ month: z.string().nullable() }),
    `select min(posting_month) as month from applications where ${inPeriod} and ${ofSource}`,
  );
  const appliedTo = `month between '${oldest?.month ?? period.from}' and '${period.to}'`;
  const sql = `
    with demand as (
        select role_id as key, count(*)::integer as postings, count(pay)::integer as paid,
          count(*) filter (where pay >= ${HIGH_PAY})::integer as high
        from postings
        where ${inPeriod} and ${ofSource} and ${isNew} and ${is} and role_id is not null
        group by role_id),
      field as (select id from postings where ${appliedTo} and ${ofSource} and ${is}),
      supply as (
        select role_id as key, count(distinct person_id)::integer as people
        from applications
        where ${inPeriod} and ${ofSource} and role_id is not null and posting_id in (select id from field)
        group by role_id)
    select key, coalesce(postings, 0) as postings, coalesce(paid, 0) as paid, coalesce(high, 0) as high,
      coalesce(people, 0) as people
    from demand full join supply using (key)
    order by postings desc, key`;
  const found = await reading.ask(roleCount, sql);
  const hidden = suppress(found.map((role) => ({ here: role.people, rest: null })));
  const roles = found.map((role, n) => ({ ...role, hidden: hidden[n] === true }));
  const totals = {
    postings: roles.reduce((sum, role) => sum + role.postings, 0),
    people: roles.reduce((sum, role) => sum + role.people, 0),
  };
  const claims = totals.postings > 0 ? [...hotClaim(reading, roles, totals), ...extremeClaims(roles, totals)] : [];
  const supplied = roles.filter((role) => role.people > 0 && !role.hidden).toSorted(by((role) => role.people));
  const wished = await wishedTable(reading, roles);
  const notes: Text[] = totals.postings === 0 ? [NO_POSTINGS] : fewRows(totals.postings, POSTINGS_COUNTED);
  if (totals.postings > 0 && totals.people === 0) {
    notes.push({
      zh: '所选数据没有投递记录，只能看需求一侧',
      en: 'The chosen data has no applications: only demand can be told',
    });
  }
  const suppressedGroups = hidden.filter(Boolean).length;
  if (suppressedGroups > 0) {
    notes.push({
      zh: `有${suppressedGroups}类岗位的投递人数过少，不显示`,
      en: `For ${suppressedGroups} of the roles too few people applied for the number to be shown`,
    });
  }
  return {
    figure: {
      ...blankFigure(DESCRIPTION, reading, reading.shown(sql)),
      n: totals.postings,
      suppressedGroups,
      tables:
        totals.postings + totals.people === 0
          ? []
          : [
              {
                id: 'roles',
                title: { zh: '热招岗位', en: 'Roles in demand' },
                rowLabel: { zh: '岗位', en: 'Role' },
                columns: COLUMNS,
                rows: roles.filter((role) => role.postings > 0).map((role) => roleRow(role, totals, true)),
              },
              {
                id: 'applied-for',
                title: { zh: '热投岗位', en: 'Roles applied for' },
                rowLabel: { zh: '岗位', en: 'Role' },
                columns: COLUMNS,
                rows: supplied.map((role) => roleRow(role, totals, role.postings > 0)),
              },
              ...wished,
            ],
      chart: totals.postings > 0 ? { kind: 'paired', table: 'roles', columns: ['demand', 'supply'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes,
    },
    claims,
  };
}
