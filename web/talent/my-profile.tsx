import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useOpenRow } from '../app/use-open-row.ts';
import { Button, Card, ErrorNotice, Loading, PageHeader } from '../components/basics.tsx';
import { useVerifications } from '../identity/verifications.ts';
import { VerifyBesidePosition } from '../identity/verify-position.tsx';
import { EraseAccount } from '../moderation/erase-account.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { ProfileView } from './profile-view.tsx';

/** One's own profile: as others see it, to correct, from a resume, and who may find it. */
export function MyProfile() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery({
    queryKey: ['me'],
    queryFn: () => answer(api.GET('/api/v1/me/profile')),
  });
  const [draft, setDraft] = useState<Schemas['ProfileInput'] | null>(null);
  const [read, setRead] = useState<Schemas['ResumeDraft'] | null>(null);
  const importResume = useMutation({
    mutationFn: (file: File) =>
      answer(
        api.POST('/api/v1/me/resume', {
          params: { query: { filename: file.name } },
          body: file as never,
          bodySerializer: (body) => body as never,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      ),
    onSuccess: (result) => {
      setRead(result);
      setDraft(result.profile);
    },
  });
  const save = useMutation({
    mutationFn: (profile: Schemas['ProfileInput']) => answer(api.PUT('/api/v1/me/profile', { body: profile })),
    onSuccess: async () => {
      setDraft(null);
      setRead(null);
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const verifications = useVerifications();
  useOpenRow(data !== undefined && !verifications.isPending);
  if (isPending || verifications.isPending) return <Loading />;
  if (!data) return <ErrorNotice error={error} />;
  return (
    <>
      <PageHeader title={t('talent.mine')} about={t('talent.mineAbout')}>
        <label className="inline-flex min-h-9 cursor-pointer items-center rounded-md border border-line bg-sheet px-3 text-sm font-medium focus-within:outline-2 focus-within:outline-jade hover:border-jade">
          {t('talent.import')}
          <input
            type="file"
            className="sr-only"
            accept=".pdf,.docx,.txt,.md,.json,.html"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) importResume.mutate(file);
              event.target.value = '';
            }}
          />
        </label>
        {!draft && <Button onClick={() => setDraft(data.profile)}>{t('talent.edit')}</Button>}
      </PageHeader>
      <ErrorNotice error={importResume.error ?? save.error} />
      {read && (
        <Card className="mb-4">
          <p className="text-sm">
            {t('talent.readAbout', {
              positions: read.profile.positions?.length ?? 0,
              education: read.profile.education?.length ?? 0,
              skills: read.profile.skills?.length ?? 0,
            })}
          </p>
          <details className="mt-2">
            <summary className="cursor-pointer text-sm text-jade">{t('talent.source')}</summary>
            <pre className="mt-2 max-h-72 overflow-auto text-xs whitespace-pre-wrap">{read.reading.sourceText}</pre>
          </details>
        </Card>
      )}
      {draft ? (
        <ProfileForm
          profile={draft}
          change={setDraft}
          save={() => save.mutate(draft)}
          cancel={() => {
            setDraft(null);
            setRead(null);
          }}
          busy={save.isPending}
        />
      ) : (
        <ProfileView
          person={data.person}
          besidePosition={(positionId) => <VerifyBesidePosition positionId={positionId} />}
        />
      )}
      <PreferencesForm />
      <EraseAccount />
    </>
  );
}
