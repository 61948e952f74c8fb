import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Chip, ErrorNotice, Field, Input } from '../components/basics.tsx';
import { useRefresh } from './verifications.ts';

type Position = Schemas['PositionVerification'];
type Pending = Extract<Position['pending'][number], { method: 'colleagues' }>;
const MOST_ASKED = 5;

function Asked({ pending }: { pending: Pending }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const withdraw = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/api/v1/me/verifications/{verificationId}', {
          params: { path: { verificationId: pending.verificationId } },
        }),
      ),
    onSettled: refresh,
  });
  return (
    <div className="mb-2">
      <ul className="flex flex-wrap gap-1.5">
        {pending.asked.map((person) => (
          <li key={person.id}>
            <Chip tone={person.confirmed ? 'jade' : 'plain'}>
              {person.name} · {person.confirmed ? t('verification.confirmed') : t('verification.asked')}
            </Chip>
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <Button onClick={() => withdraw.mutate()}>{t('verification.withdraw')}</Button>
      </div>
      <ErrorNotice error={withdraw.error} />
    </div>
  );
}

/** Picks colleagues to confirm a position: from one's connections, or by name. */
export function VerifyByColleagues({ position }: { position: Position }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const name = useDeferredValue(typed.trim());
  const { positionId } = position;
  const pending = position.pending.find((one) => one.method === 'colleagues');
  const found = useQuery({
    queryKey: ['colleagues', positionId, name],
    queryFn: () =>
      answer(
        api.GET('/api/v1/me/positions/{positionId}/colleagues', { params: { path: { positionId }, query: { name } } }),
      ),
    placeholderData: (before) => before,
  });
  const ask = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/me/verifications/colleagues', { body: { positionId, colleagueIds: [...chosen] } })),
    onSuccess: async () => {
      setChosen(new Set());
      await refresh();
    },
  });
  const asked = new Set(pending?.asked.map((person) => person.id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const people = (found.data?.items ?? []).filter((person) => !asked.has(person.id));
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">{t('verification.byColleagues')}</h3>
      <p className="mb-2 text-xs text-soft">{t('verification.colleaguesAbout')}</p>
      {pending && <Asked pending={pending} />}
      <div className="mb-2 max-w-72">
        <Field label={t('verification.colleagueName')} hint={t('verification.colleagueNameHint')}>
          <Input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      </div>
      {found.data && people.length === 0 && (name !== '' || !pending) && (
        <p className="text-sm text-soft">
          {name ? t('verification.nobodyOfThatName') : t('verification.noColleagues')}
        </p>
      )}
      <ul className="max-h-64 space-y-1 overflow-y-auto">
        {people.map((person) => (
          <li key={person.id}>
            <label className="flex min-h-9 cursor-pointer items-start gap-2 rounded px-1 py-1 text-sm hover:bg-paper">
              <input
                type="checkbox"
                className="mt-1"
                checked={chosen.has(person.id)}
                disabled={!chosen.has(person.id) && chosen.size + asked.size >= MOST_ASKED}
                onChange={() => toggle(person.id)}
              />
              <span>
                <span className="font-medium">{person.name}</span>
                <span className="block text-xs text-soft">
                  {person.there
                    ? `${person.there.title} · ${format.months(person.there.start, person.there.end)}`
                    : person.headline}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {people.length > 0 && (
        <div className="mt-2">
          <Button kind="main" disabled={chosen.size === 0 || ask.isPending} onClick={() => ask.mutate()}>
            {t('verification.askColleagues', { count: chosen.size })}
          </Button>
        </div>
      )}
      <ErrorNotice error={ask.error ?? found.error} />
    </section>
  );
}
