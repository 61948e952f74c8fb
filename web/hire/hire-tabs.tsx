import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CountBadge } from '../components/count-badge.tsx';
import { useNewcomers } from './pools-data.ts';

const TABS = [
  { to: '/hire', label: 'sourcing.tabs.roles' },
  { to: '/hire/search', label: 'sourcing.tabs.search' },
  { to: '/hire/pools', label: 'sourcing.tabs.pools' },
] as const;

/** The three ways of working of a recruiter: roles, searches and pools. */
export function HireTabs() {
  const { t } = useTranslation();
  const newcomers = useNewcomers();
  return (
    <nav aria-label={t('sourcing.tabs.label')} className="mb-4 flex gap-1 border-b border-line">
      {TABS.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/hire', includeSearch: false }}
          className="-mb-px inline-flex min-h-10 items-center gap-1.5 border-b-2 border-transparent px-3 text-sm text-soft hover:text-ink"
          activeProps={{ className: '!border-jade font-semibold !text-jade' }}
        >
          {t(label)}
          {to === '/hire/pools' && (
            <CountBadge count={newcomers} label={t('sourcing.newcomers', { count: newcomers })} />
          )}
        </Link>
      ))}
    </nav>
  );
}
