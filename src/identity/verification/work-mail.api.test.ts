import { beforeAll, describe, expect, test } from 'vitest';
import { createTestContext, TEST_NOW } from '../../../test/database.ts';
import { createTestApp } from '../../../test/server.ts';
import { addCompany, addMember, type Job, profileOf } from '../../../test/signed-in.ts';
import { type Context, writeSetting } from '../../platform/index.ts';

let now = Date.parse(TEST_NOW);
const stopped = await createTestContext();
const context: Context = { ...stopped, clock: { now: () => new Date(now) } };
const minutes = (count: number) => {
  now += count * 60_000;
};
const server = await createTestApp(context);

await addCompany(context, 'Acme', ['acme.example']);
await addCompany(context, 'Nomail', ['gmail.com']);

async function member(name: string, jobs: readonly Job[] = [{ companyName: 'Acme' }]) {
  const made = await addMember(context, server, name, jobs);
  const { call } = made;
  const items = async () => (await call('GET', '/me/verifications')).json().items;
  const ask = async (address: string, at = 0) =>
    call('POST', '/me/verifications/work-email', { positionId: (await items())[at].positionId, address });
  const enter = (verificationId: string, code: string) =>
    call('POST', `/me/verifications/${verificationId}/code`, { code });
  const lastCode = async () =>
    /Your code: (\d{6})/.exec((await call('GET', '/me/mailbox')).json().items[0].body)?.[1] ?? '';
  return { ...made, items, ask, enter, lastCode };
}

test('without a mail server, and outside a demo, nothing is pretended', async () => {
  const ann = await member('nomail-ann');
  expect((await ann.call('GET', '/me/verifications')).json().mail).toBe('none');
  const refused = await ann.ask('ann@acme.example');
  expect([refused.statusCode, refused.json().code]).toEqual([503, 'no-mail']);
  expect((await ann.call('GET', '/me/mailbox')).statusCode).toBe(404);
  expect(await context.db.selectFrom('mail').selectAll().execute()).toEqual([]);
});

