import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personOf } from '../../../bench/measuring/made-people.ts';
import { createTestContext } from '../../../test/database.ts';
import { MONTH, somebody, someLooking, someProfiles } from '../../../test/made-profiles.ts';
import { makeCompanies } from '../../../world/companies.ts';
import { makePeople } from '../../../world/people.ts';
import { readRoleBrief } from '../../language/index.ts';
import { planOf } from '../brief-plan.ts';
import type { Filter } from '../model.ts';
import { parseQuery } from '../query/parse-query.ts';
import type { Query } from '../query/query-model.ts';
import { resolveQuery } from '../query/resolve-query.ts';
import type { Steps } from '../rank.ts';
import { mayShow } from '../rules.ts';
import { entryOf } from '../talent-index/feed.ts';
import { type Entry, emptyIndex } from '../talent-index/talent-index.ts';
import type { TalentSearch } from '../talent-search.ts';
import { loadDatabaseIndex } from './database-index.ts';
import { putEntries } from './entry-store.ts';

const context = await createTestContext();
const inDatabase = await loadDatabaseIndex(context);

/** The same people in memory and in the database, words counted. */
async function bothOf(entries: readonly Entry[]): Promise<readonly [TalentSearch, TalentSearch]> {
  const inMemory = emptyIndex(() => MONTH);
  for (const entry of entries) inMemory.put(entry);
  inMemory.recount();
  await context.db.deleteFrom('talent_entry').execute();
  await putEntries(context.db, entries, MONTH);
  await inDatabase.recount();
  await inDatabase.save();
  return [inMemory, inDatabase];
}

const BRIEFS = [
  '高级NLP算法工程师,北京,3年以上,硕士,熟悉PyTorch、Python,C++优先,60-90K·15薪',
  'Backend engineer, Java and SQL, remote possible, Shanghai',
  '找一个会计',
  '北京',
].map((text) => readRoleBrief(text));
const WORDS = ['推理', '模型', 'kafka', "o'hara", 'c++', '算法'];

type Asked = {
  readonly plan: ReturnType<typeof planOf>;
  readonly looking: Parameters<typeof mayShow>[1];
  readonly filter: Filter;
  readonly steps: ReadonlyMap<string, Steps>;
  readonly query: Query | null;
  readonly everybody: boolean;
};

const answer = async (index: TalentSearch, { steps, ...asked }: Asked) => {
  const { ranked, fitting, sure } = await index.rank(asked.plan, {
    ...asked,
    importance: {},
    limit: 500,
    stepsTo: (id) => steps.get(id) ?? null,
    near: (most) => [...steps].flatMap(([id, at]) => (at !== null && at <= most ? [id] : [])),
  });
  const people = ranked.map(({ candidate, score, parts }) => ({ id: candidate.memberId, score, parts }));
  return { fitting, sure, people };
};

const impacts = fc
  .dictionary(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 255 }))
  .map((words) => new Map(Object.entries(words)));
const marks = fc.subarray([
  'shares-pay',
  'title~算法',
  'title~工程',
  'company~acme',
  'company~acmelabs',
  'called:seata',
]);
const entries: fc.Arbitrary<Entry[]> = fc
  .tuple(someProfiles(30), fc.array(fc.tuple(impacts, marks), { minLength: 30, maxLength: 30 }))
  .map(([profiles, more]) =>
    profiles.map((profile, n) => ({ profile, impacts: more[n]?.[0] ?? new Map(), marks: more[n]?.[1] ?? [] })),
  );
const oneFilter: fc.Arbitrary<Filter> = fc.record(
  {
    cityId: fc.constantFrom('beijing', 'shanghai'),
    yearsMin: fc.integer({ min: 0, max: 12 }),
    degree: fc.constantFrom('bachelor', 'master', 'no such degree'),
    skill: fc.constantFrom('nlp', 'python'),
    verified: fc.constant('true' as const),
    connection: fc.constantFrom(1, 2, 3),
  },
  { requiredKeys: [] },
);
/** Mostly none, or of one kind: several at once leave nobody. */
const filter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: oneFilter.map((all) => Object.fromEntries(Object.entries(all).slice(0, 1))),
  },
  { weight: 1, arbitrary: oneFilter },
);
const ATOMS = [
  ...['算法', '算', '模型', 'kafka', 'kaf*', '"推理 模型"', 'PyTorch', 'title:算法', 'title:法', 'title:工程*'],
  ...['company:acme*', 'company:acme', 'skill:python', 'city:北京', 'years:3..8', 'years:5+', 'verified', 'c++'],
];
const source: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom('AND', 'OR'), fc.constantFrom('', 'NOT '), fc.constantFrom(...ATOMS)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.map(([join, not, atom], n) => `${n === 0 ? '' : `${join} `}${not}${atom}`).join(' '));
const steps = fc.dictionary(somebody, fc.constantFrom<Steps>(1, 2, 3)).map((of) => new Map(Object.entries(of)));
const plan = fc.constantFrom(...BRIEFS).map((brief) => planOf(brief, { industryId: 'ai', words: WORDS }));
const asked = fc.record({
  ...{ plan, looking: someLooking, filter, steps, everybody: fc.boolean() },
  source: fc.option(source, { freq: 1 }),
});

