import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto';

export const CODE_MINUTES = 15;
export const CODE_TRIES = 5;

/** Six digits, each code as likely as any other. */
export function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

function keyed(secret: string, purpose: string, text: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return createHmac('sha256', key).update(text).digest();
}

/**
 * A code as it is stored. Six digits are soon guessed from a plain hash, so it is keyed (RFC 2104, the key by RFC 5869)
 * with a secret that is not in the database, and bound to its verification.
 */
export function hashCode(secret: string, verificationId: string, code: string): string {
  return keyed(secret, 'renmai work-email code', `${verificationId}:${code}`).toString('hex');
}

/** Compares in a time that does not depend on where the two differ. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** What is kept of a mailbox, so that it verifies one member only: it tells nothing to whoever has not the secret. */
export function fingerprintOf(secret: string, mailbox: string): string {
  return keyed(secret, 'renmai work mailbox', mailbox).toString('hex');
}
