import { createHmac, timingSafeEqual } from 'node:crypto';

/** What proves, without signing in, that somebody holds a mail to a follower: a keyed hash of who follows what. */
export function unsubscribeToken(secret: string, memberId: string, fieldId: string): string {
  return createHmac('sha256', secret).update(`report-follow:${memberId}:${fieldId}`).digest('base64url');
}

export function isUnsubscribeToken(secret: string, memberId: string, fieldId: string, token: string): boolean {
  const [right, given] = [Buffer.from(unsubscribeToken(secret, memberId, fieldId)), Buffer.from(token)];
  return right.length === given.length && timingSafeEqual(right, given);
}

/** Where one press ends the mail, below the network's address. */
export function unsubscribePath(secret: string, memberId: string, fieldId: string): string {
  const token = unsubscribeToken(secret, memberId, fieldId);
  return `/reports/unsubscribe/${memberId}/${encodeURIComponent(fieldId)}/${token}`;
}
