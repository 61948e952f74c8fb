import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { makeDemoWorld } from '../../../world/index.ts';
import { readRoleBrief } from '../../language/index.ts';
import { emit } from '../../platform/index.ts';
import { planOf } from '../brief-plan.ts';
import { buildTalentIndex, loadTalentIndex } from './feed.ts';
import { learnConcepts } from './keep-fresh.ts';
import type { TalentIndex } from './talent-index.ts';

const context = await createTestContext();
await makeDemoWorld(context, { members: 400, companies: 40, postings: 600, seed: 5 });
const file = join(context.dataFolder, 'talent-index', 'snapshot.bin');
const nobody: ReadonlySet<string> = new Set();
const BRIEFS = ['NLP算法工程师,北京,熟悉PyTorch', 'Java backend engineer, MySQL, Redis', '产品经理,上海,3年以上'];

/** What an index answers to several briefs. */
const answers = (index: TalentIndex) =>
  BRIEFS.map((text) => {
    const plan = planOf(readRoleBrief(text), { concepts: index.concepts, words: ['缓存', '用户', '推理', 'latency'] });
    const looking = { recruiterId: '', companyIds: [], applied: nobody, blocked: nobody, connections: nobody };
    const options = { looking, stepsTo: () => null, near: () => [], filter: {}, importance: {}, limit: 100 };
    const { ranked, fitting } = index.rank(plan, options);
    return { fitting, people: ranked.map(({ candidate, score }) => [candidate.memberId, score]) };
  });

/** Changes a person behind the index's back: the event alone tells. */
async function change(memberId: string, findable: boolean): Promise<void> {
  await context.db.transaction().execute(async (trx) => {
    await trx.updateTable('member').set({ city_id: 'shanghai' }).where('id', '=', memberId).execute();
    await trx
      .updateTable('preference')
      .set({ findable_by: findable ? 'recruiters' : 'nobody' })
      .where('member_id', '=', memberId)
      .execute();
    await emit(trx, { kind: 'profile.changed', key: memberId, at: context.clock.now() });
  });
}

test('an index from its snapshot, caught up, is the one that the database gives', async () => {
  const first = await loadTalentIndex(context);
  first.concepts = await learnConcepts(context, first);
  expect(first.concepts?.neighbours('skill', 'java', 3)).toHaveLength(3);
  const before = answers(first);
  expect(before.every(({ people }) => people.length > 1)).toBe(true);
  await first.save();
  expect(answers(await loadTalentIndex(context))).toEqual(before);

  const [a, b] = before[0]?.people.map(([id]) => String(id)) ?? [];
  if (!a || !b) throw new Error('nobody was found');
  await change(a, true);
  await change(b, false);
  const quick = await loadTalentIndex(context);
  expect(quick.get(a)?.cityId).toBe('shanghai');
  expect(quick.get(b)).toBeUndefined();
  const slow = await buildTalentIndex(context);
  slow.concepts = quick.concepts;
  slow.state.counted = quick.state.counted;
  expect(quick.size).toBe(slow.size);
  expect(answers(quick)).toEqual(answers(slow));
});

test('a snapshot that is cut short, of another network, or no snapshot at all, is not read', async () => {
  const whole = readFileSync(file);
  const expected = answers(await buildTalentIndex(context));
  const without = (index: TalentIndex) => {
    index.concepts = null;
    return answers(index);
  };
  for (const bytes of [
    whole.subarray(0, whole.length - 7),
    whole.subarray(0, 40),
    Buffer.from('{}'),
    Buffer.alloc(0),
  ]) {
    writeFileSync(file, bytes);
    expect(without(await loadTalentIndex(context))).toEqual(expected);
  }
  writeFileSync(file, whole);
  await context.db
    .updateTable('setting')
    .set({ value: JSON.stringify({ id: '018f0000-0000-7000-8000-000000000001' }) })
    .where('key', '=', 'installation')
    .execute();
  expect((await loadTalentIndex(context)).concepts).toBeNull();
});
