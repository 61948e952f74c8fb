import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, ErrorNotice } from '../components/basics.tsx';

const REASONS = ['place', 'pay', 'level', 'company', 'field', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** Puts a posting away for the reader, with a reason or none, and takes that back. */
export function useDismissal(postingId: string) {
  const queries = useQueryClient();
  const params = { path: { postingId } };
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['dismissed-roles'] });
  const putAway = useMutation({
    mutationFn: (reason: Reason | null) =>
      answer(api.PUT('/api/v1/me/roles/{postingId}/dismissal', { params, body: { reason } })),
    onSuccess,
  });
  const takeBack = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/me/roles/{postingId}/dismissal', { params })),
    onSuccess,
  });
  return { putAway, takeBack };
}

/** What stands where a posting stood that was put away: a reason may be given, and it can be undone. */
export function PutAway({ posting, onBack }: { posting: Schemas['Posting']; onBack: () => void }) {
  const { t } = useTranslation();
  const { putAway, takeBack } = useDismissal(posting.id);
  const [given, setGiven] = useState<Reason | null>(null);
  return (
    <Card className="border-dashed text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2" role="status">
        <span>{t('jobs.putAway', { title: posting.title })}</span>
        <Button kind="quiet" onClick={() => takeBack.mutate(undefined, { onSuccess: onBack })}>
          {t('jobs.undo')}
        </Button>
      </div>
      <fieldset className="mt-1 flex flex-wrap items-center gap-1.5">
        <legend className="float-left mr-2 text-soft">{t('jobs.whyAway')}</legend>
        {REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            aria-pressed={given === reason}
            className={`min-h-8 rounded-full border px-3 ${given === reason ? 'border-jade bg-jade-soft text-jade' : 'border-line text-soft hover:border-jade'}`}
            onClick={() => putAway.mutate(reason, { onSuccess: () => setGiven(reason) })}
          >
            {t(`jobs.reason.${reason}`)}
          </button>
        ))}
      </fieldset>
      <ErrorNotice error={putAway.error ?? takeBack.error} />
    </Card>
  );
}

function Dismissed({ item, onBack }: { item: Schemas['DismissedRole']; onBack: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { takeBack } = useDismissal(item.posting.id);
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-1.5 text-sm">
      <span>
        <span className="font-medium">{item.posting.title}</span>
        <span className="text-soft">
          {' '}
          · {item.posting.company.name} · {format.day(item.at)}
          {item.reason && ` · ${t(`jobs.reason.${item.reason}`)}`}
        </span>
      </span>
      <Button kind="quiet" onClick={() => takeBack.mutate(undefined, { onSuccess: onBack })}>
        {t('jobs.showAgain')}
      </Button>
    </li>
  );
}

/** What the reader put away, to take it back; nothing where they never did. */
export function DismissedRoles({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['dismissed-roles'],
    queryFn: () => answer(api.GET('/api/v1/me/roles/dismissed')),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Card className="mt-4">
      <details>
        <summary className="cursor-pointer text-sm font-semibold">
          {t('jobs.dismissed', { count: data.items.length })}
        </summary>
        <ul className="mt-2 divide-y divide-line">
          {data.items.map((item) => (
            <Dismissed key={item.posting.id} item={item} onBack={onBack} />
          ))}
        </ul>
      </details>
    </Card>
  );
}
