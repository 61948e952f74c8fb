import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import type { FigureTable } from '../model.ts';
import { isSmall, K, suppress } from '../privacy/suppress.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { outweighed } from '../sentences/compare.ts';
import { countWords, isLandmark, listWords, percent, placeWords, shareWords } from '../sentences/phrases.ts';
import { cohensH } from '../statistics/effect.ts';
import { addMonths } from '../warehouse/index.ts';
import { countCell, ratioCell, row, shareCell, suppressedCell } from './cells.ts';
import { blankFigure, type Description, fewRows, nobodyCounted, PEOPLE_COUNTED } from './describe.ts';
import { cityLabel, fieldWords, industryLabel, tierLabel, tierOf } from './labels.ts';
import {
  baselineColumn,
  countPeople,
  groupRows,
  hiddenGroups,
  leadingGroups,
  type PeopleCount,
  type PeopleGroups,
  peopleColumn,
  peopleNotes,
  SHARE_COLUMN,
} from './people-groups.ts';

export const CITY_DESCRIPTION: Description = {
  id: 'people-by-city',
  title: { zh: '人才的城市分布', en: 'People by city' },
  definition: {
    zh: '时期末在领域内、且可以计入统计的人，按所在城市的占比和名次。城市分级采用第一财经·新一线城市研究所 2023 年榜单。人才流入流出比按时期末往前 12 个月内换公司时的城市变动计算。',
    en: 'People of the field who may be counted, by the city they were in at the end of the period. Tiers follow the 2023 list of the Rising Lab of Yicai. Arrivals and departures are changes of city with a change of employer in the 12 months before.',
  },
  formula: {
    zh: '占比 = 该城市人数 ÷ 城市已知的人数；人才流入流出比 = 流入人数 ÷ 流出人数',
    en: 'share = people in the city ÷ people whose city is known; ratio = arrivals ÷ departures',
  },
  unit: 'people',
  references: [
    '第一财经·新一线城市研究所 (Rising Lab, Yicai), 2023 list of city tiers',
    'Wilson 1927, Probable Inference, JASA 22 (interval of a share)',
    'LinkedIn Economic Graph, migration methodology (arrivals against departures)',
  ],
};

const TIERS = ['first', 'new-first', 'second', 'other'];

/** Tiers are sums of cities: one whose hidden cities together are few would give them away, and is hidden too. */
function tierTable(reading: Reading, groups: PeopleGroups): FigureTable {
  const byTier = TIERS.map((tier) => {
    const places = groups.groups.map((group, n) => ({ ...group, hidden: groups.hidden[n] === true }));
    const among = places.filter((group) => tierOf(group.key) === tier);
    const sum = (of: (group: (typeof among)[number]) => number) => among.reduce((total, group) => total + of(group), 0);
    return {
      tier,
      shown: sum((group) => group.here),
      here: sum((group) => group.counted.here),
      base: sum((group) => group.counted.base),
      within: sum((group) => (group.hidden ? group.counted.here : 0)),
    };
  }).filter(({ here }) => here > 0);
  const hidden = suppress(
    byTier.map(({ here, base }) => ({ here, rest: base >= here ? base - here : null })),
    byTier.map(({ within }) => isSmall(within)),
  );
  return {
    id: 'tiers',
    title: { zh: '按城市级别', en: 'By tier of city' },
    rowLabel: { zh: '城市级别', en: 'Tier' },
    columns: [peopleColumn(reading), SHARE_COLUMN],
    rows: byTier.map(({ tier, shown }, n) =>
      row(
        tier,
        tierLabel(tier),
        hidden[n] ? [suppressedCell, suppressedCell] : [countCell(shown), shareCell(shown, groups.n)],
        false,
      ),
    ),
  };
}

const flowCount = z.object({
  of: z.enum(['city', 'industry']),
  key: z.string(),
  arrivals: z.number(),
  departures: z.number(),
});
const FLOWS = {
  city: { name: { zh: '城市', en: 'City' }, label: cityLabel },
  industry: { name: { zh: '行业', en: 'Industry' }, label: industryLabel },
} as const;

/** Arrivals and departures of the field's people, by city and by industry. Groups with few of either are left out. */
async function flowTables(reading: Reading): Promise<FigureTable[]> {
  const to = reading.peopleMonth;
  if (!reading.hasPeople || to === null) return [];
  const ends = (['city', 'industry'] as const).flatMap((of) => [
    `select '${of}' as kind, to_${of}_id as key, 1 as arrivals, 0 as departures from moved where from_${of}_id <> to_${of}_id`,
    `select '${of}', from_${of}_id, 0, 1 from moved where from_${of}_id <> to_${of}_id`,
  ]);
  const flows = await reading.ask(
    flowCount,
    `with field as (select person_id from people where month = '${to}' and ${reading.is}),
      moved as (
        select from_city_id, to_city_id, from_industry_id, to_industry_id from moves
        where month between '${addMonths(to, -11)}' and '${to}' and person_id in (select person_id from field)),
      flow as (${ends.join(' union all ')})
    select kind as "of", key, sum(arrivals)::integer as arrivals, sum(departures)::integer as departures
    from flow group by kind, key order by sum(arrivals) + sum(departures) desc, key`,
  );
  return (['city', 'industry'] as const).flatMap((of) => {
    const shown = flows.filter((flow) => flow.of === of && flow.arrivals >= K && flow.departures >= K);
    return shown.length > 0 ? [flowTable(of, shown)] : [];
  });
}

