import { useTranslation } from 'react-i18next';
import { Field, Input } from '../components/basics.tsx';

/** What a pool is called by the recruiters who keep it. */
export function PoolName({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <Field label={t('sourcing.name')}>
      <Input value={value} maxLength={80} required onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}

/** Whether the company's other recruiters see the pool too. */
export function PoolShare({ value, onChange }: { value: boolean; onChange: (shared: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <label className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-jade"
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
      />
      {t('sourcing.share')}
    </label>
  );
}
