import type { Claim, Draft, Reading } from '../reading.ts';
import { outweighed } from '../sentences/compare.ts';
import { countWords, isLandmark, listWords, percent, shareWords } from '../sentences/phrases.ts';
import { cohensH } from '../statistics/effect.ts';
import { blankFigure, type Description, fewRows, nobodyCounted, PEOPLE_COUNTED } from './describe.ts';
import { fieldWords, industryLabel, industryWords } from './labels.ts';
import {
  baselineColumn,
  countPeople,
  groupRows,
  hiddenGroups,
  leadingGroups,
  type PeopleCount,
  peopleColumn,
  peopleNotes,
  SHARE_COLUMN,
  shownGroups,
} from './people-groups.ts';

export const INDUSTRY_DESCRIPTION: Description = {
  id: 'people-by-industry',
  title: { zh: '人才的行业分布', en: 'People by industry' },
  definition: {
    zh: '时期末在领域内、且可以计入统计的人，按其所在（待业者按上一家）公司的行业的占比。行业未注明的人不计入分母。',
    en: "People of the field who may be counted, by the industry of their employer at the period's end (their last one, between jobs). Those whose industry is not known are left out of the shares.",
  },
  formula: {
    zh: '占比 = 该行业人数 ÷ 行业已知的人数',
    en: 'share = people in the industry ÷ people whose industry is known',
  },
  unit: 'people',
  references: ['Wilson 1927, Probable Inference, JASA 22 (interval of a share)'],
};

function leaderClaim(reading: Reading, shown: readonly PeopleCount[], n: number, base: number): Claim[] {
  const [leader] = shown;
  if (!leader || shown.length < 2) return [];
  const [field, name] = [fieldWords(reading.field), industryWords(leader.key)];
  const share = leader.here / n;
  const words = shareWords(share);
  const sum = outweighed(shown.map((item) => ({ item, value: item.here })));
  const others = sum && listWords(sum.map(({ item }) => industryWords(item.key)));
  const beside = isLandmark(share);
  return [
    {
      sentence: {
        zh: `从行业看，${words.zh}${field.zh}人才分布在${name.zh}行业（${beside ? `${percent(share)}，` : ''}${countWords(leader.here)}人）${others ? `，多于${others.zh}${sum.length > 2 ? '三者' : ''}之和` : ''}。`,
        en: `By industry, ${words.en} of the people in ${field.en} work in ${name.en} (${beside ? `${percent(share)}, ` : ''}${countWords(leader.here)})${others ? `, more than in ${others.en} together` : ''}.`,
      },
      effect: Math.abs(cohensH(share, base > 0 ? leader.base / base : share)) + (sum ? 0.1 : 0),
    },
  ];
}

/** The industry that is named like the field and yet has few of its people. */
function ownIndustryClaim(reading: Reading, shown: readonly PeopleCount[], n: number): Claim[] {
  if (reading.field.id !== 'aigc') return [];
  const own = shown.find((group) => group.key === 'ai');
  if (!own || own === shown[0] || own.here / n > 0.15) return [];
  return [
    {
      sentence: {
        zh: `人工智能作为AIGC的所属行业，仅拥有${percent(own.here / n, 2)}的AIGC人才（${countWords(own.here)}人）。`,
        en: `The AI industry itself has only ${percent(own.here / n, 2)} of them (${countWords(own.here)}).`,
      },
      effect: 0.3,
    },
  ];
}

/** F7: which industries the field's people work in. */
export async function peopleByIndustry(reading: Reading): Promise<Draft> {
  const groups = await countPeople(reading, 'industry_id');
  const { n, base } = groups;
  const shown = shownGroups(groups).filter((group) => group.here > 0);
  const claims = [...leaderClaim(reading, leadingGroups(groups), n, base), ...ownIndustryClaim(reading, shown, n)];
  return {
    figure: {
      ...blankFigure(INDUSTRY_DESCRIPTION, reading, reading.shown(groups.sql)),
      n,
      baseline: { label: reading.baseline.label, period: reading.period, n: base },
      suppressedGroups: hiddenGroups(groups),
      tables:
        n === 0
          ? []
          : [
              {
                id: 'industries',
                title: INDUSTRY_DESCRIPTION.title,
                rowLabel: { zh: '行业', en: 'Industry' },
                columns: [peopleColumn(reading), SHARE_COLUMN, baselineColumn(reading)],
                rows: groupRows(groups, industryLabel),
              },
            ],
      chart: n > 0 ? { kind: 'against', table: 'industries', columns: ['share', 'baseline'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes: [
        ...(n === 0 ? [nobodyCounted(reading)] : []),
        ...fewRows(n, PEOPLE_COUNTED),
        ...(n > 0 ? peopleNotes(reading, groups, { zh: '行业', en: 'industry' }) : []),
      ],
    },
    claims,
  };
}
