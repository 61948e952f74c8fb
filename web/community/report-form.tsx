import { useMutation } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, ErrorNotice, Field, Input, Select } from '../components/basics.tsx';

const REASONS = [
  'spam',
  'abuse',
  'privacy',
  'false',
  'other',
] as const satisfies readonly Schemas['NewReport']['reason'][];

/** Tells the moderators of a post or a comment. */
export function Report({ postId, targetId }: { postId: string; targetId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('spam');
  const [note, setNote] = useState('');
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/posts/{postId}/reports', {
          params: { path: { postId } },
          body: { targetId, reason, note },
        }),
      ),
    onSuccess: () => setOpen(false),
  });
  if (send.isSuccess) {
    return (
      <span role="status" className="text-xs text-soft">
        {t('community.reported')}
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-7 items-center gap-1 text-xs text-soft hover:text-seal"
      >
        <Flag aria-hidden="true" className="size-3.5" />
        {t('community.report')}
      </button>
      {open && (
        <form
          aria-label={t('community.report')}
          className="mt-1 grid w-full gap-2 rounded-md border border-line p-3 sm:grid-cols-[10rem_1fr_auto] sm:items-end"
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          <Field label={t('community.reason.label')}>
            <Select
              value={reason}
              options={REASONS.map((one) => [one, t(`community.reason.${one}`)] as const)}
              onChange={(event) => setReason(REASONS.find((one) => one === event.target.value) ?? 'other')}
            />
          </Field>
          <Field label={t('community.reportNote')}>
            <Input maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <Button type="submit" kind="alarm" disabled={send.isPending}>
            {t('community.sendReport')}
          </Button>
          <ErrorNotice error={send.error} />
        </form>
      )}
    </>
  );
}
