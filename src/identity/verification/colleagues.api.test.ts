import { describe, expect, test } from 'vitest';
import { createTestContext, TEST_NOW } from '../../../test/database.ts';
import { createTestApp } from '../../../test/server.ts';
import {
  addCompany,
  addMember,
  connect,
  type Job,
  profileOf,
  type TestMember,
  verifyByMail,
} from '../../../test/signed-in.ts';
import type { Context } from '../../platform/index.ts';

let now = Date.parse(TEST_NOW);
const context: Context = { ...(await createTestContext()), clock: { now: () => new Date(now) } };
const server = await createTestApp(context);
const acme = await addCompany(context, 'Acme', ['acme.example']);

const member = (name: string, jobs: readonly Job[] = [{ companyName: 'Acme' }]) =>
  addMember(context, server, name, jobs);
const positionOf = async (one: TestMember) => (await one.call('GET', '/me/verifications')).json().items[0];
const candidates = async (one: TestMember, name = '') => {
  const { positionId } = await positionOf(one);
  return (await one.call('GET', `/me/positions/${positionId}/colleagues?name=${encodeURIComponent(name)}`)).json()
    .items;
};
const ask = async (one: TestMember, ...colleagues: TestMember[]) =>
  one.call('POST', '/me/verifications/colleagues', {
    positionId: (await positionOf(one)).positionId,
    colleagueIds: colleagues.map((colleague) => colleague.id),
  });
const waiting = async (one: TestMember) => (await one.call('GET', '/me/vouching')).json().items;
const answer = async (one: TestMember, about: TestMember, yes: boolean) => {
  const request = (await waiting(one)).find((item: { memberId: string }) => item.memberId === about.id);
  return one.call('POST', `/me/vouching/${about.id}/${request?.verificationId}`, { yes });
};

const [root, rootToo, third] = [await member('Root One'), await member('Root Two'), await member('Root Three')];
for (const one of [root, rootToo, third]) await verifyByMail(context, one.id, acme);

describe('who can be asked', () => {
  test('one sees connections with what they were there, and strangers by their whole name alone', async () => {
    const ann = await member('ann');
    expect(await candidates(ann)).toEqual([]);
    await connect(context, ann.id, root.id);
    expect(await candidates(ann)).toMatchObject([
      { id: root.id, connected: true, there: { title: 'Engineer', start: '2021-01', end: null } },
    ]);
    expect(await candidates(ann, 'Root')).toEqual([]);
    expect(await candidates(ann, 'root two')).toMatchObject([{ id: rootToo.id, connected: false, there: null }]);
  });

  test('not the unverified, nor who was there at another time, nor the blocked', async () => {
    const bea = await member('bea', [{ companyName: 'Acme', start: '2015-01', end: '2016-01' }]);
    const cid = await member('cid');
    const dan = await member('dan');
    await connect(context, dan.id, cid.id);
    expect(await candidates(dan)).toEqual([]);
    for (const colleague of [bea, cid]) expect((await ask(dan, colleague)).json().code).toBe('may-not-vouch');
    expect((await ask(bea, root)).json().code).toBe('may-not-vouch');
    expect((await ask(dan, dan)).json().code).toBe('may-not-vouch');
    await root.call('PUT', `/blocks/${dan.id}`);
    expect(await candidates(dan, 'Root One')).toEqual([]);
    expect((await ask(dan, root)).json().code).toBe('may-not-vouch');
  });
});

