import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/client.ts';
import { Button, ErrorNotice, Field, Input, Select, TextArea } from '../../components/basics.tsx';
import type { PublishInput } from './publications.ts';

type Both = { readonly zh: string; readonly en: string };
const NOTHING: Both = { zh: '', en: '' };
const LANGUAGES = ['zh', 'en'] as const;
/** By their names in addresses of words, which have no dots of their own. */
const LICENSES = [
  ['CC-BY-4.0', 'CC-BY-4_0'],
  ['CC-BY-NC-4.0', 'CC-BY-NC-4_0'],
  ['CC0-1.0', 'CC0-1_0'],
] as const;
type License = (typeof LICENSES)[number][0];

/** The same words in both languages, side by side. */
export function BothLanguages({
  value,
  onChange,
  label,
  placeholder,
  long = false,
  hint,
}: {
  value: Both;
  onChange: (value: Both) => void;
  label: (language: 'zh' | 'en') => string;
  placeholder?: Both;
  long?: boolean;
  hint?: string;
}) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {LANGUAGES.map((language) => {
        const shared = {
          value: value[language],
          lang: language === 'zh' ? 'zh-CN' : 'en',
          placeholder: placeholder?.[language],
          onChange: (event: { target: { value: string } }) => onChange({ ...value, [language]: event.target.value }),
        };
        return (
          <Field key={language} label={label(language)} {...(hint && { hint })}>
            {long ? <TextArea rows={3} maxLength={2000} {...shared} /> : <Input maxLength={80} {...shared} />}
          </Field>
        );
      })}
    </div>
  );
}

/** What an analyst may say when she publishes; a correction is asked for where there is an edition before. */
export function PublishForm({
  usual,
  publish,
}: {
  /** The usual titles. */
  usual: Both;
  publish: (input: PublishInput) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(NOTHING);
  const [note, setNote] = useState(NOTHING);
  const [correction, setCorrection] = useState(NOTHING);
  const [named, setNamed] = useState(false);
  const [license, setLicense] = useState<License>('CC-BY-4.0');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [corrects, setCorrects] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await publish({ title, note, named, license, ...(corrects && { correction }) });
    } catch (failure) {
      if (failure instanceof ProblemError && failure.code === 'already-published' && !corrects) setCorrects(true);
      else setError(failure);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form className="space-y-4" onSubmit={(event) => void submit(event)}>
      <BothLanguages
        value={title}
        onChange={setTitle}
        label={(language) => t(`publishing.titleIn.${language}`)}
        placeholder={usual}
      />
      <BothLanguages
        value={note}
        onChange={setNote}
        label={(language) => t(`publishing.noteIn.${language}`)}
        hint={t('publishing.noteHint')}
        long
      />
      {corrects && (
        <div role="alert" className="space-y-3 rounded-md bg-amber-soft p-3">
          <p className="text-sm text-amber">{t('publishing.correctsBefore')}</p>
          <BothLanguages
            value={correction}
            onChange={setCorrection}
            label={(language) => t(`publishing.correctionIn.${language}`)}
            long
          />
        </div>
      )}
      <Field label={t('publishing.license')}>
        <Select
          value={license}
          options={LICENSES.map(([id, key]) => [id, t(`publishing.licenses.${key}`)] as const)}
          onChange={({ target: { value } }) => setLicense(LICENSES.find(([id]) => id === value)?.[0] ?? 'CC-BY-4.0')}
        />
      </Field>
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" checked={named} onChange={(event) => setNamed(event.target.checked)} />
        {t('publishing.named')}
      </label>
      <ErrorNotice error={error} />
      <Button kind="main" type="submit" disabled={busy}>
        {t('publishing.publish')}
      </Button>
    </form>
  );
}
