import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONTH, somebody, someLooking, someProfile, someProfiles } from '../../../test/made-profiles.ts';
import { readRoleBrief } from '../../language/index.ts';
import { planOf } from '../brief-plan.ts';
import type { Filter } from '../model.ts';
import { rank, type Steps } from '../rank.ts';
import { candidateOf } from './candidate.ts';
import { compacted } from './compact.ts';
import { Dictionary } from './dictionary.ts';
import { IdTable } from './id-table.ts';
import type { MatchProfile } from './profile.ts';
import { decodeProfile, encodeProfile } from './record.ts';
import { weighedWords, wordPoints } from './select.ts';
import { emptyIndex, indexOf, type TalentIndex } from './talent-index.ts';

const BRIEFS = [
  '高级NLP算法工程师,北京,3年以上,硕士,熟悉PyTorch、Python,C++优先,60-90K·15薪',
  'Backend engineer, Java and SQL, remote possible, Shanghai',
  '找一个会计',
  '北京',
].map((text) => readRoleBrief(text));
const WORDS = ['推理', '模型', 'kafka', 'seata', '算法'];
const impacts = fc
  .dictionary(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 255 }))
  .map((words) => new Map(Object.entries(words)));
const entries = (most: number) =>
  fc.tuple(someProfiles(most), fc.array(impacts, { minLength: most, maxLength: most })).map(([profiles, words]) =>
    profiles.map((profile, n) => ({
      profile,
      impacts: words[n] ?? new Map<string, number>(),
      marks: ['shares-pay'] as readonly string[],
    })),
  );
const filter: fc.Arbitrary<Filter> = fc.record(
  {
    cityId: fc.constantFrom('beijing', 'shanghai'),
    yearsMin: fc.integer({ min: 0, max: 12 }),
    degree: fc.constantFrom('bachelor', 'master'),
    skill: fc.constantFrom('nlp', 'python'),
    verified: fc.constant('true' as const),
    connection: fc.constantFrom(1, 2, 3),
  },
  { requiredKeys: [] },
);
const steps = fc.dictionary(somebody, fc.constantFrom<Steps>(1, 2, 3)).map((of) => new Map(Object.entries(of)));

type Asked = {
  readonly plan: ReturnType<typeof planOf>;
  readonly looking: Parameters<TalentIndex['rank']>[1]['looking'];
  readonly filter: Filter;
  readonly steps: ReadonlyMap<string, Steps>;
};
const asked: fc.Arbitrary<Asked> = fc.record({
  plan: fc.constantFrom(...BRIEFS).map((brief) => planOf(brief, { industryId: 'ai', words: WORDS })),
  looking: someLooking,
  filter,
  steps,
});

const ask = (index: TalentIndex, { plan, looking, filter, steps }: Asked) =>
  index.rank(plan, {
    looking,
    filter,
    importance: {},
    limit: 50,
    stepsTo: (id) => steps.get(id) ?? null,
    near: (most) => [...steps].flatMap(([id, at]) => (at !== null && at <= most ? [id] : [])),
  });
const shown = ({ ranked, fitting }: Omit<ReturnType<typeof ask>, 'sure'>) => ({
  fitting,
  people: ranked.map(({ candidate, score, parts }) => ({ id: candidate.memberId, score, parts })),
});

