import { describe, expect, test } from 'vitest';
import {
  cities,
  companies,
  districts,
  findCity,
  findIndustry,
  findMentions,
  findRole,
  findSkill,
  industries,
  linkIndustry,
  linkRole,
  roles,
  schools,
  skills,
} from './index.ts';
import { normaliseWord } from './normalise.ts';
import { readSeniority } from './seniority.ts';

describe('the lexicons', () => {
  test('refer only to what there is', () => {
    for (const skill of skills())
      for (const parent of skill.parents) expect(findSkill(parent), `${skill.id} → ${parent}`).toBeDefined();
    for (const role of roles())
      for (const skill of role.skills) expect(findSkill(skill), `${role.id} → ${skill}`).toBeDefined();
    for (const district of districts()) expect(findCity(district.cityId), district.name).toBeDefined();
    for (const role of roles()) {
      if (role.soc) expect(role.soc).toMatch(/^\d{2}-\d{4}\.\d{2}$/);
      expect(role.isco, role.id).toMatch(/^\d{4}$/);
    }
  });

  test('roles that lead people begin their ladder where others end', () => {
    const ladder = (id: string) => findRole(id)?.ladder;
    expect(ladder('software-engineer')).toEqual(['junior', 'middle', 'senior', 'lead']);
    expect(ladder('construction-manager')).toEqual(['manager', 'director']);
    expect(ladder('cleaner')).toEqual([]);
  });

  test('have ids that are words joined by hyphens', () => {
    for (const { id } of [...skills(), ...roles(), ...industries(), ...schools(), ...cities(), ...companies()])
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test('skills have neighbours that there are, stand under no skill that stands under them, and mark only their own names', () => {
    const above = (id: string, seen: Set<string>): Set<string> => {
      for (const parent of findSkill(id)?.parents ?? []) if (!seen.has(parent)) above(parent, seen.add(parent));
      return seen;
    };
    for (const skill of skills()) {
      expect(skill.zh.trim() && skill.en.trim(), `${skill.id} in both languages`).toBeTruthy();
      expect(skill.neighbours.length, `${skill.id} has three to six neighbours`).toBeGreaterThanOrEqual(3);
      expect(skill.neighbours.length, `${skill.id} has three to six neighbours`).toBeLessThanOrEqual(6);
      expect(new Set(skill.neighbours).size, skill.id).toBe(skill.neighbours.length);
      expect(skill.neighbours, skill.id).not.toContain(skill.id);
      for (const neighbour of skill.neighbours)
        expect(findSkill(neighbour), `${skill.id} ~ ${neighbour}`).toBeDefined();
      expect(above(skill.id, new Set()), skill.id).not.toContain(skill.id);
      const names = new Set([skill.zh, skill.en, ...skill.aliases].map(normaliseWord));
      for (const word of skill.ambiguous) expect(names, `${skill.id}: ${word}`).toContain(normaliseWord(word));
    }
  });

  test('neighbours name each other nearly always', () => {
    const pairs = skills().flatMap((skill) => skill.neighbours.map((id) => [skill.id, id] as const));
    const mutual = pairs.filter(([from, to]) => findSkill(to)?.neighbours.includes(from));
    expect(mutual.length / pairs.length).toBeGreaterThan(0.95);
  });

  test('know about three thousand skills of the whole labour market', () => {
    expect(skills().length).toBeGreaterThan(3_000);
    const families = new Set(skills().map((skill) => skill.category));
    for (const family of 'software data ai chips hardware automotive biomedicine manufacturing construction finance legal hr'.split(
      ' ',
    ))
      expect(families, family).toContain(family);
  });

  test('an industry is a part of one that is a part of none, and an employer counts in the broad one', () => {
    for (const { id, parent } of industries()) {
      if (parent === null) continue;
      expect(findIndustry(parent), id).toBeDefined();
      expect(findIndustry(parent)?.parent, id).toBeNull();
    }
    expect(linkIndustry('餐饮业')).toBe('hospitality');
    expect(linkIndustry('Venture capital')).toBe('finance');
    expect(linkIndustry('互联网/电子商务')).toBe('internet');
  });

  test('companies are of an industry that there is', () => {
    for (const company of companies()) expect(findIndustry(company.industryId), company.id).toBeDefined();
  });

  test.each([
    ['skill', skills],
    ['company', companies],
    ['role', roles],
    ['industry', industries],
    ['school', schools],
    ['city', cities],
  ] as const)('no %s name stands for two entries', (_, entries) => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const entry of entries()) {
      for (const word of new Set([entry.zh, entry.en, ...entry.aliases].map(normaliseWord))) {
        const owner = owners.get(word);
        if (owner) clashes.push(`${word}: ${owner}, ${entry.id}`);
        owners.set(word, entry.id);
      }
    }
    expect(clashes).toEqual([]);
  });
});

describe('titles', () => {
  test.each([
    ['高级算法工程师(AIGC方向)', 'algorithm-engineer'],
    ['资深NLP算法工程师', 'nlp-engineer'],
    ['Senior Java Developer', 'backend-engineer'],
    ['AIGC产品经理', 'aigc-product-manager'],
    ['产品经理-商业化', 'product-manager'],
    ['Staff Machine Learning Engineer', 'machine-learning-engineer'],
    ['会计助理', 'accountant'],
  ])('%s is %s', (title, role) => {
    expect(linkRole(title)?.id).toBe(role);
    expect(findRole(role)).toBeDefined();
  });

  test('a title that is near no role stays unknown', () => {
    expect(linkRole('龘靐齉')).toBeNull();
    expect(linkRole('')).toBeNull();
  });

  test.each([
    ['高级算法工程师', 'senior'],
    ['产品经理', null],
    ['技术总监', 'director'],
    ['算法专家', 'lead'],
    ['Senior Product Manager', 'senior'],
    ['Engineering Manager', 'manager'],
    ['实习生', 'intern'],
  ])('%s is on the rung %s', (title, rung) => {
    expect(readSeniority(title)?.value ?? null).toBe(rung);
  });
});

describe('skills in running text', () => {
  const ids = (text: string) => findMentions(text).map((mention) => mention.id);
  test('are found in Chinese, English and Traditional characters', () => {
    expect(ids('熟悉深度學習框架PyTorch,有C++落地经验')).toEqual(['deep-learning', 'pytorch', 'cpp']);
    expect(ids('Experience with natural language processing and Kubernetes')).toEqual(['nlp', 'kubernetes']);
  });
  test.each([
    ['参与自动化工具与互联网架构的开发', []],
    ['协助产品经理,各种业务的后台语言', []],
    ['find his future, reach out and rest', []],
    ['精通Java、Go、rest、sql', ['java', 'go', 'restful-api', 'sql']],
    ['化工行业,熟悉精馏', ['chemical-engineering', 'distillation']],
  ])('%s: a name across two other words, or a small word that is also a name, is none', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
  test('ordinary words are not taken for languages', () => {
    expect(ids('We go to market in spring')).toEqual([]);
    expect(ids('熟悉 Go、Python 和 Redis')).toEqual(['go', 'python', 'redis']);
  });
});
