import type { Text } from '../../platform/index.ts';

export type Locale = keyof Text;

/** What a text is called in the other language's column. */
export const said = (text: Text, locale: Locale): string => text[locale];

/** The few words that charts and tables need of their own. */
export const WORDS = {
  suppressed: { zh: '为保护隐私不显示', en: 'not shown, for privacy' },
  none: { zh: '–', en: '–' },
  median: { zh: '中位数', en: 'Median' },
  quartiles: { zh: '中间一半（四分位）', en: 'Middle half (quartiles)' },
  mean: { zh: '平均数', en: 'Mean' },
  interval: { zh: '95% 区间', en: '95 % interval' },
  places: {
    zh: '小点为城镇，圆的面积表示占比。地点：GeoNames(CC BY 4.0)',
    en: 'Small dots are towns; circles show shares by area. Places: GeoNames (CC BY 4.0)',
  },
} satisfies Record<string, Text>;
