import { DEGREES } from '../../language/index.ts';
import type { Draft, Reading } from '../reading.ts';
import { countWords, isLandmark, percent, shareWords } from '../sentences/phrases.ts';
import { degreeLabel, fieldWords } from './labels.ts';
import { againstWords, type Bands, bandFigure, effectAgainst } from './people-bands.ts';

const HIGHEST_FIRST = [...DEGREES].reverse();

export const DEGREE_BANDS: Bands = {
  description: {
    id: 'people-by-degree',
    title: { zh: '人才的学历', en: 'People by degree' },
    definition: {
      zh: '时期末在领域内、且可以计入统计的人当时已取得的最高学历，并与对照人群比较。未填写学历的人不计。',
      en: "The highest degree that the field's people who may be counted held at the period's end, against the baseline's. Those who state none are left out.",
    },
    formula: {
      zh: '占比 = 该学历人数 ÷ 学历已知的人数',
      en: 'share = people with that degree ÷ people whose degree is known',
    },
    unit: 'people',
    references: ['Wilson 1927, Probable Inference, JASA 22 (interval of a share)'],
  },
  key: 'degree',
  what: { zh: '学历', en: 'degree' },
  rowLabel: { zh: '最高学历', en: 'Highest degree' },
  bands: HIGHEST_FIRST.map((key) => ({ key, label: degreeLabel(key) })),
  together: [
    { key: 'master-or-more', label: { zh: '硕士及以上', en: "Master's or more" }, of: ['doctor', 'master'] },
    {
      key: 'bachelor-or-more',
      label: { zh: '本科及以上', en: "Bachelor's or more" },
      of: ['doctor', 'master', 'bachelor'],
    },
  ],
};

/** F9: which degrees the field's people hold. */
export function peopleByDegree(reading: Reading): Promise<Draft> {
  const field = fieldWords(reading.field);
  return bandFigure(reading, DEGREE_BANDS, ({ groups }, shown) => {
    const sum = shown('master-or-more');
    if (!sum || sum.here === 0) return [];
    const share = sum.here / groups.n;
    const words = shareWords(share);
    const against = groups.base > 0 ? againstWords(reading, share, sum.base / groups.base) : { zh: '', en: '' };
    const beside = isLandmark(share);
    return [
      {
        sentence: {
          zh: `学历方面，${words.zh}${field.zh}人才具备硕士及以上学历（${beside ? `${percent(share)}，` : ''}${countWords(sum.here)}人）${against.zh}。`,
          en: `By education, ${words.en} of the people in ${field.en} hold a master's degree or more (${beside ? `${percent(share)}, ` : ''}${countWords(sum.here)})${against.en}.`,
        },
        effect: effectAgainst(sum, groups),
      },
    ];
  });
}
