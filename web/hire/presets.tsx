import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { Button, ErrorNotice, Field, Input, Select } from '../components/basics.tsx';
import { readWeighing, type Weighing, weighText } from './weighing.ts';

/** What a company keeps by name of what matters. */
export function usePresets(companyId: string | undefined) {
  const { data } = useQuery({
    queryKey: ['presets'],
    queryFn: () => answer(api.GET('/api/v1/criteria-presets')),
  });
  return data?.items.filter((preset) => preset.company.id === companyId);
}

/** Choosing what was kept, and keeping what is set now. */
export function Presets({
  companyId,
  weighing,
  change,
}: {
  companyId: string;
  weighing: Weighing;
  change: (weighing: Weighing) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const presets = usePresets(companyId) ?? [];
  const [name, setName] = useState('');
  const [isDefault, setIsDefault] = useState(false);
  const now = weighText(weighing) ?? '';
  const chosen = presets.find((preset) => preset.weigh === now);
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['presets'] });
  const keep = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), weigh: now, isDefault };
      const same = presets.find((preset) => preset.name === body.name);
      return same
        ? answer(api.PUT('/api/v1/criteria-presets/{presetId}', { params: { path: { presetId: same.id } }, body }))
        : answer(api.POST('/api/v1/criteria-presets', { body: { ...body, companyId } }));
    },
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (presetId: string) =>
      answer(api.DELETE('/api/v1/criteria-presets/{presetId}', { params: { path: { presetId } } })),
    onSuccess,
  });
  return (
    <div className="mt-3 grid items-end gap-3 border-b border-line pb-3 sm:grid-cols-2">
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <Field label={t('sourcing.preset')}>
            <Select
              value={chosen?.id ?? ''}
              options={[
                ['', t(now === '' ? 'sourcing.presetUsual' : 'sourcing.presetOwn')],
                ...presets.map(
                  (preset) =>
                    [
                      preset.id,
                      preset.isDefault ? t('sourcing.presetDefault', { name: preset.name }) : preset.name,
                    ] as const,
                ),
              ]}
              onChange={(event) => {
                const preset = presets.find(({ id }) => id === event.target.value);
                change(preset ? readWeighing(preset.weigh) : {});
                if (preset) {
                  setName(preset.name);
                  setIsDefault(preset.isDefault);
                }
              }}
            />
          </Field>
        </div>
        {chosen && (
          <Button kind="alarm" disabled={remove.isPending} onClick={() => remove.mutate(chosen.id)}>
            {t('sourcing.presetDelete')}
          </Button>
        )}
      </div>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <div className="min-w-44 flex-1">
          <Field label={t('sourcing.presetName')}>
            <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
        </div>
        <label className="flex min-h-9 items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-jade"
            checked={isDefault}
            onChange={(event) => setIsDefault(event.target.checked)}
          />
          {t('sourcing.presetIsDefault')}
        </label>
        <Button type="submit" disabled={keep.isPending || name.trim() === ''}>
          {t('sourcing.presetKeep')}
        </Button>
      </form>
      <ErrorNotice error={keep.error ?? remove.error} />
    </div>
  );
}
