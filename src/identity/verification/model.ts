import { z } from 'zod';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const methodSchema = z.enum(['work-email', 'colleagues']);

const pendingView = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('work-email'),
    verificationId: z.uuid(),
    domain: z.string(),
    expiresAt: z.iso.datetime(),
    triesLeft: z.number().int(),
  }),
  z.object({
    method: z.literal('colleagues'),
    verificationId: z.uuid(),
    /** Who was asked. Whoever said no looks like whoever has not answered. */
    asked: z.array(z.object({ id: z.uuid(), name: z.string(), confirmed: z.boolean() })),
  }),
]);

export const positionVerificationView = z
  .object({
    positionId: z.uuid(),
    companyName: z.string(),
    title: z.string(),
    start: month,
    end: month.nullable(),
    /** Whether the network knows the company: else there is nothing to verify against. */
    companyKnown: z.boolean(),
    /** The company's mail domains that are on record. */
    domains: z.array(z.string()),
    verified: z.array(z.object({ method: methodSchema, decidedAt: z.iso.datetime().nullable() })),
    pending: z.array(pendingView),
    /** It was verified, and has been changed since. */
    lapsed: z.boolean(),
  })
  .meta({ id: 'PositionVerification' });

export const myVerifications = z
  .object({
    /** Where mail goes: out, into the demo network's mailbox page, or nowhere. */
    mail: z.enum(['smtp', 'mailbox', 'none']),
    items: z.array(positionVerificationView),
  })
  .meta({ id: 'MyVerifications' });

export const workEmailInput = z
  .object({ positionId: z.uuid(), address: z.email().max(254) })
  .meta({ id: 'WorkEmailInput' });
export const codeInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});

export const mailView = z
  .object({ id: z.uuid(), recipient: z.string(), subject: z.string(), body: z.string(), writtenAt: z.iso.datetime() })
  .meta({ id: 'Mail' });

export const colleagueView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    headline: z.string(),
    connected: z.boolean(),
    /** What they were there; of a stranger it is not told. */
    there: z.object({ title: z.string(), start: month, end: month.nullable() }).nullable(),
  })
  .meta({ id: 'Colleague' });

export const vouchingView = z
  .object({
    memberId: z.uuid(),
    verificationId: z.uuid(),
    name: z.string(),
    companyName: z.string(),
    title: z.string(),
    start: month,
    end: month.nullable(),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: 'Vouching' });
