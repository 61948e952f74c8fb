import { createAccount } from '../src/identity/index.ts';
import { readRoleBrief } from '../src/language/index.ts';
import type { IndexPlace } from '../src/matching/index.ts';
import { type Context, newId } from '../src/platform/index.ts';
import { createTestApp } from './server.ts';

const PASSWORD = 'long enough for a test';
const JOB = 'NLP算法工程师,北京,3年以上,熟悉PyTorch、大语言模型,本科,60-90K·15薪';

type Reply = { readonly status: number; readonly body: Record<string, unknown> & { readonly code?: string } };

/** A signed-in account that calls the API. */
export type Caller = {
  readonly id: string;
  readonly cookie: string;
  get(path: string): Promise<Reply>;
  post(path: string, body?: object): Promise<Reply>;
  put(path: string, body?: object): Promise<Reply>;
  delete(path: string): Promise<Reply>;
};

type Wishes = {
  readonly findableBy?: 'nobody' | 'connections' | 'recruiters';
  readonly contactBy?: 'anyone' | 'introduction' | 'nobody';
  readonly hiddenFromCompanyIds?: readonly string[];
};

/** The application on a test's database, with the few people and companies that a hiring test needs. */
export async function createScene(context: Context, place: IndexPlace = 'memory') {
  const { app, services, signIn } = await createTestApp(context, null, place);

  let addresses = 0;

  async function call(
    { cookie, remoteAddress }: { cookie: string; remoteAddress: string },
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Reply> {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress,
      headers: { cookie, host: 'localhost', 'accept-language': 'en' },
      ...(body !== undefined && { payload: body }),
    });
    return { status: response.statusCode, body: response.json() };
  }

  async function addCompany(name: string): Promise<string> {
    const id = newId();
    const at = context.clock.now();
    await context.db
      .insertInto('company')
      .values({ id, name, normal_name: name, origin: 'network', created_at: at })
      .execute();
    return id;
  }

  async function addAccount(name: string, recruitsFor: readonly string[] = []): Promise<Caller> {
    const email = `${newId()}@test.example`;
    const id = await createAccount(context, { name, email, password: PASSWORD, locale: 'en', recruitsFor });
    addresses++;
    const remoteAddress = `127.0.${addresses >> 8}.${addresses & 255}`;
    const cookie = await signIn(email, PASSWORD, remoteAddress);
    const from = { cookie, remoteAddress };
    return {
      id,
      cookie,
      get: (path) => call(from, 'GET', path),
      post: (path, body) => call(from, 'POST', path, body ?? {}),
      put: (path, body) => call(from, 'PUT', path, body ?? {}),
      delete: (path) => call(from, 'DELETE', path),
    };
  }

  /** A member with an engineer's profile at `companyName`, who may be found unless `wishes` say otherwise. */
  async function addEngineer(name: string, companyName: string, wishes: Wishes = {}): Promise<Caller> {
    const member = await addAccount(name);
    await member.put('/me/profile', {
      name,
      headline: `headline of ${name}`,
      summary: `summary of ${name}`,
      cityId: 'beijing',
      positions: [
        { companyName, title: 'NLP算法工程师', start: '2018-01' },
        { companyName: `before of ${name}`, title: '算法工程师', start: '2015-01', end: '2017-12' },
      ],
      education: [{ schoolName: `school of ${name}`, degree: 'master' }],
      skills: [{ name: 'PyTorch' }, { name: '大语言模型' }, { name: `skill of ${name}` }],
    });
    await member.put('/me/preferences', {
      findableBy: 'recruiters',
      openness: 'listening',
      contactBy: 'anyone',
      desiredRoleIds: [],
      desiredCityIds: [],
      desiredPayMin: null,
      remote: false,
      hiddenFromCompanyIds: [],
      personalised: true,
      counted: true,
      sharePay: false,
      ...wishes,
    });
    await services.catchUp();
    return member;
  }

  async function addPosting(recruiter: Caller, companyId: string): Promise<string> {
    const { body } = await recruiter.post('/postings', { companyId, text: JOB, brief: readRoleBrief(JOB) });
    if (typeof body.id !== 'string') throw new Error(JSON.stringify(body));
    return body.id;
  }

  async function connect(a: Caller, b: Caller): Promise<void> {
    await a.post('/connection-requests', { memberId: b.id });
    await b.post(`/connection-requests/${a.id}/answer`, { yes: true });
    await services.catchUp();
  }

  return { services, addCompany, addAccount, addEngineer, addPosting, connect };
}

/** The items of a list's answer, each proved to be an object. */
export function itemsOf(reply: Reply): Record<string, unknown>[] {
  const { items } = reply.body;
  if (!Array.isArray(items)) throw new Error(`no list: ${JSON.stringify(reply)}`);
  return items.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null);
}
