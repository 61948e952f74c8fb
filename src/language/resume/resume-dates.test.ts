import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateValue, findPeriods } from './resume-dates.ts';

const read = (text: string) =>
  findPeriods(text).map(
    ({ from, to, single }) => `${from?.value ?? '-'} ${single ? 'alone' : (to?.value ?? (to ? 'present' : '-'))}`,
  );

describe('periods as people write them', () => {
  it.each([
    ['2018.07 – 至今', '2018-07 present'],
    ['2018/07-2021/03', '2018-07 2021-03'],
    ['2018年7月至2021年3月', '2018-07 2021-03'],
    ['2018年7月1日—2021年3月31日', '2018-07 2021-03'],
    ['2018年7月-12月', '2018-07 2018-12'],
    ['201807-202103', '2018-07 2021-03'],
    ['1998年7月~2003年5月', '1998-07 2003-05'],
    ['2015年起', '2015 present'],
    ['2009-2012', '2009 2012'],
    ['07/2018 - 03/2021', '2018-07 2021-03'],
    ['Jan 2019 – Present', '2019-01 present'],
    ['September 2014 to August 2019', '2014-09 2019-08'],
    ['Jan – Mar 2019', '2019-01 2019-03'],
    ["Jun '14 - Dec '18", '2014-06 2018-12'],
    ['since May 2020', '2020-05 present'],
    ['2018.05.01 ‒ 2019.06.30', '2018-05 2019-06'],
    ['June 2016', '2016-06 alone'],
    ['2016年毕业', '2016 alone'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(['138-0013-8000', '+1 415 555 0132', '20190012345', '版本 3.2018', '今年', '1.5-3 万'])(
    '%s is none',
    (text) => {
      expect(read(text).filter((period) => !period.endsWith('alone'))).toEqual([]);
    },
  );

  it('a month that no calendar has is no date', () => {
    expect(findPeriods('2016.13-2018.02')[0]).toMatchObject({ from: null, unclear: true });
  });

  it('any month is read back from each way of writing it', () => {
    const month = fc.record({ year: fc.integer({ min: 1950, max: 2049 }), month: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(month, ({ year, month: number }) => {
        const padded = String(number).padStart(2, '0');
        for (const text of [
          `${year}.${padded}`,
          `${year}年${number}月`,
          `${year}/${number}`,
          `${year}-${padded}`,
          `${padded}/${year}`,
          `${year}${padded}`,
        ]) {
          expect(dateValue(text)).toBe(`${year}-${padded}`);
        }
      }),
    );
  });
});
