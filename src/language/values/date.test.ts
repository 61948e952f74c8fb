import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay } from './date.ts';

describe('days', () => {
  test.each([
    ['2019-08-27', '2019-08-27'],
    ['2019/8/7', '2019-08-07'],
    ['2019.08.27', '2019-08-27'],
    ['2019年8月27日', '2019-08-27'],
    ['2019年3月', '2019-03-01'],
    ['2019.03', '2019-03-01'],
    ['20190827', '2019-08-27'],
    ['2019-08-27T10:00:00Z', '2019-08-27'],
    ['2019-08-27 10:21', '2019-08-27'],
    ['2019-08-27发布', '2019-08-27'],
    ['2019-08-27 星期二', '2019-08-27'],
    ['Aug 27, 2019', '2019-08-27'],
    ['27th August 2019', '2019-08-27'],
    ['Tue, 27 Aug 2019 10:00:00 GMT', '2019-08-27'],
    ['08/27/2019', '2019-08-27'],
    ['27/08/2019', '2019-08-27'],
    ['43704', '2019-08-27'],
    ['1566864000', '2019-08-27'],
    ['1566864000000', '2019-08-27'],
    ['2019-08-27', '2019-08-27'],
  ])('%s', (text, day) => {
    expect(readDay(text)).toEqual({ kind: 'day', day });
  });

  test.each([
    ['', 'missing'],
    ['2019-02-30', 'not-understood'],
    ['2019-13-01', 'not-understood'],
    ['03/04/2019', 'not-understood'],
    ['13-01', 'not-understood'],
    ['42', 'not-understood'],
    ['二月初', 'not-understood'],
    ['08-27', 'needs-year'],
    ['8月27日', 'needs-year'],
    ['Aug 27', 'needs-year'],
    ['3天前', 'needs-base'],
    ['today', 'needs-base'],
  ])('%s is unknown: %s', (text, reason) => {
    expect(readDay(text)).toEqual({ kind: 'unknown', reason });
  });

  test('a year or a day to count from makes them known', () => {
    expect(readDay('08-27', { year: 2019 })).toEqual({ kind: 'day', day: '2019-08-27' });
    expect(readDay('02-29', { year: 2019 }).kind).toBe('unknown');
    expect(readDay('02-29发布', { year: 2020 })).toEqual({ kind: 'day', day: '2020-02-29' });
    const base = '2023-03-01';
    expect(readDay('3天前', { base })).toEqual({ kind: 'day', day: '2023-02-26' });
    expect(readDay('昨天', { base })).toEqual({ kind: 'day', day: '2023-02-28' });
    expect(readDay('2 weeks ago', { base })).toEqual({ kind: 'day', day: '2023-02-15' });
  });

  test('a day that a calendar has is read from every form', () => {
    const days = fc.date({ min: new Date('1960-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = day.split('-');
        const serial = Math.floor((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000);
        for (const text of [
          date.toISOString(),
          `${year}年${Number(month)}月${Number(dayOfMonth)}日`,
          `${year}/${Number(month)}/${Number(dayOfMonth)}`,
          date.toUTCString(),
          ...(serial >= 20_000 && serial < 60_500 ? [String(serial)] : []),
        ])
          expect(readDay(text)).toEqual({ kind: 'day', day });
        expect(readDay(`${month}-${dayOfMonth}`, { year: Number(year) })).toEqual({ kind: 'day', day });
      }),
    );
  });

  test('never throws, and what it gives is a day', () => {
    const unit = fc.constantFrom('1', '2', '0', '9', '-', '/', '.', '年', '月', '日', ' ', 'aug', '前', '天', ':', 'T');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
        const reading = readDay(text, { year: 2020, base: '2023-03-31' });
        if (reading.kind === 'day')
          expect(new Date(`${reading.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(reading.day);
      }),
      { numRuns: 3_000 },
    );
  });
});
