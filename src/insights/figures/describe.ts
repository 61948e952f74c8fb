import type { Text } from '../../platform/index.ts';
import { FIGURE_IDS, type Figure, type FigureId } from '../model.ts';
import type { Reading } from '../reading.ts';

/** What a figure is, whatever its numbers. */
export type Description = {
  readonly id: FigureId;
  readonly title: Text;
  readonly definition: Text;
  readonly formula: Text;
  readonly unit: Figure['unit'];
  readonly references: readonly string[];
};

export const codeOf = (id: FigureId): string => `F${FIGURE_IDS.indexOf(id) + 1}`;

/** The figure as far as the description and the reading tell it; the rest is empty. */
export function blankFigure(description: Description, reading: Reading, sql: string): Figure {
  return {
    id: description.id,
    code: codeOf(description.id),
    title: description.title,
    definition: description.definition,
    formula: description.formula,
    sql,
    unit: description.unit,
    period: reading.period,
    baseline: null,
    n: 0,
    suppressedGroups: 0,
    tables: [],
    chart: null,
    sentences: [],
    notes: [],
    references: [...description.references],
  };
}

export const NO_POSTINGS: Text = {
  zh: '这一时期没有符合条件的职位，因此没有数字',
  en: 'No posting of this period meets the definition, so there is no number',
};
const NO_PEOPLE: Text = {
  zh: '没有符合条件、且可以计入统计的人，因此没有数字',
  en: 'Nobody who may be counted meets the definition, so there is no number',
};
const ONLY_POSTINGS: Text = {
  zh: '所选数据只有职位，没有人才，因此这一项没有数字',
  en: 'The chosen data has postings and no people, so this figure has no number',
};
/** Why a figure on people has no number. */
export function nobodyCounted(reading: Pick<Reading, 'hasPeople' | 'tooClose'>): Text {
  if (reading.tooClose) {
    return {
      zh: `这一领域与“${reading.tooClose.zh}”只差几个人：两份报告相减会透露这几个人，因此不统计人才`,
      en: `This field differs from "${reading.tooClose.en}" by a few people: the difference of the two reports would tell of them, so people are not counted`,
    };
  }
  return reading.hasPeople ? NO_PEOPLE : ONLY_POSTINGS;
}

/** Below this many rows a number says little; the figure says so. */
const FEW = 30;
export function fewRows(n: number, what: Text): Text[] {
  if (n === 0 || n >= FEW) return [];
  return [
    {
      zh: `只有${n}${what.zh}，数字仅供参考`,
      en: `Only ${n} ${n === 1 ? what.en.replace(/s$/, '').replace('people', 'person') : what.en}: read these numbers with care`,
    },
  ];
}
export const POSTINGS_COUNTED: Text = { zh: '个职位', en: 'postings' };
export const PEOPLE_COUNTED: Text = { zh: '人', en: 'people' };
