import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personOf } from '../../../bench/measuring/made-people.ts';
import { LAST_MONTH } from '../../../world/careers.ts';
import { makeCompanies } from '../../../world/companies.ts';
import { makePeople } from '../../../world/people.ts';
import { DEGREES, findMentions, findSkill } from '../../language/index.ts';
import type { Person } from '../../talent/index.ts';
import { visibleTo } from '../talent-index/allowed.ts';
import { bitsOf } from '../talent-index/bit-words.ts';
import { candidateOf } from '../talent-index/candidate.ts';
import { entryOf } from '../talent-index/feed.ts';
import { profileOf, proseOf } from '../talent-index/profile.ts';
import { emptyIndex } from '../talent-index/talent-index.ts';
import { findByQuery, isSure } from './find-by-query.ts';
import { holdsFor, readyFor } from './holds-for.ts';
import { parseQuery } from './parse-query.ts';
import { mapTerms, type Query } from './query-model.ts';

const people = makePeople(11, 0, 250, makeCompanies(11, 40), []).map(personOf);
const index = emptyIndex(() => LAST_MONTH);
for (const person of people) {
  const entry = entryOf(person, () => null);
  if (entry) index.put(entry);
}
const findable = people.filter((person) => index.get(person.member.id));
const nobody: ReadonlySet<string> = new Set();
const looking = {
  recruiterId: '',
  companyIds: [],
  applied: nobody,
  blocked: nobody,
  connections: new Set(people.map((person) => person.member.id)),
};

/** What a person says of themself, as one would read it: each text by itself, in small letters. */
const texts = (person: Person): string[] => [
  ...person.positions.flatMap((row) => [row.title, row.description, row.company_name]),
  person.member.headline,
  person.member.summary,
];
const says = (pattern: RegExp) => (person: Person) => texts(person).some((text) => pattern.test(text.toLowerCase()));
const knows = (...ids: string[]) => {
  const wanted = new Set(ids);
  return (person: Person) =>
    person.skills.some((row) => wanted.has(row.skill)) ||
    findMentions(proseOf(person), ['skill']).some(({ id }) => wanted.has(id));
};
const either =
  (...ways: ((person: Person) => boolean)[]) =>
  (person: Person) =>
    ways.some((way) => way(person));
const yearsOf = (person: Person) => {
  const profile = profileOf(person, () => null);
  return profile ? candidateOf(profile, LAST_MONTH).years : -1;
};
const titled = (pattern: RegExp) => (person: Person) =>
  person.positions.some((row) => pattern.test(row.title.toLowerCase()));