describe('in a demo network', () => {
  beforeAll(() => writeSetting(context.db, 'network', { generated: true }));

  test('a code from the mailbox verifies the position, and only the domain is kept', async () => {
    const ann = await member('ann');
    const asked = await ann.ask('Ann@dev.acme.example');
    expect(asked.statusCode, asked.body).toBe(201);
    const { verificationId } = asked.json();
    expect((await ann.items())[0].pending).toMatchObject([
      { method: 'work-email', domain: 'acme.example', triesLeft: 5 },
    ]);
    const code = await ann.lastCode();
    expect((await ann.enter(verificationId, code)).json()).toEqual({ state: 'verified' });
    expect((await ann.items())[0]).toMatchObject({ verified: [{ method: 'work-email' }], pending: [], lapsed: false });
    const rows = await context.db.selectFrom('verification').selectAll().where('member_id', '=', ann.id).execute();
    expect(rows).toMatchObject([{ state: 'verified', email_domain: 'acme.example' }]);
    expect(JSON.stringify(rows)).not.toContain('ann@');
    expect(
      await context.db.selectFrom('work_email_code').selectAll().where('member_id', '=', ann.id).execute(),
    ).toEqual([]);
    const person = (await ann.call('GET', `/people/${ann.id}`)).json();
    expect(person.positions[0].verified).toEqual([{ method: 'work-email', decidedAt: new Date(now).toISOString() }]);
    expect((await ann.ask('ann@acme.example')).json().code).toBe('already-verified');
  });

  test('the code is stored as a keyed hash', async () => {
    const bea = await member('bea');
    await bea.ask('bea@acme.example');
    const code = await bea.lastCode();
    const stored = await context.db.selectFrom('work_email_code').selectAll().where('member_id', '=', bea.id).execute();
    expect(JSON.stringify(stored)).not.toContain(code);
  });

  test('five wrong codes void it, and a right one no longer helps', async () => {
    const cid = await member('cid');
    const { verificationId } = (await cid.ask('cid@acme.example')).json();
    const code = await cid.lastCode();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const codes = [];
    for (let i = 0; i < 5; i++) codes.push((await cid.enter(verificationId, wrong)).json().code);
    expect(codes).toEqual(Array(5).fill('wrong-code'));
    expect((await cid.enter(verificationId, code)).json().code).toBe('code-void');
    expect((await cid.items())[0]).toMatchObject({ verified: [], pending: [] });
  });

  test('after fifteen minutes it is over', async () => {
    const dan = await member('dan');
    const { verificationId } = (await dan.ask('dan@acme.example')).json();
    const code = await dan.lastCode();
    minutes(15);
    expect((await dan.enter(verificationId, code)).json().code).toBe('code-void');
  });

  test('one is pending at a time, a new one voids the last, and too many in an hour are refused', async () => {
    const eve = await member('eve');
    const first = (await eve.ask('eve@acme.example')).json().verificationId;
    const old = await eve.lastCode();
    await eve.ask('eve@acme.example');
    expect((await eve.enter(first, old)).json().code).toBe('code-void');
    expect((await eve.items())[0].pending).toHaveLength(1);
    await eve.ask('eve@acme.example');
    expect((await eve.ask('eve@acme.example')).json().code).toBe('too-many-codes');
    await eve.ask('eve1@acme.example');
    await eve.ask('eve2@acme.example');
    expect((await eve.ask('eve3@acme.example')).json().code).toBe('too-many-codes');
    minutes(61);
    expect((await eve.ask('eve@acme.example')).statusCode).toBe(201);
  });

  test('one mailbox verifies one member', async () => {
    const [fay, gus] = [await member('fay'), await member('gus')];
    const one = (await fay.ask('shared@acme.example')).json().verificationId;
    await fay.enter(one, await fay.lastCode());
    const two = (await gus.ask('shared+gus@acme.example')).json().verificationId;
    const refused = await gus.enter(two, await gus.lastCode());
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'mailbox-used']);
    expect((await gus.items())[0].verified).toEqual([]);
  });

  test('another member cannot enter it, nor read the mail', async () => {
    const [hal, ida] = [await member('hal'), await member('ida')];
    const { verificationId } = (await hal.ask('hal@acme.example')).json();
    expect((await ida.enter(verificationId, await hal.lastCode())).json().code).toBe('code-void');
    expect((await ida.call('GET', '/me/mailbox')).json().items).toEqual([]);
    expect((await hal.call('GET', '/me/mailbox', undefined, '203.0.113.9')).statusCode).toBe(404);
  });

  test('an unknown company and one without a domain of its own say so', async () => {
    const jo = await member('jo', [
      { companyName: 'Nobody Knows', start: '2022-01' },
      { companyName: 'Nomail', start: '2020-01', end: '2021-12' },
    ]);
    expect((await jo.items()).map((item: { companyKnown: boolean }) => item.companyKnown)).toEqual([false, true]);
    expect((await jo.ask('jo@acme.example', 0)).json().code).toBe('company-unknown');
    expect((await jo.ask('jo@gmail.com', 1)).json().code).toBe('no-domain');
  });

  test('a verification expires when the position says something else', async () => {
    const kim = await member('kim', [{ companyName: 'Acme', start: '2021-01' }]);
    const verify = async (address: string) => {
      const { verificationId } = (await kim.ask(address)).json();
      await kim.enter(verificationId, await kim.lastCode());
      return (await kim.items())[0].verified.length;
    };
    expect(await verify('kim@acme.example')).toBe(1);
    const save = (job: Job) => kim.call('PUT', '/me/profile', profileOf('kim', [job]));
    await save({ companyName: 'Acme', start: '2021-01', end: '2023-04' });
    expect((await kim.items())[0].verified).toHaveLength(1);
    await save({ companyName: 'Acme', start: '2021-01', end: '2023-06' });
    expect((await kim.items())[0]).toMatchObject({ verified: [], lapsed: true });
    expect(await verify('kim@acme.example')).toBe(1);
    await save({ companyName: 'Acme', start: '2020-01', end: '2023-06' });
    expect((await kim.items())[0].verified).toEqual([]);
    const left = await context.db.selectFrom('verification').selectAll().where('member_id', '=', kim.id).execute();
    expect(left).toEqual([]);
  });

  test('what is pending can be taken back', async () => {
    const lea = await member('lea');
    const { verificationId } = (await lea.ask('lea@acme.example')).json();
    expect((await lea.call('DELETE', `/me/verifications/${verificationId}`)).statusCode).toBe(200);
    expect((await lea.items())[0].pending).toEqual([]);
    expect((await lea.call('DELETE', `/me/verifications/${verificationId}`)).statusCode).toBe(404);
  });
});
