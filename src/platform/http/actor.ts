import { fail } from '../errors.ts';
import type { Locale } from '../text.ts';

export type GrantedRole = 'analyst' | 'moderator' | 'operator';

/** Somebody who is signed in. Every account is a member with the same id. */
export type AccountActor = {
  readonly kind: 'account';
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly roles: ReadonlySet<GrantedRole>;
  /** The companies that this account recruits for. */
  readonly recruitsFor: readonly string[];
};

export type Visitor = { readonly kind: 'visitor'; readonly locale: Locale };

/** Who asks. */
export type Actor = Visitor | AccountActor;

/** Which actors a route lets in at all; what they may do with one row is decided by the domain's policy. */
export type ActorRule = (actor: Actor) => boolean;

export const anyone: ActorRule = () => true;
export const members: ActorRule = (actor) => actor.kind === 'account';
export const recruiters: ActorRule = (actor) => actor.kind === 'account' && actor.recruitsFor.length > 0;

/** Accounts that were granted one of the roles. */
export function granted(...roles: GrantedRole[]): ActorRule {
  return (actor) => actor.kind === 'account' && roles.some((role) => actor.roles.has(role));
}

/** Lets in whoever one of the rules lets in. */
export function anyOf(...rules: ActorRule[]): ActorRule {
  return (actor) => rules.some((rule) => rule(actor));
}

/** The account behind the actor; a visitor is asked to sign in. */
export function requireAccount(actor: Actor): AccountActor {
  if (actor.kind === 'visitor') {
    throw fail('unauthenticated', 'sign-in-needed', { zh: '请先登录', en: 'Sign in first' });
  }
  return actor;
}
