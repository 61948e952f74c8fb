import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, ErrorNotice, Field, Input, Loading } from '../components/basics.tsx';
import { Dialog } from '../components/dialog.tsx';

type Preview = Schemas['ErasurePreview'];
const WORDS = ['remove', 'keep'] as const;

function Count({ rows }: { rows: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows === 0) return null;
  return (
    <span className="shrink-0 text-xs text-soft">
      {t('moderation.erase.rows', { count: rows, n: format.number(rows) })}
    </span>
  );
}

/** What goes, or what stays without the person and why, each part with how much there is of it. */
function Parts({ items, kind }: { items: Preview['items']; kind: 'deleted' | 'stays' }) {
  const { t } = useTranslation();
  const some = items.filter((item) => item[kind] !== null);
  if (some.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">{t(`moderation.erase.${kind}.title`)}</h3>
      <ul className="divide-y divide-line rounded-md border border-line text-sm">
        {some.map((item) => (
          <li key={item.part} className="flex items-baseline justify-between gap-3 px-3 py-1.5">
            <span>{t(`moderation.erase.${kind}.${item.part}`)}</span>
            <Count rows={item[kind] ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function EraseForm({ preview, close }: { preview: Preview; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState({ password: '', words: 'remove' as (typeof WORDS)[number], successor: '' });
  const erase = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/me/erasure', {
          body: {
            password: draft.password,
            words: draft.words,
            ...(preview.lastOperator && { successor: draft.successor }),
          },
        }),
      ),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', hash: 'erased' });
      await queries.resetQueries();
    },
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        erase.mutate();
      }}
    >
      <Parts items={preview.items} kind="deleted" />
      <Parts items={preview.items} kind="stays" />
      <fieldset className="space-y-1.5">
        <legend className="mb-1 text-sm font-semibold">{t('moderation.erase.words.label')}</legend>
        {WORDS.map((words) => (
          <label key={words} className="flex items-start gap-2 text-sm">
            <input
              type="radio"
              name="words"
              className="mt-1 accent-jade"
              checked={draft.words === words}
              onChange={() => setDraft({ ...draft, words })}
            />
            <span>
              {t(`moderation.erase.words.${words}`)}
              <span className="block text-xs text-soft">{t(`moderation.erase.words.${words}About`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {preview.lastOperator && (
        <Field label={t('moderation.erase.successor')} hint={t('moderation.erase.successorAbout')}>
          <Input
            type="email"
            required
            value={draft.successor}
            onChange={(event) => setDraft({ ...draft, successor: event.target.value })}
          />
        </Field>
      )}
      <Field label={t('moderation.erase.password')}>
        <Input
          type="password"
          required
          autoComplete="current-password"
          value={draft.password}
          onChange={(event) => setDraft({ ...draft, password: event.target.value })}
        />
      </Field>
      <ErrorNotice error={erase.error} />
      <div className="flex flex-wrap gap-2">
        <Button kind="alarm" type="submit" disabled={erase.isPending || draft.password === ''}>
          {t('moderation.erase.now')}
        </Button>
        <Button onClick={close}>{t('moderation.erase.cancel')}</Button>
      </div>
    </form>
  );
}

function EraseDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['erasure'],
    queryFn: () => answer(api.GET('/api/v1/me/erasure')),
    gcTime: 0,
  });
  return (
    <Dialog title={t('moderation.erase.title')} onClose={close}>
      <p className="mb-4 text-sm">{t('moderation.erase.final')}</p>
      <ErrorNotice error={error} />
      {!data && !error && <Loading />}
      {data && <EraseForm preview={data} close={close} />}
    </Dialog>
  );
}

/** The way out: what would go and what would stay, then gone. */
export function EraseAccount() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Card className="mt-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-semibold">{t('moderation.erase.title')}</h2>
          <p className="text-sm text-soft">{t('moderation.erase.about')}</p>
        </div>
        <Button kind="alarm" onClick={() => setOpen(true)}>
          {t('moderation.erase.open')}
        </Button>
      </div>
      {open && <EraseDialog close={() => setOpen(false)} />}
    </Card>
  );
}
