import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/basics.tsx';
import { CountBadge } from '../components/count-badge.tsx';
import { useWaiting } from './waiting.ts';

/** The heading of the inbox with its two parts. */
export function InboxTabs({ part }: { part: 'messages' | 'introductions' }) {
  const { t } = useTranslation();
  const { data } = useWaiting();
  const parts = [
    ['messages', '/inbox', data?.unread ?? 0, 'outreach.unread'],
    ['introductions', '/inbox/introductions', data?.introductions ?? 0, 'outreach.toAnswer'],
  ] as const;
  return (
    <>
      <PageHeader title={t('outreach.title')} about={t('outreach.about')} />
      <nav aria-label={t('outreach.parts')} className="mb-4 flex gap-5 border-b border-line">
        {parts.map(([key, to, count, label]) => (
          <Link
            key={key}
            to={to}
            activeOptions={{ exact: true }}
            {...(key === part && { 'aria-current': 'page' as const })}
            className={`inline-flex min-h-9 items-center gap-1.5 border-b-2 px-1 text-sm ${
              key === part ? 'border-jade font-semibold text-jade' : 'border-transparent text-soft hover:text-ink'
            }`}
          >
            {t(`outreach.${key}`)}
            <CountBadge count={count} label={t(label, { count })} />
          </Link>
        ))}
      </nav>
    </>
  );
}