/** Queries that cannot be read are another test's. */
async function queryOf(text: string | null): Promise<Query | null> {
  try {
    return text === null ? null : await resolveQuery(context, parseQuery(text));
  } catch {
    return null;
  }
}

describe('the index in the database', () => {
  test('finds the same people as the one in memory, in the same order, with the same scores', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(entries, fc.array(asked, { minLength: 3, maxLength: 3 }), async (people, questions) => {
        const [inMemory, database] = await bothOf(people);
        expect(database.size).toBe(inMemory.size);
        expect([...database.counted.withWord].sort()).toEqual([...inMemory.counted.withWord].sort());
        for (const { source: text, ...question } of questions) {
          const query = await queryOf(text);
          const expected = await answer(inMemory, { ...question, query });
          expect(await answer(database, { ...question, query }), text ?? '').toEqual(expected);
          found += expected.people.length;
          const near = () => [];
          const finding = { ...question, filter: {}, near, query, only: question.looking.connections, most: 9 };
          const sorted = async (index: TalentSearch) => {
            const { ids, sure } = await index.everybody(question.plan, finding);
            const pay = await index.hopedPay(question.plan, finding);
            return { ids: ids?.sort(), sure, pay: [...pay].sort((a, b) => a - b) };
          };
          expect(await sorted(database), text ?? '').toEqual(await sorted(inMemory));
          if (!query) continue;
          const counts = await inMemory.countTerms(query, question.looking);
          expect(await database.countTerms(query, question.looking), text ?? '').toEqual(counts);
        }
      }),
      { numRuns: 120 },
    );
    expect(found).toBeGreaterThan(50);
  });

  test('never gives anybody who hides, whatever the settings', async () => {
    const nothing = planOf(readRoleBrief('北京'));
    await fc.assert(
      fc.asyncProperty(entries, fc.array(someLooking, { minLength: 5, maxLength: 5 }), async (people, lookers) => {
        const [, database] = await bothOf(people);
        for (const looking of lookers) {
          const options = { looking, filter: {}, importance: {}, limit: 500, stepsTo: () => null, near: () => [] };
          const { ranked } = await database.rank(nothing, { ...options, everybody: true });
          for (const { candidate } of ranked) expect(mayShow(candidate, looking)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('both answer alike over a made-up society, in words of two characters and of two languages', async () => {
  const made = makePeople(7, 0, 300, makeCompanies(7, 40), []).map(personOf);
  const people = made.flatMap((person) => entryOf(person, () => 'internet') ?? []);
  const [inMemory, database] = await bothOf(people);
  const nobody: ReadonlySet<string> = new Set();
  const looking = { recruiterId: '', companyIds: [], applied: nobody, blocked: nobody, connections: nobody };
  for (const text of [
    '算法',
    '数据 OR backend',
    '产品 AND NOT 运营',
    'title:engineer',
    '后端*',
    'Java years:3..10',
    '研',
  ]) {
    const query = await queryOf(text);
    expect(query, text).not.toBeNull();
    for (const brief of BRIEFS) {
      const words = ['算法', '用户', '缓存', 'latency', '推荐'];
      const question = { looking, filter: {}, steps: new Map(), plan: planOf(brief, { words }) };
      const expected = await answer(inMemory, { ...question, query, everybody: true });
      expect(expected.people.length, text).toBeGreaterThan(0);
      expect(await answer(database, { ...question, query, everybody: true }), text).toEqual(expected);
      const listed = await answer(inMemory, { ...question, query: null, everybody: false });
      expect(await answer(database, { ...question, query: null, everybody: false })).toEqual(listed);
    }
  }
  const profiles: string[] = [];
  for await (const profile of database.profiles(50)) profiles.push(profile.memberId);
  expect(profiles.length).toBeGreaterThan(20);
  expect(new Set(profiles).size).toBe(profiles.length);
});
