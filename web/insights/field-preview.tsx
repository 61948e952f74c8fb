import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPeriod } from '../../src/insights/charts/index.ts';
import { answer, api, type Schemas } from '../api/client.ts';
import { ErrorNotice } from '../components/basics.tsx';
import type { Condition } from './condition-draft.ts';
import { useLocale } from './queries.ts';

const PAUSE = 450;

/** A value once it has stood still for a moment: nobody wants a count for each letter typed. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Examples({ title, items }: { title: string; items: readonly Schemas['FieldExample'][] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section className="mt-4">
      <h3 className="text-sm font-semibold">{title}</h3>
      {items.length === 0 && <p className="mt-1 text-sm text-soft">{t('insights.editor.noExamples')}</p>}
      <ul className="mt-1 divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="py-1.5 text-sm">
            <span className="font-medium">{item.title}</span>{' '}
            <span className="text-soft">
              {[item.company, item.city[locale], item.publishedOn].filter(Boolean).join(' · ')}
            </span>
            <span className="block text-[13px] text-soft">{item.why[locale]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a definition takes while it is written: counts, samples of what it takes, and what it only just leaves out. */
export function FieldPreview({
  condition,
  period,
}: {
  condition: Condition | null;
  period: { readonly from: string; readonly to: string };
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const written = useSettled(condition === null ? '' : JSON.stringify(condition));
  const preview = useQuery({
    queryKey: ['insights-preview', written, period],
    queryFn: () => {
      const definition: Condition = JSON.parse(written);
      return answer(api.POST('/api/v1/insights/preview', { body: { definition, ...period } }));
    },
    enabled: written !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const count = (value: number | null) =>
    value === null ? t('insights.editor.few') : formatNumber(value, 'count', locale);
  const { data } = preview;
  return (
    <section
      aria-label={t('insights.editor.preview')}
      aria-live="polite"
      className="rounded-lg border border-line bg-sheet p-4"
    >
      <h2 className="font-semibold">{t('insights.editor.preview')}</h2>
      <p className="text-[13px] text-soft">{formatPeriod(period, locale)}</p>
      <ErrorNotice error={preview.error} />
      {written === '' && <p className="mt-3 text-sm text-soft">{t('insights.editor.empty')}</p>}
      {data && written !== '' && (
        <div className={preview.isPlaceholderData ? 'opacity-60' : ''}>
          <dl className="mt-3 grid grid-cols-3 gap-2 text-center">
            {(['postings', 'people', 'applications'] as const).map((unit) => (
              <div key={unit} className="flex flex-col-reverse">
                <dt className="text-xs text-soft">{t(`insights.unit.${unit}`)}</dt>
                <dd className="text-xl font-semibold">{count(data[unit])}</dd>
              </div>
            ))}
          </dl>
          <Examples title={t('insights.editor.taken')} items={data.taken} />
          <Examples title={t('insights.editor.leftOut')} items={data.leftOut} />
        </div>
      )}
    </section>
  );
}
