import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findManagedPeople } from './managed-people.ts';
import { readPosting } from './read-posting.ts';
import { findRoleTitle } from './role-title.ts';
import { findWantedIndustries, findWantedOrigins } from './wanted-origins.ts';

const said = (reads: readonly { value: unknown; span: { text: string } | null }[]) =>
  reads.map(({ value, span }) => `${value}: ${span?.text}`);

describe('a sentence that a recruiter says', () => {
  test('is read completely', () => {
    const brief = readPosting('找一个在北京做多模态大模型的, 带过团队, 5 年以上, 最好有 C++ 落地经验, 年包 150 左右');
    expect(brief.title).toMatchObject({ value: '多模态大模型' });
    expect(said(brief.mustSkills)).toEqual(['multimodal: 多模态大模型']);
    expect(said(brief.niceSkills)).toEqual(['cpp: C++']);
    expect(said(brief.cityIds)).toEqual(['beijing: 北京']);
    expect(brief.years?.value).toEqual({ min: 5, max: null });
    expect(brief.pay).toMatchObject({ value: { min: 1_350_000, max: 1_650_000 }, span: { text: '150 左右' } });
    expect(brief.peopleManaged).toMatchObject({ value: { min: null, max: null }, span: { text: '带过团队' } });
    expect([brief.degree, brief.remote]).toEqual([null, null]);
    expect(brief.seniority).toMatchObject({ value: 'senior', span: { text: '5 年以上' } });
    expect([brief.industryIds, brief.companiesFrom, brief.companiesNot, brief.unlawful]).toEqual([[], [], [], []]);
  });

  test('is read in English', () => {
    const brief = readPosting(
      'Looking for a senior backend engineer in Singapore, 6+ years, Kubernetes, ideally ex-Google or from Stripe, ' +
        'fintech experience a plus, has managed a team of 5+, S$12k-15k a month, MSc preferred, no candidates from agencies',
    );
    expect(brief.title?.value).toBe('senior backend engineer');
    expect(brief.seniority?.value).toBe('senior');
    expect(brief.pay?.value).toEqual({ min: 144_000, max: 180_000, currency: 'SGD' });
    expect(brief.peopleManaged?.value).toEqual({ min: 5, max: null });
    expect(said(brief.companiesFrom)).toEqual(['google: Google', 'stripe: Stripe']);
    expect(said(brief.companiesNot)).toEqual(['agencies: agencies']);
    expect(said(brief.industryIds)).toEqual(['fintech: fintech']);
    expect([brief.degree, brief.preferredDegree?.value]).toEqual([null, 'master']);
  });
});

describe('the title', () => {
  test.each([
    ['招大模型算法专家,base 上海', '大模型算法专家'],
    ['找个懂金融行业的产品经理,深圳', '产品经理'],
    ['我们是一家领先的公司。招聘销售经理,华东区', '销售经理'],
    ['急招 Java 开发工程师 2 名', 'Java 开发工程师'],
    ['Hiring a Principal Data Scientist to join us', 'Principal Data Scientist'],
    ['今天天气不错', undefined],
  ])('of %s', (text, title) => {
    expect(findRoleTitle(text)?.value).toBe(title);
  });
});

describe('where people should come from', () => {
  test.each([
    ['字节、腾讯背景优先', ['bytedance: 字节', 'tencent: 腾讯'], []],
    ['来自大厂,不要外包', ['大厂: 大厂'], ['外包: 外包']],
    ['非华为出身的不考虑', [], ['huawei: 华为']],
    // A customer, the employer and a product are no origin.
    ['客户包括华为、腾讯,有销售经验优先', [], []],
    ['加入美团,与我们一起成长', [], []],
    ['有华为云认证优先', [], []],
  ])('%s', (text, from, not) => {
    const origins = findWantedOrigins(text);
    expect(said(origins.from)).toEqual(from);
    expect(said(origins.not)).toEqual(not);
  });

  test.each([
    ['有金融行业经验', ['finance']],
    ['我们是一家领先的互联网公司', []],
    ['background in the fintech industry', ['fintech']],
  ])('%s', (text, ids) => {
    expect(findWantedIndustries(text).map(({ value }) => value)).toEqual(ids);
  });
});

describe('people to have led', () => {
  test.each([
    ['带过10人以上团队', { min: 10, max: null }],
    ['管理过5-8人的研发团队', { min: 5, max: 8 }],
    ['带领三十人团队', { min: 30, max: null }],
    ['负责20人以内的销售团队', { min: null, max: 20 }],
    ['Lead a team of 5 to 10', { min: 5, max: 10 }],
    ['people management experience', { min: null, max: null }],
    ['5年以上项目管理经验', undefined],
    ['we manage data', undefined],
  ])('%s', (text, value) => {
    expect(findManagedPeople(text)?.value).toEqual(value);
  });
});

test('every span is a slice of the source, for any text, and reading twice gives the same', () => {
  const words = fc.constantFrom(
    ...'找一个|的|字节|大厂|不要|优先|,|。|\n| |带过|10人|团队|金融行业|经验|from|Google|managed|a team of|5|年|本科|30k|-|工程师|senior|在北京'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const reading = readPosting(text);
      const spans = JSON.stringify(reading).matchAll(/"start":(\d+),"end":(\d+),"text":("(?:[^"\\]|\\.)*")/g);
      for (const [, start, end, slice] of spans)
        expect(text.slice(Number(start), Number(end))).toBe(JSON.parse(slice ?? '""'));
      expect(readPosting(text)).toEqual(reading);
    }),
  );
});
