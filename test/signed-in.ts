import { createAccount } from '../src/identity/index.ts';
import { type Context, newId } from '../src/platform/index.ts';
import type { createTestApp } from './server.ts';

const PASSWORD = 'long enough for a test';

export type Job = {
  readonly companyName: string;
  readonly title?: string;
  readonly start?: string;
  readonly end?: string | null;
  readonly cityId?: string | null;
};

/** A profile that says these jobs and nothing else. */
export function profileOf(name: string, jobs: readonly Job[]) {
  return {
    name,
    otherName: null,
    headline: '',
    summary: '',
    cityId: null,
    birthYear: null,
    education: [] as object[],
    skills: [] as object[],
    positions: jobs.map((job) => ({
      companyName: job.companyName,
      title: job.title ?? 'Engineer',
      cityId: job.cityId ?? null,
      start: job.start ?? '2021-01',
      end: job.end ?? null,
      description: '',
      yearlyPay: null,
    })),
  };
}

/** A company that the network knows. Returns its id. */
export async function addCompany(context: Context, name: string, domains: readonly string[] = []): Promise<string> {
  const id = newId();
  await context.db
    .insertInto('company')
    .values({
      id,
      name,
      normal_name: name.toLowerCase().replaceAll(' ', ''),
      email_domains: [...domains],
      origin: 'network',
      created_at: context.clock.now(),
    })
    .execute();
  return id;
}

type App = Awaited<ReturnType<typeof createTestApp>>;
let addresses = 1;

/** Somebody who is signed in and has a profile; their calls come from an address of their own, since calls are limited by address. */
export async function addMember(
  context: Context,
  { app, signIn }: Pick<App, 'app' | 'signIn'>,
  name: string,
  jobs: readonly Job[],
  recruitsFor: readonly string[] = [],
) {
  const email = `${name.replaceAll(' ', '.')}@home.example`;
  const id = await createAccount(context, { name, email, password: PASSWORD, locale: 'en', recruitsFor });
  addresses += 1;
  const own = `127.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
  const cookie = await signIn(email, PASSWORD, own);
  const call = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: object,
    remoteAddress: string = own,
  ) =>
    app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { cookie, host: 'localhost', 'accept-language': 'en' },
      remoteAddress,
      ...(payload && { payload }),
    });
  const saved = await call('PUT', '/me/profile', profileOf(name, jobs));
  if (saved.statusCode !== 200) throw new Error(saved.body);
  return { id, name, email, call };
}

export type TestMember = Awaited<ReturnType<typeof addMember>>;

/** Connects two members. */
export async function connect(context: Context, a: string, b: string): Promise<void> {
  const since = context.clock.now();
  await context.db
    .insertInto('connection')
    .values([
      { member_id: a, other_id: b, kind: 'colleague', since },
      { member_id: b, other_id: a, kind: 'colleague', since },
    ])
    .execute();
}

/** Verifies a member's position at a company by work mail, as if they had entered a code. */
export async function verifyByMail(context: Context, memberId: string, companyId: string): Promise<void> {
  const position = await context.db
    .selectFrom('position')
    .select('id')
    .where('member_id', '=', memberId)
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
  const at = context.clock.now();
  await context.db
    .insertInto('verification')
    .values({
      member_id: memberId,
      id: newId(),
      position_id: position.id,
      method: 'work-email',
      state: 'verified',
      email_domain: 'acme.example',
      requested_at: at,
      decided_at: at,
    })
    .execute();
}