function flowTable(of: keyof typeof FLOWS, flows: readonly z.output<typeof flowCount>[]): FigureTable {
  const { name, label } = FLOWS[of];
  return {
    id: `${of}-flows`,
    title: { zh: `各${name.zh}人才流入流出`, en: `Arrivals and departures by ${name.en.toLowerCase()}` },
    rowLabel: name,
    columns: [
      { id: 'arrivals', label: { zh: '流入人次', en: 'Arrivals' }, kind: 'count' },
      { id: 'departures', label: { zh: '流出人次', en: 'Departures' }, kind: 'count' },
      { id: 'ratio', label: { zh: '流入流出比', en: 'Arrivals ÷ departures' }, kind: 'ratio' },
    ],
    rows: flows.map(({ key, arrivals, departures }) =>
      row(key, label(key), [countCell(arrivals), countCell(departures), ratioCell(arrivals, departures)], false),
    ),
  };
}

function topThreeClaim(reading: Reading, shown: readonly PeopleCount[], n: number, base: number): Claim[] {
  const top = shown.slice(0, 3);
  if (top.length < 3) return [];
  const here = top.reduce((sum, group) => sum + group.here, 0);
  const there = top.reduce((sum, group) => sum + group.base, 0);
  const words = shareWords(here / n);
  const names = listWords(top.map((group) => cityLabel(group.key)));
  const beside = isLandmark(here / n) ? percent(here / n) : '';
  const field = fieldWords(reading.field);
  return [
    {
      sentence: {
        zh: `${field.zh}人才${words.zh}${beside && `（${beside}）`}集中在${names.zh}三地（${countWords(here)}人，共${countWords(n)}人）。`,
        en: `${capital(words.en)}${beside && ` (${beside})`} of the people in ${field.en} are in ${names.en} (${countWords(here)} of ${countWords(n)}).`,
      },
      effect: Math.abs(cohensH(here / n, base > 0 ? there / base : here / n)),
    },
  ];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function leaderClaim(shown: readonly PeopleCount[], n: number, base: number): Claim[] {
  const [leader] = shown;
  if (!leader || shown.length < 3) return [];
  const share = leader.here / n;
  const words = shareWords(share);
  const sum = outweighed(shown.map((item) => ({ item, value: item.here })));
  const others = sum && listWords(sum.map(({ item }) => cityLabel(item.key)));
  const name = cityLabel(leader.key);
  const beside = isLandmark(share) ? `${percent(share)}，` : '';
  return [
    {
      sentence: {
        zh: `${name.zh}拥有${words.zh}的人才（${beside}${countWords(leader.here)}人）${others ? `，超过${others.zh}${sum.length > 2 ? '三城' : '两城'}之和` : '，居各城市之首'}。`,
        en: `${name.en} alone has ${words.en} of them (${beside ? `${percent(share)}, ` : ''}${countWords(leader.here)})${others ? `, more than ${others.en} together` : ', more than any other city'}.`,
      },
      effect: Math.abs(cohensH(share, base > 0 ? leader.base / base : share)) + (sum ? 0.25 : 0),
    },
  ];
}

/** Who comes fourth, and before whom: where the race behind the leaders is told. */
function fourthClaim(shown: readonly PeopleCount[], n: number): Claim[] {
  const [fourth, fifth] = shown.slice(3, 5);
  if (!fourth || !fifth || fourth.here === fifth.here) return [];
  const [name, next] = [cityLabel(fourth.key), cityLabel(fifth.key)];
  const place = placeWords(4);
  return [
    {
      sentence: {
        zh: `${name.zh}${place.zh}（${percent(fourth.here / n)}，${countWords(fourth.here)}人），超过${next.zh}（${percent(fifth.here / n)}，${countWords(fifth.here)}人）。`,
        en: `${name.en} comes ${place.en} (${percent(fourth.here / n)}, ${countWords(fourth.here)}), ahead of ${next.en} (${percent(fifth.here / n)}, ${countWords(fifth.here)}).`,
      },
      effect: 0.1,
    },
  ];
}

/** F6: where the field's people are, how cities rank, and where people move. */
export async function peopleByCity(reading: Reading): Promise<Draft> {
  const groups = await countPeople(reading, 'city_id');
  const leading = leadingGroups(groups);
  const { n, base } = groups;
  const claims = [
    ...topThreeClaim(reading, leading, n, base),
    ...leaderClaim(leading, n, base),
    ...fourthClaim(leading, n),
  ];
  const place: Text = { zh: '城市', en: 'city' };
  const flows = n > 0 ? await flowTables(reading) : [];
  const rows = groupRows(groups, cityLabel).map((one, at) => ({
    ...one,
    cells: [...one.cells, one.opens ? { value: at + 1 } : suppressedCell],
  }));
  return {
    figure: {
      ...blankFigure(CITY_DESCRIPTION, reading, reading.shown(groups.sql)),
      n,
      baseline: { label: reading.baseline.label, period: reading.period, n: base },
      suppressedGroups: hiddenGroups(groups),
      tables:
        n === 0
          ? []
          : [
              {
                id: 'cities',
                title: CITY_DESCRIPTION.title,
                rowLabel: { zh: '城市', en: 'City' },
                columns: [
                  peopleColumn(reading),
                  SHARE_COLUMN,
                  baselineColumn(reading),
                  { id: 'rank', label: { zh: '名次', en: 'Rank' }, kind: 'rank' },
                ],
                rows,
              },
              tierTable(reading, groups),
              ...flows,
            ],
      chart: n > 0 ? { kind: 'map', table: 'cities', columns: ['share'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes: [
        ...(n === 0 ? [nobodyCounted(reading)] : []),
        ...fewRows(n, PEOPLE_COUNTED),
        ...(n > 0 ? peopleNotes(reading, groups, place) : []),
      ],
    },
    claims,
  };
}
