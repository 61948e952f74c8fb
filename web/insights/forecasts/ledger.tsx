import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { Button, Empty, ErrorNotice, Loading, PageHeader } from '../../components/basics.tsx';
import { ForecastCard } from './forecast-card.tsx';
import { useForecasts, type Which } from './queries.ts';
import { Scores } from './scores.tsx';

const WHICH = ['open', 'resolved', 'withdrawn'] as const;

/** The ledger: what is claimed of the future, how it came out, and who is good at telling. */
export function ForecastLedger() {
  const { t } = useTranslation();
  const session = useSession().data;
  const [which, setWhich] = useState<Which>('open');
  const forecasts = useForecasts(which);
  const items = forecasts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('forecasts.title')} about={t('forecasts.about')}>
        <Link to="/insights" className="px-2 text-sm text-jade hover:underline">
          {t('forecasts.back')}
        </Link>
        {session?.roles.includes('analyst') && (
          <Link
            to="/insights/forecasts/new"
            className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
          >
            <Plus aria-hidden="true" className="size-4" />
            {t('forecasts.enter')}
          </Link>
        )}
      </PageHeader>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <fieldset className="mb-3 inline-flex gap-1 rounded-md border border-line bg-sheet p-0.5">
            <legend className="sr-only">{t('forecasts.which.label')}</legend>
            {WHICH.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={which === one}
                onClick={() => setWhich(one)}
                className={`min-h-8 rounded px-3 text-sm ${which === one ? 'bg-jade-soft font-semibold text-jade' : 'text-soft hover:text-ink'}`}
              >
                {t(`forecasts.which.${one}`)}
              </button>
            ))}
          </fieldset>
          <ErrorNotice error={forecasts.error} />
          {forecasts.isPending && <Loading />}
          {forecasts.data && items.length === 0 && <Empty>{t(`forecasts.none.${which}`)}</Empty>}
          <ul className="space-y-3">
            {items.map((forecast) => (
              <li key={forecast.id}>
                <ForecastCard forecast={forecast} />
              </li>
            ))}
          </ul>
          {forecasts.hasNextPage && (
            <div className="mt-4 text-center">
              <Button disabled={forecasts.isFetchingNextPage} onClick={() => void forecasts.fetchNextPage()}>
                {t('app.more')}
              </Button>
            </div>
          )}
        </div>
        <Scores />
      </div>
    </>
  );
}
