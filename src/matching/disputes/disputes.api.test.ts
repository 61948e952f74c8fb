import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../../test/database.ts';
import { type Caller, createScene, itemsOf } from '../../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const [ours, others] = [await scene.addCompany('ours'), await scene.addCompany('others')];
await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const another = await scene.addAccount('An Other', [others]);
const [posting, anothers] = [await scene.addPosting(recruiter, ours), await scene.addPosting(another, others)];
const member = await scene.addEngineer('Mei Member', 'theirs');

const shownMatch = z.object({
  member: z.object({ id: z.uuid() }),
  reasons: z.array(z.object({ part: z.string(), text: z.object({ en: z.string() }) })),
  disputes: z.array(z.object({ part: z.string(), said: z.object({ en: z.string() }).nullable(), because: z.string() })),
});
async function matchOf(one: Caller, postingId: string) {
  const items = itemsOf(await one.get(`/postings/${postingId}/matches`)).map((item) => shownMatch.parse(item));
  const match = items.find((item) => item.member.id === member.id);
  if (!match) throw new Error('not on the list');
  return match;
}
const [shown] = [await matchOf(recruiter, posting)];
await matchOf(another, anothers);
const file = itemsOf(await member.get('/me/file'));
const entryOf = (viewer: Caller) =>
  z
    .object({ id: z.uuid(), viewer: z.object({ id: z.literal(viewer.id) }) })
    .parse(file.find((item) => z.object({ id: z.string() }).parse(item.viewer).id === viewer.id)).id;
const [disclosureId, elsewhere] = [entryOf(recruiter), entryOf(another)];
const dispute = (body: object) => member.post('/me/disputes', { disclosureId, because: 'I left that team', ...body });
const reason = shown?.reasons.find((one) => one.part === 'role');

describe('a member disputes what was shown', () => {
  test('a sentence: it stands beside that sentence on that list, and in the answer to why', async () => {
    const made = await dispute({ part: 'role', what: 'sentence' });
    expect(made.body).toMatchObject({ part: 'role', said: { en: reason?.text.en }, withdrawnAt: null });
    expect((await matchOf(recruiter, posting)).disputes).toMatchObject([
      { part: 'role', said: { en: reason?.text.en }, because: 'I left that team' },
    ]);
    const why = await recruiter.get(`/postings/${posting}/matches/${member.id}/why`);
    expect(why.body.disputes).toMatchObject([{ part: 'role' }]);
    expect((await matchOf(another, anothers)).disputes).toEqual([]);
  });

  test('a figure: it is said of the part', async () => {
    expect((await dispute({ part: 'years', what: 'figure', because: 'Two more years' })).status).toBe(200);
    expect((await matchOf(recruiter, posting)).disputes).toMatchObject([
      { part: 'role' },
      { part: 'years', said: null },
    ]);
  });

  test('the same once, only what was said, and only of the own file', async () => {
    expect((await dispute({ part: 'role', what: 'sentence' })).status).toBe(409);
    expect((await dispute({ part: 'pay', what: 'sentence' })).status).toBe(404);
    expect((await dispute({ part: 'role', what: 'sentence', because: ' ' })).status).toBe(400);
    const stranger = await scene.addEngineer('Stranger', 'theirs');
    const body = { disclosureId: elsewhere, part: 'role', what: 'sentence', because: 'not mine' };
    expect((await stranger.post('/me/disputes', body)).status).toBe(404);
  });

  test('a sentence that is corrected is no longer said to be wrong', async () => {
    await member.put('/me/profile', {
      name: 'Mei Member',
      cityId: 'beijing',
      positions: [{ companyName: 'theirs', title: '高级NLP算法工程师', start: '2018-01' }],
      education: [{ schoolName: 'a school', degree: 'master' }],
      skills: [{ name: 'PyTorch' }, { name: '大语言模型' }],
    });
    await scene.services.catchUp();
    expect((await matchOf(recruiter, posting)).disputes.map((one) => one.part)).toEqual(['years']);
  });

  test('what is taken back is shown to nobody else, and stays in the own record', async () => {
    const mine = itemsOf(await member.get('/me/disputes'));
    expect(mine).toHaveLength(2);
    for (const one of mine) expect((await member.delete(`/me/disputes/${one.id}`)).status).toBe(200);
    expect((await member.delete(`/me/disputes/${mine[0]?.id}`)).status).toBe(404);
    expect((await matchOf(recruiter, posting)).disputes).toEqual([]);
    const kept = itemsOf(await member.get('/me/disputes'));
    expect(kept.map((one) => one.withdrawnAt)).toEqual([expect.any(String), expect.any(String)]);
    expect(JSON.stringify((await member.get('/me/data')).body)).toContain('I left that team');
  });
});
