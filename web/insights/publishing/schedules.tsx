import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../src/insights/charts/index.ts';
import { useFormat } from '../../app/words.ts';
import { Button, Card, Chip, ErrorNotice, Field, Select } from '../../components/basics.tsx';
import { useFields, useLocale } from '../queries.ts';
import { type Schedule, type ScheduleInput, useSchedules, useSetSchedule, useStopSchedule } from './publications.ts';

type Format = NonNullable<ScheduleInput['formats']>[number];
const FORMATS = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
] as const satisfies readonly (readonly [Format, string])[];
const LANGUAGES = ['zh', 'en'] as const;

/** Several of a few, as boxes to tick. */
function Boxes<T extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly (readonly [T, string])[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  return (
    <fieldset className="text-sm">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {options.map(([id, name]) => (
          <label key={id} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target: { checked } }) =>
                onChange(options.map(([one]) => one).filter((one) => (one === id ? checked : chosen.includes(one))))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NewSchedule({ taken }: { taken: readonly string[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const fields = (useFields().data?.items ?? []).filter((field) => !taken.includes(field.id));
  const [fieldId, setFieldId] = useState('');
  const [formats, setFormats] = useState<Format[]>(['pdf']);
  const [languages, setLanguages] = useState<('zh' | 'en')[]>(['zh', 'en']);
  const [atOnce, setAtOnce] = useState(false);
  const set = useSetSchedule();
  const chosen = fields.some((field) => field.id === fieldId) ? fieldId : (fields[0]?.id ?? '');
  function submit(event: FormEvent) {
    event.preventDefault();
    set.mutate({ fieldId: chosen, formats, languages, atOnce });
  }
  if (fields.length === 0) return null;
  return (
    <form className="space-y-3 border-t border-line pt-4" onSubmit={submit}>
      <div className="grid gap-4 lg:grid-cols-3">
        <Field label={t('publishing.field')}>
          <Select
            value={chosen}
            options={fields.map((field) => [field.id, field.name[locale]] as const)}
            onChange={(event) => setFieldId(event.target.value)}
          />
        </Field>
        <Boxes label={t('publishing.formats')} options={FORMATS} chosen={formats} onChange={setFormats} />
        <Boxes
          label={t('publishing.languages')}
          options={LANGUAGES.map((language) => [language, t(`publishing.language.${language}`)] as const)}
          chosen={languages}
          onChange={setLanguages}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
          {t('publishing.atOnce')}
        </label>
        <Button
          kind="main"
          type="submit"
          disabled={set.isPending || chosen === '' || formats.length === 0 || languages.length === 0}
        >
          {t('publishing.start')}
        </Button>
      </div>
      <ErrorNotice error={set.error} />
    </form>
  );
}

function Row({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = useFormat();
  const field = useFields().data?.items.find((one) => one.id === schedule.fieldId);
  const stop = useStopSchedule();
  const files = FORMATS.filter(([id]) => schedule.formats.includes(id)).map(([, name]) => name);
  const languages = schedule.languages.map((language) => t(`publishing.language.${language}`));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {field?.name[locale] ?? schedule.fieldId}
          <Chip tone={schedule.atOnce ? 'jade' : 'plain'}>
            {schedule.atOnce ? t('publishing.atOnceShort') : t('publishing.asDraft')}
          </Chip>
        </p>
        <p className="text-[13px] text-soft">
          {t('publishing.next', { month: formatMonth(schedule.nextMonth, locale) })} ·{' '}
          {[...files, ...languages].join(' · ')}
        </p>
        {schedule.failedAt && (
          <p className="text-[13px] text-seal">
            {t('publishing.failed', { date: format.day(schedule.failedAt), failure: schedule.failure ?? '' })}
          </p>
        )}
        <ErrorNotice error={stop.error} />
      </div>
      <Button
        kind="alarm"
        disabled={stop.isPending}
        onClick={() => {
          if (window.confirm(t('publishing.stopSure'))) stop.mutate(schedule.fieldId);
        }}
      >
        {t('publishing.stop')}
      </Button>
    </li>
  );
}

/** Fields whose report is made every month: which there are, how to stop one and set up another. */
export function Schedules() {
  const { t } = useTranslation();
  const schedules = useSchedules();
  const items = schedules.data?.items ?? [];
  return (
    <Card>
      <h2 className="font-semibold">{t('publishing.monthly')}</h2>
      <p className="mt-0.5 text-sm text-soft">{t('publishing.monthlyAbout')}</p>
      <ErrorNotice error={schedules.error} />
      {schedules.data && items.length === 0 && <p className="py-3 text-sm text-soft">{t('publishing.monthlyNone')}</p>}
      <ul className="my-2 divide-y divide-line">
        {items.map((schedule) => (
          <Row key={schedule.fieldId} schedule={schedule} />
        ))}
      </ul>
      {schedules.data && <NewSchedule taken={items.map((item) => item.fieldId)} />}
    </Card>
  );
}
