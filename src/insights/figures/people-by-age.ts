import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords, isLandmark, percent, shareWords } from '../sentences/phrases.ts';
import { fieldWords } from './labels.ts';
import { againstWords, type Bands, bandFigure, effectAgainst } from './people-bands.ts';

/** The band of a row of `people`; null where the year of birth is not known. */
export const BANDS_OF_AGE = `case when birth_year is null then null
      when left(month, 4)::integer - birth_year <= 25 then 'to-25'
      when left(month, 4)::integer - birth_year <= 30 then '26-30'
      when left(month, 4)::integer - birth_year <= 35 then '31-35'
      when left(month, 4)::integer - birth_year <= 40 then '36-40'
      else 'over-40' end`;

export const AGE_BANDS: Bands = {
  description: {
    id: 'people-by-age',
    title: { zh: '人才的年龄', en: 'People by age' },
    definition: {
      zh: '时期末在领域内、且可以计入统计的人的年龄（时期末的年份减出生年份），并与对照人群比较。未填写出生年份的人不计。',
      en: "The age of the field's people who may be counted, as the year of the period's end less their year of birth, against the baseline's. Those who do not state it are left out.",
    },
    formula: {
      zh: '占比 = 该年龄段人数 ÷ 年龄已知的人数',
      en: 'share = people of the band ÷ people whose age is known',
    },
    unit: 'people',
    references: ['Wilson 1927, Probable Inference, JASA 22 (interval of a share)'],
  },
  key: BANDS_OF_AGE,
  what: { zh: '年龄', en: 'age' },
  rowLabel: { zh: '年龄段', en: 'Age' },
  bands: [
    { key: 'to-25', label: { zh: '25岁及以下', en: '25 and under' } },
    { key: '26-30', label: { zh: '26—30岁', en: '26–30' } },
    { key: '31-35', label: { zh: '31—35岁', en: '31–35' } },
    { key: '36-40', label: { zh: '36—40岁', en: '36–40' } },
    { key: 'over-40', label: { zh: '40岁以上', en: 'Over 40' } },
  ],
  together: [
    { key: 'over-30', label: { zh: '30岁以上', en: 'Over 30' }, of: ['31-35', '36-40', 'over-40'] },
    { key: 'over-35', label: { zh: '35岁以上', en: 'Over 35' }, of: ['36-40', 'over-40'] },
  ],
};

/** F8: how old the field's people are. */
export function peopleByAge(reading: Reading): Promise<Draft> {
  const field = fieldWords(reading.field);
  return bandFigure(reading, AGE_BANDS, ({ groups }, shown) =>
    ['over-30', 'over-35'].flatMap((key): Claim[] => {
      const sum = shown(key);
      if (!sum || sum.here === 0) return [];
      const share = sum.here / groups.n;
      const words = shareWords(share);
      const against = groups.base > 0 ? againstWords(reading, share, sum.base / groups.base) : { zh: '', en: '' };
      const age = key.slice(-2);
      const beside = isLandmark(share) ? `${percent(share)}，` : '';
      return [
        {
          sentence: {
            zh: `${field.zh}从业者中，${words.zh}年龄在${age}岁以上（${beside}${countWords(sum.here)}人）${against.zh}。`,
            en: `Of the people in ${field.en}, ${words.en} are over ${age} (${beside ? `${percent(share)}, ` : ''}${countWords(sum.here)})${against.en}.`,
          },
          effect: effectAgainst(sum, groups),
        },
      ];
    }),
  );
}
