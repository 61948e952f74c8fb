import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { type Caller, createScene, itemsOf } from '../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const person = await scene.addEngineer('Peng Person', 'theirs', { contactBy: 'introduction' });
const introducers: Caller[] = [];
for (const name of ['Ying', 'Yan', 'Yu']) {
  const one = await scene.addAccount(name);
  await scene.connect(one, recruiter);
  await scene.connect(one, person);
  introducers.push(one);
}

const act = fc.record({
  kind: fc.constantFrom('ask', 'ask', 'make', 'decline', 'withdraw'),
  by: fc.integer({ min: 0, max: 2 }),
});
type Act = { readonly kind: string; readonly by: number };

/** One posting's requests as a diary has them: who was asked, who is waited for, and whether it is over. */
function diary() {
  const states = new Map<number, string>();
  const waits = () => [...states.values()].includes('asked');
  return {
    states,
    take({ kind, by }: Act): boolean {
      if (kind === 'ask') {
        if (states.has(by) || waits() || [...states.values()].includes('made')) return false;
        states.set(by, 'asked');
        return true;
      }
      if (states.get(by) !== 'asked') return false;
      states.set(by, kind === 'make' ? 'made' : kind === 'decline' ? 'declined' : 'withdrawn');
      return true;
    },
  };
}

test('asked, made, declined and withdrawn in any order, the network stands as a diary has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
      await context.db.deleteFrom('outreach_day').execute();
      const postingId = await scene.addPosting(recruiter, ours);
      const ids = new Map<number, unknown>();
      const model = diary();
      for (const one of acts) {
        const introducer = introducers[one.by];
        if (!introducer) return;
        const path = `/introductions/${String(ids.get(one.by) ?? postingId)}`;
        const reply =
          one.kind === 'ask'
            ? await recruiter.post('/introductions', {
                introducerId: introducer.id,
                candidateId: person.id,
                postingId,
                ask: 'Would you?',
              })
            : await (one.kind === 'withdraw' ? recruiter : introducer).post(`${path}/${one.kind}`, { wording: 'Meet' });
        expect(reply.status < 300, JSON.stringify(reply)).toBe(model.take(one));
        if (one.kind === 'ask' && reply.status === 201) ids.set(one.by, reply.body.id);
      }
      const listed = itemsOf(await recruiter.get('/introductions?as=recruiter&limit=100'));
      for (const [by, state] of model.states) {
        expect(listed.find((row) => row.id === ids.get(by))).toMatchObject({ state });
      }
      const conversations = itemsOf(await person.get('/inbox?limit=100')).filter((line) =>
        JSON.stringify(line.posting).includes(postingId),
      );
      expect(conversations.length).toBe([...model.states.values()].filter((state) => state === 'made').length);
    }),
    { numRuns: 10 },
  );
});
