import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { madeLists } from '../../../test/made-lists.ts';
import { memberIdsOf } from '../../../test/matches.ts';
import { type Caller, createScene, itemsOf } from '../../../test/scene.ts';
import { newId } from '../../platform/index.ts';
import { isKeptBack } from './held-out.ts';
import { isFair, LEAST, learnWeights } from './learn-weights.ts';
import type { ShownList } from './model.ts';
import { AS_USUAL } from './score-gradient.ts';
import { readShownLists, recordShown } from './shown-store.ts';
import { activeWeights, chooseWeights, listWeights } from './weights-store.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const postings = [await scene.addPosting(recruiter, ours)];
// One of those that are learned from, whatever ids they were given.
while (postings.every(isKeptBack)) postings.push(await scene.addPosting(recruiter, ours));
const postingId = postings.find((id) => !isKeptBack(id)) ?? '';
const people: Caller[] = [];
for (let n = 0; n < 6; n++) people.push(await scene.addEngineer(`Person ${n}`, 'theirs'));

const list = (query = '') => recruiter.get(`/postings/${postingId}/matches?${query}`);
const EVER = new Date(0);

describe('what a list showed', () => {
  test('is kept with its place and parts, once, and what came of it is read from the rows where it is done', async () => {
    const shown = memberIdsOf(await list('limit=4'));
    await list('limit=4');
    const [, opened, saved] = shown;
    await recruiter.get(`/people/${opened}?postingId=${postingId}`);
    await recruiter.put(`/postings/${postingId}/pipeline/${saved}`, { stage: 'saved', note: '' });
    const [kept, ...others] = await readShownLists(context.db, EVER);
    expect(others).toEqual([]);
    expect(kept?.showings.map(({ memberId, rank }) => [memberId, rank])).toEqual(shown.map((id, n) => [id, n + 1]));
    expect(kept?.showings.map(({ outcome }) => outcome)).toEqual(['shown', 'opened', 'saved', 'shown']);
    expect(kept?.showings[0]?.parts).toMatchObject({ place: 1 });
  });

  test('is not kept where the recruiter set the weights by hand', async () => {
    const other = await scene.addPosting(recruiter, ours);
    expect(itemsOf(await recruiter.get(`/postings/${other}/matches?weigh=pay:0`)).length).toBeGreaterThan(3);
    expect((await readShownLists(context.db, EVER)).map((one) => one.postingId)).toEqual([postingId]);
  });

  test('says nothing of people who do not want ranking to learn from them', async () => {
    const before = await readShownLists(context.db, EVER);
    const whom = before[0]?.showings[0]?.memberId ?? '';
    const set = (personalised: boolean) =>
      context.db.updateTable('preference').set({ personalised }).where('member_id', '=', whom).execute();
    await set(false);
    const after = await readShownLists(context.db, EVER);
    expect(after[0]?.showings.map(({ memberId }) => memberId)).not.toContain(whom);
    await set(true);
  });
});

/** Keeps made lists as if recruiters had seen them, and saved whom they chose. */
async function keep(lists: readonly ShownList[]): Promise<void> {
  const ids = new Map<string, string>();
  // The same ids each time: they decide which postings are kept back.
  const next = () => `018f0000-0000-7000-8000-${(ids.size + 1).toString(16).padStart(12, '0')}`;
  const idOf = (name: string) => ids.get(name) ?? ids.set(name, next()).get(name) ?? '';
  const members = Array.from({ length: 40 }, () => newId());
  await context.db
    .insertInto('preference')
    .values(members.map((id) => ({ member_id: id, updated_at: context.clock.now() })))
    .execute();
  for (const made of lists) {
    const [posting, account] = [idOf(made.postingId), idOf(made.accountId)];
    const placed = made.showings.map((row, n) => ({ ...row, memberId: members[n] ?? '' }));
    await recordShown(context, {
      ...{ postingId: posting, accountId: account, companyId: idOf(made.companyId), listId: idOf(made.listId) },
      ...{ version: 0, people: placed },
    });
    const at = context.clock.now();
    const chosen = placed.filter(({ outcome }) => outcome === 'saved').map(({ memberId }) => memberId);
    if (chosen.length === 0) continue;
    const entry = { posting_id: posting, stage: 'saved', added_by: account, added_at: at, moved_at: at } as const;
    await context.db
      .insertInto('pipeline_entry')
      .values(chosen.map((id) => ({ ...entry, member_id: id })))
      .execute();
  }
}

describe('learning', () => {
  const index = scene.services.talentIndex;
  const learn = (dryRun: boolean) => learnWeights(context, index, { dryRun });
  const planted = { ...AS_USUAL, skills: 0.5, role: 0.5, evidence: 2, reach: 2, openness: 2 };

  test('waits for enough recruiters, companies and lists', async () => {
    const found = await learn(false);
    expect(found).toMatchObject({ verdict: 'too-few', version: null, from: { recruiters: 1, companies: 1 } });
    expect(found.from.lists).toBeLessThan(LEAST.lists);
    expect(await activeWeights(context.db)).toMatchObject({ version: 0 });
  });

  test('ranks by what it learned, says so, and goes back to the very same list', async () => {
    const all = () => list('limit=100');
    const before = await all();
    expect(before.body.weightsVersion).toBe(0);
    await keep(madeLists({ planted, eta: 1, lists: 400, seed: 4 }));
    const dry = await learn(true);
    expect(dry).toMatchObject({ verdict: 'better', version: null });
    expect(await activeWeights(context.db)).toMatchObject({ version: 0 });

    const { version, multipliers, from } = await learn(false);
    expect(version).toBe(1);
    expect(multipliers?.evidence).toBeGreaterThan(1.2);
    expect(multipliers?.role).toBeLessThan(0.8);
    expect(from.heldOut.learned).toBeGreaterThan(from.heldOut.present);
    expect(from).toMatchObject({ recruiters: 10, companies: 5 });
    const learned = await all();
    expect(learned.body.weightsVersion).toBe(1);
    expect(itemsOf(learned).map((item) => item.score)).not.toEqual(itemsOf(before).map((item) => item.score));

    await chooseWeights(context, 0, recruiter.id);
    const after = await all();
    expect(after.body.weightsVersion).toBe(0);
    expect(JSON.stringify(after.body.items)).toBe(JSON.stringify(before.body.items));
    expect((await listWeights(context.db)).map((one) => [one.version, one.active])).toEqual([
      [1, false],
      [0, true],
    ]);
  });

  test('does not learn again by itself what was gone back from', async () => {
    expect(await learn(false)).toMatchObject({ verdict: 'too-few' });
    await expect(chooseWeights(context, 9, null)).rejects.toThrow();
  });

  test('a list that is being paged keeps the weights with which it was made', async () => {
    const first = await list('limit=2');
    await chooseWeights(context, 1, recruiter.id);
    const second = await list(`limit=2&cursor=${first.body.nextCursor}`);
    expect([first.body.weightsVersion, second.body.weightsVersion]).toEqual([0, 0]);
    expect((await list()).body.weightsVersion).toBe(1);
  });
});

test.each([
  [0.9, 0.9, true],
  [0.9, 0.89, true],
  [0.9, 0.85, false],
  [0.81, 0.795, false],
  [0.7, 0.69, false],
  [0.7, 0.75, true],
])('an impact ratio that goes from %f to %f is fair: %s', (present, learned, fair) => {
  expect(isFair(present, learned)).toBe(fair);
});
