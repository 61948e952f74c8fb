import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { Chip, ErrorNotice, Loading } from '../components/basics.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Composer } from './composer.tsx';

export type Reached = {
  readonly memberId: string;
  readonly name: string;
  /** Null between connections, about no posting. */
  readonly postingId: string | null;
};

/** How the reader may reach a person, as the API decides it. */
export function useTouchpoints({ memberId, postingId }: Reached, enabled = true) {
  return useQuery({
    queryKey: ['touchpoints', memberId, postingId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/people/{memberId}/touchpoints', {
          params: { path: { memberId }, query: { ...(postingId && { postingId }) } },
        }),
      ),
    enabled,
  });
}

/** Why something may not be done, and what to do instead. */
export function Refused({ permission }: { permission: Pick<Schemas['Permission'], 'allowed' | 'why'> }) {
  const { i18n } = useTranslation();
  if (permission.allowed || !permission.why) return null;
  return <p className="text-sm text-soft">{i18n.language.startsWith('zh') ? permission.why.zh : permission.why.en}</p>;
}

function useRefresh(postingId: string | null) {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [
        ['touchpoints'],
        ['inbox'],
        ['introductions'],
        ['reached', postingId],
        ['pipeline', postingId],
        ['matches', postingId],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

function Write({ to }: { to: Reached }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefresh(to.postingId);
  const open = useMutation({
    mutationFn: (body: string) =>
      answer(api.POST('/api/v1/conversations', { body: { memberId: to.memberId, postingId: to.postingId, body } })),
    onSuccess: async ({ id }) => {
      await navigate({ to: '/inbox/$conversationId', params: { conversationId: id } });
      await refresh();
    },
  });
  return (
    <>
      {to.postingId && <p className="mb-2 text-sm text-soft">{t('outreach.theyRead', { name: to.name })}</p>}
      <Composer
        rows={6}
        label={t('outreach.writeTo', { name: to.name })}
        error={open.error}
        send={(body) =>
          open.mutateAsync(body).then(
            () => true,
            () => false,
          )
        }
      />
    </>
  );
}

function Ask({ to, postingId, touch }: { to: Reached; postingId: string; touch: Schemas['Touchpoints'] }) {
  const { t } = useTranslation();
  const refresh = useRefresh(postingId);
  const { introducers, asked, introducerCount } = touch.introduction;
  const stateOf = new Map(asked.map((one) => [one.introducerId, one.state]));
  const free = introducers.filter((person) => !stateOf.has(person.id));
  const [chosen, setChosen] = useState(free[0]?.id ?? '');
  const ask = useMutation({
    mutationFn: (words: string) =>
      answer(
        api.POST('/api/v1/introductions', {
          body: { introducerId: chosen, candidateId: to.memberId, postingId, ask: words },
        }),
      ),
    onSuccess: refresh,
  });
  const waiting = asked.some((one) => one.state === 'asked');
  if (introducers.length === 0) return <p className="text-sm text-soft">{t('outreach.intro.nobody')}</p>;
  return (
    <>
      <fieldset className="mb-3">
        <legend className="mb-1.5 text-sm font-medium">{t('outreach.intro.whom', { count: introducerCount })}</legend>
        <ul className="max-h-52 space-y-1 overflow-y-auto">
          {introducers.map((person) => {
            const state = stateOf.get(person.id);
            return (
              <li key={person.id}>
                <label className="flex min-h-9 items-center gap-2 rounded px-1 text-sm">
                  <input
                    type="radio"
                    name="introducer"
                    value={person.id}
                    checked={chosen === person.id}
                    disabled={state !== undefined || waiting}
                    onChange={() => setChosen(person.id)}
                  />
                  <span className="font-medium">{person.name}</span>
                  <span className="truncate text-soft">
                    {person.current ? `${person.current.companyName} · ${person.current.title}` : person.headline}
                  </span>
                  {state && <Chip>{t(`outreach.intro.state.${state}`)}</Chip>}
                </label>
              </li>
            );
          })}
        </ul>
      </fieldset>
      {waiting ? (
        <p className="text-sm text-soft">
          {t('outreach.intro.waiting')}{' '}
          <Link to="/inbox/introductions" className="text-jade hover:underline">
            {t('outreach.introductions')}
          </Link>
        </p>
      ) : (
        chosen !== '' && (
          <Composer
            rows={4}
            label={t('outreach.intro.askWords', { name: to.name })}
            hint={t('outreach.intro.askHint')}
            action={t('outreach.intro.ask')}
            error={ask.error}
            send={(words) =>
              ask.mutateAsync(words).then(
                () => true,
                () => false,
              )
            }
          />
        )
      )}
    </>
  );
}

function Ways({ to, mode, touch }: { to: Reached; mode: 'write' | 'ask'; touch: Schemas['Touchpoints'] }) {
  const { write, introduction } = touch;
  if (mode === 'write' && write.allowed) return <Write to={to} />;
  return (
    <div className="space-y-3">
      <Refused permission={mode === 'write' ? write : introduction} />
      {introduction.allowed && to.postingId && <Ask to={to} postingId={to.postingId} touch={touch} />}
    </div>
  );
}

/** Where a person is written to or a common connection is asked; where neither may be, why not. */
export function ReachDialog({ to, mode, onClose }: { to: Reached; mode: 'write' | 'ask'; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: touch, error } = useTouchpoints(to);
  const title = mode === 'write' ? t('outreach.writeTo', { name: to.name }) : t('outreach.intro.to', { name: to.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <ErrorNotice error={error} />
      {!touch && !error && <Loading />}
      {touch?.conversationId && (
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: touch.conversationId }}
          className="text-sm text-jade hover:underline"
        >
          {t('outreach.openConversation')}
        </Link>
      )}
      {touch && !touch.conversationId && <Ways to={to} mode={mode} touch={touch} />}
    </Dialog>
  );
}
