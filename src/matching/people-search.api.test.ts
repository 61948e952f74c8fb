import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { memberIdsOf } from '../../test/matches.ts';
import { type Caller, createScene, itemsOf } from '../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const postingId = await scene.addPosting(recruiter, ours);
const people: Caller[] = [];
for (let n = 0; n < 6; n++) people.push(await scene.addEngineer(`Person ${n}`, 'theirs'));
const colleague = await scene.addEngineer('Own Colleague', 'ours');
const away = await scene.addEngineer('Hides From Us', 'theirs', { hiddenFromCompanyIds: [ours] });
const hidden = await scene.addEngineer('Hidden Person', 'theirs', { findableBy: 'nobody' });
const everybody = people.map((one) => one.id).sort();

const search = (q: string, more = '') => recruiter.get(`/people-search?q=${encodeURIComponent(q)}${more}`);
const found = async (q: string) => memberIdsOf(await search(q, '&limit=100')).sort();

describe('a Boolean search of its own', () => {
  test.each([
    '(大模型 OR nothing) AND 算法 NOT 外包 city:北京 years:>=3 verified:no',
    'LLM',
    'title:算法 company:theirs',
    '\uff08大模型 或 nothing\uff09 与 职位\uff1a算法',
    '"算法工程师"',
    'head*',
  ])('%s finds everybody who may be found, and nobody else', async (q) => {
    expect(await found(q)).toEqual(everybody);
  });

  test.each(['="LLM"', 'title:产品', 'city:上海', 'school:清华', '算法 NOT 算法', 'company:ours'])(
    '%s finds nobody',
    async (q) => {
      expect(await found(q)).toEqual([]);
    },
  );

  test('a phrase and a school are read from the rows, and one person has them', async () => {
    const [first] = people;
    expect(await found('"headline of Person 0"')).toEqual([first?.id]);
    expect(await found('school:"school of Person 0"')).toEqual([first?.id]);
    expect(await found('"of headline"')).toEqual([]);
    const rest = everybody.filter((id) => id !== first?.id);
    expect(await found('PyTorch NOT "headline of Person 0"')).toEqual(rest);
  });

  test('nobody is found who works here, hides from here or hides', async () => {
    const ids = await found('PyTorch OR 算法 OR company:ours');
    for (const one of [colleague, away, hidden]) expect(ids).not.toContain(one.id);
  });

  test('counts each term, but none below five', async () => {
    const { body } = await search('PyTorch AND (title:算法 OR "summary of Person 1")');
    expect(body).toMatchObject({
      fitting: 6,
      sure: true,
      terms: [
        { said: 'PyTorch', people: 6, sure: true },
        { said: 'title:算法', people: 6, sure: true },
        { said: '"summary of Person 1"', sure: false },
      ],
    });
    expect((await search('PyTorch "skill of Person 1"')).body.terms).toMatchObject([
      { people: 6 },
      { said: '"skill of Person 1"' },
    ]);
    expect((await search('school:"school of Person 1"')).body.terms).toMatchObject([{ people: null }]);
  });

  test('is told to those who were shown, with what was searched for', async () => {
    const [first] = people;
    await search('"headline of Person 0"');
    const rows = itemsOf((await first?.get('/me/file')) ?? { status: 0, body: {} });
    expect(rows).toContainEqual(
      expect.objectContaining({
        surface: 'people-search',
        detail: expect.objectContaining({ about: '"headline of Person 0"' }),
      }),
    );
  });

  test('what cannot be read is answered with where and what to do', async () => {
    const { status, body } = await search('(java OR go');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'bad-query', fields: [{ path: 'q[0-1]' }] });
    expect(body.title).toContain('never closed');
  });

  test('an unlawful wish is told to whoever searches', async () => {
    expect((await search('PyTorch "35岁以下"')).body.unlawful).toMatchObject([{ kind: 'age' }]);
  });

  test('goes on page by page', async () => {
    const first = await search('PyTorch', '&limit=4');
    const second = await search('PyTorch', `&limit=4&cursor=${first.body.nextCursor}`);
    expect([...memberIdsOf(first), ...memberIdsOf(second)].sort()).toEqual(everybody);
  });
});

describe("a Boolean filter on a posting's list", () => {
  const list = (q: string) => recruiter.get(`/postings/${postingId}/matches?limit=100&q=${encodeURIComponent(q)}`);

  test('narrows it', async () => {
    expect(memberIdsOf(await list('title:算法')).sort()).toEqual(everybody);
    expect(memberIdsOf(await list('"headline of Person 3"'))).toEqual([people[3]?.id]);
    expect(memberIdsOf(await list('NOT 算法'))).toEqual([]);
  });

  test('is refused where it cannot be read', async () => {
    expect((await list('(')).body.code).toBe('bad-query');
  });
});
