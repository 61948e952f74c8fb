import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOfHeader } from './header-words.ts';
import { recogniseColumns } from './recognise-columns.ts';

describe('headers', () => {
  test.each([
    ['职位名称', 'title'],
    ['Job Title', 'title'],
    ['job_title', 'title'],
    ['公司(全称)', 'company'],
    ['companyFullName', 'company'],
    ['工作地点', 'place'],
    ['location.city', 'place'],
    ['薪资范围', 'pay'],
    ['Salary Range', 'pay'],
    ['salary.min', 'payMin'],
    ['最高薪资', 'payMax'],
    ['学历要求', 'degree'],
    ['Years of Experience', 'years'],
    ['发布时间', 'publishedOn'],
    ['date_posted', 'publishedOn'],
    ['岗位职责', 'description'],
    ['链接', 'url'],
    ['company.url', null],
    ['联系人', null],
    ['', null],
  ])('%s is %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
  });
});

const COLUMNS = {
  publishedOn: ['03-01', '03-02', '2月28日', '03-05'],
  title: ['数据分析师', 'Java开发工程师', '测试工程师', '前端开发工程师'],
  company: ['青禾数据有限公司', '长桥软件股份有限公司', '云岫集团', '北岸科技有限公司'],
  place: ['南京-鼓楼区', '苏州', '异地招聘', '上海·浦东新区'],
  pay: ['1-1.5万/月', '面议', '20-30万/年', '150元/天'],
  requirements: ['3-4年经验 | 本科 | 招1人', '无工作经验 | 大专', '5年以上经验 | 硕士 | 招若干人', '2年经验 | 本科'],
  description: ['负责业务', '负责平台', '负责质量', '负责页面'].map(
    (start) => start + '的设计、开发与改进,'.repeat(12),
  ),
  url: ['1', '2', '3', '4'].map((id) => `https://board.example.cn/${id}.html`),
};
const FIELDS = Object.keys(COLUMNS);

test('columns without a header are recognised in whatever order they stand, and some may be missing', () => {
  const some = fc
    .subarray(FIELDS.filter((field) => field !== 'title' && field !== 'company'))
    .chain((fields) => fc.shuffledSubarray(['title', 'company', ...fields], { minLength: fields.length + 2 }));
  fc.assert(
    fc.property(some, (order) => {
      const columns = order.map((field) => Object.entries(COLUMNS).find(([name]) => name === field)?.[1] ?? []);
      const rows = [0, 1, 2, 3].map((row) => columns.map((cells) => cells[row] ?? ''));
      const recognised = recogniseColumns(null, rows, {});
      expect(recognised).toMatchObject({ ok: true, value: { firstRowIsHeader: false } });
      if (recognised.ok) expect(recognised.value.columns.map((use) => use.field)).toEqual(order);
    }),
    { numRuns: 60 },
  );
});

test('a header in words that nobody knows is not taken for a posting, where the cells below it speak for themselves', () => {
  const rows = [0, 1, 2, 3].map((row) =>
    [COLUMNS.title[row], COLUMNS.company[row], COLUMNS.pay[row], COLUMNS.url[row]].map(String),
  );
  const recognised = recogniseColumns(null, [['alpha', 'beta', 'gamma', 'delta'], ...rows], {
    map: { title: 'alpha', company: 'beta' },
  });
  expect(recognised).toMatchObject({
    ok: true,
    value: {
      firstRowIsHeader: true,
      columns: [{ field: 'title' }, { field: 'company' }, { field: 'pay' }, { field: 'url' }],
    },
  });
});

test('any cells whatever are recognised or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      expect(typeof recogniseColumns(null, rows, {}).ok).toBe('boolean');
    }),
  );
});
