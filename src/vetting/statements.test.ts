import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts, PositionFacts } from './facts.ts';
import { K } from './independent-support.ts';
import { SECTIONS, type Section } from './model.ts';
import { makeStatements } from './statements.ts';

const NOW = new Date('2023-03-31T01:00:00Z');
const month = fc
  .integer({ min: 2014 * 12, max: 2023 * 12 + 2 })
  .map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
const position: fc.Arbitrary<PositionFacts> = fc
  .record({
    id: fc.uuid(),
    companyName: fc.constantFrom('云栈智能', 'Northline', '晨帆科技'),
    title: fc.constantFrom('算法工程师', 'Director', '实习生'),
    seniority: fc.constantFrom('junior', 'director', null),
    cityId: fc.constantFrom('beijing', 'shanghai', null),
    start: month,
    end: fc.option(month),
    description: fc.constantFrom('', '用 PyTorch 训练模型'),
    verified: fc.array(
      fc.record({ method: fc.constantFrom('work-email', 'colleagues'), month, domain: fc.constant('acme.example') }),
      { maxLength: 2 },
    ),
    pool: fc.nat(K),
    independent: fc.nat(4),
  })
  .map((row) => ({ ...row, end: row.end !== null && row.end < row.start ? null : row.end }));
const facts: fc.Arbitrary<Facts> = fc.record({
  positions: fc.array(position, { maxLength: 4 }),
  education: fc.array(
    fc.record({
      id: fc.uuid(),
      schoolId: fc.constant('zju'),
      schoolName: fc.constant('浙江大学'),
      degree: fc.constantFrom('master', null),
      major: fc.constant(''),
      startYear: fc.constant(2015),
      endYear: fc.integer({ min: 2016, max: 2022 }),
      pool: fc.nat(K),
      classmates: fc.nat(3),
    }),
    { maxLength: 2 },
  ),
  skills: fc.uniqueArray(
    fc.record({ skill: fc.constantFrom('pytorch', 'nlp', 'sql'), endorsers: fc.nat(3), colleagues: fc.nat(2) }),
    { selector: (one) => one.skill, maxLength: 3 },
  ),
  askedSkills: fc.constant(['nlp']),
  talk: fc.array(
    fc.record({ text: fc.constantFrom('聊聊 PyTorch', '周末爬山'), score: fc.integer({ min: -3, max: 5 }) }),
  ),
  resumes: fc.constant([]),
});
const sections = fc.subarray([...SECTIONS]);
const of = (made: ReturnType<typeof makeStatements>, kind: string) => made.filter((one) => one.statement.kind === kind);

