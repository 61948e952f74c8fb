import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Says that a list is in the order of time, because the reader wants nothing that is picked for them. */
export function ByTimeOnly() {
  const { t } = useTranslation();
  return (
    <p className="mb-2 text-sm text-soft">
      {t('talent.byTimeOnly')}{' '}
      <Link to="/me" hash="choices" className="whitespace-nowrap text-jade underline">
        {t('jobs.newestOn')}
      </Link>
    </p>
  );
}
