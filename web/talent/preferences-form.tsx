import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useOpenRow } from '../app/use-open-row.ts';
import { useWords } from '../app/words.ts';
import { Card, ErrorNotice, Field, Input, Loading, Select } from '../components/basics.tsx';
import { Choices } from '../components/choices.tsx';

type Preferences = Schemas['Preferences'];
type Change = (part: Partial<Preferences>) => void;

/** Companies whose recruiters never see the member, beside their employer's, who never do. */
function HiddenFrom({ ids, change }: { ids: readonly string[]; change: Change }) {
  const { t } = useTranslation();
  const { zh } = useWords();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const chosen = useQuery({
    queryKey: ['companies', 'ids', ids],
    queryFn: () => answer(api.GET('/api/v1/companies', { params: { query: { ids: ids.join(',') } } })),
    enabled: ids.length > 0,
    placeholderData: (before) => before,
  });
  const found = useQuery({
    queryKey: ['companies', 'query', query],
    queryFn: () => answer(api.GET('/api/v1/companies', { params: { query: { query } } })),
    enabled: query !== '',
    placeholderData: (before) => before,
  });
  const named = (companies: readonly Schemas['CompanyName'][] | undefined) =>
    (companies ?? []).map((one) => ({ id: one.id, name: zh ? one.name : (one.nameEn ?? one.name) }));
  return (
    <Choices
      label={t('talent.hiddenFrom')}
      hint={t('talent.hiddenFromHint')}
      chosen={named(chosen.data?.items).filter((one) => ids.includes(one.id))}
      suggested={named(found.data?.items)}
      search={setTyped}
      change={(hiddenFromCompanyIds) => change({ hiddenFromCompanyIds: [...hiddenFromCompanyIds] })}
    />
  );
}

/** Where, and as what, the member would like to work. */
function Wishes({ data, change }: { data: Preferences; change: Change }) {
  const { t } = useTranslation();
  const { name, lexicon } = useWords();
  const all = (kind: 'roles' | 'cities') =>
    Object.keys(lexicon?.[kind] ?? {}).map((id) => ({ id, name: name(kind, id) }));
  const some = (kind: 'roles' | 'cities', ids: readonly string[]) => ids.map((id) => ({ id, name: name(kind, id) }));
  return (
    <>
      <Choices
        label={t('talent.desiredRoles')}
        chosen={some('roles', data.desiredRoleIds)}
        suggested={all('roles')}
        change={(ids) => change({ desiredRoleIds: [...ids] })}
      />
      <Choices
        label={t('talent.desiredCities')}
        chosen={some('cities', data.desiredCityIds)}
        suggested={all('cities')}
        change={(ids) => change({ desiredCityIds: [...ids] })}
      />
    </>
  );
}

function Switch({
  label,
  hint,
  on,
  change,
}: {
  label: string;
  hint: string;
  on: boolean;
  change: (on: boolean) => void;
}) {
  return (
    <label className="flex items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        className="mt-1 size-4 accent-jade"
        checked={on}
        onChange={(event) => change(event.target.checked)}
      />
      <span>
        <span className="block font-medium">{label}</span>
        <span className="block text-xs text-soft">{hint}</span>
      </span>
    </label>
  );
}

/** Who may find the member, who may write, and what they would hear of. Each change counts at once. */
export function PreferencesForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: ['preferences'],
    queryFn: () => answer(api.GET('/api/v1/me/preferences')),
  });
  const save = useMutation({
    mutationFn: (preferences: Preferences) => answer(api.PUT('/api/v1/me/preferences', { body: preferences })),
    onSuccess: (saved, asked) => {
      queries.setQueryData(['preferences'], saved);
      // What stands still while it is read is made anew by a choice that changes how it is made.
      if (asked.personalised !== data?.personalised) {
        for (const key of ['roles', 'posts', 'suggestions']) queries.removeQueries({ queryKey: [key] });
      }
    },
  });
  useOpenRow(data !== undefined);
  if (isPending) return <Loading />;
  if (!data) return null;
  const change: Change = (part) => save.mutate({ ...data, ...part });
  const choose = <K extends 'findableBy' | 'openness' | 'contactBy'>(key: K, values: readonly Preferences[K][]) => (
    <Field label={t(`talent.${key}.label`)} hint={t(`talent.${key}.hint`)}>
      <Select
        value={data[key]}
        options={values.map((value) => [value, t(`talent.${key}.${value}`)] as const)}
        onChange={(event) => {
          const value = values.find((one) => one === event.target.value);
          if (value !== undefined) change({ [key]: value });
        }}
      />
    </Field>
  );
  return (
    <Card className="mt-4">
      <h2 id="preferences" className="mb-3 font-semibold">
        {t('talent.preferences')}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {choose('findableBy', ['nobody', 'connections', 'recruiters'])}
        <HiddenFrom ids={data.hiddenFromCompanyIds} change={change} />
        {choose('openness', ['closed', 'listening', 'looking'])}
        {choose('contactBy', ['anyone', 'introduction', 'nobody'])}
        <Wishes data={data} change={change} />
        <Field label={t('talent.desiredPay')} hint={t('talent.desiredPayHint')}>
          <Input
            type="number"
            step={10_000}
            min={0}
            defaultValue={data.desiredPayMin ?? ''}
            onBlur={(event) => change({ desiredPayMin: event.target.value ? Number(event.target.value) : null })}
          />
        </Field>
        <div className="space-y-3">
          <Switch
            label={t('talent.remote')}
            hint={t('talent.remoteHint')}
            on={data.remote}
            change={(remote) => change({ remote })}
          />
        </div>
      </div>
      <p className="mt-3 text-sm text-soft">{t('talent.employerNever')}</p>
      <hr className="my-4 border-line" />
      <div id="choices">
        <h3 className="mb-3 text-sm font-semibold">{t('talent.choices')}</h3>
        <div className="grid gap-4 sm:grid-cols-2">
          <Switch
            label={t('talent.personalised')}
            hint={t('talent.personalisedHint')}
            on={data.personalised}
            change={(personalised) => change({ personalised })}
          />
          <Switch
            label={t('talent.counted')}
            hint={t('talent.countedHint')}
            on={data.counted}
            change={(counted) => change({ counted })}
          />
        </div>
      </div>
      <ErrorNotice error={save.error} />
    </Card>
  );
}
