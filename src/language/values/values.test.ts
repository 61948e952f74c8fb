import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDegree, readDegree } from './degree.ts';
import { readHeadcount } from './headcount.ts';
import { cityInAddress, findPlaces, readCity, readPlace } from './place.ts';
import { findYears, readYears } from './years.ts';

describe('places', () => {
  test.each([
    ['北京-海淀区', 'beijing'],
    ['上海·浦东新区', 'shanghai'],
    ['深圳市南山区', 'shenzhen'],
    ['昆山', 'suzhou'],
    ['张江高科', 'shanghai'],
    ['Shenzhen, Guangdong', 'shenzhen'],
    ['hangzhou', 'hangzhou'],
    ['廣州', 'guangzhou'],
    ['San Francisco Bay Area', 'san-francisco'],
    ['朝阳', 'chaoyang-liaoning'],
    ['北京-朝阳区', 'beijing'],
    ['广东省', null],
    ['异地招聘', null],
  ])('%s is %s', (text, city) => {
    expect(readCity(text)).toBe(city);
  });
  test('remote work is read beside cities', () => {
    const places = findPlaces('工作地点:北京或远程');
    expect(places.cities.map((read) => read.value)).toEqual(['beijing']);
    expect(places.remote?.span.text).toBe('远程');
  });
});

describe('a cell of places', () => {
  test.each([
    ['北京-海淀区', { cityId: 'beijing', provinceId: 'beijing', district: '海淀区', reason: null }],
    ['江苏-苏州-昆山', { cityId: 'suzhou', provinceId: 'jiangsu', reason: null }],
    ['Haidian District, Beijing', { cityId: 'beijing', reason: null }],
    ['西安高新区', { cityId: 'xian', reason: null }],
    ['远程', { cityId: null, remote: true, reason: 'remote' }],
    ['Remote, Shanghai', { cityId: 'shanghai', remote: true, reason: null }],
    ['广东省', { cityId: null, provinceId: 'guangdong', reason: 'province-only' }],
    ['异地招聘', { cityId: null, reason: 'elsewhere' }],
    ['全国', { cityId: null, reason: 'nationwide' }],
    ['China', { cityId: null, reason: 'nationwide' }],
    // More than one city has a district of this name.
    ['鼓楼区', { cityId: null, reason: 'not-understood' }],
    ['Greater Bay Area', { cityId: null, reason: 'not-understood' }],
    ['', { cityId: null, reason: 'missing' }],
  ])('%s', (text, expected) => {
    expect(readPlace(text)).toMatchObject(expected);
  });

  test.each([
    ['https://jobs.example.com/hangzhou-xhq/123.html', 'hangzhou'],
    ['https://foshan.example.com/job/9', 'foshan'],
    ['https://example.com/overseas/9.html', null],
    ['https://jobs.example.com/detail?id=beijing', null],
    ['not an address', null],
  ])('the address %s names %s', (url, city) => {
    expect(cityInAddress(url)).toBe(city);
  });
});

describe('cells of degrees, years and head counts', () => {
  test.each([
    ['本科及以上', { minimum: 'bachelor' }],
    ['大学', { minimum: 'bachelor' }],
    ['BS/MS in CS', { minimum: 'bachelor' }],
    ['不限', { minimum: null }],
    ['学历不限', { minimum: null }],
    ['985/211', null],
  ])('%s', (text, degree) => {
    expect(readDegree(text)).toEqual(degree);
  });

  test.each([
    ['3-5', { min: 3, max: 5 }],
    ['5+', { min: 5, max: null }],
    ['不限', { min: 0, max: null }],
    ['1年以下', { min: 0, max: 1 }],
    ['十五年以上', { min: 15, max: null }],
    ['二十年', { min: 20, max: null }],
    ['应届毕业生', { min: 0, max: null }],
    ['2 openings', null],
    ['5-3', null],
  ])('%s', (text, years) => {
    expect(readYears(text)).toEqual(years);
  });

  test.each([
    ['招3人', { count: 3 }],
    ['招若干人', { count: null }],
    ['2 openings', { count: 2 }],
    ['招聘人数:5人', { count: 5 }],
    ['0', null],
    ['本科', null],
  ])('%s', (text, headcount) => {
    expect(readHeadcount(text)).toEqual(headcount);
  });
});

describe('degrees', () => {
  test.each([
    ['本科及以上', 'bachelor'],
    ['统招本科,硕士优先', 'bachelor'],
    ['大专', 'associate'],
    ["Master's degree or PhD in computer science", 'master'],
    ['博士', 'doctor'],
    ['中专/技校', 'vocational'],
    ['学历不限', null],
    ['性格开朗', null],
  ])('%s is %s', (text, degree) => {
    expect(findDegree(text)?.value ?? null).toBe(degree);
  });
});

describe('years of experience', () => {
  test.each([
    ['3-5年', { min: 3, max: 5 }],
    ['3-4年经验', { min: 3, max: 4 }],
    ['1--2年开发经验', { min: 1, max: 2 }],
    ['五年以上工作经验', { min: 5, max: null }],
    ['5+ years of experience', { min: 5, max: null }],
    ['at least three years of work', { min: 3, max: null }],
    ['有 3 年以上 C++ 开发经验', { min: 3, max: null }],
    ['10年以上', { min: 10, max: null }],
    ['无工作经验', { min: 0, max: null }],
    ['公司成立于2015年,是行业领先的企业', null],
    ['2019年毕业', null],
  ])('%s', (text, years) => {
    expect(findYears(text)?.value ?? null).toEqual(years);
  });
});

test('every reader gives spans that are slices of the source, and never throws', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('北京', '本科', '3', '年', '以上', '经验', 'remote', 'PhD', ' ', '-'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (source) => {
      const places = findPlaces(source);
      for (const read of [
        findDegree(source),
        findYears(source),
        places.remote,
        ...places.cities,
        ...places.provinces,
      ]) {
        if (read) expect(source.slice(read.span.start, read.span.end)).toBe(read.span.text);
      }
    }),
  );
});
