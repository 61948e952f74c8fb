import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { Card, ErrorNotice, Select } from '../components/basics.tsx';
import { ReachEntry, useReached } from '../outreach/reach-actions.tsx';
import { CheckEntry } from '../vetting/check-entry.tsx';

const STAGES = ['saved', 'contacted', 'replied', 'interview', 'offer', 'hired', 'declined'] as const;

/** Who is in the pipeline of a role, each moved by hand. */
export function Pipeline({ postingId }: { postingId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reached = useReached(postingId);
  const { data } = useQuery({
    queryKey: ['pipeline', postingId],
    queryFn: () => answer(api.GET('/api/v1/postings/{postingId}/pipeline', { params: { path: { postingId } } })),
  });
  const move = useMutation({
    mutationFn: ({ memberId, stage }: { memberId: string; stage: (typeof STAGES)[number] }) =>
      answer(
        api.PUT('/api/v1/postings/{postingId}/pipeline/{memberId}', {
          params: { path: { postingId, memberId } },
          body: { stage, note: '' },
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['pipeline', postingId] }),
        queries.invalidateQueries({ queryKey: ['matches', postingId] }),
      ]),
  });
  return (
    <aside aria-label={t('hire.pipeline')}>
      <Card>
        <h2 className="mb-2 font-semibold">{t('hire.pipeline')}</h2>
        {data?.items.length === 0 && <p className="text-sm text-soft">{t('hire.pipelineEmpty')}</p>}
        <ul className="space-y-3">
          {data?.items.map((entry) => (
            <li key={entry.member.id}>
              <Link
                to="/people/$memberId"
                params={{ memberId: entry.member.id }}
                search={{ postingId }}
                className="text-sm font-medium hover:text-jade hover:underline"
              >
                {entry.member.name}
              </Link>
              <Select
                aria-label={t('hire.stageOf', { name: entry.member.name })}
                value={entry.stage}
                options={STAGES.map((stage) => [stage, t(`hire.stage.${stage}`)] as const)}
                onChange={(event) => {
                  const stage = STAGES.find((value) => value === event.target.value);
                  if (stage) move.mutate({ memberId: entry.member.id, stage });
                }}
              />
              <ReachEntry
                to={{ memberId: entry.member.id, name: entry.member.name, postingId }}
                reached={reached.get(entry.member.id)}
              />
              <CheckEntry postingId={postingId} memberId={entry.member.id} />
            </li>
          ))}
        </ul>
        <ErrorNotice error={move.error} />
      </Card>
    </aside>
  );
}
