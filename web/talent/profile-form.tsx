import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useWords } from '../app/words.ts';
import { Button, Card, Field, Input, Select, TextArea } from '../components/basics.tsx';

type Profile = Schemas['ProfileInput'];
const DEGREES = ['high-school', 'vocational', 'associate', 'bachelor', 'master', 'doctor'] as const;

/** The whole profile as one form. */
export function ProfileForm({
  profile,
  change,
  save,
  cancel,
  busy,
}: {
  profile: Profile;
  change: (profile: Profile) => void;
  save: () => void;
  cancel: () => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const { lexicon, zh } = useWords();
  const positions = profile.positions ?? [];
  const education = profile.education ?? [];
  const cities = Object.entries(lexicon?.cities ?? {}).map(([id, names]) => [id, names[zh ? 0 : 1] ?? id] as const);
  const setPosition = (at: number, part: Partial<(typeof positions)[number]>) =>
    change({ ...profile, positions: positions.map((row, i) => (i === at ? { ...row, ...part } : row)) });
  const setEducation = (at: number, part: Partial<(typeof education)[number]>) =>
    change({ ...profile, education: education.map((row, i) => (i === at ? { ...row, ...part } : row)) });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Card className="grid gap-3 sm:grid-cols-2">
        <Field label={t('identity.name')}>
          <Input required value={profile.name} onChange={(event) => change({ ...profile, name: event.target.value })} />
        </Field>
        <Field label={t('talent.headline')}>
          <Input
            value={profile.headline ?? ''}
            onChange={(event) => change({ ...profile, headline: event.target.value })}
          />
        </Field>
        <Field label={t('hire.city')}>
          <Select
            value={profile.cityId ?? ''}
            options={[['', '—'], ...cities]}
            onChange={(event) => change({ ...profile, cityId: event.target.value || null })}
          />
        </Field>
        <Field label={t('talent.skills')} hint={t('talent.skillsHint')}>
          <Input
            value={(profile.skills ?? []).map((skill) => skill.name).join(zh ? '、' : ', ')}
            onChange={(event) => {
              const level = new Map((profile.skills ?? []).map((skill) => [skill.name, skill.level]));
              const names = event.target.value.split(/[、,,;;]\s*/);
              change({
                ...profile,
                skills: names
                  .filter((name, i) => name !== '' || i === names.length - 1)
                  .map((name) => ({ name, level: level.get(name) ?? null })),
              });
            }}
          />
        </Field>
        <div className="sm:col-span-2">
          <Field label={t('talent.summary')}>
            <TextArea
              rows={3}
              value={profile.summary ?? ''}
              onChange={(event) => change({ ...profile, summary: event.target.value })}
            />
          </Field>
        </div>
      </Card>
      <Card>
        <h2 className="mb-3 font-semibold">{t('talent.positions')}</h2>
        <ol className="space-y-5">
          {positions.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are saved
            <li key={i} className="grid gap-3 border-l-2 border-line pl-3 sm:grid-cols-2">
              <Field label={t('talent.company')}>
                <Input
                  required
                  value={row.companyName}
                  onChange={(event) => setPosition(i, { companyName: event.target.value })}
                />
              </Field>
              <Field label={t('talent.title')}>
                <Input required value={row.title} onChange={(event) => setPosition(i, { title: event.target.value })} />
              </Field>
              <Field label={t('talent.start')}>
                <Input
                  type="month"
                  required
                  value={row.start}
                  onChange={(event) => setPosition(i, { start: event.target.value })}
                />
              </Field>
              <Field label={t('talent.end')} hint={t('talent.endHint')}>
                <Input
                  type="month"
                  value={row.end ?? ''}
                  onChange={(event) => setPosition(i, { end: event.target.value || null })}
                />
              </Field>
              <div className="sm:col-span-2">
                <Field label={t('talent.did')}>
                  <TextArea
                    rows={3}
                    value={row.description ?? ''}
                    onChange={(event) => setPosition(i, { description: event.target.value })}
                  />
                </Field>
              </div>
              <div>
                <Button
                  kind="alarm"
                  onClick={() => change({ ...profile, positions: positions.filter((_, other) => other !== i) })}
                >
                  {t('talent.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ol>
        <div className="mt-3">
          <Button
            onClick={() =>
              change({
                ...profile,
                positions: [
                  { companyName: '', title: '', cityId: null, start: '', end: null, description: '', yearlyPay: null },
                  ...positions,
                ],
              })
            }
          >
            {t('talent.addPosition')}
          </Button>
        </div>
      </Card>
      <Card>
        <h2 className="mb-3 font-semibold">{t('talent.education')}</h2>
        <ul className="space-y-4">
          {education.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are saved
            <li key={i} className="grid gap-3 sm:grid-cols-5">
              <Field label={t('talent.school')}>
                <Input
                  required
                  value={row.schoolName}
                  onChange={(event) => setEducation(i, { schoolName: event.target.value })}
                />
              </Field>
              <Field label={t('hire.degree')}>
                <Select
                  value={row.degree ?? ''}
                  options={[['', '—'], ...DEGREES.map((degree) => [degree, t(`app.degree.${degree}`)] as const)]}
                  onChange={(event) =>
                    setEducation(i, { degree: DEGREES.find((degree) => degree === event.target.value) ?? null })
                  }
                />
              </Field>
              <Field label={t('talent.major')}>
                <Input value={row.major ?? ''} onChange={(event) => setEducation(i, { major: event.target.value })} />
              </Field>
              <Field label={t('talent.endYear')}>
                <Input
                  type="number"
                  value={row.endYear ?? ''}
                  onChange={(event) =>
                    setEducation(i, { endYear: event.target.value ? Number(event.target.value) : null })
                  }
                />
              </Field>
              <div className="self-end">
                <Button
                  kind="alarm"
                  onClick={() => change({ ...profile, education: education.filter((_, other) => other !== i) })}
                >
                  {t('talent.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <div className="mt-3">
          <Button
            onClick={() =>
              change({
                ...profile,
                education: [...education, { schoolName: '', degree: null, major: '', startYear: null, endYear: null }],
              })
            }
          >
            {t('talent.addEducation')}
          </Button>
        </div>
      </Card>
      <div className="flex gap-2">
        <Button kind="main" type="submit" disabled={busy}>
          {t('talent.save')}
        </Button>
        <Button onClick={cancel}>{t('talent.cancel')}</Button>
      </div>
    </form>
  );
}
