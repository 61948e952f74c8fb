import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { memberIdsOf } from '../../../test/matches.ts';
import { type Caller, createScene, itemsOf } from '../../../test/scene.ts';
import { readRoleBrief } from '../../language/index.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
const other = await scene.addCompany('other');
await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const mate = await scene.addAccount('Mate Recruiter', [ours]);
const rival = await scene.addAccount('Rival Recruiter', [other]);
const people: Caller[] = [];
for (let n = 0; n < 3; n++) people.push(await scene.addEngineer(`Person ${n}`, 'theirs'));

const search = { kind: 'query', q: 'PyTorch title:算法' };
const make = async (name: string, more: object = {}) => {
  const { status, body } = await recruiter.post('/pools', { companyId: ours, name, shared: false, search, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return String(body.id);
};
const setFindable = async (one: Caller, findableBy: string) => {
  const preferences = (await one.get('/me/preferences')).body;
  await one.put('/me/preferences', { ...preferences, findableBy });
};
const newcomers = async (id: string, who = recruiter) => (await who.get(`/pools/${id}`)).body.newcomers;
const surfaces = async (one: Caller) => itemsOf(await one.get('/me/file')).map((row) => row.surface);

describe('a talent pool', () => {
  test('shows whom its search finds, and who came since it was looked into', async () => {
    const id = await make('NLP people');
    expect(await newcomers(id)).toBe(0);
    const late = await scene.addEngineer('Late Comer', 'theirs');
    expect(await newcomers(id)).toBe(1);
    const list = await recruiter.get(`/pools/${id}/people?limit=100`);
    expect(memberIdsOf(list).sort()).toEqual([...people, late].map((one) => one.id).sort());
    expect(itemsOf(list).filter((item) => item.isNew)).toMatchObject([{ member: { id: late.id } }]);
    expect(memberIdsOf(await recruiter.get(`/pools/${id}/people?new=true`))).toEqual([late.id]);
    expect(await surfaces(late)).toContain('people-search');
    expect((await recruiter.post(`/pools/${id}/look`)).body).toEqual({ newcomers: 0 });
    expect(memberIdsOf(await recruiter.get(`/pools/${id}/people?new=true`))).toEqual([]);
  });

  test('forgets at once who hides: neither shown nor counted, and new again when they come back', async () => {
    const id = await make('those who come and go');
    const shy = await scene.addEngineer('Shy Person', 'theirs');
    expect(await newcomers(id)).toBe(1);
    await setFindable(shy, 'nobody');
    // The index has not heard of it yet: the rows decide.
    expect(await newcomers(id)).toBe(0);
    const shown = JSON.stringify((await recruiter.get(`/pools/${id}/people?limit=100`)).body);
    expect(shown).not.toContain(shy.id);
    await scene.services.catchUp();
    await recruiter.post(`/pools/${id}/look`);
    await setFindable(shy, 'recruiters');
    await scene.services.catchUp();
    expect(await newcomers(id)).toBe(1);
  });

  test('keeps a brief as well as a query, with its filter and what matters', async () => {
    const text = 'NLP算法工程师,北京,3年以上,熟悉PyTorch';
    const kept = { kind: 'brief', text, brief: readRoleBrief(text), filter: { cityId: 'beijing' }, weigh: 'pay:0' };
    const id = await make('from a brief', { search: kept });
    const { body } = await recruiter.get(`/pools/${id}`);
    expect(body.search).toMatchObject({ kind: 'brief', filter: { cityId: 'beijing' }, weigh: 'pay:0' });
    expect(memberIdsOf(await recruiter.get(`/pools/${id}/people?limit=100`)).length).toBeGreaterThan(2);
  });

  test('is its maker’s until it is shared, and never another company’s', async () => {
    const id = await make('mine');
    expect((await mate.get(`/pools/${id}`)).status).toBe(404);
    await recruiter.put(`/pools/${id}`, { name: 'ours', shared: true, search });
    expect((await mate.get(`/pools/${id}`)).body).toMatchObject({ name: 'ours', mine: false });
    expect((await mate.put(`/pools/${id}`, { name: 'theirs', shared: false, search })).body.code).toBe('not-your-pool');
    expect((await mate.delete(`/pools/${id}`)).status).toBe(403);
    for (const path of [`/pools/${id}`, `/pools/${id}/people`, `/pools/${id}/picked`]) {
      expect((await rival.get(path)).status).toBe(404);
    }
    expect(itemsOf(await rival.get('/pools'))).toEqual([]);
    expect((await rival.post('/pools', { companyId: ours, name: 'x', shared: false, search })).status).toBe(403);
    expect((await recruiter.delete(`/pools/${id}`)).status).toBe(200);
    expect((await mate.get(`/pools/${id}`)).status).toBe(404);
  });

  test('refuses a search that cannot be read', async () => {
    const body = { companyId: ours, name: 'broken', shared: false, search: { kind: 'query', q: '(java' } };
    expect((await recruiter.post('/pools', body)).body.code).toBe('bad-query');
  });
});

describe('people picked by hand', () => {
  test('are told in their file, are seen by those who share the pool, and can be taken out', async () => {
    const id = await make('picked', { shared: true, search: null });
    const [one] = people;
    if (!one) throw new Error('nobody');
    expect((await recruiter.put(`/pools/${id}/picked/${one.id}`)).status).toBe(200);
    expect((await recruiter.put(`/pools/${id}/picked/${one.id}`)).status).toBe(200);
    expect(await surfaces(one)).toContain('pool');
    expect(memberIdsOf(await mate.get(`/pools/${id}/picked`))).toEqual([one.id]);
    const viewers = itemsOf(await one.get('/me/file')).flatMap((row) => (row.surface === 'pool' ? [row.viewer] : []));
    expect(viewers).toEqual(expect.arrayContaining([expect.objectContaining({ id: mate.id })]));
    expect((await mate.get(`/pools/${id}`)).body.picked).toBe(1);
    await mate.delete(`/pools/${id}/picked/${one.id}`);
    expect(memberIdsOf(await recruiter.get(`/pools/${id}/picked`))).toEqual([]);
  });

  test('nobody can be picked who may not be found, and who hides is in no list and no number', async () => {
    const id = await make('hiding', { search: null });
    const colleague = await scene.addEngineer('Own Colleague', 'ours');
    const hidden = await scene.addEngineer('Hidden Person', 'theirs', { findableBy: 'nobody' });
    for (const one of [colleague, hidden, recruiter]) {
      expect((await recruiter.put(`/pools/${id}/picked/${one.id}`)).status).toBe(404);
    }
    const soon = await scene.addEngineer('Hides Soon', 'theirs');
    await recruiter.put(`/pools/${id}/picked/${soon.id}`);
    expect((await recruiter.get(`/pools/${id}`)).body.picked).toBe(1);
    await setFindable(soon, 'nobody');
    expect((await recruiter.get(`/pools/${id}`)).body.picked).toBe(0);
    expect(memberIdsOf(await recruiter.get(`/pools/${id}/picked`))).toEqual([]);
  });
});

describe('criteria presets', () => {
  test('are kept for the company, and one is its default', async () => {
    const keep = (name: string, isDefault: boolean) =>
      recruiter.post('/criteria-presets', { companyId: ours, name, weigh: 'skills:2,pay:0', isDefault });
    const [first, second] = [await keep('Research', true), await keep('Product', true)];
    expect([first.status, second.status]).toEqual([201, 201]);
    const list = itemsOf(await mate.get('/criteria-presets'));
    expect(list.map((row) => [row.name, row.isDefault, row.weigh])).toEqual([
      ['Product', true, 'skills:2,pay:0'],
      ['Research', false, 'skills:2,pay:0'],
    ]);
    const changed = await mate.put(`/criteria-presets/${first.body.id}`, {
      name: 'R',
      weigh: 'role:4',
      isDefault: true,
    });
    expect(changed.body).toMatchObject({ name: 'R', weigh: 'role:4', isDefault: true });
    expect(itemsOf(await mate.get('/criteria-presets')).filter((row) => row.isDefault)).toHaveLength(1);
    expect((await rival.delete(`/criteria-presets/${first.body.id}`)).status).toBe(404);
    expect(itemsOf(await rival.get('/criteria-presets'))).toEqual([]);
    expect((await keep('', false)).status).toBe(400);
    const bad = { companyId: ours, name: 'bad', weigh: 'beauty:2', isDefault: false };
    expect((await recruiter.post('/criteria-presets', bad)).status).toBe(400);
    expect((await recruiter.delete(`/criteria-presets/${first.body.id}`)).status).toBe(200);
  });
});
