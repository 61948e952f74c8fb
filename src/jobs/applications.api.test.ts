import { expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { createScene, itemsOf } from '../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const [ours, theirs] = [await scene.addCompany('ours'), await scene.addCompany('theirs')];
const recruiter = await scene.addAccount('Recruiter', [ours]);
const other = await scene.addAccount('Other recruiter', [theirs]);

async function openPosting(): Promise<string> {
  const id = await scene.addPosting(recruiter, ours);
  expect((await recruiter.put(`/postings/${id}/state`, { state: 'open' })).status).toBe(200);
  return id;
}

test('who applies shows the company their profile, though nobody may find them, and reads that in their file', async () => {
  const member = await scene.addEngineer('Applicant', 'elsewhere', { findableBy: 'nobody' });
  const id = await openPosting();
  expect((await recruiter.get(`/postings/${id}/applications/${member.id}`)).status).toBe(404);
  await member.post(`/postings/${id}/applications`, { note: 'I built such a thing.' });
  expect(itemsOf(await recruiter.get(`/postings/${id}/applications`))).toMatchObject([
    { member: { id: member.id }, state: 'sent', note: 'I built such a thing.' },
  ]);
  const { body } = await recruiter.get(`/postings/${id}/applications/${member.id}`);
  expect(body).toMatchObject({ person: { summary: 'summary of Applicant' }, note: 'I built such a thing.' });
  expect(itemsOf(await member.get('/me/file'))).toMatchObject([
    { surface: 'profile', posting: { id }, fields: ['card', 'summary', 'positions', 'education', 'skills', 'wishes'] },
  ]);
});

test('an applicant goes into the pipeline or is declined, once, and hears which', async () => {
  const id = await openPosting();
  const [first, second] = [await scene.addEngineer('First', 'a'), await scene.addEngineer('Second', 'b')];
  for (const member of [first, second]) await member.post(`/postings/${id}/applications`);
  const decide = (memberId: string, advance: boolean) =>
    recruiter.put(`/postings/${id}/applications/${memberId}/decision`, { advance });
  expect((await decide(first.id, true)).body).toMatchObject({ state: 'advanced' });
  expect((await decide(second.id, false)).body).toMatchObject({ state: 'declined' });
  expect((await decide(second.id, true)).body.code).toBe('application-not-open');
  expect(itemsOf(await recruiter.get(`/postings/${id}/pipeline`))).toMatchObject([
    { member: { id: first.id }, stage: 'saved' },
  ]);
  expect(itemsOf(await second.get('/me/applications'))).toMatchObject([{ state: 'declined' }]);
  const line = itemsOf(await recruiter.get('/hire/postings')).find((posting) => posting.id === id);
  expect(line).toMatchObject({ waiting: 0, pipeline: 1 });
});

test('what was withdrawn is gone for the recruiter', async () => {
  const id = await openPosting();
  const member = await scene.addEngineer('Wavering', 'c');
  await member.post(`/postings/${id}/applications`);
  await scene.services.catchUp();
  expect(itemsOf(await recruiter.get('/hire/postings')).find((posting) => posting.id === id)).toMatchObject({
    waiting: 1,
  });
  await member.delete(`/postings/${id}/applications/mine`);
  expect(itemsOf(await recruiter.get(`/postings/${id}/applications`))).toEqual([]);
  expect((await recruiter.get(`/postings/${id}/applications/${member.id}`)).status).toBe(404);
});

test("another company's recruiter hears of no posting", async () => {
  const id = await openPosting();
  expect((await other.get(`/postings/${id}/applications`)).status).toBe(404);
  expect((await other.put(`/postings/${id}/applications/${recruiter.id}/decision`, { advance: true })).status).toBe(
    404,
  );
});

test('pages neither repeat nor lose an applicant', async () => {
  const id = await openPosting();
  const members = [];
  for (const name of ['p1', 'p2', 'p3', 'p4', 'p5']) members.push(await scene.addEngineer(name, name));
  for (const member of members) await member.post(`/postings/${id}/applications`);
  const seen: unknown[] = [];
  for (let cursor = ''; ; ) {
    const reply = await recruiter.get(`/postings/${id}/applications?limit=2${cursor && `&cursor=${cursor}`}`);
    for (const item of itemsOf(reply)) seen.push(item.member);
    if (typeof reply.body.nextCursor !== 'string') break;
    cursor = reply.body.nextCursor;
  }
  expect(new Set(seen.map((card) => JSON.stringify(card))).size).toBe(5);
  expect(seen).toHaveLength(5);
});
