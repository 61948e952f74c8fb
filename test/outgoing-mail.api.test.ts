import { afterAll, expect, test } from 'vitest';
import { createTestContext } from './database.ts';
import { createTestApp } from './server.ts';
import { addCompany, addMember } from './signed-in.ts';
import { startSmtpSink } from './smtp-sink.ts';

const sink = await startSmtpSink();
afterAll(() => sink.close());
const context = await createTestContext();
const server = await createTestApp(context, sink.url);
await addCompany(context, 'Acme', ['acme.example']);

test('with a mail server a code goes out at once, verifies, and leaves neither itself nor its address behind', async () => {
  const ann = await addMember(context, server, 'ann', [{ companyName: 'Acme' }]);
  const { mail, items } = (await ann.call('GET', '/me/verifications')).json();
  expect(mail).toBe('smtp');
  const asked = await ann.call('POST', '/me/verifications/work-email', {
    positionId: items[0].positionId,
    address: 'ann@acme.example',
  });
  await server.services.catchUp();
  await expect.poll(() => sink.received.length, { timeout: 20_000 }).toBe(1);
  expect(sink.received[0]).toMatchObject({ to: ['ann@acme.example'] });
  const code = /Your code: (\d{6})/.exec(sink.received[0]?.data ?? '')?.[1];
  const { verificationId } = asked.json();
  expect((await ann.call('POST', `/me/verifications/${verificationId}/code`, { code })).json()).toEqual({
    state: 'verified',
  });
  expect((await ann.call('GET', '/me/mailbox')).statusCode).toBe(404);
  await expect
    .poll(async () => (await context.db.selectFrom('mail').select(['body', 'sent_at']).executeTakeFirst())?.body)
    .toBe('');
});
