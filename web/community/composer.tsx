import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { Button, Card, ErrorNotice, Field, Input, Loading, Select, TextArea } from '../components/basics.tsx';
import { useCircleName } from './circle-chip.tsx';

/** The circles that the reader has joined. */
export function useMyCircles() {
  return useQuery({
    queryKey: ['circles', 'joined'],
    queryFn: () => answer(api.GET('/api/v1/circles', { params: { query: { joined: 'true', limit: 100 } } })),
  });
}

/** Where a conversation is started; closed until it is wanted. `circle` is the one whose page this is. */
export function Composer({ circle }: { circle?: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const circles = useMyCircles();
  const items = circles.data?.items ?? [];
  if (circles.isPending)
    return (
      <div className="mb-4">
        <Loading rows={1} height="h-11" />
      </div>
    );
  if (items.length === 0 || (circle && !items.some((one) => one.slug === circle))) return null;
  if (open) return <OpenComposer circle={circle ?? items[0]?.slug ?? ''} close={() => setOpen(false)} />;
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="mb-4 flex min-h-11 w-full items-center gap-2 rounded-lg border border-line bg-sheet px-4 text-left text-sm text-soft hover:border-jade"
    >
      <PenLine aria-hidden="true" className="size-4 text-jade" />
      {t('community.startPost')}
    </button>
  );
}

function OpenComposer({ circle, close }: { circle: string; close: () => void }) {
  const { t } = useTranslation();
  const nameOf = useCircleName();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const items = useMyCircles().data?.items ?? [];
  const [draft, setDraft] = useState({ circle, title: '', body: '' });
  const write = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/posts', { body: draft })),
    onSuccess: async (post) => {
      await Promise.all(['posts', 'topics'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      close();
      await navigate({ to: '/community/posts/$postId', params: { postId: post.id } });
    },
  });
  return (
    <Card className="mb-4">
      <form
        aria-label={t('community.startPost')}
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate();
        }}
      >
        <div className="grid gap-3 sm:grid-cols-[1fr_12rem]">
          <Field label={t('community.title')}>
            <Input
              required
              autoFocus
              maxLength={120}
              value={draft.title}
              onChange={(event) => setDraft({ ...draft, title: event.target.value })}
            />
          </Field>
          <Field label={t('community.circle')}>
            <Select
              value={draft.circle}
              options={items.map((one) => [one.slug, nameOf(one)] as const)}
              onChange={(event) => setDraft({ ...draft, circle: event.target.value })}
            />
          </Field>
        </div>
        <Field label={t('community.body')} hint={t('community.bodyHint')}>
          <TextArea
            rows={4}
            maxLength={10_000}
            value={draft.body}
            onChange={(event) => setDraft({ ...draft, body: event.target.value })}
          />
        </Field>
        <ErrorNotice error={write.error} />
        <div className="flex gap-2">
          <Button type="submit" kind="main" disabled={write.isPending || draft.title.trim() === ''}>
            {t('community.post')}
          </Button>
          <Button onClick={close}>{t('community.cancel')}</Button>
        </div>
      </form>
    </Card>
  );
}
