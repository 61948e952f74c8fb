import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outweighed, roundestMultiple } from './compare.ts';
import {
  changeWords,
  countWords,
  listWords,
  moneyWords,
  percent,
  periodWords,
  placeWords,
  shareWords,
  timesOf,
} from './phrases.ts';

/** What the words mean, written down by itself: 近, 约, 超 and "close to", "about", "over" of a landmark. */
const ZH: Readonly<Record<string, number>> = {
  一成: 0.1,
  两成: 0.2,
  四分之一: 0.25,
  三成: 0.3,
  三分之一: 1 / 3,
  四成: 0.4,
  一半: 0.5,
  六成: 0.6,
  三分之二: 2 / 3,
  七成: 0.7,
  四分之三: 0.75,
  八成: 0.8,
  九成: 0.9,
};
const EN: Readonly<Record<string, number>> = {
  '10%': 0.1,
  '20%': 0.2,
  'a quarter': 0.25,
  '30%': 0.3,
  'a third': 1 / 3,
  '40%': 0.4,
  half: 0.5,
  '60%': 0.6,
  'two thirds': 2 / 3,
  '70%': 0.7,
  'three quarters': 0.75,
  '80%': 0.8,
  '90%': 0.9,
};

/** Whether a phrase is true of a share, as a strict reader takes it. */
function isTrue(words: string, share: number): boolean {
  const exact = /^(\d+\.\d)%$/.exec(words);
  if (exact) return Math.abs(share * 100 - Number(exact[1])) <= 0.0500001;
  const found = /^(近|约|超|close to |about |over )(.+)$/.exec(words);
  const value = found ? (ZH[found[2] ?? ''] ?? EN[found[2] ?? '']) : undefined;
  if (!found || value === undefined) return false;
  if (found[1] === '约' || found[1] === 'about ') return Math.abs(share - value) <= 0.0041;
  if (found[1] === '近' || found[1] === 'close to ') return share < value && value - share <= 0.0301;
  return share > value && share - value <= 0.0301;
}

const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 3_000 })).map(([a, b]) => Math.min(a, b) / b),
);

describe('words for a share', () => {
  test('are true of it, in both languages', () => {
    fc.assert(
      fc.property(share, (value) => {
        const { zh, en } = shareWords(value);
        expect([zh, isTrue(zh, value)]).toEqual([zh, true]);
        expect([en, isTrue(en, value)]).toEqual([en, true]);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    [0.328, '近三分之一', 'close to a third'],
    [0.334, '约三分之一', 'about a third'],
    [0.345, '超三分之一', 'over a third'],
    [0.62, '超六成', 'over 60%'],
    [0.485, '近一半', 'close to half'],
    [0.5, '约一半', 'about half'],
    [0.79, '近八成', 'close to 80%'],
    [0.0645, '6.5%', '6.5%'],
    [1, '100.0%', '100.0%'],
  ])('%f: %s, %s', (value, zh, en) => {
    expect(shareWords(value)).toEqual({ zh, en });
  });
});

describe('words for a multiple', () => {
  const meaning = (words: string, ratio: number): boolean => {
    const found =
      /^(约为|近|超过|为)甲的(\d+(?:\.\d)?)倍$/.exec(words) ??
      /^(about |close to |more than |)(\d+(?:\.\d)?) times as many as A$/.exec(words);
    const value = Number(found?.[2]);
    switch (found?.[1]?.trim()) {
      case '约为':
      case 'about':
        return Math.abs(ratio / value - 1) <= 0.0501;
      case '近':
      case 'close to':
        return ratio < value && value - ratio <= 0.2001;
      case '超过':
      case 'more than':
        return ratio > value && ratio - value <= 0.3001;
      case '为':
      case '':
        return Math.abs(ratio - value) <= 0.0500001;
      default:
        return false;
    }
  };

  test('are true of it, in both languages', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 40, noNaN: true }), (ratio) => {
        const { zh, en } = timesOf(ratio, { zh: '甲', en: 'A' });
        expect([zh, meaning(zh, ratio)]).toEqual([zh, true]);
        expect([en, meaning(en, ratio)]).toEqual([en, true]);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('words for a change', () => {
  test('say which way and how much', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 20, noNaN: true }), (change) => {
        const { zh, en } = changeWords(change);
        const size = Number(/([\d.]+)%/.exec(zh)?.[1] ?? 0) / 100;
        expect(Math.abs(size - Math.abs(change))).toBeLessThanOrEqual(0.000501);
        if (size > 0) expect(zh.startsWith(change > 0 ? '增长' : '下降')).toBe(true);
        if (size > 0) expect(en.startsWith(change > 0 ? 'up' : 'down')).toBe(true);
        else expect([zh, en]).toEqual(['持平', 'level with']);
      }),
    );
    expect(changeWords(2.8188).zh).toBe('增长281.88%');
    expect(changeWords(0.313).zh).toBe('增长31.3%');
  });
});

const ranking = fc
  .array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 })
  .map((list) => list.toSorted((a, b) => b - a).map((value, item) => ({ item, value })));

describe('comparisons', () => {
  test('what is more than others together is more than they are', () => {
    fc.assert(
      fc.property(ranking, (ranked) => {
        const others = outweighed(ranked);
        if (!others) {
          const [first, second, third] = ranked;
          if (first && second && third) expect(second.value + third.value).toBeGreaterThanOrEqual(first.value);
          return;
        }
        expect(others.length).toBeGreaterThanOrEqual(2);
        expect(others.reduce((sum, one) => sum + one.value, 0)).toBeLessThan(ranked[0]?.value ?? 0);
      }),
    );
  });

  test('a round multiple is within 5 % of a whole number', () => {
    fc.assert(
      fc.property(ranking, (ranked) => {
        const found = roundestMultiple(ranked);
        if (!found) return;
        expect(found.ratio).toBe((ranked[0]?.value ?? 0) / found.of.value);
        expect(Math.abs(found.ratio / Math.round(found.ratio) - 1)).toBeLessThanOrEqual(0.05);
        expect(Math.round(found.ratio)).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe('numbers, money, places, lists and periods', () => {
  test('read as people write them', () => {
    expect(countWords(12_345)).toBe('12,345');
    expect(percent(0.0645, 2)).toBe('6.45%');
    expect(moneyWords(1_030_000)).toEqual({ zh: '103万元', en: 'CNY 1.03 million' });
    expect(moneyWords(896_400)).toEqual({ zh: '89.6万元', en: 'CNY 896,000' });
    expect(placeWords(4)).toEqual({ zh: '位居第四', en: 'fourth' });
    expect(placeWords(1).zh).toBe('位居首位');
    expect(
      listWords([
        { zh: '甲', en: 'a' },
        { zh: '乙', en: 'b' },
        { zh: '丙', en: 'c' },
      ]),
    ).toEqual({ zh: '甲、乙和丙', en: 'a, b and c' });
    expect(periodWords({ from: '2023-01', to: '2023-02' })).toEqual({ zh: '2023年1—2月', en: 'January–February 2023' });
    expect(periodWords({ from: '2023-02', to: '2023-02' })).toEqual({ zh: '2023年2月', en: 'February 2023' });
    expect(periodWords({ from: '2022-01', to: '2022-12' })).toEqual({ zh: '2022年', en: '2022' });
    expect(periodWords({ from: '2022-11', to: '2023-02' }).zh).toBe('2022年11月—2023年2月');
  });
});
