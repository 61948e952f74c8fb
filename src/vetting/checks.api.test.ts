import { describe, expect, test } from 'vitest';
import { createTestContext, TEST_NOW } from '../../test/database.ts';
import { type Caller, createScene, itemsOf } from '../../test/scene.ts';
import type { Context } from '../platform/index.ts';
import { CONSENT, READABLE_DAYS, WAITING_DAYS } from './consent.ts';
import { endOverdueChecks } from './index.ts';

let now = Date.parse(TEST_NOW);
const context: Context = { ...(await createTestContext()), clock: { now: () => new Date(now) } };
const scene = await createScene(context);
const ours = await scene.addCompany('ours');
const theirs = await scene.addCompany('theirs');
const recruiter = await scene.addAccount('Rong Recruiter', [ours]);
const fellow = await scene.addAccount('Fei Fellow', [ours]);
const rival = await scene.addAccount('Rita Rival', [theirs]);
const stranger = await scene.addAccount('Stan Stranger');

type Wishes = Parameters<typeof scene.addEngineer>[2];

async function withCandidate(name: string, wishes: Wishes = {}, stage = 'saved', company = 'theirs') {
  const candidate = await scene.addEngineer(name, company, wishes);
  const postingId = await scene.addPosting(recruiter, ours);
  if (stage) await recruiter.put(`/postings/${postingId}/pipeline/${candidate.id}`, { stage, note: '' });
  const ask = (by: Caller = recruiter) =>
    by.post(`/postings/${postingId}/checks`, { memberId: candidate.id, note: 'For the second round' });
  const read = (by: Caller = recruiter) => by.get(`/postings/${postingId}/checks/${candidate.id}`);
  return { candidate, postingId, ask, read };
}
const consent = { consentVersion: CONSENT.version, sections: ['education', 'skills'] };

async function requested(name: string) {
  const made = await withCandidate(name);
  const { body } = await made.ask();
  const mine = `/me/checks/${body.id}`;
  const act = (what: string, payload?: object) => made.candidate.post(`${mine}/${what}`, payload);
  const state = async () => (await made.candidate.get(mine)).body.state;
  return { ...made, mine, act, state };
}
async function allowed(name: string) {
  const made = await requested(name);
  const { body } = await made.act('allow', consent);
  const statements = body.statements;
  if (!Array.isArray(statements)) throw new Error(JSON.stringify(body));
  return { ...made, statements };
}
async function released(name: string) {
  const made = await allowed(name);
  await made.act('release');
  return made;
}
const kept = (memberId: string) =>
  context.db.selectFrom('check_statement').select('id').where('member_id', '=', memberId).execute();

