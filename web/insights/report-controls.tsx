import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../src/insights/charts/index.ts';
import { Field, Select } from '../components/basics.tsx';
import { type ReportQuery, useFields, useLocale, useReference, useSources } from './queries.ts';
import { COMPARISONS, earlierOf, laterOf, monthsBetween } from './report-search.ts';

export type Choice = { readonly fieldId: string; readonly query: ReportQuery };

/** Field, period, comparison, baseline and source: a change is a new address, and the page stays where it is. */
export function ReportControls({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const fields = useFields().data?.items ?? [];
  const sources = useSources().data;
  const reference = useReference().data?.reference;
  const { fieldId, query } = choice;
  const set = (part: Partial<ReportQuery>) => onChange({ fieldId, query: { ...query, ...part } });
  const first =
    [sources?.months.first, query.from].filter((month) => typeof month === 'string').sort()[0] ?? query.from;
  const last =
    [sources?.months.last, query.to]
      .filter((month) => typeof month === 'string')
      .sort()
      .at(-1) ?? query.to;
  const months = monthsBetween(first, last).map((month) => [month, formatMonth(month, locale)] as const);
  const named = fields.map((field) => [field.id, field.name[locale]] as const);
  const sourceNames = [
    ...(sources?.items ?? []).map((source) => [source.id, source.name[locale]] as const),
    ...((sources?.items.length ?? 0) > 1 ? [['all', t('insights.allSources')] as const] : []),
  ];
  return (
    <form
      aria-label={t('insights.choose')}
      className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4 2xl:grid-cols-8"
      onSubmit={(event) => event.preventDefault()}
    >
      <Field label={t('insights.field')}>
        <Select
          value={fieldId}
          options={named}
          onChange={(event) => onChange({ fieldId: event.target.value, query })}
        />
      </Field>
      <Field label={t('insights.from')}>
        <Select
          value={query.from}
          options={months}
          onChange={({ target: { value } }) => set({ from: value, to: laterOf(value, query.to) })}
        />
      </Field>
      <Field label={t('insights.to')}>
        <Select
          value={query.to}
          options={months}
          onChange={({ target: { value } }) => set({ to: value, from: earlierOf(value, query.from) })}
        />
      </Field>
      <Field label={t('insights.compare')}>
        <Select
          value={query.compare}
          options={COMPARISONS.map((one) => [one, t(`insights.comparison.${one}`)] as const)}
          onChange={({ target: { value } }) => {
            const compare = COMPARISONS.find((one) => one === value);
            if (compare) set({ compare });
          }}
        />
      </Field>
      <Field label={t('insights.against')}>
        <Select
          value={query.against ?? ''}
          options={[['', t('insights.wholeNetwork')], ...named.filter(([id]) => id !== fieldId && id !== 'all')]}
          onChange={({ target: { value } }) => set({ against: value === '' ? undefined : value })}
        />
      </Field>
      <Field label={t('insights.source')}>
        <Select
          value={query.source}
          options={sourceNames}
          onChange={({ target: { value } }) => set({ source: value })}
        />
      </Field>
      <Field label={t('insights.ghosts')}>
        <Select
          value={query.ghosts ?? 'with'}
          options={[
            ['with', t('insights.ghostsWith')],
            ['without', t('insights.ghostsWithout')],
          ]}
          onChange={({ target: { value } }) => set({ ghosts: value === 'without' ? 'without' : undefined })}
        />
      </Field>
      {(reference || query.weights) && (
        <Field label={t('insights.weights')}>
          <Select
            value={query.weights ?? ''}
            options={[
              ['', t('insights.unweighted')],
              ['reference', reference ? reference.name[locale] : t('insights.weights')],
            ]}
            onChange={({ target: { value } }) => set({ weights: value === 'reference' ? 'reference' : undefined })}
          />
        </Field>
      )}
    </form>
  );
}
