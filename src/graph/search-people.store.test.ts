import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { makeMember, makePosition } from '../../test/members.ts';
import { type AccountActor, FailureError, newId } from '../platform/index.ts';
import { loadSocialGraph } from './follow-connections.ts';
import { searchPeople } from './search-people.ts';
import { searchWords } from './search-words.ts';
import { block } from './store.ts';

const context = await createTestContext();
const actor = (id: string, recruitsFor: readonly string[] = []): AccountActor => ({
  kind: 'account',
  id,
  name: 'viewer',
  locale: 'zh',
  roles: new Set(),
  recruitsFor,
});
const [acme, rival] = [newId(), newId()];
const viewer = await makeMember(context, '搜索的人');

const PEOPLE = [
  ['林晓', 'Xiao Lin', '云栈智能', '算法工程师', true],
  ['林晓溪', 'Xiaoxi Lin', '云栈智能', 'NLP算法工程师', true],
  ['陈思航', null, '青禾网络', '产品经理', true],
  ['Mara Lindqvist', null, 'Northline', 'Data analyst', true],
  ['王林', null, '晓月教育', '教师', true],
  ['赵敏', null, '云栈智能', '财务', false],
] as const;
const idOf = new Map<string, string>();
for (const [name, otherName, companyName, title, present] of PEOPLE) {
  const id = await makeMember(context, name);
  idOf.set(name, id);
  await context.db.updateTable('member').set({ other_name: otherName }).where('id', '=', id).execute();
  await makePosition(context, id, { companyId: acme, companyName, title, ...(!present && { end: '2021-01-01' }) });
}
const search = async (query: string, by = actor(viewer), limit = 20) => {
  const graph = await loadSocialGraph(context);
  return searchPeople(context, graph, by, { query, limit });
};
const names = async (query: string, by = actor(viewer)) => (await search(query, by)).items.map((item) => item.name);

describe('looking for a member', () => {
  test.each([
    // A Chinese name of two characters; the very name comes before those that begin with it.
    ['林晓', ['林晓', '林晓溪']],
    ['晓溪', ['林晓溪']],
    ['xiaoxi', ['林晓溪']],
    ['Lin Xiao', ['林晓', '林晓溪']],
    ['linDQ', ['Mara Lindqvist']],
    ['云栈 算法', ['林晓', '林晓溪']],
    ['云栈智能,nlp', ['林晓溪']],
    ['雲棧智能', ['林晓', '林晓溪']],
    ['產品經理', ['陈思航']],
    ['data  Northline', ['Mara Lindqvist']],
    // What stood on a card before is not searched, nor pairs of characters that only stand in the word's parts.
    ['财务', []],
    ['晓林', []],
    ['没有这个人', []],
  ])('%s', async (query, found) => {
    expect((await names(query)).sort()).toEqual([...found].sort());
  });

  test('puts the very name first, then names that begin so', async () => {
    expect(await names('林晓')).toEqual(['林晓', '林晓溪']);
    expect(await names('Xiaoxi Lin')).toEqual(['林晓溪']);
  });

  test('by less than two characters is refused', async () => {
    const refused = await search('林').catch((error: unknown) => error);
    expect(refused instanceof FailureError && refused.failure.code).toBe('query-too-short');
  });

  test('finds what comparing every card finds', async () => {
    const bits = fc.constantFrom(
      '林',
      '晓',
      '云',
      '栈',
      '智',
      '能',
      '工',
      '程',
      'li',
      'n',
      'd',
      'Data',
      ' ',
      '%',
      '_',
      '\\',
    );
    const cards = PEOPLE.map(([name, otherName, companyName, title, present]) => ({
      name,
      text: [name, otherName ?? '', ...(present ? [companyName, title] : [])].map((text) => text.toLowerCase()),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(bits, { minLength: 2, maxLength: 4 }), async (parts) => {
        const query = parts.join('');
        const words = searchWords(query).map((word) => word.folded);
        fc.pre(words.length > 0);
        const expected = cards.filter((card) => words.every((word) => card.text.some((text) => text.includes(word))));
        expect((await names(query)).sort()).toEqual(expected.map((card) => card.name).sort());
      }),
      { numRuns: 60 },
    );
  });

  test('comes page by page, each person once', async () => {
    const graph = await loadSocialGraph(context);
    const read: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await searchPeople(context, graph, actor(viewer), {
        query: '云栈',
        limit: 1,
        ...(cursor && { cursor }),
      });
      read.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor;
    }
    expect(read.sort()).toEqual(['林晓', '林晓溪']);
  });
});

describe('who is come across', () => {
  const findable = (name: string, findable_by: 'nobody' | 'recruiters') =>
    context.db
      .updateTable('preference')
      .set({ findable_by })
      .where('member_id', '=', idOf.get(name) ?? '')
      .execute();

  test('not oneself, and not those who blocked or were blocked', async () => {
    expect(await names('林晓', actor(idOf.get('林晓') ?? ''))).toEqual(['林晓溪']);
    await block(context, idOf.get('王林') ?? '', viewer);
    expect(await names('王林')).toEqual([]);
    expect(await names('搜索的人', actor(idOf.get('王林') ?? ''))).toEqual([]);
  });

  test('not somebody whose resume was imported, until they may be found', async () => {
    const id = idOf.get('陈思航') ?? '';
    await context.db.updateTable('member').set({ origin: 'import' }).where('id', '=', id).execute();
    expect(await names('陈思航')).toEqual([]);
    await findable('陈思航', 'recruiters');
    expect(await names('陈思航')).toEqual(['陈思航']);
  });

  test('a recruiter finds whoever lets recruiters find them, and it is in their file; never people of the own company', async () => {
    const recruiter = actor(viewer, [rival]);
    expect(await names('林晓', recruiter)).toEqual([]);
    await findable('林晓溪', 'recruiters');
    expect(await names('林晓', recruiter)).toEqual(['林晓溪']);
    expect(await names('林晓', actor(viewer, [acme]))).toEqual([]);
    const files = await context.db
      .selectFrom('disclosure')
      .select(['member_id', 'viewer_id', 'surface', 'fields'])
      .where('surface', '=', 'search')
      .where('viewer_company_id', '=', rival)
      .execute();
    expect(files).toEqual([{ member_id: idOf.get('林晓溪'), viewer_id: viewer, surface: 'search', fields: ['card'] }]);
  });
});
