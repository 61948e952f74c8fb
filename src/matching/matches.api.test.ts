import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { memberIdsOf } from '../../test/matches.ts';
import { type Caller, createScene, itemsOf } from '../../test/scene.ts';
import { readRoleBrief } from '../language/index.ts';

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
    // One of those who may still be found: somebody has hidden above.
    const [shown] = memberIdsOf(await list());
    const someone = people.find((one) => one.id === shown);
    if (someone) await scene.connect(recruiter, someone);
    expect(memberIdsOf(await list('connection=1'))).toEqual([shown]);
  });
});

describe('why, and why not', () => {
  const why = (id: string, query = '') => recruiter.get(`/postings/${postingId}/matches/${id}/why?${query}`);

  test('somebody on the list hears their place, and what would change it', async () => {
    const [first] = memberIdsOf(await list());
    const { status, body } = await why(first ?? '');
    expect(status).toBe(200);
    expect(body).toMatchObject({ verdict: 'listed', rank: 1 });
  });

  test('somebody who is too far away hears it is that', async () => {
    const far = await scene.addEngineer('Far Away', 'theirs');
    await far.put('/me/profile', {
      name: 'Far Away',
      cityId: 'xian',
      positions: [{ companyName: 'theirs', title: 'NLP算法工程师', start: '2018-01' }],
      skills: [{ name: 'PyTorch' }],
    });
    await scene.services.catchUp();
    expect((await why(far.id)).body).toMatchObject({ verdict: 'does-not-fit', rank: null, parts: { place: 0 } });
  });

  test('a posting that came without a brief is answered by its columns', async () => {
    const bare = await scene.addPosting(recruiter, ours);
    await context.db.updateTable('posting').set({ brief: null }).where('id', '=', bare).execute();
    const [someone] = memberIdsOf(await recruiter.get(`/postings/${bare}/matches`));
    const reply = await recruiter.get(`/postings/${bare}/matches/${someone}/why`);
    expect(reply.body).toMatchObject({ verdict: 'listed', rank: 1 });
  });

  test('hidden people, own colleagues and people who do not exist answer alike', async () => {
    const hidden = await scene.addEngineer('Hidden Person', 'theirs', { findableBy: 'nobody' });
    const away = await scene.addEngineer('Hides From Us', 'theirs', { hiddenFromCompanyIds: [ours] });
    const answers = await Promise.all(
      [hidden.id, away.id, colleague.id, '018f0000-0000-7000-8000-000000000001'].map((id) => why(id)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(answers[0])]));
    expect(answers[0]?.status).toBe(404);
  });

  test('a part that is said not to matter does not', async () => {
    const [first] = itemsOf(await list('weigh=skills:0,role:0,domain:0,words:0,evidence:0,reach:0'));
    expect(first?.score).toBeGreaterThan(0);
    expect((await list('weigh=beauty:1')).status).toBe(400);
  });
});

test('the market of a brief is counted, and fewer than five people are not', async () => {
  const asked = readRoleBrief('NLP算法工程师,北京,3年以上,熟悉PyTorch、C++');
  const { status, body } = await recruiter.post('/briefs/market', asked);
  expect(status).toBe(200);
  expect(body).toMatchObject({ without: [{ need: 'years' }, { need: 'place' }] });
  expect(body.fitting).toBeGreaterThanOrEqual(5);
  expect(JSON.stringify(body.withSkill)).toContain('{"skill":"cpp","people":null}');
});

test('what those who fit hope for is told from five on who let it be used, and from nobody else', async () => {
  const asked = readRoleBrief('NLP算法工程师,上海,熟悉PyTorch');
  const hoping = async (n: number, sharePay: boolean) => {
    const one = await scene.addEngineer(`Hopeful ${n}`, 'theirs');
    const preferences = (await one.get('/me/preferences')).body;
    const desired = { desiredCityIds: ['shanghai'], desiredPayMin: 100_000 * (n + 1), sharePay };
    await one.put('/me/preferences', { ...preferences, ...desired });
  };
  for (let n = 0; n < 4; n++) await hoping(n, true);
  for (let n = 20; n < 26; n++) await hoping(n, false);
  await scene.services.catchUp();
  expect((await recruiter.post('/briefs/market', asked)).body).toMatchObject({ fitting: 10, pay: null });
  await hoping(4, true);
  await scene.services.catchUp();
  const { pay } = (await recruiter.post('/briefs/market', asked)).body;
  expect(pay).toEqual({ people: 5, low: 200_000, middle: 300_000, high: 400_000 });
});
