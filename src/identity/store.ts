import type { Kysely } from 'kysely';
import type { Context, GrantedRole, Locale, Schema } from '../platform/index.ts';
import { newId, readSetting, writeSetting } from '../platform/index.ts';
import { demoAccountsSetting } from './model.ts';

type NewMember = {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly origin: 'signup' | 'import' | 'world';
  readonly at: Date;
};

/** The member behind an account, findable by nobody until they choose otherwise. A member who is there already stays as they are. */
export async function addMember(db: Kysely<Schema>, member: NewMember): Promise<void> {
  await db
    .insertInto('member')
    .values({
      id: member.id,
      name: member.name,
      locale: member.locale,
      origin: member.origin,
      created_at: member.at,
      updated_at: member.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await db
    .insertInto('preference')
    .values({ member_id: member.id, updated_at: member.at })
    .onConflict((conflict) => conflict.column('member_id').doNothing())
    .execute();
}

export type CredentialRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly demo: boolean;
  readonly at: Date;
};

/** An account that signs in with its mail address and password. */
export async function addCredentials(db: Kysely<Schema>, row: CredentialRow): Promise<void> {
  const stamps = { created_at: row.at, updated_at: row.at };
  await db
    .insertInto('auth_user')
    .values({
      id: row.id,
      name: row.name,
      email: row.email.toLowerCase(),
      locale: row.locale,
      demo: row.demo,
      ...stamps,
    })
    .execute();
  await db
    .insertInto('auth_account')
    .values({
      id: newId(),
      account_id: row.id,
      provider_id: 'credential',
      user_id: row.id,
      password: row.passwordHash,
      ...stamps,
    })
    .execute();
}

export async function hasAccounts(db: Kysely<Schema>): Promise<boolean> {
  return (await db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function accountByEmail(db: Kysely<Schema>, email: string) {
  return db
    .selectFrom('auth_user')
    .select(['id', 'name', 'email', 'locale', 'demo'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}

export async function accountById(db: Kysely<Schema>, id: string) {
  return db
    .selectFrom('auth_user')
    .select(['id', 'name', 'email', 'locale', 'demo'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What an account was granted: roles, and the companies it recruits for. */
export async function grantsOf(db: Kysely<Schema>, accountId: string) {
  const [roles, seats] = await Promise.all([
    db.selectFrom('role_grant').select('role').where('account_id', '=', accountId).execute(),
    db.selectFrom('recruiter_seat').select('company_id').where('account_id', '=', accountId).limit(50).execute(),
  ]);
  return { roles: roles.map((row) => row.role), companyIds: seats.map((row) => row.company_id) };
}

/** Some hundred accounts at most that were granted a role, to tell them of something. */
export async function accountsGranted(db: Kysely<Schema>, role: GrantedRole): Promise<string[]> {
  const rows = await db.selectFrom('role_grant').select('account_id').where('role', '=', role).limit(100).execute();
  return rows.map((row) => row.account_id);
}

export async function companyNames(db: Kysely<Schema>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('company')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
}

export async function addRole(
  context: Context,
  accountId: string,
  role: GrantedRole,
  by: string | null,
): Promise<void> {
  await context.db
    .insertInto('role_grant')
    .values({ account_id: accountId, role, granted_by: by, granted_at: context.clock.now() })
    .onConflict((conflict) => conflict.columns(['account_id', 'role']).doNothing())
    .execute();
}

export async function addSeat(
  context: Context,
  accountId: string,
  companyId: string,
  by: string | null,
): Promise<void> {
  await context.db
    .insertInto('recruiter_seat')
    .values({ account_id: accountId, company_id: companyId, granted_by: by, granted_at: context.clock.now() })
    .onConflict((conflict) => conflict.columns(['account_id', 'company_id']).doNothing())
    .execute();
}

export async function listAccounts(db: Kysely<Schema>, limit: number) {
  const [accounts, grants] = await Promise.all([
    db.selectFrom('auth_user').select(['id', 'name', 'email', 'demo']).orderBy('email').limit(limit).execute(),
    db.selectFrom('role_grant').select(['account_id', 'role']).execute(),
  ]);
  return accounts.map((account) => ({
    ...account,
    roles: grants.filter((grant) => grant.account_id === account.id).map((grant) => grant.role),
  }));
}

export async function passwordHashOf(db: Kysely<Schema>, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth_account')
    .select('password')
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}

/** Takes an address off the list of the demo network's accounts, where it is on it. */
export async function forgetDemoAccount(db: Kysely<Schema>, email: string): Promise<void> {
  const accounts = await readSetting(db, 'demo-accounts', demoAccountsSetting);
  if (!accounts?.some((one) => one.email === email)) return;
  await writeSetting(
    db,
    'demo-accounts',
    accounts.filter((one) => one.email !== email),
  );
}

/** Replaces the password's hash and ends every session of the account. */
export async function replacePassword(db: Kysely<Schema>, accountId: string, hash: string, at: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('auth_account')
      .set({ password: hash, updated_at: at })
      .where('user_id', '=', accountId)
      .where('provider_id', '=', 'credential')
      .execute();
    await trx.deleteFrom('auth_session').where('user_id', '=', accountId).execute();
  });
}

/** The addresses of accounts that recruit for some company, the first granted first. */
export async function recruiterEmails(db: Kysely<Schema>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('recruiter_seat')
    .innerJoin('auth_user', 'auth_user.id', 'recruiter_seat.account_id')
    .select(['auth_user.email', (first) => first.fn.min('recruiter_seat.granted_at').as('since')])
    .groupBy('auth_user.email')
    .orderBy('since')
    .orderBy('auth_user.email')
    .limit(limit)
    .execute();
  return rows.map((row) => row.email);
}
