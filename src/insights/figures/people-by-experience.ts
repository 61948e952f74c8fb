import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords, isLandmark, percent, shareWords } from '../sentences/phrases.ts';
import { fieldWords } from './labels.ts';
import { againstWords, type Bands, bandFigure, effectAgainst } from './people-bands.ts';

/** The band of a row of `people`; null where no position is given. */
export const BANDS_OF_EXPERIENCE = `case when months_worked is null then null when months_worked <= 12 then 'to-1'
      when months_worked <= 36 then '1-3' when months_worked <= 60 then '3-5'
      when months_worked <= 120 then '5-10' else 'over-10' end`;

export const EXPERIENCE_BANDS: Bands = {
  description: {
    id: 'people-by-experience',
    title: { zh: '人才的工作年限', en: 'People by years of experience' },
    definition: {
      zh: '时期末在领域内、且可以计入统计的人的工作年限：有任职的月数，重叠的任职只计一次。没有工作经历的人不计。',
      en: "The working life of the field's people who may be counted, at the period's end: months with any position, overlapping ones once. Those who give no position are left out.",
    },
    formula: {
      zh: '占比 = 该年限段人数 ÷ 年限已知的人数',
      en: 'share = people of the band ÷ people whose working life is known',
    },
    unit: 'people',
    references: ['Wilson 1927, Probable Inference, JASA 22 (interval of a share)'],
  },
  key: BANDS_OF_EXPERIENCE,
  what: { zh: '工作年限', en: 'working life' },
  rowLabel: { zh: '工作年限', en: 'Experience' },
  bands: [
    { key: 'to-1', label: { zh: '1年及以内', en: 'Up to 1 year' } },
    { key: '1-3', label: { zh: '1—3年', en: '1–3 years' } },
    { key: '3-5', label: { zh: '3—5年', en: '3–5 years' } },
    { key: '5-10', label: { zh: '5—10年', en: '5–10 years' } },
    { key: 'over-10', label: { zh: '10年以上', en: 'Over 10 years' } },
  ],
  together: [
    { key: 'over-3', label: { zh: '3年以上', en: 'Over 3 years' }, of: ['3-5', '5-10', 'over-10'] },
    { key: 'over-5', label: { zh: '5年以上', en: 'Over 5 years' }, of: ['5-10', 'over-10'] },
  ],
};

/** F10: how long the field's people have worked. */
export function peopleByExperience(reading: Reading): Promise<Draft> {
  const field = fieldWords(reading.field);
  return bandFigure(reading, EXPERIENCE_BANDS, ({ groups }, shown): Claim[] => {
    const [three, five] = [shown('over-3'), shown('over-5')];
    if (!three || three.here === 0) return [];
    const share = three.here / groups.n;
    const words = shareWords(share);
    const against = groups.base > 0 ? againstWords(reading, share, three.base / groups.base) : { zh: '', en: '' };
    const more = five && five.here > 0 ? shareWords(five.here / groups.n) : null;
    const beside = (of: number, here: number, comma: string) =>
      `${isLandmark(of) ? `${percent(of)}${comma}` : ''}${countWords(here)}`;
    return [
      {
        sentence: {
          zh: `${words.zh}${field.zh}人才工作经验在3年以上（${beside(share, three.here, '，')}人）${against.zh}${five && more ? `；其中工作5年以上的占全部人才的${more.zh}（${beside(five.here / groups.n, five.here, '，')}人）` : ''}。`,
          en: `${words.en.replace(/^\w/, (letter) => letter.toUpperCase())} of the people in ${field.en} have worked for more than 3 years (${beside(share, three.here, ', ')})${against.en}${five && more ? `; ${more.en} of all for more than 5 (${beside(five.here / groups.n, five.here, ', ')})` : ''}.`,
        },
        effect: effectAgainst(three, groups),
      },
    ];
  });
}
