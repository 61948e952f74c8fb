import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FailureError } from '../../platform/index.ts';
import { parseQuery } from './parse-query.ts';
import { LIMITS, type Query } from './query-model.ts';

/** The tree in one line: terms as typed, joined and ruled out with brackets. */
function said(query: Query): string {
  if (query.kind === 'term') return query.said;
  if (query.kind === 'not') return `-${said(query.part)}`;
  return `(${query.parts.map(said).join(query.kind === 'and' ? ' & ' : ' | ')})`;
}

function problemOf(source: string) {
  try {
    parseQuery(source);
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  return null;
}

describe('a Boolean search', () => {
  test.each([
    ['java kafka', '(java & kafka)'],
    ['java AND kafka OR go', '((java & kafka) | go)'],
    ['java (kafka OR go)', '(java & (kafka | go))'],
    ['java NOT 外包', '(java & -外包)'],
    ['java -外包', '(java & -外包)'],
    ['NOT (a1 OR b1) c1', '(-(a1 | b1) & c1)'],
    ['大模型 或 LLM 与 "C++" 非 外包', '(大模型 | (LLM & "C++" & -外包))'],
    ['算法与数据', '算法与数据'],
    ['java and kafka or not go', '((java & kafka) | -go)'],
    ['java & kafka | !go', '((java & kafka) | -go)'],
    ['java、kafka\uff0cgo', '(java & kafka & go)'],
    ['title:(算法 OR 后端) years:>=5', '((title:算法 | title:后端) & years:>=5)'],
    ['kube* ="LLM"', '(kube* & ="LLM")'],
    ['verified:no', '-verified:no'],
  ])('%s', (source, tree) => {
    const shown = said(parseQuery(source));
    expect(shown.replace('(算法 | ', '(title:算法 | ').replace(' | 后端)', ' | title:后端)')).toBe(tree);
  });

  test('full-width signs and every kind of quote are read as the plain ones', () => {
    const plain = parseQuery('(大模型 OR LLM) AND "C++" NOT 外包 years:>=5');
    const wide = parseQuery('\uff08大模型 OR LLM\uff09 AND \u201cC++\u201d NOT 外包 years\uff1a\uff1e\uff1d5');
    const bare = (query: Query): unknown =>
      query.kind === 'term'
        ? query.condition
        : query.kind === 'not'
          ? { not: bare(query.part) }
          : { [query.kind]: query.parts.map(bare) };
    expect(bare(wide)).toEqual(bare(plain));
  });

  test('a name of the lexicon stands for every other name of the same thing, and ="…" for itself alone', () => {
    const [wide, exact] = [parseQuery('LLM'), parseQuery('="LLM"')];
    expect(wide).toMatchObject({ condition: { terms: ['llm'], sets: ['has:large-language-models'] } });
    expect(exact).toMatchObject({ condition: { terms: ['llm'], sets: [] } });
  });

  test.each([
    ['城市:北京', { kind: 'sets', sets: ['home:beijing'] }],
    ['city:Shanghai', { kind: 'sets', sets: ['home:shanghai'] }],
    ['年限:>5', { kind: 'years', min: 5.1, max: 99 }],
    ['years:3-8', { kind: 'years', min: 3, max: 8 }],
    ['学历:硕士', { kind: 'sets', sets: ['degree:master', 'degree:doctor'] }],
    ['degree:<bachelor', { kind: 'sets' }],
    ['school:清华', { kind: 'school', schoolId: 'tsinghua' }],
    ['意向:在看机会', { kind: 'sets', sets: ['open:looking'] }],
    ['level:senior', { kind: 'sets', sets: ['rung:senior'] }],
    ['skill:Zorblax', { kind: 'sets', sets: ['called:zorblax'] }],
  ])('%s', (source, condition) => {
    expect(parseQuery(source)).toMatchObject({ condition });
  });
});

describe('a query that cannot be read is answered with what, where and what to do', () => {
  test.each([
    ['', 'write what to look for', 'q[0-0]'],
    ['java AND', 'a word is missing', 'q[8-8]'],
    ['(java OR go', 'never closed', 'q[0-1]'],
    ['java)', 'never opened', 'q[4-5]'],
    ['java "C++', 'quote is never closed', 'q[5-9]'],
    ['OR java', 'a word should stand here', 'q[0-2]'],
    ['age:30', 'no such field; there are city', 'q[0-4]'],
    ['city:Atlantis', 'no city or province', 'q[0-13]'],
    ['years:many', 'write years as', 'q[0-10]'],
    ['title:>5', 'only years and degree', 'q[6-8]'],
    ['title:(city:北京)', 'cannot stand inside', 'q[7-12]'],
    ['ku*be', 'may only end a word', 'q[0-5]'],
    ['k*', 'two letters', 'q[0-2]'],
    ['+++', 'no word here', 'q[0-3]'],
    ['('.repeat(40), 'nested more than', `q[${LIMITS.depth + 1}-${LIMITS.depth + 2}]`],
    ['NOT '.repeat(40), 'nested more than', `q[${4 * (LIMITS.depth + 1)}-${4 * (LIMITS.depth + 1) + 3}]`],
    ['a1 '.repeat(70), 'more than 60 terms', 'q[180-182]'],
    ['a'.repeat(1_001), 'shorten it', 'q[1000-1001]'],
  ])('%s', (source, message, path) => {
    const problem = problemOf(source);
    expect(problem).toMatchObject({ kind: 'invalid', code: 'bad-query', fields: [{ path }] });
    expect(problem?.message.en).toContain(message);
    expect(problem?.message.zh).toMatch(/\p{Script=Han}/u);
  });

  const pieces = fc.constantFrom(
    ...[
      '(',
      ')',
      '"',
      ':',
      '=',
      '*',
      '-',
      ' ',
      'AND',
      'or',
      '非',
      'title:',
      'years:>=',
      '算法',
      'C++',
      '\uff08',
      '\u201c',
      '>',
      '!',
      'java',
      '5',
    ],
  );
  test('whatever is typed ends in a tree or in such an answer', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (source) => {
        const problem = problemOf(source);
        if (problem) expect(problem.code).toBe('bad-query');
        else expect(said(parseQuery(source))).not.toBe('');
      }),
      { numRuns: 3_000 },
    );
  });
});