describe('the talent index', () => {
  test('ranks as the plain ranker over everybody does', () => {
    fc.assert(
      fc.property(entries(30), asked, (people, question) => {
        const index = emptyIndex(() => MONTH);
        for (const entry of people) index.put(entry);
        index.recount();
        const weighed = weighedWords(index.state.counted, WORDS);
        const contenders = people.map(({ profile, impacts: has }) => ({
          candidate: candidateOf(profile, MONTH),
          words:
            weighed.length === 0
              ? null
              : weighed.reduce((sum, { word, share }) => sum + wordPoints(share, has.get(word) ?? 0), 0) / 4_000,
        }));
        const { plan, looking, filter, steps } = question;
        const plain = rank(plan, contenders, {
          looking,
          filter,
          importance: {},
          year: 2023,
          limit: 50,
          stepsTo: (id) => steps.get(id) ?? null,
        });
        const quick = ask(index, question);
        expect(shown(quick).people).toEqual(shown(plain).people);
        // Somebody who will leave a company later counts as fitting until the rows say otherwise.
        expect(quick.fitting).toBeGreaterThanOrEqual(plain.fitting);
      }),
      { numRuns: 400 },
    );
  });

  test('is the same whether it was built at once or grew by changes', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('put' as const),
        profile: someProfile,
        impacts,
        marks: fc.constant<readonly string[]>([]),
      }),
      fc.record({ kind: fc.constant('remove' as const), id: somebody }),
    );
    fc.assert(
      fc.property(entries(12), fc.array(change, { maxLength: 30 }), asked, (first, changes, question) => {
        const grown = emptyIndex(() => MONTH);
        const now = new Map(first.map((entry) => [entry.profile.memberId, entry]));
        for (const entry of first) grown.put(entry);
        grown.recount();
        for (const one of changes) {
          if (one.kind === 'put') {
            grown.put(one);
            now.set(one.profile.memberId, one);
          } else {
            grown.remove(one.id);
            now.delete(one.id);
          }
        }
        const built = emptyIndex(() => MONTH);
        for (const entry of now.values()) built.put(entry);
        built.state.counted = grown.state.counted;
        expect(grown.size).toBe(built.size);
        expect(shown(ask(grown, question))).toEqual(shown(ask(built, question)));
        for (const { profile } of first) expect(grown.get(profile.memberId)).toEqual(built.get(profile.memberId));
      }),
      { numRuns: 300 },
    );
  });

  test('answers alike when what people once were is thrown away', () => {
    fc.assert(
      fc.property(entries(12), entries(12), entries(12), asked, (first, second, third, question) => {
        const index = emptyIndex(() => MONTH);
        for (const entry of [...first, ...second]) index.put(entry);
        index.recount();
        const tidy = indexOf(compacted(index.state), () => MONTH);
        expect(tidy.state.ids.count).toBe(index.size);
        expect(shown(ask(tidy, question))).toEqual(shown(ask(index, question)));
        for (const entry of third) {
          index.put(entry);
          tidy.put(entry);
        }
        expect(shown(ask(tidy, question))).toEqual(shown(ask(index, question)));
      }),
      { numRuns: 200 },
    );
  });

  test('knows nobody who is not in it', () => {
    const index = emptyIndex(() => MONTH);
    expect(index.get('018f0000-0000-7000-8000-000000000001')).toBeUndefined();
    expect(index.get('not an id')).toBeUndefined();
    index.remove('018f0000-0000-7000-8000-000000000001');
    expect(index.size).toBe(0);
  });
});

test('a record gives its profile back', () => {
  fc.assert(
    fc.property(someProfile, (profile: MatchProfile) => {
      const dictionary = new Dictionary(['before']);
      const bytes = encodeProfile(profile, dictionary);
      const padded = new Uint8Array([7, 7, ...bytes, 7]);
      expect(decodeProfile(padded, 2, dictionary, profile.memberId)).toEqual(profile);
    }),
    { numRuns: 1_000 },
  );
});

test('a table of ids finds the latest number of each, also from its bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid({ version: [4, 7] }), { maxLength: 300 }), fc.uuid(), (ids, other) => {
      const table = new IdTable();
      for (const id of ids) table.append(id);
      const again = IdTable.fromBytes(table.toBytes().slice());
      for (const each of [table, again]) {
        ids.forEach((id, n) => {
          expect(each.id(n)).toBe(id);
          expect(each.find(id)).toBe(ids.lastIndexOf(id));
        });
        expect(each.find(other)).toBe(ids.includes(other) ? ids.lastIndexOf(other) : undefined);
      }
    }),
    { numRuns: 60 },
  );
});
