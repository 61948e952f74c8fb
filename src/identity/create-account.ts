import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Context, GrantedRole, Locale } from '../platform/index.ts';
import { fail, newId } from '../platform/index.ts';
import {
  accountByEmail,
  addCredentials,
  addMember,
  addRole,
  addSeat,
  passwordHashOf,
  replacePassword,
} from './store.ts';

export type NewAccount = {
  /** Of a member who is there already; a new one where not given. */
  readonly id?: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: Locale;
  /** Works only on loopback. */
  readonly demo?: boolean;
  readonly roles?: readonly GrantedRole[];
  readonly recruitsFor?: readonly string[];
};

/** Makes an account with its member, its roles and its recruiter's seats. Returns its id; an address that is taken is refused. */
export async function createAccount(context: Context, account: NewAccount): Promise<string> {
  if (await accountByEmail(context.db, account.email)) {
    throw fail('conflict', 'email-taken', {
      zh: `${account.email} 已经有账号了`,
      en: `${account.email} has an account already`,
    });
  }
  const id = account.id ?? newId();
  const at = context.clock.now();
  const passwordHash = await hashPassword(account.password);
  await context.db.transaction().execute(async (trx) => {
    await addMember(trx, { id, name: account.name, locale: account.locale, origin: 'signup', at });
    await addCredentials(trx, {
      id,
      name: account.name,
      email: account.email,
      passwordHash,
      locale: account.locale,
      demo: account.demo ?? false,
      at,
    });
    for (const role of account.roles ?? []) await addRole({ ...context, db: trx }, id, role, null);
    for (const companyId of account.recruitsFor ?? []) await addSeat({ ...context, db: trx }, id, companyId, null);
  });
  return id;
}

/** Gives an account a new password; whoever was signed in with the old one no longer is. */
export async function setPassword(context: Context, accountId: string, password: string): Promise<void> {
  await replacePassword(context.db, accountId, await hashPassword(password), context.clock.now());
}

/** Whether this is the account's password. */
export async function isOwnPassword(context: Context, accountId: string, password: string): Promise<boolean> {
  const hash = await passwordHashOf(context.db, accountId);
  return hash !== null && (await verifyPassword({ hash, password }));
}
