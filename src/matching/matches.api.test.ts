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
for (let n = 0; n < 7; n++) people.push(await scene.addEngineer(`Person ${n}`, 'theirs'));
const colleague = await scene.addEngineer('Own Colleague', 'ours');

const list = (query = '') => recruiter.get(`/postings/${postingId}/matches?${query}`);

async function hide(one: Caller): Promise<void> {
  const preferences = (await one.get('/me/preferences')).body;
  await one.put('/me/preferences', { ...preferences, findableBy: 'nobody' });
}

describe('the ranked list', () => {
  test('shows people who fit, with parts and three reasons, and never the own colleagues', async () => {
    const reply = await list();
    expect(memberIdsOf(reply).sort()).toEqual(people.map((one) => one.id).sort());
    expect(memberIdsOf(reply)).not.toContain(colleague.id);
    const [first] = itemsOf(reply);
    expect(first).toMatchObject({ parts: { place: 1, years: 1 }, missing: [] });
    expect(first?.reasons).toHaveLength(3);
  });

  test('goes on in one order while people change: nobody twice, nobody lost, nobody who hid meanwhile', async () => {
    const whole = memberIdsOf(await list('limit=100'));
    const seen: string[] = [];
    const hiding = people.find((one) => one.id === whole[5]);
    let cursor: unknown = null;
    for (let page = 0; page === 0 || cursor; page++) {
      const reply = await list(`limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...memberIdsOf(reply));
      cursor = reply.body.nextCursor;
      // Somebody from the end comes to the front, and somebody else hides, between the pages.
      const last = people.find((one) => one.id === whole[6]);
      if (page === 0 && last && hiding) {
        const profile = { companyName: 'theirs', title: 'NLP算法工程师', start: '2012-01' };
        await last.put('/me/profile', {
          name: 'Person changed',
          cityId: 'beijing',
          positions: [profile],
          education: [{ schoolName: 'a school', degree: 'doctor' }],
          skills: [
            { name: 'PyTorch', level: 5 },
            { name: '大语言模型', level: 5 },
            { name: 'NLP', level: 5 },
          ],
        });
        await hide(hiding);
        await scene.services.catchUp();
      }
    }
    expect(seen).toEqual(whole.filter((id) => id !== hiding?.id));
  });

  test("a list that was another's, or another posting's, cannot be paged", async () => {
    const { body } = await list('limit=2');
    const other = await scene.addPosting(recruiter, ours);
    const reply = await recruiter.get(`/postings/${other}/matches?limit=2&cursor=${body.nextCursor}`);
    expect([reply.status, reply.body.code]).toEqual([400, 'list-is-gone']);
  });

  test('filters change it at once', async () => {
    expect(memberIdsOf(await list('cityId=shanghai'))).toEqual([]);
    expect(memberIdsOf(await list('yearsMin=40'))).toEqual([]);
    expect(memberIdsOf(await list('skill=cpp'))).toEqual([]);
    expect(memberIdsOf(await list('verified=true'))).toEqual([]);
    expect(memberIdsOf(await list('connection=1'))).toEqual([]);
    expect(memberIdsOf(await list('cityId=beijing&degree=master&skill=pytorch')).length).toBeGreaterThan(4);
    const [someone] = people;
    if (someone) await scene.connect(recruiter, someone);
    expect(memberIdsOf(await list('connection=1'))).toEqual([someone?.id]);
  });
});
