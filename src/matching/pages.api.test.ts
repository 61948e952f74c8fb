import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { memberIdsOf } from '../../test/matches.ts';
import { type Caller, createScene } from '../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const postingId = await scene.addPosting(recruiter, ours);
const people: Caller[] = [];
for (let n = 0; n < 10; n++) people.push(await scene.addEngineer(`Person ${n}`, 'theirs'));

/** What somebody may do while a recruiter pages: hide, come back, become a better fit, become a worse one. */
const change = fc.record({
  who: fc.nat(people.length - 1),
  what: fc.constantFrom('hide', 'show', 'better', 'worse'),
});
const page = fc.record({ limit: fc.integer({ min: 1, max: 4 }), changes: fc.array(change, { maxLength: 3 }) });

const SKILLS = {
  better: [
    { name: 'PyTorch', level: 5 },
    { name: '大语言模型', level: 5 },
  ],
  worse: [{ name: 'Excel', level: 1 }],
} as const;

async function apply(one: Caller, what: 'hide' | 'show' | 'better' | 'worse'): Promise<void> {
  if (what === 'hide' || what === 'show') {
    const preferences = (await one.get('/me/preferences')).body;
    const wish = { ...preferences, findableBy: what === 'hide' ? 'nobody' : 'recruiters' };
    expect((await one.put('/me/preferences', wish)).status).toBe(200);
    return;
  }
  const reply = await one.put('/me/profile', {
    name: 'Somebody who changes',
    cityId: what === 'better' ? 'beijing' : 'xian',
    positions: [{ companyName: 'theirs', title: 'NLP算法工程师', start: what === 'better' ? '2010-01' : '2023-01' }],
    skills: SKILLS[what],
  });
  expect(reply.status).toBe(200);
}

test('pages neither repeat nor lose anybody, whoever comes, goes or changes between them', async () => {
  const hidden = new Set<string>();
  const list = (query: string) => recruiter.get(`/postings/${postingId}/matches?${query}`);
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 3, maxLength: 12 }), async (pages) => {
      const order = memberIdsOf(await list('limit=100'));
      expect(order.filter((id) => hidden.has(id))).toEqual([]);
      const [seen, expected]: [string[], string[]] = [[], []];
      let cursor: unknown = null;
      let from = 0;
      for (const { limit, changes } of pages) {
        const reply = await list(`limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...memberIdsOf(reply));
        // In the order of the first page, whoever may be shown at the moment when their page is.
        expected.push(...order.slice(from, from + limit).filter((id) => !hidden.has(id)));
        from += limit;
        cursor = reply.body.nextCursor;
        if (!cursor) break;
        for (const { who, what } of changes) {
          const one = people[who];
          if (!one) continue;
          await apply(one, what);
          if (what === 'hide') hidden.add(one.id);
          if (what === 'show') hidden.delete(one.id);
        }
        await scene.services.catchUp();
      }
      expect(seen).toEqual(expected);
      expect(new Set(seen).size).toBe(seen.length);
    }),
    { numRuns: 25 },
  );
});
