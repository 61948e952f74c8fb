import type { z } from 'zod';
import {
  type AccountActor,
  type Context,
  countMail,
  fail,
  inLocale,
  mailWay,
  newId,
  queueMail,
  readSecrets,
  type Text,
  unwrap,
} from '../../platform/index.ts';
import { CODE_MINUTES, CODE_TRIES, fingerprintOf, hashCode, isSameHash, makeCode } from './code.ts';
import type { workEmailInput } from './model.ts';
import { addCode, findPosition, listVerifications, lockMember, spendTry, verifyByMail } from './store.ts';
import { readWorkAddress, usableDomains } from './work-address.ts';

const HOUR_MS = 3_600_000;
const CODES_AN_HOUR = { byMember: 5, toRecipient: 3 };

const subject: Text = { zh: '认证您的任职：验证码', en: 'Verify where you work: your code' };

function body(code: string, companyName: string): Text {
  return {
    zh: `您正在认证在“${companyName}”的任职。\n\n验证码：${code}\n\n${CODE_MINUTES} 分钟内有效。如果不是您本人在操作，不必理会这封邮件，也不要把验证码告诉任何人。`,
    en: `You are verifying that you work at “${companyName}”.\n\nYour code: ${code}\n\nIt works for ${CODE_MINUTES} minutes. If this was not you, there is nothing to do; do not give the code to anybody.`,
  };
}

/** Sends a code to an address at the position's company. One is pending at a time: a new one takes the last one's place. */
export async function askForCode(
  context: Context,
  actor: AccountActor,
  smtpUrl: string | null,
  input: z.output<typeof workEmailInput>,
): Promise<{ verificationId: string; domain: string; expiresAt: Date }> {
  const { db } = context;
  if ((await mailWay(db, smtpUrl)) === 'none') {
    throw fail('unavailable', 'no-mail', {
      zh: '这个网络还没有配置发信服务器，无法用工作邮箱认证；可以请两位同事确认',
      en: 'This network has no mail server yet, so work mail cannot be used; two colleagues can confirm instead',
    });
  }
  const position = await findPosition(db, actor.id, input.positionId);
  const domains = position.email_domains ?? [];
  if (usableDomains(domains).length === 0) {
    throw fail('conflict', 'no-domain', {
      zh: `“${position.company_name}”没有登记邮箱域名；可以请两位同事确认`,
      en: `No mail domain of “${position.company_name}” is on record; two colleagues can confirm instead`,
    });
  }
  const work = unwrap(readWorkAddress(input.address, domains));
  const secret = readSecrets(context.dataFolder).session;
  const [verificationId, code, at] = [newId(), makeCode(), context.clock.now()];
  const expiresAt = new Date(at.getTime() + CODE_MINUTES * 60_000);
  await db.transaction().execute(async (trx) => {
    await lockMember(trx, actor.id);
    await refuseIfVerified(trx, actor.id, position.id);
    const of = { recipient: work.address, memberId: actor.id };
    const sent = await countMail(trx, of, new Date(at.getTime() - HOUR_MS));
    if (sent.byMember >= CODES_AN_HOUR.byMember || sent.toRecipient >= CODES_AN_HOUR.toRecipient) {
      throw fail('too-many', 'too-many-codes', {
        zh: '验证码要得太频繁了，请一小时后再试',
        en: 'Too many codes were asked for; try again in an hour',
      });
    }
    await addCode(trx, {
      memberId: actor.id,
      verificationId,
      positionId: position.id,
      hash: hashCode(secret, verificationId, code),
      domain: work.domain,
      fingerprint: fingerprintOf(secret, work.mailbox),
      at,
      expiresAt,
    });
    const text = {
      subject: inLocale(subject, actor.locale),
      body: inLocale(body(code, position.company_name), actor.locale),
    };
    await queueMail(trx, { ...of, ...text, expiresAt }, at);
  });
  return { verificationId, domain: work.domain, expiresAt };
}

async function refuseIfVerified(db: Context['db'], memberId: string, positionId: string): Promise<void> {
  const rows = await listVerifications(db, memberId);
  if (rows.some((row) => row.position_id === positionId && row.method === 'work-email' && row.state === 'verified')) {
    throw fail('conflict', 'already-verified', {
      zh: '这段经历已经用工作邮箱认证过了',
      en: 'This position has been verified by work mail already',
    });
  }
}

/** Takes the code that came by mail; right, it verifies the position. */
export async function confirmCode(
  context: Context,
  actor: AccountActor,
  verificationId: string,
  code: string,
): Promise<void> {
  const spent = await spendTry(context.db, actor.id, verificationId, CODE_TRIES, context.clock.now());
  if (!spent) {
    throw fail('conflict', 'code-void', {
      zh: '这个验证码已失效（超过时限或次数用完），请重新获取',
      en: 'This code works no more (its time or its tries are over); ask for a new one',
    });
  }
  const secret = readSecrets(context.dataFolder).session;
  if (!isSameHash(spent.code_hash, hashCode(secret, verificationId, code))) {
    const left = CODE_TRIES - spent.attempts;
    throw fail('invalid', 'wrong-code', {
      zh: left > 0 ? `验证码不对，还可以试 ${left} 次` : '验证码不对，次数已用完，请重新获取',
      en:
        left > 0
          ? `The code is wrong; ${left} tries are left`
          : 'The code is wrong and no try is left; ask for a new one',
    });
  }
  const proof = { domain: spent.email_domain, fingerprint: spent.address_fingerprint };
  const outcome = await verifyByMail(context, actor.id, verificationId, proof);
  if (outcome === 'verified') return;
  throw fail(
    'conflict',
    outcome,
    outcome === 'mailbox-used'
      ? { zh: '这个邮箱已经认证过另一位成员', en: 'This mailbox has verified another member already' }
      : { zh: '这项认证已经结束', en: 'This verification has ended already' },
  );
}
