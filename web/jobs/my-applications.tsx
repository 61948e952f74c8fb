import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Card, Chip, Loading } from '../components/basics.tsx';

/** Where the reader has applied, and what came of it; nothing where they never did. */
export function MyApplications() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending } = useQuery({
    queryKey: ['applications'],
    queryFn: () => answer(api.GET('/api/v1/me/applications')),
  });
  if (isPending) return <Loading rows={1} height="h-11" />;
  if (!data || data.items.length === 0) return null;
  return (
    <Card className="mb-4">
      <details>
        <summary className="cursor-pointer font-semibold">
          {t('jobs.myApplications', { count: data.items.length })}
        </summary>
        <ul className="mt-3 divide-y divide-line">
          {data.items.map(({ posting, state, appliedAt }) => (
            <li key={posting.id} className="flex flex-wrap items-baseline justify-between gap-2 py-2 text-sm">
              <span>
                <span className="font-medium">{posting.title}</span>
                <span className="text-soft"> · {posting.company.name}</span>
              </span>
              <span className="flex items-center gap-2 text-soft">
                {format.day(appliedAt)}
                <Chip tone={state === 'advanced' ? 'jade' : 'plain'}>{t(`jobs.applicationState.${state}`)}</Chip>
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
