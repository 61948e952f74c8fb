import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Card, ErrorNotice, Field, Input, Select } from '../components/basics.tsx';

/** Who may find the member, who may write, and what they would hear of. Each change counts at once. */
export function PreferencesForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['preferences'], queryFn: () => answer(api.GET('/api/v1/me/preferences')) });
  const save = useMutation({
    mutationFn: (preferences: Schemas['Preferences']) =>
      answer(api.PUT('/api/v1/me/preferences', { body: preferences })),
    onSuccess: (saved) => queries.setQueryData(['preferences'], saved),
  });
  if (!data) return null;
  const choose = <K extends 'findableBy' | 'openness' | 'contactBy'>(
    key: K,
    values: readonly Schemas['Preferences'][K][],
  ) => (
    <Field label={t(`talent.${key}.label`)} hint={t(`talent.${key}.hint`)}>
      <Select
        value={data[key]}
        options={values.map((value) => [value, t(`talent.${key}.${value}`)] as const)}
        onChange={(event) => {
          const value = values.find((one) => one === event.target.value);
          if (value !== undefined) save.mutate({ ...data, [key]: value });
        }}
      />
    </Field>
  );
  return (
    <Card className="mt-4">
      <h2 className="mb-3 font-semibold">{t('talent.preferences')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {choose('findableBy', ['nobody', 'connections', 'recruiters'])}
        {choose('openness', ['closed', 'listening', 'looking'])}
        {choose('contactBy', ['anyone', 'introduction', 'nobody'])}
        <Field label={t('talent.desiredPay')} hint={t('talent.desiredPayHint')}>
          <Input
            type="number"
            step={10_000}
            min={0}
            defaultValue={data.desiredPayMin ?? ''}
            onBlur={(event) =>
              save.mutate({ ...data, desiredPayMin: event.target.value ? Number(event.target.value) : null })
            }
          />
        </Field>
      </div>
      <p className="mt-3 text-sm text-soft">{t('talent.employerNever')}</p>
      <ErrorNotice error={save.error} />
    </Card>
  );
}
