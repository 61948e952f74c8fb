import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Empty, ErrorNotice, Loading } from '../components/basics.tsx';
import { DismissedRoles } from './dismissal.tsx';
import { JobsTabs } from './jobs-tabs.tsx';
import { RoleCard } from './role-card.tsx';

/** What the list is made from, and where that is chosen. */
function MadeFrom({
  personalised,
  stated,
  change,
}: {
  personalised: boolean;
  stated: boolean;
  change: (stated: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="mb-3 text-sm text-soft">
      <p>
        {t(personalised ? 'jobs.ranked' : 'jobs.newest')}{' '}
        <Link to="/me" hash="choices" className="whitespace-nowrap text-jade underline">
          {t(personalised ? 'jobs.rankedOff' : 'jobs.newestOn')}
        </Link>
      </p>
      {!personalised && (
        <label className="mt-2 inline-flex min-h-9 items-center gap-2 text-ink">
          <input
            type="checkbox"
            className="size-4 accent-jade"
            checked={stated}
            onChange={(event) => change(event.target.checked)}
          />
          {t('jobs.stated')}
        </label>
      )}
    </div>
  );
}

/** The few open roles worth hearing of for the reader. */
export function RolesForYou() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [stated, setStated] = useState(false);
  const roles = useInfiniteQuery({
    queryKey: ['roles', stated],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/me/roles', {
          params: {
            query: { limit: 10, stated: stated ? 'true' : 'false', ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchOnWindowFocus: false,
  });
  const [first] = roles.data?.pages ?? [];
  const items = roles.data?.pages.flatMap((page) => page.items) ?? [];
  const again = () => void queries.invalidateQueries({ queryKey: ['roles'] });
  return (
    <>
      <JobsTabs part="forYou" about={t(first?.personalised === false ? 'jobs.newestAbout' : 'jobs.forYouAbout')} />
      {first && <MadeFrom personalised={first.personalised} stated={stated} change={setStated} />}
      <ErrorNotice error={roles.error} />
      {roles.isPending && <Loading />}
      {first && items.length === 0 && (
        <Empty>
          {t(first.personalised ? 'jobs.noneForYou' : 'jobs.none')}{' '}
          <Link to="/me" className="text-jade underline">
            {t('jobs.toProfile')}
          </Link>
        </Empty>
      )}
      {first && first.fitting !== null && items.length > 0 && (
        <p className="mb-2 text-xs text-soft">
          {t('jobs.compared', { searched: format.number(first.searched), fitting: format.number(first.fitting) })}
        </p>
      )}
      <ul className="space-y-3">
        {items.map((role) => (
          <li key={role.posting.id}>
            <RoleCard role={role} />
          </li>
        ))}
      </ul>
      {roles.hasNextPage && (
        <div className="mt-4 text-center">
          <Button disabled={roles.isFetchingNextPage} onClick={() => void roles.fetchNextPage()}>
            {t('app.more')}
          </Button>
        </div>
      )}
      <DismissedRoles onBack={again} />
    </>
  );
}
