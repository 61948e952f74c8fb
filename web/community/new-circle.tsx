import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, Card, ErrorNotice, Field, Input, Select } from '../components/basics.tsx';

const KINDS = ['topic', 'city', 'company', 'school'] as const satisfies readonly Schemas['Circle']['kind'][];
const EMPTY = { nameZh: '', nameEn: '', aboutZh: '', aboutEn: '', of: '' };

/** Makes a circle; for those who run the network. */
export function NewCircle() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [open, setOpen] = useState(false);
  if (!session?.roles.some((role) => role === 'moderator' || role === 'operator')) return null;
  if (open) return <NewCircleForm close={() => setOpen(false)} />;
  return (
    <div className="mb-4">
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-4" />
        {t('community.newCircle')}
      </Button>
    </div>
  );
}

function NewCircleForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('topic');
  const [draft, setDraft] = useState(EMPTY);
  const make = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/circles', { body: { ...draft, kind } })),
    onSuccess: async (circle) => {
      await queries.invalidateQueries({ queryKey: ['circles'] });
      await navigate({ to: '/community/circles/$slug', params: { slug: circle.slug } });
    },
  });
  const input = (key: keyof typeof EMPTY, required: boolean) => (
    <Input
      required={required}
      maxLength={key.startsWith('name') ? 60 : 200}
      value={draft[key]}
      onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
    />
  );
  return (
    <Card className="mb-4">
      <form
        aria-label={t('community.newCircle')}
        className="grid gap-3 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Field label={t('community.kind.label')}>
          <Select
            value={kind}
            options={KINDS.map((one) => [one, t(`community.kind.${one}`)] as const)}
            onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'topic')}
          />
        </Field>
        {kind === 'topic' ? <span /> : <Field label={t(`community.of.${kind}`)}>{input('of', true)}</Field>}
        <Field label={t('community.nameZh')}>{input('nameZh', true)}</Field>
        <Field label={t('community.nameEn')}>{input('nameEn', true)}</Field>
        <Field label={t('community.aboutZh')}>{input('aboutZh', false)}</Field>
        <Field label={t('community.aboutEn')}>{input('aboutEn', false)}</Field>
        <div className="flex flex-wrap gap-2 sm:col-span-2">
          <Button type="submit" kind="main" disabled={make.isPending}>
            {t('community.makeCircle')}
          </Button>
          <Button onClick={close}>{t('community.cancel')}</Button>
        </div>
        <ErrorNotice error={make.error} />
      </form>
    </Card>
  );
}
