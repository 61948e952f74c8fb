import type { FastifyRequest } from 'fastify';
import { type AccountActor, type Actor, type Context, fail, negotiateLocale } from '../platform/index.ts';
import type { Auth } from './auth.ts';
import { accountByEmail, grantsOf } from './store.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whether a request came from this machine. */
export function isLoopback(address: string): boolean {
  return LOOPBACK.test(address);
}

/** The request's headers as the Fetch standard has them. */
export function fetchHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Who asks, from the session's cookie. A demo account that comes from another machine is a visitor. */
export async function resolveActor(context: Context, auth: Auth, request: FastifyRequest): Promise<Actor> {
  const locale = negotiateLocale(request.headers['accept-language']);
  if (!request.headers.cookie?.includes('renmai.')) return { kind: 'visitor', locale };
  const session = await auth.api.getSession({ headers: fetchHeaders(request) });
  if (!session || (session.user.demo && !isLoopback(request.ip))) return { kind: 'visitor', locale };
  const grants = await grantsOf(context.db, session.user.id);
  return {
    kind: 'account',
    id: session.user.id,
    name: session.user.name,
    locale,
    roles: new Set(grants.roles),
    recruitsFor: grants.companyIds,
  };
}

/** The account with this address, to act in its name on the command line; a failure where there is none. */
export async function actorByEmail(context: Context, email: string): Promise<AccountActor> {
  const account = await accountByEmail(context.db, email);
  if (!account)
    throw fail('not-found', 'no-such-account', { zh: `没有账号 ${email}`, en: `There is no account ${email}` });
  const grants = await grantsOf(context.db, account.id);
  return {
    kind: 'account',
    id: account.id,
    name: account.name,
    locale: account.locale,
    roles: new Set(grants.roles),
    recruitsFor: grants.companyIds,
  };
}
