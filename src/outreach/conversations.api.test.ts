import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../test/database.ts';
import { type Caller, createScene, itemsOf } from '../../test/scene.ts';
import { newId } from '../platform/index.ts';
import { CONVERSATIONS_A_DAY } from './policy.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
const other = await scene.addCompany('other');
await scene.addCompany('theirs');

async function withPosting() {
  const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
  return { recruiter, postingId: await scene.addPosting(recruiter, ours) };
}
const shownReasons = z.array(z.object({ part: z.string(), text: z.object({ zh: z.string(), en: z.string() }) }));
const write = (from: Caller, to: Caller, postingId: string | null, body = 'Would you talk with us?') =>
  from.post('/conversations', { memberId: to.id, ...(postingId && { postingId }), body });
const waiting = async (one: Caller) => (await one.get('/inbox/waiting')).body;
const stageOf = async (recruiter: Caller, postingId: string, member: Caller) =>
  itemsOf(await recruiter.get(`/postings/${postingId}/pipeline`)).find((entry) =>
    JSON.stringify(entry.member).includes(member.id),
  )?.stage;

describe('a recruiter writes, the person answers', () => {
  test('the person reads exactly what the recruiter read of them, and finds it in their own file', async () => {
    const { recruiter, postingId } = await withPosting();
    const person = await scene.addEngineer('Peng Person', 'theirs');
    const [match] = itemsOf(await recruiter.get(`/postings/${postingId}/matches?limit=100`)).filter((item) =>
      JSON.stringify(item.member).includes(person.id),
    );
    const opened = await write(recruiter, person, postingId);
    expect(opened.status).toBe(201);
    const [message] = itemsOf(await person.get(`/conversations/${opened.body.id}/messages`));
    const reasons = shownReasons.parse(match?.reasons);
    expect(reasons).toHaveLength(3);
    expect(message).toMatchObject({
      kind: 'outreach',
      mine: false,
      body: 'Would you talk with us?',
      author: { name: 'Rong Recruiter' },
      why: { score: match?.score, parts: match?.parts, reasons, missing: match?.missing, applied: false },
    });
    const file = itemsOf(await person.get('/me/file'));
    expect(file.find((row) => row.surface === 'message')).toMatchObject({
      viewer: { id: recruiter.id },
      posting: { id: postingId },
      detail: { score: match?.score, reasons: reasons.map((reason) => reason.text), conversationId: opened.body.id },
    });
  });

  test('the pipeline follows: contacted, replied, declined, and replied again', async () => {
    const { recruiter, postingId } = await withPosting();
    const person = await scene.addEngineer('Ping Person', 'theirs');
    const { body } = await write(recruiter, person, postingId);
    expect(await stageOf(recruiter, postingId, person)).toBe('contacted');
    expect((await person.post(`/conversations/${body.id}/messages`, { body: 'Gladly' })).status).toBe(201);
    expect(await stageOf(recruiter, postingId, person)).toBe('replied');
    await recruiter.put(`/postings/${postingId}/pipeline/${person.id}`, { stage: 'interview' });
    await person.post(`/conversations/${body.id}/messages`, { body: 'See you there' });
    expect(await stageOf(recruiter, postingId, person)).toBe('interview');
    expect((await person.post(`/conversations/${body.id}/decline`)).body.declined).toBe(true);
    expect(await stageOf(recruiter, postingId, person)).toBe('declined');
    const refused = await recruiter.post(`/conversations/${body.id}/messages`, { body: 'But why?' });
    expect(refused.body.code).toBe('not-interested');
    expect((await recruiter.get(`/conversations/${body.id}`)).body).toMatchObject({ write: { allowed: false } });
    await person.post(`/conversations/${body.id}/messages`, { body: 'I thought again' });
    expect(await stageOf(recruiter, postingId, person)).toBe('replied');
    expect((await recruiter.post(`/conversations/${body.id}/messages`, { body: 'Good' })).status).toBe(201);
  });

  test('only the person may decline, and only those who take part see anything', async () => {
    const { recruiter, postingId } = await withPosting();
    const person = await scene.addEngineer('Pan Person', 'theirs');
    const curious = await scene.addAccount('Curious', [ours]);
    const { body } = await write(recruiter, person, postingId);
    expect((await recruiter.post(`/conversations/${body.id}/decline`)).status).toBe(403);
    for (const path of ['', '/messages'])
      expect((await curious.get(`/conversations/${body.id}${path}`)).status).toBe(404);
    expect((await curious.post(`/conversations/${body.id}/messages`, { body: 'x' })).status).toBe(404);
    expect((await curious.put(`/conversations/${body.id}/read`, { upTo: newId() })).status).toBe(404);
  });
});

