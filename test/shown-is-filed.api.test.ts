import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../src/platform/index.ts';
import { allRoutes } from '../src/server/index.ts';
import { createTestContext } from './database.ts';
import { createScene, itemsOf } from './scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const introducer = await scene.addAccount('Ina Introducer');
const person = await scene.addEngineer('Pei Person', 'theirs');
const other = await scene.addEngineer('Ou Other', 'theirs', { contactBy: 'introduction' });
const fresh = await scene.addEngineer('Fang Fresh', 'theirs');
await scene.connect(introducer, recruiter);
await scene.connect(introducer, other);
const postingId = await scene.addPosting(recruiter, ours);
await recruiter.put(`/postings/${postingId}/pipeline/${fresh.id}`, { stage: 'saved' });
const opened = await recruiter.post('/conversations', { memberId: person.id, postingId, body: 'Hello' });
const asked = await recruiter.post('/introductions', {
  introducerId: introducer.id,
  candidateId: other.id,
  postingId,
  ask: 'Would you?',
});
await introducer.post(`/introductions/${asked.body.id}/make`, { wording: 'Meet' });
const pool = await recruiter.post('/pools', {
  companyId: ours,
  name: 'people',
  shared: true,
  search: { kind: 'query', q: 'PyTorch' },
});
for (const one of [fresh, person, other]) await recruiter.put(`/pools/${pool.body.id}/picked/${one.id}`);
const check = await recruiter.post(`/postings/${postingId}/checks`, { memberId: fresh.id });
const { consent } = (await fresh.get(`/me/checks/${check.body.id}`)).body;
const consentVersion = z.object({ version: z.string() }).parse(consent).version;
await fresh.post(`/me/checks/${check.body.id}/allow`, { consentVersion, sections: ['education', 'skills'] });
await fresh.post(`/me/checks/${check.body.id}/release`);

/** Words that stand in one part of a profile alone. The card is what every member of the network sees. */
const wordsOf = (name: string) => ({
  summary: [`summary of ${name}`],
  positions: [`before of ${name}`],
  education: [`school of ${name}`, '"degree":"master"'],
  skills: [`skill of ${name}`, '"pytorch"'],
  wishes: ['"listening"', '"contactBy"'],
});

const actor = {
  kind: 'account' as const,
  id: recruiter.id,
  name: '',
  locale: 'en' as const,
  roles: new Set<never>(),
  recruitsFor: [ours],
};
const reads = allRoutes(scene.services).filter((route) => route.method === 'GET' && route.allow(actor));
/** What a call has to be asked before it shows anybody. */
const QUERIES: Readonly<Record<string, string>> = {
  searchTalent: '?q=PyTorch',
  findPeopleLike: `?of=${person.id}`,
};
const rowsOf = z.array(z.object({ viewer: z.object({ id: z.string() }), fields: z.array(z.string()) }));

test.each(reads.map((route) => [route.operationId, route] as const))(
  'what %s answers a recruiter about a person is in that person’s file at the same moment',
  async (_, route) => {
    for (const [member, name] of [
      [fresh, 'Fang Fresh'],
      [person, 'Pei Person'],
      [other, 'Ou Other'],
    ] as const) {
      // What is written when a list or a page is read has to be written again by the call itself.
      await context.db
        .deleteFrom('disclosure')
        .where('member_id', '=', member.id)
        .where('surface', 'in', ['match-list', 'people-search', 'pool', 'profile', 'check'])
        .execute();
      const ids: Readonly<Record<string, string>> = {
        memberId: member.id,
        postingId,
        conversationId: String(opened.body.id),
        introductionId: String(asked.body.id),
        poolId: String(pool.body.id),
      };
      const path = route.path.replaceAll(/:(\w+)/g, (_match, key: string) => ids[key] ?? newId());
      const { status, body } = await recruiter.get(`${path}${QUERIES[route.operationId] ?? ''}`);
      expect(status, path).toBeLessThan(500);
      const answer = JSON.stringify(body);
      if (!answer.includes(member.id)) continue;
      const shown = Object.entries(wordsOf(name)).flatMap(([part, words]) =>
        words.some((word) => answer.includes(word)) ? [part] : [],
      );
      const file = rowsOf.parse(itemsOf(await member.get('/me/file')));
      const filed = new Set(file.flatMap((row) => (row.viewer.id === recruiter.id ? row.fields : [])));
      expect([...filed], path).toEqual(expect.arrayContaining(shown));
    }
  },
);

test('the words are really shown where they may be', async () => {
  const profile = JSON.stringify((await recruiter.get(`/people/${person.id}`)).body);
  const list = JSON.stringify((await recruiter.get(`/postings/${postingId}/matches`)).body);
  const read = JSON.stringify((await recruiter.get(`/postings/${postingId}/checks/${fresh.id}`)).body);
  expect(read).toContain('before of Fang Fresh');
  for (const words of Object.values(wordsOf('Pei Person'))) {
    expect(words.some((word) => profile.includes(word) || list.includes(word))).toBe(true);
  }
});
