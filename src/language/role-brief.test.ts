import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRoleBrief } from './role-brief.ts';
import type { RoleBrief } from './role-brief-model.ts';

const values = (parts: RoleBrief['mustSkills']) => parts.map((part) => part.value);

describe('a role brief', () => {
  test('is read from a spoken sentence', () => {
    const brief = readRoleBrief(
      '找一个在北京做多模态大模型的算法工程师, 带过团队, 5 年以上, 最好有 C++ 落地经验, 年包 150 左右',
    );
    expect(brief.roleId).toBe('algorithm-engineer');
    expect(values(brief.mustSkills)).toContain('multimodal');
    expect(values(brief.niceSkills)).toEqual(['cpp']);
    expect(values(brief.cityIds)).toEqual(['beijing']);
    expect(brief.years?.value).toEqual({ min: 5, max: null });
    expect(brief.pay?.value).toMatchObject({ min: 1_350_000, max: 1_650_000, currency: 'CNY' });
    expect(brief.managesPeople?.value).toBe(true);
    expect(brief.degree).toBeNull();
    expect(brief.unlawful).toEqual([]);
  });

  test('is read from a sentence that says the work and no title', () => {
    const text = '找一个在北京做多模态大模型的, 带过团队, 5 年以上, 最好有 C++ 落地经验, 年包 150 左右';
    const brief = readRoleBrief(text);
    expect(brief.title?.value).toBe('多模态大模型');
    expect(brief.roleId).toBe('algorithm-engineer');
    expect(brief.seniority).toMatchObject({ value: 'senior', span: { text: '5 年以上' } });
    expect(values(brief.mustSkills)).toContain('multimodal');
    expect(values(brief.niceSkills)).toEqual(['cpp']);
    expect(values(brief.cityIds)).toEqual(['beijing']);
    expect(brief.years?.value).toEqual({ min: 5, max: null });
    expect(brief.pay?.value).toEqual({ min: 1_350_000, max: 1_650_000, currency: 'CNY' });
    expect(brief.managesPeople?.span?.text).toBe('带过团队');
    expect(brief.peopleManaged?.value).toEqual({ min: null, max: null });
  });

  test.each([
    ['找个做芯片验证的人,3年以上', 'chip-verification-engineer', 'middle'],
    ['想找搞大数据的同学', 'data-engineer', null],
    ['找懂龘靐的人', null, null],
  ])('%s names work, and the role is the one that does it', (text, role, rung) => {
    const brief = readRoleBrief(text);
    expect(brief.roleId).toBe(role);
    expect(brief.seniority?.value ?? null).toBe(rung);
  });

  test('is read from a Chinese description, needs apart from wishes', () => {
    const brief = readRoleBrief(`岗位名称:高级NLP算法工程师
工作地点:上海·浦东新区
薪资:40-65K·15薪
任职要求:
1. 硕士及以上学历,计算机相关专业,3年以上自然语言处理经验;
2. 精通 Python,熟悉 PyTorch、Transformer;
3. 35岁以下,限男性。
加分项:
有文本生成或知识图谱项目经验
发表过顶会论文`);
    expect(brief.title?.value).toBe('高级NLP算法工程师');
    expect(brief.roleId).toBe('nlp-engineer');
    expect(brief.seniority?.value).toBe('senior');
    expect(values(brief.mustSkills)).toEqual(expect.arrayContaining(['nlp', 'python', 'pytorch', 'transformer']));
    expect(values(brief.niceSkills)).toEqual(expect.arrayContaining(['text-generation', 'knowledge-graph']));
    expect(brief.degree?.value).toBe('master');
    expect(brief.pay?.value).toMatchObject({ min: 600_000, max: 975_000 });
    expect(brief.unlawful.map((wish) => wish.kind)).toEqual(['age', 'sex']);
  });

  test('is read from an English description', () => {
    const brief = readRoleBrief(`Senior Machine Learning Engineer
We are hiring in Singapore or remote. S$150,000 - S$200,000 a year.
Requirements:
- 5+ years of experience with Python, machine learning and Kubernetes
- Bachelor's degree in computer science
Nice to have:
- Experience with PyTorch and distributed training`);
    expect(brief.language).toBe('en');
    expect(brief.roleId).toBe('machine-learning-engineer');
    expect(values(brief.mustSkills)).toEqual(expect.arrayContaining(['python', 'machine-learning', 'kubernetes']));
    expect(values(brief.niceSkills)).toEqual(['pytorch', 'distributed-training']);
    expect(brief.remote?.value).toBe(true);
    expect(brief.pay?.value).toMatchObject({ min: 150_000, max: 200_000, currency: 'SGD' });
    expect(values(brief.cityIds)).toEqual(['singapore']);
  });

  test('says nothing of what is not said', () => {
    expect(readRoleBrief('')).toMatchObject({
      title: null,
      roleId: null,
      mustSkills: [],
      years: null,
      pay: null,
      degree: null,
    });
    expect(readRoleBrief('🙂!!!')).toMatchObject({ title: null, mustSkills: [] });
  });

  test('every span is a slice of the source, and reading twice gives the same', () => {
    const words = fc.constantFrom(
      '岗位',
      ':',
      '高级',
      '算法工程师',
      '北京',
      '5年以上',
      '本科',
      '30-50K',
      '优先',
      'Python',
      '\n',
      ',',
      ' ',
      '限男性',
      'remote',
      'x',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const brief = readRoleBrief(text);
        const spans = JSON.stringify(brief).matchAll(/"start":(\d+),"end":(\d+),"text":("(?:[^"\\]|\\.)*")/g);
        for (const [, start, end, said] of spans)
          expect(text.slice(Number(start), Number(end))).toBe(JSON.parse(said ?? '""'));
        expect(readRoleBrief(text)).toEqual(brief);
      }),
    );
  });
});
