import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPay, readPay } from './pay.ts';

const range = (yearlyMin: number | null, yearlyMax: number | null, currency = 'CNY') => ({
  kind: 'range',
  yearlyMin,
  yearlyMax,
  currency,
});

describe('pay', () => {
  test.each([
    ['0.8-1.3万/月', range(96_000, 156_000)],
    ['6-8千/月', range(72_000, 96_000)],
    ['20-30万/年', range(200_000, 300_000)],
    ['150元/天', range(37_500, 37_500)],
    ['25元/小时', range(50_000, 50_000)],
    ['30-50K·16薪', range(480_000, 800_000)],
    ['30k-50k*16', range(480_000, 800_000)],
    ['15-25k', range(180_000, 300_000)],
    ['1.5万以上/月', range(180_000, null)],
    ['1千以下/月', range(null, 12_000)],
    ['8000-12000元', range(96_000, 144_000)],
    ['5000-8000', range(60_000, 96_000)],
    ['年薪80万', range(800_000, 800_000)],
    ['15-30K', range(180_000, 360_000)],
    ['$53K-$91K', range(53_000, 91_000, 'USD')],
    ['$120,000 - $150,000 a year', range(120_000, 150_000, 'USD')],
    ['£45k', range(45_000, 45_000, 'GBP')],
    ['USD 30/hour', range(60_000, 60_000, 'USD')],
    ['¥30,000 – 50,000 per month', range(360_000, 600_000)],
    ['1-1.5万', range(120_000, 180_000)],
    ['１５-２５Ｋ', range(180_000, 300_000)],
    ['8千-1.2万', range(96_000, 144_000)],
    ['1万-1.5万·14薪', range(140_000, 210_000)],
    ['15000至20000 元/月', range(180_000, 240_000)],
    ['1.5w~2w', range(180_000, 240_000)],
    ['年包 150 左右', range(1_350_000, 1_650_000)],
    ['日薪200-300', range(50_000, 75_000)],
    ['时薪25', range(50_000, 50_000)],
    ['面议(20-30万)', range(200_000, 300_000)],
    ['100K+', range(1_200_000, null)],
    ['Up to £60k', range(null, 60_000, 'GBP')],
    ['US$80k', range(80_000, 80_000, 'USD')],
    ['S$6,000-8,000/month', range(72_000, 96_000, 'SGD')],
    ['HK$30,000-40,000/month', range(360_000, 480_000, 'HKD')],
    ['€60.000 - €75.000', range(60_000, 75_000, 'EUR')],
    ['CNY 40000-60000/month', range(480_000, 720_000)],
    ['USD 30+/hour', range(60_000, null, 'USD')],
  ])('%s', (text, expected) => {
    expect(readPay(text)).toMatchObject(expected);
  });

  test.each([
    ['面议', 'negotiable'],
    ['薪资面议', 'negotiable'],
    ['Competitive', 'negotiable'],
    ['', 'missing'],
    ['保密', 'negotiable'],
    ['五险一金', 'not-understood'],
    ['A$90k', 'not-understood'],
    ['TWD 50,000-60,000', 'not-understood'],
    ['$1', 'not-understood'],
    ['150-200元', 'not-understood'],
    ['9999999999万/月', 'not-understood'],
    ['5000', 'not-understood'],
    ['2019', 'not-understood'],
  ])('%s is unknown: %s', (text, reason) => {
    expect(readPay(text)).toEqual({ kind: 'unknown', reason });
  });

  test('is found in running text, and years and ages are not taken for pay', () => {
    const text = '找一个在北京做多模态大模型的, 带过团队, 5 年以上, 35岁以下, 年包 150 左右';
    const found = findPay(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ value: { yearlyMin: 1_350_000, yearlyMax: 1_650_000 } });
    expect(findPay('3-5年经验,本科,2019年成立,团队 20 人').length).toBe(0);
  });

  test('never throws; spans are slices of the source; the ends are in order', () => {
    const text = fc.string({
      unit: fc.constantFrom('1', '5', '0', '.', '-', '万', '千', 'K', '元', '/', '月', '年', '$', ' ', '薪', '至'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (source) => {
        for (const { value, span } of findPay(source)) {
          expect(source.slice(span.start, span.end)).toBe(span.text);
          if (value.yearlyMin !== null && value.yearlyMax !== null)
            expect(value.yearlyMin).toBeLessThanOrEqual(value.yearlyMax);
        }
        readPay(source);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a range in 万 a month is twelve times it a year, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 90 }), fc.integer({ min: 0, max: 90 }), (low, more) => {
        const pay = readPay(`${low / 10}-${(low + more) / 10}万/月`);
        expect(pay).toMatchObject(range(low * 12_000, (low + more) * 12_000));
      }),
    );
  });
});
