import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { memberIdsOf } from '../../../test/matches.ts';
import { type Caller, createScene, itemsOf } from '../../../test/scene.ts';
import { loadTalentIndex } from '../talent-index/feed.ts';
import { loadDatabaseIndex, rebuildDatabaseIndex } from './database-index.ts';

const context = await createTestContext();
const scene = await createScene(context, 'database');
const ours = await scene.addCompany('ours');
await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const postingId = await scene.addPosting(recruiter, ours);
const people: Caller[] = [];
for (let n = 0; n < 6; n++) people.push(await scene.addEngineer(`Person ${n}`, 'theirs'));
const colleague = await scene.addEngineer('Own Colleague', 'ours');
const list = (query = '') => recruiter.get(`/postings/${postingId}/matches?${query}`);

test('the ranked list runs on the index in the database: reasons, pages, filters, and never the own colleagues', async () => {
  const whole = await list('limit=100');
  expect(memberIdsOf(whole).sort()).toEqual(people.map((one) => one.id).sort());
  expect(memberIdsOf(whole)).not.toContain(colleague.id);
  expect(itemsOf(whole)[0]?.reasons).toHaveLength(3);
  expect(whole.body).toMatchObject({ fitting: 6, searched: 7, sure: true });
  const first = await list('limit=4');
  const second = await list(`limit=4&cursor=${first.body.nextCursor}`);
  expect([...memberIdsOf(first), ...memberIdsOf(second)]).toEqual(memberIdsOf(whole));
  expect(memberIdsOf(await list('cityId=shanghai'))).toEqual([]);
  expect(memberIdsOf(await list('degree=master&skill=pytorch')).length).toBe(6);
  const [id] = memberIdsOf(whole);
  expect((await recruiter.get(`/postings/${postingId}/matches/${id}/why`)).body).toMatchObject({ rank: 1 });
});

test('whoever hides is gone with the next event, and comes back with another', async () => {
  const [one] = people;
  if (!one) throw new Error('nobody is there');
  const preferences = (await one.get('/me/preferences')).body;
  await one.put('/me/preferences', { ...preferences, findableBy: 'nobody' });
  await scene.services.catchUp();
  expect(memberIdsOf(await list())).not.toContain(one.id);
  expect(scene.services.talentIndex.size).toBe(6);
  await one.put('/me/preferences', { ...preferences, findableBy: 'recruiters' });
  await scene.services.catchUp();
  expect(memberIdsOf(await list())).toContain(one.id);
});

test('a later start takes in what changed meanwhile, and rows made anew are the same', async () => {
  await scene.services.talentIndex.save();
  await context.db
    .updateTable('preference')
    .set({ findable_by: 'nobody' })
    .where('member_id', '=', colleague.id)
    .execute();
  const rows = () => context.db.selectFrom('talent_entry').selectAll().orderBy('member_id').execute();
  // Nobody was told, so that the row stays until everything is made anew.
  expect((await loadDatabaseIndex(context)).size).toBe(7);
  expect(await rebuildDatabaseIndex(context)).toBe(6);
  const before = await rows();
  await context.db.deleteFrom('talent_entry').execute();
  await rebuildDatabaseIndex(context);
  expect(await rows()).toEqual(before);
  const [inMemory, inDatabase] = [await loadTalentIndex(context), await loadDatabaseIndex(context)];
  expect(inDatabase.size).toBe(inMemory.size);
  expect([...inDatabase.counted.withWord].sort()).toEqual([...inMemory.counted.withWord].sort());
});
