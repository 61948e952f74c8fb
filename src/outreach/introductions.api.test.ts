import { describe, expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { type Caller, createScene, itemsOf } from '../../test/scene.ts';
import { INTRODUCTIONS_A_DAY } from './policy.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
const theirs = await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const introducer = await scene.addAccount('Ina Introducer');
await scene.connect(recruiter, introducer);

/** A person who is reached by introduction, connected to the introducer, and a posting of the recruiter's. */
async function withPerson(name: string) {
  const person = await scene.addEngineer(name, 'theirs', { contactBy: 'introduction' });
  await scene.connect(introducer, person);
  return { person, postingId: await scene.addPosting(recruiter, ours) };
}
const ask = (person: Caller, postingId: string, by: Caller = introducer) =>
  recruiter.post('/introductions', {
    introducerId: by.id,
    candidateId: person.id,
    postingId,
    ask: 'You worked together; would you introduce me?',
  });
const mine = async (one: Caller, as: 'introducer' | 'recruiter', id: unknown) =>
  itemsOf(await one.get(`/introductions?as=${as}&limit=100`)).find((row) => row.id === id);
const touch = async (person: Caller, postingId: string) =>
  (await recruiter.get(`/people/${person.id}/touchpoints?postingId=${postingId}`)).body;

describe('an introduction that is made', () => {
  test("opens the conversation in the introducer's words, with who asks, for what, and why found", async () => {
    const { person, postingId } = await withPerson('Ma Made');
    expect(await touch(person, postingId)).toMatchObject({
      write: { allowed: false },
      introduction: { allowed: true, introducers: [{ id: introducer.id }], introducerCount: 1, asked: [] },
    });
    const { status, body } = await ask(person, postingId);
    expect(status).toBe(201);
    expect((await introducer.get('/inbox/waiting')).body).toEqual({ unread: 0, introductions: 1 });
    const wording = 'Ma, meet Rong. They build what you like to build.';
    expect((await introducer.post(`/introductions/${body.id}/make`, { wording })).body).toEqual({ state: 'made' });
    const asked = await mine(recruiter, 'recruiter', body.id);
    expect(asked).toMatchObject({ state: 'made', wording });
    for (const one of [person, recruiter]) {
      const [line] = itemsOf(await one.get('/inbox'));
      expect(line).toMatchObject({ id: asked?.conversationId, unread: 1, posting: { id: postingId } });
      const [message] = itemsOf(await one.get(`/conversations/${line?.id}/messages`));
      expect(message).toMatchObject({
        kind: 'introduction',
        body: wording,
        author: { name: 'Ina Introducer' },
        why: { introduction: { askedBy: { name: 'Rong Recruiter' } }, posting: { id: postingId } },
      });
    }
    expect(itemsOf(await introducer.get('/inbox'))).toEqual([]);
    expect((await introducer.get(`/conversations/${asked?.conversationId}`)).status).toBe(404);
    const [row] = itemsOf(await person.get('/me/file'));
    expect(row).toMatchObject({
      surface: 'introduction',
      viewer: { id: recruiter.id },
      detail: { introducer: { id: introducer.id, name: 'Ina Introducer' } },
    });
    expect((await recruiter.get(`/postings/${postingId}/reached`)).body.items).toEqual([
      { memberId: person.id, conversationId: asked?.conversationId, introduction: 'made' },
    ]);
    expect((await recruiter.post(`/conversations/${asked?.conversationId}/messages`, { body: 'Hello' })).status).toBe(
      201,
    );
  });

  test('the introducer is shown the card that they see anyway, and nothing that the person wishes', async () => {
    const { person, postingId } = await withPerson('Ka Card');
    const { body } = await ask(person, postingId);
    const shown = JSON.stringify(await mine(introducer, 'introducer', body.id));
    expect(shown).toContain('Ka Card');
    for (const word of ['openness', 'listening', 'contactBy', 'score', 'reasons', 'summary of', 'school of']) {
      expect(shown).not.toContain(word);
    }
    await introducer.post(`/introductions/${body.id}/decline`);
  });
});

describe('an introduction that is not made', () => {
  test('declined: the recruiter hears that and no more, the person nothing, and nobody is asked twice', async () => {
    const { person, postingId } = await withPerson('De Declined');
    const { body } = await ask(person, postingId);
    expect((await introducer.post(`/introductions/${body.id}/decline`)).body).toEqual({ state: 'declined' });
    expect(await mine(recruiter, 'recruiter', body.id)).toMatchObject({ state: 'declined', wording: null });
    expect(itemsOf(await person.get('/inbox'))).toEqual([]);
    expect(itemsOf(await person.get('/me/file'))).toEqual([]);
    expect((await introducer.post(`/introductions/${body.id}/make`, { wording: 'After all' })).status).toBe(409);
    expect((await ask(person, postingId)).body.code).toBe('already-asked');
  });

  test('one connection at a time; a withdrawn request frees the next', async () => {
    const { person, postingId } = await withPerson('Wi Withdrawn');
    const second = await scene.addAccount('Second Introducer');
    await scene.connect(second, person);
    await scene.connect(second, recruiter);
    const { body } = await ask(person, postingId);
    expect((await ask(person, postingId, second)).body.code).toBe('one-at-a-time');
    expect((await introducer.post(`/introductions/${body.id}/withdraw`)).status).toBe(403);
    expect((await recruiter.post(`/introductions/${body.id}/withdraw`)).status).toBe(200);
    expect((await introducer.post(`/introductions/${body.id}/make`, { wording: 'Too late' })).body.code).toBe(
      'already-decided',
    );
    expect((await ask(person, postingId, second)).status).toBe(201);
  });

  test('asked and decided at the same moment, only one of each counts', async () => {
    const { person, postingId } = await withPerson('Sa Same');
    const second = await scene.addAccount('Another Introducer');
    await scene.connect(second, person);
    await scene.connect(second, recruiter);
    const asks = await Promise.all([ask(person, postingId), ask(person, postingId, second), ask(person, postingId)]);
    expect(asks.map((reply) => reply.status).sort()).toEqual([201, 409, 409]);
    const id = asks.find((reply) => reply.status === 201)?.body.id;
    const asked = (await mine(introducer, 'introducer', id)) ? introducer : second;
    const decisions = await Promise.all([
      asked.post(`/introductions/${id}/make`, { wording: 'Meet' }),
      asked.post(`/introductions/${id}/decline`),
      recruiter.post(`/introductions/${id}/withdraw`),
    ]);
    expect(decisions.map((reply) => reply.status).sort()).toEqual([200, 409, 409]);
  });

  test('what the person chose meanwhile counts, and the introducer is told no reason', async () => {
    const { person, postingId } = await withPerson('La Lapsed');
    const { body } = await ask(person, postingId);
    await context.db
      .updateTable('preference')
      .set({ hidden_from_company_ids: [ours] })
      .where('member_id', '=', person.id)
      .execute();
    const refused = await introducer.post(`/introductions/${body.id}/make`, { wording: 'Meet' });
    expect([refused.status, refused.body.code]).toEqual([409, 'introduction-lapsed']);
    expect(itemsOf(await person.get('/inbox'))).toEqual([]);
    await introducer.post(`/introductions/${body.id}/decline`);
  });
});

describe('who may be asked about whom', () => {
  test('an introducer who does not know both, or recruits for the person’s employer, is refused', async () => {
    const { person, postingId } = await withPerson('Wh Whom');
    const stranger = await scene.addAccount('Stranger');
    const employers = await scene.addAccount('Their Recruiter', [theirs]);
    await scene.connect(employers, person);
    await scene.connect(employers, recruiter);
    for (const by of [stranger, employers, person, recruiter]) {
      expect((await ask(person, postingId, by)).status, by.id).toBe(403);
    }
    const { introduction } = await touch(person, postingId);
    expect(introduction).toMatchObject({ introducers: [{ id: introducer.id }], introducerCount: 1 });
  });

  test("nobody is asked about the recruiter's own colleague", async () => {
    const colleague = await scene.addEngineer('Co Colleague', 'ours');
    await scene.connect(introducer, colleague);
    const postingId = await scene.addPosting(recruiter, ours);
    expect((await ask(colleague, postingId)).body.code).toBe('not-reachable');
    expect(await touch(colleague, postingId)).toMatchObject({ introduction: { allowed: false, introducers: [] } });
  });

  test('no more in a day than the limit', async () => {
    const { person, postingId } = await withPerson('Li Limit');
    await context.db
      .updateTable('outreach_day')
      .set({ introductions: INTRODUCTIONS_A_DAY })
      .where('recruiter_id', '=', recruiter.id)
      .execute();
    expect((await ask(person, postingId)).body.code).toBe('introductions-of-the-day');
    expect((await introducer.get('/inbox/waiting')).body).toMatchObject({ introductions: 0 });
  });
});
