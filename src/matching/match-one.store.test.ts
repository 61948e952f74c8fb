import { expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { makeDemoWorld } from '../../world/index.ts';
import { loadSocialGraph } from '../graph/index.ts';
import { readRoleBrief } from '../language/index.ts';
import { newId } from '../platform/index.ts';
import { loadTalentIndex, matchOne } from './index.ts';

const context = await createTestContext();
await makeDemoWorld(context, { members: 200, companies: 40, postings: 300, seed: 5 });
const models = { graph: await loadSocialGraph(context), talentIndex: await loadTalentIndex(context) };
const brief = readRoleBrief('高级NLP算法工程师,北京,3年以上,熟悉PyTorch、Python');

test('one person is scored as in the list, with parts and reasons', async () => {
  const viewerId = newId();
  const [candidate] = models.talentIndex.candidates();
  const one = await matchOne(context, models, { brief, memberId: candidate?.memberId ?? '', viewerId });
  expect(one?.score).toBeGreaterThanOrEqual(0);
  expect(one?.parts.reach).toBe(0);
  expect(one?.reasons.length).toBeLessThanOrEqual(3);
});

test('somebody who does not exist is nobody', async () => {
  expect(await matchOne(context, models, { brief, memberId: newId(), viewerId: newId() })).toBeNull();
});

test('a posting without a brief is refused', async () => {
  const asked = { brief: null, memberId: newId(), viewerId: newId() };
  await expect(matchOne(context, models, asked)).rejects.toMatchObject({ failure: { code: 'no-brief' } });
});