describe('who may be written to', () => {
  test("one's own employer's recruiter is refused, whatever the person chose", async () => {
    const { recruiter, postingId } = await withPosting();
    const colleague = await scene.addEngineer('Cong Colleague', 'ours');
    const hiding = await scene.addEngineer('Hui Hiding', 'theirs', { hiddenFromCompanyIds: [ours] });
    const nobody = await scene.addEngineer('Ni Nobody', 'theirs', { findableBy: 'nobody' });
    for (const person of [colleague, hiding, nobody]) {
      const refused = await write(recruiter, person, postingId);
      expect([refused.status, refused.body.code]).toEqual([403, 'not-reachable']);
      expect(itemsOf(await person.get('/inbox'))).toEqual([]);
    }
  });

  test('what the person chose about messages counts, and is said with what to do instead', async () => {
    const { recruiter, postingId } = await withPosting();
    const byIntroduction = await scene.addEngineer('Yi One', 'theirs', { contactBy: 'introduction' });
    const takesNone = await scene.addEngineer('Er Two', 'theirs', { contactBy: 'nobody' });
    const touch = async (person: Caller) =>
      (await recruiter.get(`/people/${person.id}/touchpoints?postingId=${postingId}`)).body;
    expect((await write(recruiter, byIntroduction, postingId)).body.code).toBe('introduction-needed');
    expect(await touch(byIntroduction)).toMatchObject({ write: { allowed: false }, introduction: { allowed: true } });
    expect((await write(recruiter, takesNone, postingId)).body.code).toBe('takes-no-messages');
    expect(await touch(takesNone)).toMatchObject({ write: { allowed: false }, introduction: { allowed: false } });
  });

  test("about another company's posting there is no such posting; strangers connect first; connections just write", async () => {
    const { postingId } = await withPosting();
    const outsider = await scene.addAccount('Outsider', [other]);
    const person = await scene.addEngineer('Pu Person', 'theirs');
    expect((await write(outsider, person, postingId)).status).toBe(404);
    expect((await write(outsider, person, null)).body.code).toBe('not-connected');
    await scene.connect(outsider, person);
    const opened = await write(outsider, person, null);
    expect(opened.status).toBe(201);
    const lines = itemsOf(await person.get('/inbox'));
    expect(lines[0]).toMatchObject({ id: opened.body.id, side: 'connection', posting: null, unread: 1 });
    expect((await write(person, outsider, null)).body.code).toBe('conversation-open');
    expect((await person.get(`/people/${outsider.id}/touchpoints`)).body.conversationId).toBe(opened.body.id);
  });

  test('a block hides the conversation from both, and the badge forgets it', async () => {
    const { recruiter, postingId } = await withPosting();
    const person = await scene.addEngineer('Bo Blocks', 'theirs');
    const { body } = await write(recruiter, person, postingId);
    expect(await waiting(person)).toMatchObject({ unread: 1 });
    await person.put(`/blocks/${recruiter.id}`);
    expect(await waiting(person)).toMatchObject({ unread: 0 });
    for (const one of [person, recruiter]) {
      expect(itemsOf(await one.get('/inbox'))).toEqual([]);
      expect((await one.get(`/conversations/${body.id}`)).status).toBe(404);
    }
    expect((await recruiter.get(`/people/${person.id}/touchpoints?postingId=${postingId}`)).status).toBe(404);
  });
});

describe('limits', () => {
  test('no third message before an answer', async () => {
    const { recruiter, postingId } = await withPosting();
    const person = await scene.addEngineer('Lu Limits', 'theirs');
    const { body } = await write(recruiter, person, postingId);
    const again = () => recruiter.post(`/conversations/${body.id}/messages`, { body: 'A reminder' });
    const sent = await Promise.all([again(), again(), again()]);
    expect(sent.map((reply) => reply.status).sort()).toEqual([201, 429, 429]);
    expect(itemsOf(await person.get(`/conversations/${body.id}/messages`))).toHaveLength(2);
    await person.post(`/conversations/${body.id}/messages`, { body: 'I was away' });
    expect((await again()).status).toBe(201);
  });

  test('a reminder does not reach somebody who has hidden since', async () => {
    const { recruiter, postingId } = await withPosting();
    const person = await scene.addEngineer('Si Since', 'theirs');
    const { body } = await write(recruiter, person, postingId);
    await context.db
      .updateTable('preference')
      .set({ findable_by: 'nobody' })
      .where('member_id', '=', person.id)
      .execute();
    const refused = await recruiter.post(`/conversations/${body.id}/messages`, { body: 'A reminder' });
    expect(refused.body.code).toBe('takes-no-messages');
  });

  test('opened twice at the same moment, it is one conversation with one message', async () => {
    const { recruiter, postingId } = await withPosting();
    const person = await scene.addEngineer('Du Double', 'theirs');
    const replies = await Promise.all(Array.from({ length: 5 }, () => write(recruiter, person, postingId)));
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(itemsOf(await person.get('/inbox'))).toMatchObject([{ unread: 1 }]);
    const spent = await context.db
      .selectFrom('outreach_day')
      .select('conversations')
      .where('recruiter_id', '=', recruiter.id)
      .executeTakeFirstOrThrow();
    expect(spent.conversations).toBe(1);
  });

  test('the last conversation of the day is opened once, and the next one not at all', async () => {
    const { recruiter, postingId } = await withPosting();
    const day = context.clock.now().toISOString().slice(0, 10);
    await context.db
      .insertInto('outreach_day')
      .values({ recruiter_id: recruiter.id, day, conversations: CONVERSATIONS_A_DAY - 1 })
      .execute();
    const people = [await scene.addEngineer('Yi Last', 'theirs'), await scene.addEngineer('Er Last', 'theirs')];
    const replies = await Promise.all(people.map((person) => write(recruiter, person, postingId)));
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 429]);
    const inboxes = await Promise.all(people.map(async (person) => itemsOf(await person.get('/inbox')).length));
    expect(inboxes.sort()).toEqual([0, 1]);
  });
});

