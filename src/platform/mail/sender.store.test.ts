import { afterAll, describe, expect, test } from 'vitest';
import { createTestContext, TEST_NOW } from '../../../test/database.ts';
import { startSmtpSink } from '../../../test/smtp-sink.ts';
import { fixedClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { queueMail } from './queue.ts';
import { type OutgoingMail, sendDueMail, smtpDelivery } from './sender.ts';

const context = await createTestContext();
const later = (minutes: number) => ({
  ...context,
  clock: fixedClock(new Date(Date.parse(TEST_NOW) + minutes * 60_000).toISOString()),
});

async function queue(recipient: string, minutes = 60): Promise<string> {
  const at = context.clock.now();
  return context.db.transaction().execute((trx) =>
    queueMail(
      trx,
      {
        recipient,
        subject: '验证码',
        body: 'code 123456',
        memberId: newId(),
        expiresAt: new Date(at.getTime() + minutes * 60_000),
      },
      at,
    ),
  );
}
const row = (id: string) => context.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('outgoing mail', () => {
  test('is not there when what caused it was rolled back', async () => {
    const id = newId();
    const written = context.db.transaction().execute(async (trx) => {
      await queueMail(
        trx,
        { recipient: 'a@acme.example', subject: 's', body: 'b', memberId: id, expiresAt: context.clock.now() },
        context.clock.now(),
      );
      throw new Error('no');
    });
    await expect(written).rejects.toThrow('no');
    expect(await context.db.selectFrom('mail').selectAll().where('member_id', '=', id).execute()).toEqual([]);
  });

  test('that fails is tried again later, with the reason on its row, until it gets through', async () => {
    const id = await queue('late@acme.example');
    const refuse = async () => {
      throw new Error('greylisted');
    };
    await sendDueMail(context, refuse);
    expect(await row(id)).toMatchObject({ attempts: 1, sent_at: null, failure: 'Error: greylisted' });
    const sent: OutgoingMail[] = [];
    const take = async (mail: OutgoingMail) => void sent.push(mail);
    expect(await sendDueMail(context, take)).toBe(0);
    await sendDueMail(later(2), take);
    expect(sent.map((mail) => mail.recipient)).toEqual(['late@acme.example']);
    expect(await row(id)).toMatchObject({ attempts: 2, failure: null, next_attempt_at: null, body: '' });
  });

  test('goes out once, however many processes send', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => queue(`n${i}@acme.example`)));
    const sent: string[] = [];
    const take = async (mail: OutgoingMail) => void sent.push(mail.recipient);
    await Promise.all([sendDueMail(context, take), sendDueMail(context, take), sendDueMail(context, take)]);
    expect(sent.sort()).toEqual(ids.map((_, i) => `n${i}@acme.example`).sort());
  });

  test('is not sent once its time is over, and its body is forgotten', async () => {
    const id = await queue('old@acme.example', 15);
    const sent: OutgoingMail[] = [];
    await sendDueMail(later(16), async (mail) => void sent.push(mail));
    expect(sent).toEqual([]);
    expect(await row(id)).toMatchObject({ sent_at: null, next_attempt_at: null, body: '' });
  });

  test('leaves only its domain an hour after it was sent', async () => {
    const id = await queue('ann@mail.acme.example');
    await sendDueMail(context, async () => undefined);
    expect((await row(id)).recipient).toBe('ann@mail.acme.example');
    await sendDueMail(later(61), async () => undefined);
    expect((await row(id)).recipient).toBe('@mail.acme.example');
  });
});

describe('delivery by SMTP', async () => {
  const sink = await startSmtpSink();
  afterAll(() => sink.close());

  test('hands over recipient, subject and text', async () => {
    await smtpDelivery(
      sink.url,
      'network@renmai.example',
    )({
      recipient: 'ann@acme.example',
      subject: 'Verify where you work',
      body: 'Your code: 123456',
      unsubscribeUrl: null,
    });
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]).toMatchObject({ from: 'network@renmai.example', to: ['ann@acme.example'] });
    expect(sink.received[0]?.data).toContain('Subject: Verify where you work');
    expect(sink.received[0]?.data).toContain('Your code: 123456');
    expect(sink.received[0]?.data).not.toContain('List-Unsubscribe');
  });

  test('says how such mail ends, where it comes by subscription', async () => {
    const unsubscribeUrl = 'https://talent.example.org/reports/unsubscribe/a/b/c';
    await smtpDelivery(sink.url, null)({ recipient: 'ann@acme.example', subject: 's', body: 'b', unsubscribeUrl });
    const data = sink.received.at(-1)?.data.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
    expect(data).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(data).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('says so when the server refuses', async () => {
    sink.refuse(true);
    const refused = smtpDelivery(
      sink.url,
      null,
    )({ recipient: 'bob@acme.example', subject: 's', body: 'b', unsubscribeUrl: null });
    await expect(refused).rejects.toThrow();
    sink.refuse(false);
  });
});
