import { describe, expect, test } from 'vitest';
import { findDegrees, readDegree } from './degree.ts';
import { findPay, readPay } from './pay.ts';
import { findPlaces, readCity, readPlace } from './place.ts';
import { findYears, readYears } from './years.ts';

const READERS = { readDegree, findDegrees, findPay, readPay, findPlaces, readCity, readPlace, findYears, readYears };
/** Pieces on whose repetition a careless pattern runs for hours: the suite's own time limit is the bound. */
const PIECES = [
  '1',
  '1,',
  '1.',
  '1-',
  '10k-',
  '10k ',
  '$1,000,000 ',
  '\uffe5',
  '薪',
  '万',
  '年',
  '1年',
  '3-5',
  ' ',
  '\t',
  '\n',
  '十',
  '二十',
  '五年以上',
  'year ',
  'years of ',
  'one to ',
  'master ',
  'bachelor or ',
  '本科',
  '博士或',
  '不限',
  '北京',
  '北京市-',
  '省',
  '区',
  'San ',
  'new ',
  '(',
  '\uff08',
  '至',
  '到',
  '元/',
  '/月',
];
const SIZE = 40_000;

describe.each(Object.entries(READERS))('%s', (_, reader) => {
  test('ends for 40,000 characters of any one thing', () => {
    for (const piece of PIECES) {
      const text = piece.repeat(Math.ceil(SIZE / piece.length));
      expect(() => reader(text), JSON.stringify(piece)).not.toThrow();
      expect(() => reader(`${text}x`), JSON.stringify(piece)).not.toThrow();
    }
  });
});
