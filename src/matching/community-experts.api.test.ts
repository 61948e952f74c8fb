import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../test/database.ts';
import { memberIdsOf } from '../../test/matches.ts';
import { type Caller, createScene, itemsOf } from '../../test/scene.ts';
import { newId } from '../platform/index.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
const OTHERS = ['acme', 'bolt', 'cube', 'dune'] as const;
for (const name of OTHERS) await scene.addCompany(name);
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const at = context.clock.now();
const circle = { id: newId(), slug: 'nlp', name_zh: 'NLP', name_en: 'NLP', kind: 'topic' as const, created_at: at };
await context.db.insertInto('circle').values(circle).execute();

const join = (one: Caller) =>
  context.db.insertInto('circle_member').values({ circle_id: circle.id, member_id: one.id, joined_at: at }).execute();

/** Somebody with a verified position, who votes. */
async function verifiedPeer(name: string, company: string): Promise<Caller> {
  const peer = await scene.addEngineer(name, company);
  const position = await context.db
    .selectFrom('position')
    .select('id')
    .where('member_id', '=', peer.id)
    .where('end_month', 'is', null)
    .executeTakeFirstOrThrow();
  await context.db
    .insertInto('verification')
    .values({
      ...{ id: newId(), member_id: peer.id, position_id: position.id, method: 'work-email', state: 'verified' },
      ...{ email_domain: 'x.example', requested_at: at, decided_at: at },
    })
    .execute();
  return peer;
}

/** An accountant, by the profile, who writes of large language models. */
async function addWriter(name: string): Promise<Caller> {
  const writer = await scene.addEngineer(name, 'acme');
  await writer.put('/me/profile', {
    name,
    cityId: 'beijing',
    positions: [{ companyName: 'acme', title: '会计', start: '2018-01' }],
    skills: [{ name: '税务' }],
  });
  await join(writer);
  return writer;
}

const posted = z.object({ id: z.uuid() });
const write = async (writer: Caller) =>
  posted.parse(
    (
      await writer.post('/posts', {
        circle: 'nlp',
        title: 'PyTorch 与大语言模型',
        body: '怎样用 PyTorch 训练大语言模型',
      })
    ).body,
  ).id;
async function settle(): Promise<void> {
  // The first time takes in the votes, the second what was made of them.
  await scene.services.catchUp();
  await scene.services.catchUp();
}

const postingId = await scene.addPosting(recruiter, ours);
const list = () => recruiter.get(`/postings/${postingId}/matches?limit=100`);
const [expert, ringed, quiet] = [await addWriter('Expert'), await addWriter('Ringed'), await addWriter('Quiet')];
const [ofExpert, ofRinged] = [await write(expert), await write(ringed)];
await write(quiet);

test('somebody whose answers peers valued is found by them, with the post as a reason that the recruiter can read', async () => {
  await settle();
  expect(memberIdsOf(await list())).toEqual([]);
  for (const company of OTHERS.slice(1)) {
    const peer = await verifiedPeer(`Peer at ${company}`, company);
    await peer.put(`/posts/${ofExpert}/votes/${ofExpert}`, { value: 1 });
  }
  await settle();
  const rows = await context.db.selectFrom('valued_answer').selectAll().where('skill', '=', 'pytorch').execute();
  expect(rows).toMatchObject([{ member_id: expert.id, voters: 3, points: 30, post_id: ofExpert }]);
  const found = itemsOf(await list()).find((item) => JSON.stringify(item.member).includes(expert.id));
  expect(found).toMatchObject({ parts: { skills: expect.any(Number), evidence: expect.any(Number) } });
  const said = JSON.stringify(found?.reasons);
  expect(said).toContain('Peers valued what they wrote on 2 of the 3 skills asked for: PyTorch');
  expect(said).toContain(`{"kind":"post","id":"${ofExpert}"}`);
  expect((await recruiter.get(`/posts/${ofExpert}`)).status).toBe(200);
});

test('a ring of colleagues and unverified friends, who vote for one another, is worth one vote at most', async () => {
  for (let n = 0; n < 9; n++) {
    const friend = n % 2 === 0 ? await addWriter(`Friend ${n}`) : await scene.addEngineer(`Friend ${n}`, 'dune');
    await friend.put(`/posts/${ofRinged}/votes/${ofRinged}`, { value: 1 });
  }
  await settle();
  const rows = await context.db.selectFrom('valued_answer').selectAll().where('member_id', '=', ringed.id).execute();
  expect(rows.every((row) => row.points <= 10)).toBe(true);
});

test('what is taken back counts no more', async () => {
  await expert.delete(`/posts/${ofExpert}`);
  await settle();
  expect(await context.db.selectFrom('valued_answer').selectAll().where('member_id', '=', expert.id).execute()).toEqual(
    [],
  );
  expect(memberIdsOf(await list())).not.toContain(expert.id);
});
