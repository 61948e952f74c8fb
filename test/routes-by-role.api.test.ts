import { describe, expect, test } from 'vitest';
import { createAccount } from '../src/identity/index.ts';
import { newId } from '../src/platform/index.ts';
import { allRoutes } from '../src/server/index.ts';
import { createTestContext } from './database.ts';
import { createTestApp } from './server.ts';

const context = await createTestContext();
const { app, services, signIn } = await createTestApp(context);
const PASSWORD = 'long enough for a test';

const ROLES = ['visitor', 'member', 'recruiter', 'other-recruiter', 'analyst', 'moderator', 'operator'] as const;
type Role = (typeof ROLES)[number];

const [company, otherCompany] = [newId(), newId()];
for (const [id, name] of [
  [company, 'ours'],
  [otherCompany, 'theirs'],
] as const) {
  await context.db
    .insertInto('company')
    .values({ id, name, normal_name: name, origin: 'network', created_at: context.clock.now() })
    .execute();
}

const cookies = new Map<Role, string>();
for (const role of ROLES) {
  if (role === 'visitor') continue;
  const granted = role === 'analyst' || role === 'moderator' || role === 'operator' ? [role] : [];
  const recruitsFor = role === 'recruiter' ? [company] : role === 'other-recruiter' ? [otherCompany] : [];
  const email = `${role}@test.example`;
  await createAccount(context, { name: role, email, password: PASSWORD, locale: 'en', roles: granted, recruitsFor });
  cookies.set(role, await signIn(email, PASSWORD));
}

/** Who is let in at all, by the call's name; what is not here is for every member. */
const EVERYBODY: readonly string[] = [
  'getSession',
  'listDemoAccounts',
  'setUpNetwork',
  'getLexicon',
  'listPublications',
  'getPublication',
];
const RECRUITERS: readonly string[] = [
  'listMyPostings',
  'createPosting',
  'setPostingState',
  'listPipeline',
  'moveInPipeline',
  'removeFromPipeline',
  'listApplicants',
  'getApplicant',
  'decideApplication',
  'readBrief',
  'listMatches',
  'explainMatch',
  'viewMarket',
  'searchTalent',
  'findPeopleLike',
  'listPools',
  'makePool',
  'getPool',
  'changePool',
  'deletePool',
  'listPoolPeople',
  'lookIntoPool',
  'listPicked',
  'addToPool',
  'takeFromPool',
  'listPresets',
  'makePreset',
  'changePreset',
  'deletePreset',
  'listReached',
  'askForIntroduction',
  'withdrawIntroduction',
  'listPostingChecks',
  'askForCheck',
  'readCheck',
  'withdrawCheckRequest',
];

const MODERATORS: readonly string[] = ['listReports', 'decideReport'];
const ANALYSTS: readonly string[] = [
  'createField',
  'changeField',
  'removeField',
  'previewField',
  'enterForecast',
  'tryForecastTest',
  'withdrawForecast',
  'resolveForecast',
  'setReferencePopulation',
  'publishReport',
  'listDraftReports',
  'publishDraftReport',
  'discardDraftReport',
  'withdrawReport',
  'listReportSchedules',
  'setReportSchedule',
  'stopReportSchedule',
];
const KEEPERS: readonly string[] = ['makeCircle'];
const WEIGHERS: readonly string[] = ['listWeights', 'chooseWeights'];

function isLetIn(operationId: string, role: Role): boolean {
  if (EVERYBODY.includes(operationId)) return true;
  if (RECRUITERS.includes(operationId)) return role === 'recruiter' || role === 'other-recruiter';
  if (MODERATORS.includes(operationId)) return role === 'moderator';
  if (ANALYSTS.includes(operationId)) return role === 'analyst';
  if (KEEPERS.includes(operationId)) return role === 'moderator' || role === 'operator';
  if (WEIGHERS.includes(operationId)) return role === 'analyst' || role === 'operator';
  return role !== 'visitor';
}

describe.each(allRoutes(services).map((route) => [route.operationId, route] as const))('%s', (operationId, route) => {
  test.each(ROLES)('%s', async (role) => {
    const cookie = cookies.get(role);
    const response = await app.inject({
      method: route.method,
      url: `/api/v1${route.path.replaceAll(/:\w+/g, newId())}`,
      headers: { ...(cookie && { cookie }), host: 'localhost' },
      ...(route.schemas.body && { payload: {} }),
    });
    const refused =
      response.statusCode === 401 || (response.statusCode === 403 && response.json().code === 'not-allowed');
    expect(refused, response.body).toBe(!isLetIn(operationId, role));
    expect(response.statusCode, response.body).toBeLessThan(500);
    if (response.statusCode >= 400) expect(response.headers['content-type']).toContain('application/problem+json');
  });
});

test("another company's recruiter hears that there is no such posting", async () => {
  const id = newId();
  const at = context.clock.now();
  await context.db
    .insertInto('posting')
    .values({
      id,
      company_id: company,
      title: 'Engineer',
      state: 'draft',
      origin: 'network',
      created_at: at,
      updated_at: at,
    })
    .execute();
  const read = async (role: Role) =>
    (await app.inject({ method: 'GET', url: `/api/v1/postings/${id}`, headers: { cookie: cookies.get(role) ?? '' } }))
      .statusCode;
  expect(await read('recruiter')).toBe(200);
  expect(await read('other-recruiter')).toBe(404);
  expect(await read('member')).toBe(404);
});

test('what comes from another site is refused', async () => {
  const response = await app.inject({
    method: 'PUT',
    url: '/api/v1/me/preferences',
    headers: { cookie: cookies.get('member') ?? '', host: 'localhost', origin: 'https://evil.example' },
    payload: {},
  });
  expect(response.statusCode).toBe(403);
  expect(response.json().code).toBe('other-origin');
});
