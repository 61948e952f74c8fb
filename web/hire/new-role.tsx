import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, Card, ErrorNotice, Field, PageHeader, Select, TextArea } from '../components/basics.tsx';
import { BriefEditor } from './brief-editor.tsx';
import { Market } from './market.tsx';

/** From plain words to a role: paste, read, correct, find. */
export function NewRole() {
  const { t, i18n } = useTranslation();
  const { data: session } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [brief, setBrief] = useState<Schemas['RoleBrief'] | null>(null);
  const companies = session?.companies ?? [];
  const [chosen, setChosen] = useState('');
  const companyId = chosen || companies[0]?.id || '';
  const read = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/briefs/read', { body: { text } })),
    onSuccess: setBrief,
  });
  const create = useMutation({
    mutationFn: async () => {
      if (!brief) throw new Error('no brief');
      return answer(api.POST('/api/v1/postings', { body: { companyId, text, brief, publish: false } }));
    },
    onSuccess: async (posting) => {
      await queries.invalidateQueries({ queryKey: ['hire'] });
      await navigate({ to: '/hire/$postingId', params: { postingId: posting.id } });
    },
  });
  return (
    <>
      <PageHeader title={t('hire.new')} about={t('hire.newAbout')} />
      <Card>
        <Field label={t('hire.paste')} hint={t('hire.pasteHint')}>
          <TextArea
            rows={9}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={t('hire.example')}
          />
        </Field>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button kind="main" disabled={text.trim() === '' || read.isPending} onClick={() => read.mutate()}>
            {t('hire.read')}
          </Button>
          {companies.length > 1 && (
            <div className="w-56">
              <Select
                aria-label={t('hire.company')}
                value={companyId}
                options={companies.map((company) => [company.id, company.name] as const)}
                onChange={(event) => setChosen(event.target.value)}
              />
            </div>
          )}
        </div>
        <ErrorNotice error={read.error} />
      </Card>
      {brief && (
        <Card className="mt-4">
          <h2 className="mb-3 font-semibold">{t('hire.brief')}</h2>
          {brief.unlawful.map((wish) => (
            <p key={wish.kind} role="alert" className="mb-2 rounded-md bg-seal-soft px-3 py-2 text-sm text-seal">
              “{wish.span.text}” — {i18n.language.startsWith('zh') ? wish.message.zh : wish.message.en}
            </p>
          ))}
          <BriefEditor brief={brief} change={setBrief} />
          <Market brief={brief} />
          <div className="mt-4">
            <Button kind="main" disabled={create.isPending} onClick={() => create.mutate()}>
              {t('hire.find')}
            </Button>
          </div>
          <ErrorNotice error={create.error} />
        </Card>
      )}
    </>
  );
}