/** Unread messages, counted the slow way: by reading all of them. */
async function unreadRows(memberId: string, conversationId: string): Promise<number> {
  const { last_read_id } = await context.db
    .selectFrom('inbox')
    .select('last_read_id')
    .where('member_id', '=', memberId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow();
  const rows = await context.db
    .selectFrom('message')
    .select(['id', 'author_id'])
    .where('conversation_id', '=', conversationId)
    .execute();
  return rows.filter((row) => row.author_id !== memberId && (last_read_id === null || row.id > last_read_id)).length;
}

test('the unread count is the number of unread messages, whoever writes and reads at the same time', async () => {
  const [a, b] = [await scene.addAccount('A'), await scene.addAccount('B')];
  await scene.connect(a, b);
  const { body } = await write(a, b, null);
  const path = `/conversations/${body.id}`;
  for (let round = 0; round < 6; round++) {
    const newest = itemsOf(await b.get(`${path}/messages?limit=3`));
    const upTo = newest[round % newest.length]?.id;
    await Promise.all([
      a.post(`${path}/messages`, { body: `from a, ${round}` }),
      b.put(`${path}/read`, { upTo }),
      a.post(`${path}/messages`, { body: `from a again, ${round}` }),
      b.post(`${path}/messages`, { body: `from b, ${round}` }),
      b.put(`${path}/read`, { upTo }),
    ]);
    for (const one of [a, b]) {
      const [line] = itemsOf(await one.get('/inbox'));
      expect(line?.unread).toBe(await unreadRows(one.id, String(body.id)));
      expect(await waiting(one)).toMatchObject({ unread: line?.unread });
    }
  }
  const [last] = itemsOf(await b.get(`${path}/messages?limit=1`));
  expect((await b.put(`${path}/read`, { upTo: last?.id })).body).toMatchObject({ unread: 0 });
  expect((await b.put(`${path}/read`, { upTo: newId() })).body.code).toBe('no-such-message');
});

test('the inbox and a conversation are read page by page, each line and message once', async () => {
  const member = await scene.addAccount('Many');
  const opened: unknown[] = [];
  for (let i = 0; i < 5; i++) {
    const friend = await scene.addAccount(`Friend ${i}`);
    await scene.connect(friend, member);
    opened.push((await write(friend, member, null)).body.id);
  }
  async function all(path: string): Promise<unknown[]> {
    const ids: unknown[] = [];
    for (let cursor = ''; ; ) {
      const reply = await member.get(`${path}?limit=2${cursor && `&cursor=${cursor}`}`);
      ids.push(...itemsOf(reply).map((item) => item.id));
      if (typeof reply.body.nextCursor !== 'string') return ids;
      cursor = reply.body.nextCursor;
    }
  }
  expect((await all('/inbox')).sort()).toEqual([...opened].sort());
  for (let i = 0; i < 4; i++) await member.post(`/conversations/${opened[0]}/messages`, { body: `${i}` });
  const ids = await all(`/conversations/${opened[0]}/messages`);
  expect(ids).toHaveLength(5);
  expect(ids).toEqual([...ids].sort().reverse());
});

test('a message is told to the open pages of both, and to nobody else', async () => {
  const [a, b, c] = [await scene.addAccount('A'), await scene.addAccount('B'), await scene.addAccount('C')];
  await scene.connect(a, b);
  const heard: string[] = [];
  const stop = [a, b, c].map((one) =>
    scene.services.live.subscribe(one.id, (event) => heard.push(`${one.id} ${event.kind}`)),
  );
  await write(a, b, null);
  await scene.services.catchUp();
  for (const unsubscribe of stop) unsubscribe();
  expect(heard.sort()).toEqual([`${a.id} message.sent`, `${b.id} message.sent`].sort());
});
