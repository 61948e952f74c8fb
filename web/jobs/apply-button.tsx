import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Button, ErrorNotice } from '../components/basics.tsx';

/** Applies to a posting, or takes that back. */
export function ApplyButton({ posting, onDone }: { posting: Schemas['Posting']; onDone?: (applied: boolean) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const params = { path: { postingId: posting.id } };
  const apply = useMutation({
    mutationFn: () =>
      posting.applied
        ? answer(api.DELETE('/api/v1/postings/{postingId}/applications/mine', { params }))
        : answer(api.POST('/api/v1/postings/{postingId}/applications', { params, body: { note: '' } })),
    onSuccess: (changed) => {
      onDone?.(changed.applied);
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['postings'] }),
        queries.invalidateQueries({ queryKey: ['applications'] }),
      ]);
    },
  });
  return (
    <>
      <Button kind={posting.applied ? 'plain' : 'main'} disabled={apply.isPending} onClick={() => apply.mutate()}>
        {posting.applied ? t('jobs.withdraw') : t('jobs.apply')}
      </Button>
      <ErrorNotice error={apply.error} />
    </>
  );
}
