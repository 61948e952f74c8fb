import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/basics.tsx';

const PARTS = [
  ['forYou', '/jobs/for-you'],
  ['all', '/jobs'],
] as const;

/** The heading of the jobs with its two parts. */
export function JobsTabs({ part, about }: { part: 'all' | 'forYou'; about: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('jobs.title')} about={about} />
      <nav aria-label={t('jobs.parts')} className="mb-4 flex gap-5 border-b border-line">
        {PARTS.map(([key, to]) => (
          <Link
            key={key}
            to={to}
            activeOptions={{ exact: true }}
            {...(key === part && { 'aria-current': 'page' as const })}
            className={`inline-flex min-h-9 items-center border-b-2 px-1 text-sm ${
              key === part ? 'border-jade font-semibold text-jade' : 'border-transparent text-soft hover:text-ink'
            }`}
          >
            {t(`jobs.${key}`)}
          </Link>
        ))}
      </nav>
    </>
  );
}
