import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useWords } from '../app/words.ts';
import { Field, Input, Select } from '../components/basics.tsx';

type Brief = Schemas['RoleBrief'];
const DEGREES = ['associate', 'bachelor', 'master', 'doctor'] as const;
const SENIORITIES = ['intern', 'junior', 'middle', 'senior', 'lead', 'manager', 'director', 'executive'] as const;

/** The words that a part was read from. */
function ReadFrom({ span }: { span: { text: string } | null | undefined }) {
  const { t } = useTranslation();
  if (!span) return null;
  return (
    <span className="mt-1 block text-xs text-soft">
      {t('hire.readFrom')} <mark className="rounded bg-amber-soft px-1 text-amber">{span.text}</mark>
    </span>
  );
}

function Words({
  label,
  kind,
  parts,
  change,
}: {
  label: string;
  kind: 'skills' | 'cities';
  parts: Brief['mustSkills'];
  change: (parts: Brief['mustSkills']) => void;
}) {
  const { t } = useTranslation();
  const { name, lexicon, zh } = useWords();
  const [typed, setTyped] = useState('');
  function add() {
    const wanted = typed.trim().toLowerCase();
    const entry = Object.entries(lexicon?.[kind] ?? {}).find(
      ([id, names]) => id === wanted || names.some((word) => word.toLowerCase() === wanted),
    );
    const id = entry?.[0] ?? (kind === 'skills' ? typed.trim() : '');
    if (id && !parts.some((part) => part.value === id)) change([...parts, { value: id, span: null }]);
    setTyped('');
  }
  const listId = `words-${label}`;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="mb-1.5 flex flex-wrap gap-1.5">
        {parts.map((part) => (
          <span
            key={part.value}
            className="inline-flex items-center gap-1 rounded bg-jade-soft py-0.5 pr-0.5 pl-2 text-sm text-jade"
            title={part.span?.text}
          >
            {name(kind, part.value)}
            <button
              type="button"
              className="inline-flex size-6 items-center justify-center rounded hover:bg-sheet"
              aria-label={t('hire.remove', { word: name(kind, part.value) })}
              onClick={() => change(parts.filter((other) => other.value !== part.value))}
            >
              ×
            </button>
          </span>
        ))}
      </div>
      <div className="flex gap-2">
        <Input
          list={listId}
          value={typed}
          aria-label={t('hire.add', { what: label })}
          placeholder={t('hire.add', { what: label })}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add();
            }
          }}
          onBlur={add}
        />
        <datalist id={listId}>
          {Object.entries(lexicon?.[kind] ?? {}).map(([id, names]) => (
            <option key={id} value={names[zh ? 0 : 1]} />
          ))}
        </datalist>
      </div>
    </fieldset>
  );
}

const numberOrNull = (text: string) => (text === '' ? null : Math.max(0, Math.round(Number(text))));

/** The brief as it was read, each part to correct, each with the words it was read from. */
export function BriefEditor({ brief, change }: { brief: Brief; change: (brief: Brief) => void }) {
  const { t } = useTranslation();
  const { lexicon, zh } = useWords();
  const pay = brief.pay?.value ?? { min: null, max: null, currency: 'CNY' };
  const setPay = (part: Partial<typeof pay>) =>
    change({ ...brief, pay: { value: { ...pay, ...part }, span: brief.pay?.span ?? null } });
  const roles = Object.entries(lexicon?.roles ?? {}).map(([id, names]) => [id, names[zh ? 0 : 1] ?? id] as const);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('hire.roleTitle')}>
        <Input
          value={brief.title?.value ?? ''}
          onChange={(event) =>
            change({ ...brief, title: { value: event.target.value, span: brief.title?.span ?? null } })
          }
        />
        <ReadFrom span={brief.title?.span} />
      </Field>
      <Field label={t('hire.role')}>
        <Select
          value={brief.roleId ?? ''}
          options={[['', '—'], ...roles]}
          onChange={(event) => change({ ...brief, roleId: event.target.value || null })}
        />
      </Field>
      <Field label={t('hire.seniority')}>
        <Select
          value={brief.seniority?.value ?? ''}
          options={[['', '—'], ...SENIORITIES.map((value) => [value, t(`app.seniority.${value}`)] as const)]}
          onChange={(event) => {
            const value = SENIORITIES.find((rung) => rung === event.target.value);
            change({ ...brief, seniority: value ? { value, span: null } : null });
          }}
        />
        <ReadFrom span={brief.seniority?.span} />
      </Field>
      <Field label={t('hire.degree')}>
        <Select
          value={brief.degree?.value ?? ''}
          options={[['', '—'], ...DEGREES.map((value) => [value, t(`app.degree.${value}`)] as const)]}
          onChange={(event) => {
            const value = DEGREES.find((degree) => degree === event.target.value);
            change({ ...brief, degree: value ? { value, span: null } : null });
          }}
        />
        <ReadFrom span={brief.degree?.span} />
      </Field>
      <Field label={t('hire.years')}>
        <Input
          type="number"
          min={0}
          max={40}
          value={brief.years?.value.min ?? ''}
          onChange={(event) => {
            const min = numberOrNull(event.target.value);
            change({
              ...brief,
              years:
                min === null
                  ? null
                  : { value: { min, max: brief.years?.value.max ?? null }, span: brief.years?.span ?? null },
            });
          }}
        />
        <ReadFrom span={brief.years?.span} />
      </Field>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('hire.pay')}</legend>
        <div className="flex items-center gap-2">
          <Input
            type="number"
            step={10_000}
            aria-label={t('hire.payMin')}
            value={pay.min ?? ''}
            onChange={(event) => setPay({ min: numberOrNull(event.target.value) })}
          />
          <span>–</span>
          <Input
            type="number"
            step={10_000}
            aria-label={t('hire.payMax')}
            value={pay.max ?? ''}
            onChange={(event) => setPay({ max: numberOrNull(event.target.value) })}
          />
          <span className="text-sm text-soft">{pay.currency}</span>
        </div>
        <ReadFrom span={brief.pay?.span} />
      </fieldset>
      <Words
        label={t('hire.must')}
        kind="skills"
        parts={brief.mustSkills}
        change={(mustSkills) => change({ ...brief, mustSkills })}
      />
      <Words
        label={t('hire.nice')}
        kind="skills"
        parts={brief.niceSkills}
        change={(niceSkills) => change({ ...brief, niceSkills })}
      />
      <Words
        label={t('hire.cities')}
        kind="cities"
        parts={brief.cityIds}
        change={(cityIds) => change({ ...brief, cityIds })}
      />
      <label className="flex items-center gap-2 self-end text-sm">
        <input
          type="checkbox"
          checked={brief.remote?.value ?? false}
          onChange={(event) =>
            change({
              ...brief,
              remote: event.target.checked ? { value: true, span: brief.remote?.span ?? null } : null,
            })
          }
        />
        {t('hire.remote')}
      </label>
    </div>
  );
}