describe('a check', () => {
  test('has a statement for each position, and says where it knows nothing', () => {
    fc.assert(
      fc.property(facts, sections, (rows, chosen) => {
        const made = makeStatements(rows, chosen, NOW);
        expect(of(made, 'position')).toHaveLength(rows.positions.length);
        for (const { evidence } of made) {
          expect(evidence.length).toBeGreaterThan(0);
          const telling = evidence.some(({ side }) => side !== 'notes');
          expect(evidence.some(({ text }) => text.en.startsWith('There is nothing to show'))).toBe(!telling);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('looks only at what its candidate let it look at', () => {
    fc.assert(
      fc.property(facts, sections, (rows, chosen) => {
        const made = makeStatements(rows, chosen, NOW);
        if (!chosen.includes('education')) expect(of(made, 'education')).toEqual([]);
        if (!chosen.includes('skills')) expect(of(made, 'skill')).toEqual([]);
        const less = {
          ...rows,
          ...(!chosen.includes('community') && { talk: [] }),
          ...(!chosen.includes('resume') && { resumes: [] }),
        };
        expect(makeStatements(less, chosen, NOW)).toEqual(made);
      }),
      { numRuns: 500 },
    );
  });

  test('tells nothing of people who are too few', () => {
    fc.assert(
      fc.property(facts, (rows) => {
        const few: Facts = {
          ...rows,
          positions: rows.positions.map((row) => ({ ...row, pool: Math.min(row.pool, K - 1) })),
          education: rows.education.map((row) => ({ ...row, pool: Math.min(row.pool, K - 1) })),
        };
        const none: Facts = {
          ...few,
          positions: few.positions.map((row) => ({ ...row, independent: 0, pool: 0 })),
          education: few.education.map((row) => ({ ...row, classmates: 0 })),
          skills: few.skills.map((row) => ({ ...row, colleagues: 0 })),
        };
        expect(makeStatements(few, SECTIONS, NOW)).toEqual(makeStatements(none, SECTIONS, NOW));
      }),
      { numRuns: 500 },
    );
  });

  test('has no number for the whole, nor for a statement', () => {
    fc.assert(
      fc.property(facts, (rows) => {
        for (const finished of makeStatements(rows, SECTIONS, NOW)) {
          expect(Object.keys(finished).sort()).toEqual(['evidence', 'statement']);
          expect(Object.keys(finished.statement).sort()).toEqual(['key', 'kind', 'text']);
          for (const one of finished.evidence) expect(Object.keys(one).sort()).toEqual(['side', 'text']);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const steady: PositionFacts = {
  id: '0190a0b0-0000-7000-8000-000000000001',
  companyName: '云栈智能',
  title: '算法工程师',
  seniority: null,
  cityId: 'beijing',
  start: '2019-07',
  end: null,
  description: '',
  verified: [{ method: 'work-email', month: '2021-03', domain: 'acme.example' }],
  pool: K,
  independent: 3,
};
const only = (rows: Partial<Facts>, chosen: readonly Section[] = SECTIONS) =>
  makeStatements(
    { positions: [steady], education: [], skills: [], askedSkills: [], talk: [], resumes: [], ...rows },
    chosen,
    NOW,
  );
const said = (made: ReturnType<typeof only>, kind: string) =>
  of(made, kind).flatMap((one) => one.evidence.map(({ side, text }) => `${side}: ${text.en}`));

test('verification, support and a resume that differs stand beside the position, each in both languages', () => {
  const made = only({
    resumes: [
      {
        readOn: '2023-02',
        statement: {
          said: 'in short',
          positions: [
            { company: '云栈智能有限公司', title: '算法工程师', start: '2018-01', end: null, endKnown: true },
          ],
          education: [],
        },
      },
    ],
  });
  expect(said(made, 'position')).toEqual([
    'supports: In Mar 2021 a code sent to a mailbox at @acme.example was entered, while the position lasted.',
    'supports: 3 colleagues, independent of one another, support it: there at the same time, verified, and having confirmed it or being connected to the candidate.',
    'differs: The resume imported in Feb 2023 differs in the start: Jan 2018 there, Jul 2019 in the profile. It may have been misread, or corrected since.',
  ]);
  for (const { statement, evidence } of made) {
    for (const { zh } of [statement.text, ...evidence.map((one) => one.text)]) expect(zh).toMatch(/\p{Script=Han}/u);
  }
});

test('two whole-time jobs in two cities differ; in one city they are worth knowing', () => {
  const other = {
    ...steady,
    id: '0190a0b0-0000-7000-8000-000000000002',
    companyName: 'Northline',
    end: '2020-01',
    verified: [],
    independent: 0,
  };
  const sides = (cityId: string) =>
    said(only({ positions: [steady, { ...other, cityId }] }), 'position').filter((line) => line.includes('shares'));
  expect(sides('shanghai').map((line) => line.split(':')[0])).toEqual(['differs', 'differs']);
  expect(sides('beijing').map((line) => line.split(':')[0])).toEqual(['notes', 'notes']);
});

test('talk counts where it speaks of the skill and others found it good', () => {
  const skills = [{ skill: 'pytorch', endorsers: 0, colleagues: 0 }];
  const talk = [
    { text: '聊聊 PyTorch', score: 4 },
    { text: '周末爬山', score: 9 },
  ];
  expect(said(only({ skills, talk }), 'skill')).toEqual([
    'supports: 1 posts and comments under their own name speak of it, with 4 votes in sum.',
  ]);
  expect(said(only({ skills, talk: [{ text: '聊聊 PyTorch', score: 0 }] }), 'skill')).toEqual([
    'notes: There is nothing to show for or against this.',
  ]);
});
