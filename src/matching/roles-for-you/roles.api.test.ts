import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../../test/database.ts';
import { type Caller, createScene, itemsOf } from '../../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const [ours, theirs, another] = [
  await scene.addCompany('ours'),
  await scene.addCompany('theirs'),
  await scene.addCompany('another'),
];
const recruiter = await scene.addAccount('Rong Recruiter', [ours, theirs, another]);
const member = await scene.addEngineer('Mei Member', 'theirs');

async function publish(companyId: string): Promise<string> {
  const id = await scene.addPosting(recruiter, companyId);
  await recruiter.put(`/postings/${id}/state`, { state: 'open' });
  await scene.services.catchUp();
  return id;
}

const item = z.object({ posting: z.object({ id: z.uuid() }) });
const roles = (one: Caller, query = '') => one.get(`/me/roles?limit=30&${query}`);
const idsOf = (reply: Parameters<typeof itemsOf>[0]) => itemsOf(reply).map((one) => item.parse(one).posting.id);
const first = await publish(ours);

async function prefer(one: Caller, change: object): Promise<void> {
  const { body } = await one.get('/me/preferences');
  await one.put('/me/preferences', { ...body, ...change });
  await scene.services.catchUp();
}

describe('roles for a member', () => {
  test('are open postings that fit, with parts, reasons that name rows, and why now', async () => {
    const reply = await roles(member);
    expect(reply.body).toMatchObject({ personalised: true, fitting: 1 });
    expect(idsOf(reply)).toEqual([first]);
    expect(itemsOf(reply)[0]).toMatchObject({
      posting: { brief: null, applied: false },
      match: {
        parts: { place: 1, evidence: null, openness: null },
        step: null,
        needs: [],
        whyNow: { kind: 'new', rows: [{ kind: 'posting', id: first }] },
        knownCount: 0,
      },
    });
    const reasons = z
      .object({ match: z.object({ reasons: z.array(z.object({ rows: z.array(z.unknown()).min(1) })).length(3) }) })
      .safeParse(itemsOf(reply)[0]);
    expect(reasons.error).toBeUndefined();
  });

  test('also for somebody whom nobody may find', async () => {
    const hidden = await scene.addEngineer('Hidden', 'theirs', { findableBy: 'nobody' });
    expect(idsOf(await roles(hidden))).toEqual([first]);
  });

  test("never of the reader's own employer, of a company they hide from, or one they recruit for", async () => {
    const own = await publish(theirs);
    expect(idsOf(await roles(member))).not.toContain(own);
    const outsider = await scene.addEngineer('Outsider', 'elsewhere');
    expect(idsOf(await roles(outsider)).sort()).toEqual([first, own].sort());
    await prefer(outsider, { hiddenFromCompanyIds: [ours] });
    expect(idsOf(await roles(outsider))).toEqual([own]);
    expect(idsOf(await roles(recruiter))).toEqual([]);
  });

  test('nor what is closed, was applied to, is older than ninety days, or comes from somebody who is blocked', async () => {
    const reader = await scene.addEngineer('Reader', 'elsewhere');
    const closing = await publish(another);
    const old = await publish(another);
    const applied = await publish(another);
    await recruiter.put(`/postings/${closing}/state`, { state: 'closed' });
    await reader.post(`/postings/${applied}/applications`);
    await context.db.updateTable('posting').set({ published_on: '2022-11-30' }).where('id', '=', old).execute();
    await scene.services.catchUp();
    const ids = idsOf(await roles(reader));
    for (const id of [closing, old, applied]) expect(ids).not.toContain(id);
    expect(ids).toContain(first);
    await reader.put(`/blocks/${recruiter.id}`);
    expect(idsOf(await roles(reader))).toEqual([]);
  });

  test('tell of a connection who came to the company lately, by name', async () => {
    const [reader, friend] = [await scene.addEngineer('Ren', 'elsewhere'), await scene.addEngineer('Friend', 'past')];
    await friend.put('/me/profile', {
      name: 'Friend',
      positions: [{ companyName: 'ours', title: 'NLP算法工程师', start: '2023-02' }],
    });
    await scene.connect(reader, friend);
    const found = itemsOf(await roles(reader)).find((one) => item.parse(one).posting.id === first);
    expect(found).toMatchObject({
      match: {
        parts: { reach: 1 },
        whyNow: { kind: 'joined', rows: [{ kind: 'connection', id: friend.id }] },
        known: [{ id: friend.id }],
        knownCount: 1,
      },
    });
  });

  test('are paged in one order, without repeats', async () => {
    for (let n = 0; n < 3; n++) {
      const id = await publish(another);
      await context.db
        .updateTable('posting')
        .set({ title: `Engineer ${n}` })
        .where('id', '=', id)
        .execute();
      await recruiter.put(`/postings/${id}/state`, { state: 'open' });
    }
    await scene.services.catchUp();
    const reader = await scene.addEngineer('Pages', 'elsewhere');
    const whole = idsOf(await roles(reader));
    expect(whole.length).toBeGreaterThan(3);
    const seen: string[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const reply = await reader.get(`/me/roles?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...idsOf(reply));
      cursor = reply.body.nextCursor;
    }
    expect(seen).toEqual(whole);
  });
});

describe('putting a role away', () => {
  test('keeps it, with the reason, until it is taken back; the company hears nothing', async () => {
    const reader = await scene.addEngineer('Away', 'elsewhere');
    const before = await context.db.selectFrom('outbox').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
    expect((await reader.put(`/me/roles/${first}/dismissal`, { reason: 'pay' })).status).toBe(200);
    expect(idsOf(await roles(reader))).not.toContain(first);
    expect(itemsOf(await reader.get('/me/roles/dismissed'))).toMatchObject([{ posting: { id: first }, reason: 'pay' }]);
    const told = await context.db
      .selectFrom('outbox')
      .select(['audience', 'key'])
      .where('id', '>', Number(before?.id ?? 0))
      .execute();
    expect(told).toEqual([{ audience: [reader.id], key: reader.id }]);
    for (const path of ['matches', 'applications', 'pipeline']) {
      const seen = JSON.stringify((await recruiter.get(`/postings/${first}/${path}`)).body);
      expect(seen, path).not.toMatch(/dismiss|"reason":/);
    }
    await reader.delete(`/me/roles/${first}/dismissal`);
    expect(idsOf(await roles(reader))).toContain(first);
    expect(itemsOf(await reader.get('/me/roles/dismissed'))).toEqual([]);
  });

  test('asks for a posting that there is, and for a reason that is one', async () => {
    const nowhere = '018f0000-0000-7000-8000-000000000001';
    expect((await member.put(`/me/roles/${nowhere}/dismissal`, {})).status).toBe(404);
    expect((await member.put(`/me/roles/${first}/dismissal`, { reason: 'because' })).status).toBe(400);
  });
});

describe('a list that is not aimed at the reader', () => {
  test('is the newest first, the same for everybody, and compares nothing', async () => {
    const [one, other] = [await scene.addEngineer('One', 'elsewhere'), await scene.addEngineer('Other', 'elsewhere')];
    await other.put('/me/profile', {
      name: 'Other',
      positions: [{ companyName: 'x', title: '厨师', start: '2020-01' }],
    });
    for (const reader of [one, other]) await prefer(reader, { personalised: false });
    const [list, same] = [await roles(one), await roles(other)];
    expect(list.body).toMatchObject({ personalised: false, fitting: null });
    expect(idsOf(list)).toEqual(idsOf(same));
    expect(idsOf(list).length).toBeGreaterThan(3);
    expect(itemsOf(list).every((row) => row.match === null)).toBe(true);
  });

  test('goes with suggestions and a feed by time alone, and hides nobody from recruiters', async () => {
    const reader = await scene.addEngineer('By Time', 'elsewhere');
    const colleague = await scene.addEngineer('Same Place', 'theirs');
    await reader.put('/me/profile', {
      name: 'By Time',
      cityId: 'beijing',
      positions: [{ companyName: 'theirs', title: 'NLP算法工程师', start: '2018-01', end: '2023-01' }],
      skills: [{ name: 'PyTorch' }, { name: '大语言模型' }],
    });
    const aimed = await reader.get('/people-you-may-know');
    expect(aimed.body.personalised).toBe(true);
    expect(JSON.stringify(aimed.body)).toContain('You were at theirs');
    await prefer(reader, { personalised: false, findableBy: 'recruiters' });
    const newest = await reader.get('/people-you-may-know');
    expect(newest.body.personalised).toBe(false);
    expect(itemsOf(newest)[0]).toMatchObject({
      id: colleague.id,
      mutual: 0,
      why: { en: expect.stringContaining('Joined') },
    });
    expect(JSON.stringify(newest.body)).not.toContain('You were at');
    const matches = await scene.addPosting(recruiter, ours).then((id) => recruiter.get(`/postings/${id}/matches`));
    expect(JSON.stringify(matches.body)).toContain(reader.id);
  });

  test('keeps to the stated cities and roles only when asked to', async () => {
    const reader = await scene.addEngineer('Stated', 'elsewhere');
    await prefer(reader, { personalised: false, desiredCityIds: ['shanghai'] });
    expect(idsOf(await roles(reader)).length).toBeGreaterThan(3);
    expect(idsOf(await roles(reader, 'stated=true'))).toEqual([]);
  });
});