describe('from request to reading', () => {
  test('the candidate reads first, answers, releases; the recruiter reads just that, and it stands in the file', async () => {
    const { candidate, mine, act, read, postingId } = await requested('Ann');
    expect((await candidate.get('/me/checks')).body).toMatchObject({
      items: [
        { state: 'requested', companyName: 'ours', recruiterName: 'Rong Recruiter', note: 'For the second round' },
      ],
    });
    expect((await read()).body).toMatchObject({ state: 'requested', statements: null });
    const shown = (await act('allow', consent)).body;
    expect(shown).toMatchObject({ state: 'allowed', consent: null, sections: ['work', 'education', 'skills'] });
    expect((await read()).body).toMatchObject({ state: 'allowed', statements: null });
    const [first] = itemsOf({ status: 200, body: { items: shown.statements } });
    const answered = await candidate.put(`${mine}/statements/${first?.id}/answer`, { answer: 'I studied in between.' });
    expect(answered.status).toBe(200);
    expect((await act('release')).body).toMatchObject({ state: 'released' });
    const reading = (await read()).body;
    expect(reading.statements).toEqual(answered.body.statements);
    const statements = itemsOf({ status: 200, body: { items: reading.statements } });
    expect(statements[0]).toMatchObject({ kind: 'experience', answer: 'I studied in between.' });
    expect([...new Set(statements.map(({ kind }) => kind))]).toEqual(['experience', 'position', 'education', 'skill']);
    expect(JSON.stringify(reading)).not.toMatch(/score|rating/i);
    await read();
    await read(fellow);
    const file = itemsOf(await candidate.get('/me/file')).filter((row) => row.surface === 'check');
    expect(file).toHaveLength(2);
    const detail = file[0]?.detail;
    const told = typeof detail === 'object' && detail && 'statements' in detail ? detail.statements : [];
    const strip = (rows: unknown) =>
      Array.isArray(rows) ? rows.map(({ text, evidence, answer }) => ({ text, evidence, answer })) : [];
    expect(told).toEqual(strip(reading.statements));
    expect((await recruiter.get(`/postings/${postingId}/checks`)).body).toMatchObject({
      items: [{ memberId: candidate.id, state: 'released' }],
    });
  });

  test('each step is told to both at once', async () => {
    const { candidate } = await released('Bea');
    const events = await context.db
      .selectFrom('outbox')
      .select(['kind', 'audience'])
      .where('key', '=', candidate.id)
      .where('kind', 'like', 'check.%')
      .orderBy('id')
      .execute();
    expect(events).toEqual(
      ['check.requested', 'check.allowed', 'check.released'].map((kind) => ({
        kind,
        audience: [candidate.id, recruiter.id],
      })),
    );
  });

  test('a refusal shows nothing, is told, and is not asked about again', async () => {
    const { candidate, act, ask, read } = await requested('Cai');
    expect((await act('refuse')).body).toMatchObject({ state: 'refused', statements: null });
    expect((await read()).body).toMatchObject({ state: 'refused', statements: null });
    expect((await ask()).body.code).toBe('check-refused');
    expect(await kept(candidate.id)).toEqual([]);
  });

  test('having seen it, the candidate may still refuse: nothing of it stays', async () => {
    const { candidate, act, read } = await allowed('Dan');
    expect((await kept(candidate.id)).length).toBeGreaterThan(0);
    expect((await act('refuse')).body.state).toBe('refused');
    expect((await read()).body.statements).toBeNull();
    expect(await kept(candidate.id)).toEqual([]);
  });

  test('a release is taken back: unreadable and deleted at once, but what was read stays in the file', async () => {
    const { candidate, act, read } = await released('Eva');
    await read();
    expect((await act('take-back')).body).toMatchObject({ state: 'withdrawn', statements: null });
    expect((await read()).body).toMatchObject({ state: 'withdrawn', statements: null, readableUntil: null });
    expect(await kept(candidate.id)).toEqual([]);
    expect(itemsOf(await candidate.get('/me/file')).filter((row) => row.surface === 'check')).toHaveLength(1);
  });

  test('the recruiter takes a request back, and may ask anew; a released one is not theirs to withdraw', async () => {
    const { candidate, postingId, ask, state } = await requested('Fay');
    const path = `/postings/${postingId}/checks/${candidate.id}`;
    expect((await ask()).body.code).toBe('check-open');
    expect((await recruiter.delete(path)).body).toEqual({ state: 'withdrawn' });
    expect(await state()).toBe('withdrawn');
    expect((await ask()).status).toBe(201);
    const other = await released('Gao');
    expect((await recruiter.delete(`/postings/${other.postingId}/checks/${other.candidate.id}`)).status).toBe(409);
  });

  test.each([
    ['requested', ['release', 'take-back']],
    ['allowed', ['take-back']],
    ['released', ['refuse', 'release']],
    ['refused', ['refuse', 'release', 'take-back']],
    ['withdrawn', ['refuse', 'release', 'take-back']],
  ] as const)('what does not belong to a check that is %s changes nothing', async (start, acts) => {
    const made = await requested(`Hua ${start}`);
    if (start === 'allowed' || start === 'released') await made.act('allow', consent);
    if (start === 'released') await made.act('release');
    if (start === 'refused') await made.act('refuse');
    if (start === 'withdrawn') await recruiter.delete(`/postings/${made.postingId}/checks/${made.candidate.id}`);
    for (const act of acts) expect((await made.act(act)).status).toBe(409);
    if (start !== 'requested') expect((await made.act('allow', consent)).status).toBe(409);
    if (start !== 'allowed') expect((await made.act('recompute')).status).toBe(409);
    expect(await made.state()).toBe(start);
  });
});

describe('what the candidate agrees to', () => {
  test('is shown with its version, and another version is not agreed to', async () => {
    const { candidate, mine, act } = await requested('Ida');
    expect((await candidate.get(mine)).body.consent).toEqual(CONSENT);
    expect((await act('allow', { ...consent, consentVersion: 'older' })).body.code).toBe('consent-changed');
    await act('allow', consent);
    const row = await context.db
      .selectFrom('background_check')
      .select(['consent_version', 'sections'])
      .where('member_id', '=', candidate.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ consent_version: CONSENT.version, sections: ['work', 'education', 'skills'] });
  });

  test('computing again takes in a corrected profile and keeps the answers', async () => {
    const { candidate, mine, act, statements } = await allowed('Jin');
    await candidate.put(`${mine}/statements/${statements[0].id}/answer`, { answer: 'Counted by hand.' });
    const { body } = await candidate.get('/me/profile');
    const profile = body.profile;
    if (typeof profile !== 'object' || profile === null) throw new Error('no profile');
    await candidate.put('/me/profile', { ...profile, skills: [] });
    const again = (await act('recompute')).body.statements;
    expect(again).toMatchObject([{ kind: 'experience', answer: 'Counted by hand.' }, {}, {}, { kind: 'education' }]);
  });

  test('an answer is for an allowed check alone', async () => {
    const { candidate, mine, act, statements } = await allowed('Kai');
    const path = `${mine}/statements/${statements[0].id}/answer`;
    await act('release');
    expect((await candidate.put(path, { answer: 'too late' })).status).toBe(409);
  });
});

