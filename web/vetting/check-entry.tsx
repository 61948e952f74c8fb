import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { useSession } from '../app/session.ts';
import { Button, ErrorNotice, Field, TextArea } from '../components/basics.tsx';
import { useRefreshChecks } from './checks.ts';
import { StateChip } from './state-chip.tsx';

function useChecksOf(postingId: string) {
  return useQuery({
    queryKey: ['posting-checks', postingId],
    queryFn: () => answer(api.GET('/api/v1/postings/{postingId}/checks', { params: { path: { postingId } } })),
  });
}

function AskForCheck({ postingId, memberId, onDone }: { postingId: string; memberId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshChecks();
  const [note, setNote] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/postings/{postingId}/checks', { params: { path: { postingId } }, body: { memberId, note } }),
      ),
    onSuccess: async () => {
      onDone();
      await refresh();
    },
  });
  return (
    <form
      className="mt-1 space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Field label={t('vetting.noteLabel')} hint={t('vetting.noteHint')}>
        <TextArea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button kind="main" type="submit" disabled={ask.isPending}>
          {t('vetting.send')}
        </Button>
        <Button onClick={onDone}>{t('vetting.cancel')}</Button>
      </div>
      <ErrorNotice error={ask.error} />
    </form>
  );
}

/** A recruiter's way to the check of somebody in a posting's pipeline: ask for it, see where it stands, read it. */
export function CheckEntry({ postingId, memberId }: { postingId: string; memberId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { data } = useChecksOf(postingId);
  const refresh = useRefreshChecks();
  const check = data?.items.find((item) => item.memberId === memberId);
  const withdraw = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/api/v1/postings/{postingId}/checks/{memberId}', { params: { path: { postingId, memberId } } }),
      ),
    onSettled: refresh,
  });
  if (!data) return null;
  if (asking) return <AskForCheck postingId={postingId} memberId={memberId} onDone={() => setAsking(false)} />;
  const waits = check?.state === 'requested' || check?.state === 'allowed';
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 text-sm">
      {check && (
        <span className="inline-flex items-center gap-1 text-xs text-soft">
          {t('vetting.short')} <StateChip state={check.state} />
        </span>
      )}
      {check?.state === 'released' && (
        <Link
          to="/hire/$postingId/checks/$memberId"
          params={{ postingId, memberId }}
          className="inline-flex min-h-9 items-center font-medium text-jade hover:underline"
        >
          {t('vetting.read')}
        </Link>
      )}
      {waits && (
        <Button kind="quiet" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('vetting.withdrawRequest')}
        </Button>
      )}
      {(!check || check.state === 'withdrawn') && (
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('vetting.ask')}
        </Button>
      )}
      <ErrorNotice error={withdraw.error} />
    </div>
  );
}

/** The same on a person's page, for a recruiter who came from a posting and has the person in its pipeline. */
export function CheckFromPage({ postingId, memberId }: { postingId: string | undefined; memberId: string }) {
  const { data: session } = useSession();
  const recruits = (session?.companies.length ?? 0) > 0;
  const pipeline = useQuery({
    queryKey: ['pipeline', postingId],
    queryFn: () =>
      answer(api.GET('/api/v1/postings/{postingId}/pipeline', { params: { path: { postingId: postingId ?? '' } } })),
    enabled: recruits && postingId !== undefined,
  });
  const isIn = pipeline.data?.items.some((entry) => entry.member.id === memberId);
  return postingId && isIn ? <CheckEntry postingId={postingId} memberId={memberId} /> : null;
}