const WORD_PYTORCH = /(^|[^a-z0-9+#.])pytorch([^a-z0-9+#]|$)/;

/** Terms, and what each means, said without the index. */
const TERMS: readonly (readonly [string, (person: Person) => boolean])[] = [
  ['title:算法', titled(/算法/)],
  ['title:工程师', titled(/工程师/)],
  ['title:经理', titled(/经理/)],
  ['title:sen*', titled(/(^|[^a-z0-9])sen/)],
  [
    'title:"product manager"',
    either(titled(/product[^a-z0-9]+manager/), (person) =>
      person.positions.some((row) => row.role_id === 'product-manager'),
    ),
  ],
  ['title:="senior engineer"', titled(/(^|[^a-z0-9])senior[^a-z0-9\p{L}]+engineer([^a-z0-9]|$)/u)],
  ['算', either(says(/算/), knowsByName(/算/))],
  ['="用户"', either(says(/用户/), knowsByName(/用户/))],
  ['LLM', either(says(/(^|[^a-z0-9+#.])llm([^a-z0-9+#.]|$)/), knows('large-language-models'), knowsByName(/llm/))],
  ['PyTorch', either(says(WORD_PYTORCH), knows('pytorch'))],
  ['"C++"', either(says(/(^|[^a-z0-9+#.])c\+\+([^a-z0-9+#.]|$)/), knows('cpp'))],
  ['skill:Java', (person) => person.skills.some((row) => row.skill === 'java')],
  ['city:北京', (person) => person.member.city_id === 'beijing'],
  ['城市:上海', (person) => person.member.city_id === 'shanghai'],
  ['years:>=5', (person) => yearsOf(person) >= 5],
  ['年限:<3', (person) => yearsOf(person) < 3],
  ['years:4-9', (person) => yearsOf(person) >= 4 && yearsOf(person) <= 9],
  ['verified:yes', (person) => person.verifications.some((row) => row.position_id === person.positions[0]?.id)],
  ['verified:no', (person) => !person.verifications.some((row) => row.position_id === person.positions[0]?.id)],
  [
    'degree:硕士',
    (person) => person.education.some((row) => DEGREES.indexOf(row.degree as 'master') >= DEGREES.indexOf('master')),
  ],
  ['open:looking', (person) => person.preference?.openness === 'looking'],
  ['school:清华大学', (person) => person.education.some((row) => row.school_id === 'tsinghua')],
];

/** The names of listed skills, in both languages, are words of a profile too. */
function knowsByName(pattern: RegExp) {
  return (person: Person) =>
    person.skills.some(({ skill }) => {
      const known = findSkill(skill);
      return [known?.zh ?? skill, known?.en ?? ''].some((name) => pattern.test(name.toLowerCase()));
    });
}

type Asked = { readonly source: string; readonly means: (id: string) => boolean };
const ready = findable.flatMap((person) => {
  const profile = profileOf(person, () => null);
  return profile ? [[person.member.id, readyFor(person, profile, candidateOf(profile, LAST_MONTH))] as const] : [];
});
const finds = TERMS.map(([source, means]) => {
  const found = new Set(findable.filter(means).map((person) => person.member.id));
  return { source, found, means: (id: string) => found.has(id) };
});

const { asked } = fc.letrec<{ asked: Asked; leaf: Asked; joined: Asked; ruled: Asked }>((tie) => ({
  asked: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('joined'), tie('ruled')),
  leaf: fc.constantFrom(...finds),
  joined: fc
    .tuple(
      fc.constantFrom(' AND ', ' OR ', ' 与 ', ' 或 ', ' ', ' | '),
      fc.array(tie('asked'), { minLength: 2, maxLength: 3 }),
    )
    .map(([operator, parts]) => ({
      source: parts.map(({ source }) => `(${source})`).join(operator),
      means: (id: string) =>
        / OR | 或 | \| /.test(operator) ? parts.some(({ means }) => means(id)) : parts.every(({ means }) => means(id)),
    })),
  ruled: fc
    .tuple(fc.constantFrom('NOT ', '非 ', '-'), tie('asked'))
    .map(([sign, { source, means }]) => ({ source: `${sign}(${source})`, means: (id: string) => !means(id) })),
}));

/** Schools looked up, as the rows would be. */
const resolved = (query: Query): Query =>
  mapTerms(query, (term) => {
    const { condition } = term;
    if (condition.kind !== 'school') return term;
    const alumni = people.filter((person) => person.education.some((row) => row.school_id === condition.schoolId));
    return { ...term, memberIds: new Set(alumni.map((person) => person.member.id)) };
  });

const idsOf = (words: Parameters<typeof bitsOf>[0]) => new Set([...bitsOf(words)].map((n) => index.state.ids.id(n)));

describe('who a query finds', () => {
  test('each term finds somebody, and not everybody', () => {
    const counts = finds.map(({ found }) => found.size);
    expect(counts.filter((count) => count > 0 && count < findable.length).length).toBeGreaterThan(TERMS.length - 4);
  });

  test('is who an evaluator over the profiles finds; the index is never below, nor certain of more', () => {
    fc.assert(
      fc.property(asked, ({ source, means }) => {
        const query = resolved(parseQuery(source));
        const bounds = findByQuery(index.state, query, visibleTo(index.state, looking), LAST_MONTH);
        const [most, least] = [idsOf(bounds.most), idsOf(bounds.least)];
        const meant = new Set(ready.flatMap(([id]) => (means(id) ? [id] : [])));
        expect(new Set(ready.flatMap(([id, asked]) => (holdsFor(query, asked) ? [id] : [])))).toEqual(meant);
        for (const id of meant) expect(most.has(id)).toBe(true);
        for (const id of least) expect(meant.has(id)).toBe(true);
        if (isSure(bounds)) expect(most).toEqual(meant);
      }),
      { numRuns: 400 },
    );
  });

  test('each term is counted by itself', () => {
    const query = parseQuery('title:算法 NOT (城市:上海 OR PyTorch)');
    const { counts } = findByQuery(index.state, query, visibleTo(index.state, looking), LAST_MONTH);
    expect(counts.map(({ term, people: count }) => [term.said, count])).toEqual(
      [
        ['算法', findable.filter(titled(/算法/)).length],
        ['城市:上海', findable.filter((person) => person.member.city_id === 'shanghai').length],
        ['PyTorch', findable.filter(either(says(WORD_PYTORCH), knows('pytorch'))).length],
      ].map(([said, count]) => [said === '算法' ? 'title:算法' : said, count]),
    );
  });
});