describe('time', () => {
  test('ends what is not decided, and what was readable long enough', async () => {
    const [waiting, open] = [await requested('Lea'), await released('Min')];
    now += (WAITING_DAYS + 1) * 86_400_000;
    await endOverdueChecks(context);
    expect([await waiting.state(), await open.state()]).toEqual(['withdrawn', 'released']);
    now += (READABLE_DAYS - WAITING_DAYS) * 86_400_000;
    expect((await open.read()).body.statements).toBeNull();
    await endOverdueChecks(context);
    expect(await open.state()).toBe('withdrawn');
    expect(await kept(open.candidate.id)).toEqual([]);
  });
});

describe('who may', () => {
  test("nobody but the posting's own company asks or reads", async () => {
    const { candidate, postingId, ask, read } = await released('Ned');
    for (const one of [rival, stranger, candidate]) {
      expect([403, 404]).toContain((await ask(one)).status);
      expect([403, 404]).toContain((await read(one)).status);
      expect([403, 404]).toContain((await one.get(`/postings/${postingId}/checks`)).status);
    }
    expect((await read(fellow)).body.statements).not.toBeNull();
  });

  test("nobody but the candidate sees, decides or answers the candidate's side", async () => {
    const { mine, statements } = await allowed('Ola');
    for (const one of [recruiter, rival, stranger]) {
      expect((await one.get(mine)).status).toBe(404);
      for (const act of ['refuse', 'release', 'take-back', 'recompute']) {
        expect((await one.post(`${mine}/${act}`)).status).toBe(404);
      }
      expect((await one.post(`${mine}/allow`, consent)).status).toBe(404);
      expect((await one.put(`${mine}/statements/${statements[0].id}/answer`, { answer: 'x' })).status).toBe(404);
      expect(itemsOf(await one.get('/me/checks'))).toEqual([]);
    }
  });

  test("for one's present employer, a company one hides from, or behind a block there is no such member, at any time", async () => {
    const employed = await withCandidate('Pan', {}, 'saved', 'ours');
    const hidden = await withCandidate('Qin', { hiddenFromCompanyIds: [ours] });
    const unfindable = await withCandidate('Rui', { findableBy: 'nobody' });
    for (const { ask } of [employed, hidden, unfindable]) {
      const { status, body } = await ask();
      expect([status, body.code]).toEqual([404, 'no-such-member']);
    }
    const later = await released('Sun');
    expect((await later.read()).status).toBe(200);
    await later.candidate.put(`/blocks/${recruiter.id}`);
    expect((await later.read()).body.code).toBe('no-such-member');
    expect(itemsOf(await recruiter.get(`/postings/${later.postingId}/checks`))).toEqual([]);
    expect((await later.read(fellow)).status).toBe(200);
  });

  test('only somebody in the pipeline is asked, and not before a conversation where they want none', async () => {
    const outside = await withCandidate('Tao', {}, '');
    expect((await outside.ask()).body.code).toBe('not-in-pipeline');
    const shy = await withCandidate('Una', { contactBy: 'introduction' });
    expect((await shy.ask()).body.code).toBe('not-in-conversation');
    await recruiter.put(`/postings/${shy.postingId}/pipeline/${shy.candidate.id}`, { stage: 'replied', note: '' });
    expect((await shy.ask()).status).toBe(201);
  });
});

test('what a resume said is held against the profile, in short and only as the candidate lets it', async () => {
  const { candidate, act, mine } = await requested('Val');
  await context.db.deleteFrom('resume_draft').where('member_id', '=', candidate.id).execute();
  const text = 'Val\n\nExperience\nNLP Engineer, theirs, Jan 2016 - Present\nBuilt models in PyTorch.\n';
  const { importResume } = await import('../talent/index.ts');
  await importResume(context, { id: candidate.id, name: 'Val' }, 'val.txt', new TextEncoder().encode(text));
  const { body } = await candidate.get('/me/profile');
  const profile = typeof body.profile === 'object' && body.profile ? body.profile : {};
  expect((await candidate.put('/me/profile', profile)).status).toBe(200);
  const [draft] = await context.db
    .selectFrom('resume_draft')
    .selectAll()
    .where('member_id', '=', candidate.id)
    .execute();
  expect(JSON.stringify(draft)).not.toContain('PyTorch');
  await act('allow', { ...consent, sections: ['resume'] });
  const shown = JSON.stringify((await candidate.get(mine)).body.statements);
  expect(shown).toContain('The resume imported in');
  expect(shown).toContain('differs in the start: Jan 2016 there, Jan 2018 in the profile');
});
