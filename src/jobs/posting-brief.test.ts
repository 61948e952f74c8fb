import { expect, test } from 'vitest';
import { readRoleBrief } from '../language/index.ts';
import { postingBrief } from './posting-brief.ts';
import type { PostingRow } from './store.ts';

const at = new Date('2023-03-01T00:00:00Z');
const row: PostingRow = {
  id: '0187303e-4500-7082-bd84-6d087a238d89',
  company_id: '0187303e-4500-7082-bd84-6d087a238d80',
  company_name: '某公司',
  company_industry_id: 'internet',
  title: '高级NLP算法工程师',
  role_id: 'nlp-engineer',
  seniority: 'senior',
  industry_id: 'internet',
  city_id: 'beijing',
  remote: false,
  degree: 'master',
  years_min: 3,
  years_max: 5,
  pay_min: 600_000,
  pay_max: 900_000,
  pay_currency: 'CNY',
  pay_text: '40-60K·15薪',
  must_skills: ['nlp', 'pytorch'],
  nice_skills: ['cpp'],
  headcount: 1,
  description: '负责大语言模型的训练',
  url: null,
  locale: 'zh',
  published_on: '2023-03-01',
  closed_on: null,
  state: 'open',
  origin: 'import',
  dataset_id: null,
  source_key: null,
  brief: null,
  created_by: null,
  created_at: at,
  updated_at: at,
};

test('a posting that came by import asks for what its columns say, and nothing was read from words', () => {
  const brief = postingBrief(row);
  expect(brief).toMatchObject({
    language: 'zh',
    title: { value: '高级NLP算法工程师', span: null },
    roleId: 'nlp-engineer',
    seniority: { value: 'senior' },
    cityIds: [{ value: 'beijing', span: null }],
    years: { value: { min: 3, max: 5 } },
    degree: { value: 'master' },
    pay: { value: { min: 600_000, max: 900_000, currency: 'CNY' } },
  });
  expect(brief.mustSkills.map((part) => part.value)).toEqual(['nlp', 'pytorch']);
});

test('what the columns do not say stays empty', () => {
  const bare = postingBrief({
    ...row,
    seniority: null,
    degree: null,
    years_min: null,
    pay_min: null,
    pay_max: null,
    city_id: null,
  });
  expect([bare.seniority, bare.degree, bare.years, bare.pay, bare.remote]).toEqual([null, null, null, null, null]);
  expect(bare.cityIds).toEqual([]);
});

test("the recruiter's own brief comes first", () => {
  const written = readRoleBrief('上海 后端工程师 5年以上');
  expect(postingBrief({ ...row, brief: written })).toEqual(written);
});
