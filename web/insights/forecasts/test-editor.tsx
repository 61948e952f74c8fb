import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../src/insights/charts/index.ts';
import { Field, Input, Select } from '../../components/basics.tsx';
import { type Report, useFields, useLocale, useReport } from '../queries.ts';
import { earlierOf, laterOf, monthsBetween, shiftMonth } from '../report-search.ts';
import type { ForecastTest } from './queries.ts';

/** What is chosen so far: the threshold as it is typed, in percent where the number is a share or a change. */
export type TestDraft = Omit<ForecastTest, 'than'> & { readonly than: string; readonly otherField: string };

type Figure = Report['figures'][number];
const COMPARISONS = ['above', 'at-least', 'below', 'at-most'] as const;
const PERIOD_ROW = '@period';

export const emptyDraft = (now: string): TestDraft => ({
  figure: 'new-postings',
  field: 'aigc',
  period: { from: now.slice(0, 7), to: shiftMonth(now.slice(0, 7), 2) },
  source: 'network',
  table: 'years',
  group: PERIOD_ROW,
  measure: 'change',
  is: 'above',
  than: '',
  otherField: '',
});

const inPercent = (kind: string | undefined) => kind === 'share' || kind === 'change';

/** The test that the draft says; null while its threshold is no number. */
export function testOf({ than, otherField, ...draft }: TestDraft, kind: string | undefined): ForecastTest | null {
  if (otherField !== '') return { ...draft, than: { field: otherField } };
  const value = Number(than);
  if (than.trim() === '' || !Number.isFinite(value)) return null;
  const asked = draft.since ? 'change' : kind;
  return { ...draft, than: inPercent(asked) ? value / 100 : value };
}

/** The kind of number that the draft is about, as the figure has it today. */
export function useDraftKind(draft: TestDraft, latest: { from: string; to: string } | null) {
  const report = useReport(
    draft.field,
    latest && { ...latest, compare: 'year-on-year', source: draft.source ?? 'network' },
  );
  const figure = report.data?.figures.find((one) => one.id === draft.figure);
  const table = figure?.tables.find((one) => one.id === draft.table);
  const kind = table?.columns.find((one) => one.id === draft.measure)?.kind;
  return { report, figure, table, kind };
}

function firstOf(figure: Figure | undefined): Pick<TestDraft, 'table' | 'group' | 'measure'> {
  const table = figure?.tables[0];
  return {
    table: table?.id ?? '',
    group: table?.id === 'years' ? PERIOD_ROW : (table?.rows[0]?.key ?? ''),
    measure: table?.columns.at(-1)?.id ?? '',
  };
}

/** The same months from `from` on. */
function sinceOf(from: string, period: TestDraft['period']): TestDraft['since'] {
  const months = monthsBetween(period.from, period.to).length;
  return from === '' ? undefined : { from, to: shiftMonth(from, months - 1) };
}

/** Which number of which figure, over which months, against what: chosen from what a report of today shows. */
export function TestEditor({
  draft,
  latest,
  now,
  onChange,
}: {
  draft: TestDraft;
  latest: { from: string; to: string } | null;
  now: string;
  onChange: (draft: TestDraft) => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const fields = useFields().data?.items ?? [];
  const { report, figure, table, kind } = useDraftKind(draft, latest);
  const set = (part: Partial<TestDraft>) => onChange({ ...draft, ...part });
  const month = now.slice(0, 7);
  const months = monthsBetween(month, shiftMonth(month, 60))
    .reverse()
    .map((one) => [one, formatMonth(one, locale)] as const);
  const named = fields.map((field) => [field.id, field.name[locale]] as const);
  const rows = table?.id === 'years' ? [] : (table?.rows ?? []);
  const since = draft.since !== undefined;
  const percent = inPercent(since ? 'change' : kind);
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      <Field label={t('insights.field')}>
        <Select value={draft.field} options={named} onChange={({ target }) => set({ field: target.value })} />
      </Field>
      <Field label={t('forecasts.form.figure')}>
        <Select
          value={draft.figure}
          options={(report.data?.figures ?? []).map((one) => [one.id, `${one.code} ${one.title[locale]}`])}
          onChange={({ target }) => {
            const chosen = report.data?.figures.find((one) => one.id === target.value);
            if (chosen) onChange({ ...draft, figure: chosen.id, ...firstOf(chosen), since: undefined });
          }}
        />
      </Field>
      <Field label={t('forecasts.form.table')}>
        <Select
          value={draft.table}
          options={(figure?.tables ?? []).map((one) => [one.id, one.title[locale]])}
          onChange={({ target }) => {
            const chosen = figure?.tables.find((one) => one.id === target.value);
            const group = chosen?.id === 'years' ? PERIOD_ROW : (chosen?.rows[0]?.key ?? '');
            set({ table: target.value, group, measure: chosen?.columns[0]?.id ?? '' });
          }}
        />
      </Field>
      <Field label={t('forecasts.form.group')}>
        <Select
          value={draft.group}
          options={[
            ...(table?.id === 'years' ? [[PERIOD_ROW, t('forecasts.form.period')] as const] : []),
            ...rows.map((row) => [row.key, row.label[locale]] as const),
          ]}
          onChange={({ target }) => set({ group: target.value })}
        />
      </Field>
      <Field label={t('forecasts.form.measure')}>
        <Select
          value={draft.measure}
          options={(table?.columns ?? []).map((one) => [one.id, one.label[locale]])}
          onChange={({ target }) => set({ measure: target.value, since: undefined })}
        />
      </Field>
      <Field label={t('forecasts.form.from')}>
        <Select
          value={draft.period.from}
          options={months}
          onChange={({ target: { value } }) =>
            set({ since: undefined, period: { from: value, to: laterOf(value, draft.period.to) } })
          }
        />
      </Field>
      <Field label={t('forecasts.form.to')}>
        <Select
          value={draft.period.to}
          options={months}
          onChange={({ target: { value } }) =>
            set({ since: undefined, period: { from: earlierOf(value, draft.period.from), to: value } })
          }
        />
      </Field>
      {kind === 'count' && (
        <Field label={t('forecasts.form.since')}>
          <Select
            value={draft.since?.from ?? ''}
            options={[
              ['', t('forecasts.form.asItIs')],
              ...[1, 2, 3, 4, 5].map((years) => {
                const from = shiftMonth(draft.period.from, -12 * years);
                return [from, t('forecasts.form.sinceMonths', { month: formatMonth(from, locale) })] as const;
              }),
            ]}
            onChange={({ target: { value } }) => set({ since: sinceOf(value, draft.period) })}
          />
        </Field>
      )}
      <Field label={t('forecasts.form.is')}>
        <Select
          value={draft.is}
          options={COMPARISONS.map((one) => [one, t(`forecasts.is.${one}`)])}
          onChange={({ target }) => set({ is: COMPARISONS.find((one) => one === target.value) ?? 'above' })}
        />
      </Field>
      <Field label={t('forecasts.form.against')}>
        <Select
          value={draft.otherField}
          options={[
            ['', t('forecasts.form.aNumber')],
            ...named
              .filter(([id]) => id !== draft.field)
              .map(([id, name]) => [id, t('forecasts.form.sameOf', { name })] as const),
          ]}
          onChange={({ target }) => set({ otherField: target.value })}
        />
      </Field>
      {draft.otherField === '' && (
        <Field label={percent ? t('forecasts.form.thresholdPercent') : t('forecasts.form.threshold')}>
          <Input
            type="number"
            step="any"
            required
            value={draft.than}
            onChange={({ target }) => set({ than: target.value })}
          />
        </Field>
      )}
    </div>
  );
}
