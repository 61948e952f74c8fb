import { Link } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Chip, Empty, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { HireTabs } from './hire-tabs.tsx';
import { usePools } from './pools-data.ts';

/** What a pool looks for, in a line. */
export function SearchLine({ search }: { search: Schemas['Pool']['search'] }) {
  const { t } = useTranslation();
  if (!search) return <>{t('sourcing.byHand')}</>;
  return (
    <span className="font-mono">
      {search.kind === 'query' ? search.q : (search.brief.title?.value ?? search.text.slice(0, 80))}
    </span>
  );
}

function PoolLine({ pool }: { pool: Schemas['Pool'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto_auto] sm:items-center">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <Link
            to="/hire/pools/$poolId"
            params={{ poolId: pool.id }}
            className="font-semibold hover:text-jade hover:underline"
          >
            {pool.name}
          </Link>
          {pool.shared && (
            <Chip>
              <Users aria-hidden="true" className="mr-1 size-3" />
              {t('sourcing.shared')}
            </Chip>
          )}
        </div>
        <p className="truncate text-sm text-soft">
          <SearchLine search={pool.search} />
        </p>
      </div>
      <span className="text-sm text-soft sm:w-28 sm:text-right">{t('sourcing.picked', { count: pool.picked })}</span>
      <span className={`text-sm sm:w-36 sm:text-right ${pool.newcomers ? 'font-semibold text-seal' : 'text-soft'}`}>
        {pool.newcomers === null
          ? t('sourcing.tooWide')
          : pool.newcomers > 0
            ? t('sourcing.newcomers', { count: pool.newcomers })
            : pool.lookedAt
              ? t('sourcing.noneSince', { day: format.day(pool.lookedAt) })
              : ''}
      </span>
    </li>
  );
}

/** The recruiter's talent pools, and how many are new in each. */
export function Pools() {
  const { t } = useTranslation();
  const { data, error, isPending } = usePools();
  return (
    <>
      <HireTabs />
      <PageHeader title={t('sourcing.pools')} about={t('sourcing.poolsAbout')} />
      <ErrorNotice error={error} />
      {isPending && <Loading />}
      {data?.items.length === 0 && <Empty>{t('sourcing.noPools')}</Empty>}
      {data && data.items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {data.items.map((pool) => (
            <PoolLine key={pool.id} pool={pool} />
          ))}
        </ul>
      )}
    </>
  );
}