describe('two confirmations', () => {
  test('verify the position, with the asked told at once and the asker, too', async () => {
    const eve = await member('eve');
    expect((await ask(eve, root, rootToo)).statusCode).toBe(201);
    expect(await waiting(root)).toMatchObject([
      { name: 'eve', companyName: 'Acme', title: 'Engineer', start: '2021-01' },
    ]);
    expect((await answer(root, eve, true)).json()).toEqual({ state: 'confirmed' });
    expect(await positionOf(eve)).toMatchObject({
      verified: [],
      pending: [
        {
          method: 'colleagues',
          asked: [
            { name: 'Root One', confirmed: true },
            { name: 'Root Two', confirmed: false },
          ],
        },
      ],
    });
    await answer(rootToo, eve, true);
    expect(await positionOf(eve)).toMatchObject({ verified: [{ method: 'colleagues' }], pending: [] });
    expect(await waiting(rootToo)).toEqual([]);
    const events = await context.db
      .selectFrom('outbox')
      .select(['kind', 'audience'])
      .where('key', '=', eve.id)
      .where('kind', 'in', ['vouching.asked', 'verification.decided'])
      .orderBy('id')
      .execute();
    expect(events).toEqual([
      { kind: 'vouching.asked', audience: [eve.id, root.id, rootToo.id] },
      { kind: 'verification.decided', audience: [eve.id] },
    ]);
    expect((await ask(eve, third)).json().code).toBe('already-verified');
  });

  test('a no looks like no answer, is not announced to the asker, and is remembered', async () => {
    const fay = await member('fay');
    await ask(fay, root, rootToo);
    await answer(root, fay, false);
    const [pending] = (await positionOf(fay)).pending;
    expect(pending.asked).toEqual([
      { id: root.id, name: 'Root One', confirmed: false },
      { id: rootToo.id, name: 'Root Two', confirmed: false },
    ]);
    const told = await context.db
      .selectFrom('outbox')
      .select('audience')
      .where('kind', '=', 'vouching.answered')
      .execute();
    expect(told.filter((row) => row.audience.includes(fay.id))).toEqual([]);
    await fay.call('DELETE', `/me/verifications/${pending.verificationId}`);
    expect((await ask(fay, root, third)).statusCode).toBe(201);
    expect(await waiting(root)).toEqual([]);
    expect((await positionOf(fay)).pending[0].asked).toHaveLength(2);
  });

  test('from people who rest on one another do not verify', async () => {
    const [gus, hal, ida] = [await member('gus'), await member('hal'), await member('ida')];
    await ask(gus, rootToo, third);
    await answer(rootToo, gus, true);
    await answer(third, gus, true);
    await ask(hal, gus, third);
    await answer(gus, hal, true);
    await answer(third, hal, true);
    expect((await positionOf(hal)).verified).toHaveLength(1);
    // Hal rests on Gus, who rests on two mailboxes: further than that nobody's word carries.
    expect((await ask(ida, hal)).json().code).toBe('may-not-vouch');
    expect((await ask(ida, gus)).statusCode).toBe(201);
  });

  test('count as long as they would still be given: who confirmed and then left the facts behind does not', async () => {
    const solo = await addCompany(context, 'Solo');
    const job = [{ companyName: 'Solo' }];
    const [jo, kim, lea] = [await member('jo', job), await member('kim', job), await member('lea', job)];
    await verifyByMail(context, jo.id, solo);
    await verifyByMail(context, kim.id, solo);
    await ask(lea, jo, kim);
    await answer(jo, lea, true);
    await jo.call('PUT', '/me/profile', profileOf('jo', [{ companyName: 'Solo', start: '2020-01' }]));
    await answer(kim, lea, true);
    expect(await positionOf(lea)).toMatchObject({ verified: [], pending: [{ method: 'colleagues' }] });
  });

  test('come within thirty days', async () => {
    const max = await member('max');
    await ask(max, rootToo);
    now += 31 * 86_400_000;
    expect(await waiting(rootToo)).toEqual([]);
    expect((await positionOf(max)).pending).toEqual([]);
    const { id } = await context.db
      .selectFrom('verification')
      .select('id')
      .where('member_id', '=', max.id)
      .executeTakeFirstOrThrow();
    expect((await rootToo.call('POST', `/me/vouching/${max.id}/${id}`, { yes: true })).statusCode).toBe(404);
    expect((await ask(max, rootToo)).statusCode).toBe(201);
    expect(await waiting(rootToo)).toHaveLength(1);
  });

  test('somebody who was not asked cannot give one', async () => {
    const [ned, ola] = [await member('ned'), await member('ola')];
    const { verificationId } = (await ask(ned, third)).json();
    expect((await ola.call('POST', `/me/vouching/${ned.id}/${verificationId}`, { yes: true })).statusCode).toBe(404);
    expect((await ned.call('POST', `/me/vouching/${ned.id}/${verificationId}`, { yes: true })).statusCode).toBe(404);
  });

  test('are given once, and at most five are asked', async () => {
    const pia = await member('pia');
    await ask(pia, third);
    await answer(third, pia, true);
    expect((await answer(third, pia, true)).statusCode).toBe(400);
    const six = Array.from({ length: 6 }, () => third.id);
    const { positionId } = await positionOf(pia);
    const many = await pia.call('POST', '/me/verifications/colleagues', { positionId, colleagueIds: six });
    expect(many.statusCode).toBe(400);
  });
});
