import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Condition } from '../model.ts';
import { valuesFor } from '../reading.ts';
import { createMarker, orderTerms, termColumns } from '../warehouse/index.ts';
import { type Facts, holds, rolesUnder, says, skillsUnder, termKey, termsOf } from './condition.ts';
import { conditionToSql } from './condition-to-sql.ts';

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const SKILLS = ['aigc', 'text-generation', 'diffusion-models', 'nlp', 'cpp', "it's odd"];
const KEYWORDS = ['AIGC', '生成式', 'generative AI', 'C', "o'clock"];
const ROLES = ['algorithm-engineer', 'engineering', 'copywriter', 'no-such-role'];
const INDUSTRIES = ['internet', 'ai', 'no-such-industry'];

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...SKILLS).map((skill): Condition => ({ skill })),
    fc.constantFrom(...KEYWORDS).map((keyword): Condition => ({ keyword })),
    fc.constantFrom(...ROLES).map((role): Condition => ({ role })),
    fc.constantFrom(...INDUSTRIES).map((industry): Condition => ({ industry })),
    fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
}));

const facts: fc.Arbitrary<Facts & { skillList: readonly string[] }> = fc
  .record({
    skillList: fc.uniqueArray(fc.constantFrom(...SKILLS), { maxLength: 3 }),
    words: fc
      .array(fc.constantFrom('AIGC', 'aigcx', '生成式模型', 'Generative AI', ' ', 'C++', 'C', "o'clock", '招聘'), {
        maxLength: 5,
      })
      .map((parts) => parts.join('')),
    roleId: fc.constantFrom(null, 'algorithm-engineer', 'backend-engineer', 'copywriter'),
    industryId: fc.constantFrom(null, 'internet', 'ai'),
  })
  .map((row) => ({ ...row, skills: new Set(row.skillList) }));

const literal = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);

describe('the SQL made from a condition', () => {
  test('selects the very rows for which the condition holds word by word', async () => {
    await fc.assert(
      fc.asyncProperty(
        condition,
        fc.array(facts, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (is, rows, all) => {
          const terms = orderTerms(termsOf(is)).filter((term) => all || term.kind === 'keyword');
          const mark = createMarker(terms);
          const values = rows.map((row, n) => {
            const skills = `[${row.skillList.map(literal).join(', ')}]::varchar[]`;
            return `(${n}, ${skills}, ${literal(row.roleId)}, ${literal(row.industryId)}, ${mark(row.skillList, row.words)[0]}::bigint)`;
          });
          const predicate = conditionToSql(is, { terms: terms.map(termKey) });
          const sql = `select n from (select *, ${['true', ...termColumns(terms)].join(', ')} from (values ${values.join(', ')}) t(n, skills, role_id, industry_id, terms_0)) where ${predicate.sql} order by n`;
          const found = await connection.runAndReadAll(sql, valuesFor(sql, predicate.values));
          const expected = rows.flatMap((row, n) => (holds(is, row) ? [n] : []));
          expect(found.getRows().map(([n]) => Number(n))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('has no word of the condition in its text: words are parameters', () => {
    const { sql, values } = conditionToSql({ any: [{ role: "x' or 1=1" }, { skill: 'cpp' }] }, { terms: [] });
    expect(sql).not.toContain('1=1');
    expect(Object.values(values)).toContain("x' or 1=1");
  });

  test('refuses a keyword that nobody has looked for', () => {
    expect(() => conditionToSql({ keyword: 'AIGC' }, { terms: [] })).toThrow('keyword:aigc');
  });

  test('holds more terms than one column of marks has bits', () => {
    const terms = Array.from({ length: 130 }, (_, n) => ({ kind: 'keyword' as const, value: `word${n}` }));
    const marks = createMarker(terms)([], 'word61 word62 word129');
    expect(marks).toEqual([1n << 61n, 1n, 1n << 5n]);
  });
});

describe('words', () => {
  test.each([
    ['我们做aigc产品', 'aigc', true],
    ['main', 'ai', false],
    ['ai', 'ai', true],
    ['用ai做', 'ai', true],
    ['c++', 'c', false],
    ['精通c,懂c++', 'c', true],
    ['生成式模型', '生成式', true],
    ['ai2', 'ai', false],
  ])('"%s" says "%s": %s', (text, keyword, expected) => {
    expect(says(text, keyword)).toBe(expected);
  });

  test('a skill has what stands under it, at any depth; a family of roles has its roles', () => {
    expect(skillsUnder('aigc')).toContain('text-generation');
    expect(skillsUnder('machine-learning')).toContain('diffusion-models');
    expect([...skillsUnder('cpp')]).not.toContain('python');
    expect(rolesUnder('engineering')).toContain('algorithm-engineer');
    expect(rolesUnder('copywriter')).toEqual(['copywriter']);
  });
});
