import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Loading } from '../components/basics.tsx';
import { readReportSearch } from '../insights/report-search.ts';
import { useSession } from './session.ts';
import { Shell } from './shell.tsx';

function NotFound() {
  const { t } = useTranslation();
  return <Empty>{t('app.notFound')}</Empty>;
}

/** The first page that is of use to whoever comes. */
function Home() {
  const { data } = useSession();
  if (!data) return <Loading />;
  if (data.network.needsSetup) return <Navigate to="/setup" />;
  if (!data.account) return <Navigate to="/sign-in" />;
  if (data.roles.includes('analyst')) return <Navigate to="/insights" />;
  return <Navigate to={data.companies.length > 0 ? '/hire' : '/community'} />;
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const page = <T extends string>(path: T, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  });

/** The words of an address under these names; a number that was typed is a word too. */
function words<T extends string>(search: Record<string, unknown>, names: readonly T[]): Partial<Record<T, string>> {
  const found: Partial<Record<T, string>> = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'string' || typeof value === 'number') found[name] = String(value);
  }
  return found;
}

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: Home }),
  page('/sign-in', () => import('../identity/sign-in.tsx'), 'SignIn'),
  page('/sign-up', () => import('../identity/sign-up.tsx'), 'SignUp'),
  page('/setup', () => import('../identity/setup.tsx'), 'Setup'),
  page('/hire', () => import('../hire/postings.tsx'), 'HirePostings'),
  page('/hire/new', () => import('../hire/new-role.tsx'), 'NewRole'),
  createRoute({
    getParentRoute: () => root,
    path: '/hire/search',
    validateSearch: (search: Record<string, unknown>): { q?: string } => words(search, ['q']),
    component: lazyRouteComponent(() => import('../hire/search.tsx'), 'HireSearch'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/hire/like',
    validateSearch: (search: Record<string, unknown>): { of?: string; without?: string } =>
      words(search, ['of', 'without']),
    component: lazyRouteComponent(() => import('../hire/like.tsx'), 'Like'),
  }),
  page('/hire/pools', () => import('../hire/pools.tsx'), 'Pools'),
  page('/hire/pools/$poolId', () => import('../hire/pool.tsx'), 'Pool'),
  page('/hire/$postingId', () => import('../hire/role.tsx'), 'Role'),
  page('/hire/$postingId/applicants', () => import('../hire/applicants.tsx'), 'Applicants'),
  page('/hire/$postingId/checks/$memberId', () => import('../vetting/check-reading.tsx'), 'CheckReading'),
  page('/people/$memberId', () => import('../talent/person.tsx'), 'Person'),
  page('/inbox', () => import('../outreach/inbox.tsx'), 'Inbox'),
  page('/inbox/$conversationId', () => import('../outreach/inbox.tsx'), 'Inbox'),
  page('/inbox/introductions', () => import('../outreach/introductions.tsx'), 'Introductions'),
  page('/me', () => import('../talent/my-profile.tsx'), 'MyProfile'),
  page('/file', () => import('../talent/my-file.tsx'), 'MyFile'),
  page('/checks', () => import('../vetting/my-checks.tsx'), 'MyChecks'),
  page('/checks/$checkId', () => import('../vetting/my-check.tsx'), 'MyCheck'),
  page('/verification', () => import('../identity/verification.tsx'), 'Verification'),
  page('/mailbox', () => import('../identity/mailbox.tsx'), 'Mailbox'),
  page('/community', () => import('../community/feed.tsx'), 'Feed'),
  page('/community/circles', () => import('../community/circles.tsx'), 'Circles'),
  page('/community/circles/$slug', () => import('../community/circle.tsx'), 'Circle'),
  page('/community/posts/$postId', () => import('../community/post.tsx'), 'Post'),
  page('/community/topics/$topic', () => import('../community/topic.tsx'), 'Topic'),
  page('/weights', () => import('../hire/weights.tsx'), 'RankingWeights'),
  page('/moderation', () => import('../moderation/queue.tsx'), 'Moderation'),
  page('/insights', () => import('../insights/home.tsx'), 'InsightsHome'),
  createRoute({
    getParentRoute: () => root,
    path: '/insights/new',
    validateSearch: (search: Record<string, unknown>) => (typeof search.copy === 'string' ? { copy: search.copy } : {}),
    component: lazyRouteComponent(() => import('../insights/field-editor.tsx'), 'FieldEditor'),
  }),
  page('/insights/forecasts', () => import('../insights/forecasts/ledger.tsx'), 'ForecastLedger'),
  page('/insights/forecasts/new', () => import('../insights/forecasts/new-forecast.tsx'), 'NewForecast'),
  page('/insights/publishing', () => import('../insights/publishing/publishing-page.tsx'), 'PublishingPage'),
  page('/insights/reference', () => import('../insights/reference-form.tsx'), 'ReferencePage'),
  page('/insights/$fieldId/edit', () => import('../insights/field-editor.tsx'), 'FieldEditor'),
  createRoute({
    getParentRoute: () => root,
    path: '/insights/$fieldId',
    validateSearch: readReportSearch,
    component: lazyRouteComponent(() => import('../insights/report-page.tsx'), 'ReportPage'),
  }),
  page('/network', () => import('../graph/network.tsx'), 'Network'),
  createRoute({
    getParentRoute: () => root,
    path: '/jobs',
    validateSearch: (search: Record<string, unknown>) =>
      typeof search.query === 'string' ? { query: search.query } : {},
    component: lazyRouteComponent(() => import('../jobs/postings.tsx'), 'Postings'),
  }),
  page('/jobs/for-you', () => import('../jobs/roles-for-you.tsx'), 'RolesForYou'),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([...routes]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
