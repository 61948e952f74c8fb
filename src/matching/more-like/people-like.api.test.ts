import { expect, test } from 'vitest';
import { z } from 'zod';
import { createTestContext } from '../../../test/database.ts';
import { memberIdsOf } from '../../../test/matches.ts';
import { type Caller, createScene, itemsOf } from '../../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const people: Caller[] = [];
for (let n = 0; n < 4; n++) people.push(await scene.addEngineer(`Person ${n}`, 'theirs'));
const colleague = await scene.addEngineer('Own Colleague', 'ours');
const hidden = await scene.addEngineer('Hidden Person', 'theirs', { findableBy: 'nobody' });
const [one, two] = people;
if (!one || !two) throw new Error('nobody');

const like = (of: readonly string[], without: readonly string[] = []) =>
  recruiter.get(`/people-like?limit=100&of=${of.join(',')}&without=${encodeURIComponent(without.join('|'))}`);
const traitsOf = (body: unknown) =>
  z
    .object({ traits: z.array(z.object({ kind: z.string(), id: z.string(), counts: z.boolean() })) })
    .parse(body)
    .traits.sort((a, b) => (a.id < b.id ? -1 : 1));

test('finds the others who have what they share, and not themselves', async () => {
  const reply = await like([one.id, two.id]);
  expect(memberIdsOf(reply).sort()).toEqual(
    people
      .slice(2)
      .map((other) => other.id)
      .sort(),
  );
  const keys = traitsOf(reply.body).map(({ kind, id }) => `${kind}:${id}`);
  expect(keys).toEqual(expect.arrayContaining(['skill:pytorch', 'skill:large-language-models', 'role:nlp-engineer']));
  expect(keys).not.toContain('skill:skill of Person 0');
});

test('says what it was made from, and leaves out what is taken out', async () => {
  const all = traitsOf((await like([one.id])).body);
  const off = all.map(({ kind, id }) => `${kind}:${id}`);
  const less = traitsOf((await like([one.id], ['skill:pytorch'])).body);
  expect(less.filter(({ counts }) => !counts).map(({ id }) => id)).toEqual(['pytorch']);
  const none = await like([one.id], off);
  expect(memberIdsOf(none)).toEqual([]);
  expect(traitsOf(none.body).every(({ counts }) => !counts)).toBe(true);
});

test('does not change with name, age, sex, photo or school', async () => {
  const before = traitsOf((await like([one.id])).body);
  const { profile } = (await one.get('/me/profile')).body;
  await one.put('/me/profile', {
    ...z.record(z.string(), z.unknown()).parse(profile),
    name: 'Somebody Else',
    birthYear: 1960,
    education: [{ schoolName: 'Tsinghua University', degree: 'master' }],
  });
  await scene.services.catchUp();
  expect(traitsOf((await like([one.id])).body)).toEqual(before);
});

test('is told to those who were found and to those who were the model', async () => {
  const about = async (who: Caller) =>
    itemsOf(await who.get('/me/file')).flatMap(
      (row) => z.object({ about: z.string() }).safeParse(row.detail).data?.about ?? [],
    );
  await like([one.id]);
  expect(await about(one)).toContain('like-of');
  expect(await about(two)).toContain('like');
  expect(JSON.stringify(await two.get('/me/file'))).not.toContain(one.id);
});

test('nobody who may not be found is a model or is found', async () => {
  for (const other of [colleague, hidden]) {
    expect((await like([other.id])).status).toBe(404);
    expect(memberIdsOf(await like([one.id]))).not.toContain(other.id);
  }
  expect((await recruiter.get('/people-like?of=nobody')).status).toBe(400);
});
