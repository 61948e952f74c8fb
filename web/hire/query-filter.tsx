import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.ts';
import { Button, ErrorNotice, Field, Input } from '../components/basics.tsx';

/** Where in the query the problem is, as the API's answer says it. */
export function placeOf(error: unknown): readonly [number, number] | null {
  if (!(error instanceof ProblemError) || error.code !== 'bad-query') return null;
  const found = /^q\[(\d+)-(\d+)\]$/.exec(error.fields[0]?.path ?? '');
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/** What cannot be read, with the words themselves marked. */
export function QueryProblem({ q, error, show }: { q: string; error: unknown; show?: () => void }) {
  const { t } = useTranslation();
  const place = placeOf(error);
  if (!(error instanceof ProblemError) || !place) return <ErrorNotice error={error} />;
  const [start, end] = place;
  return (
    <div role="alert" className="my-2 rounded-md border border-seal bg-seal-soft px-3 py-2 text-sm text-seal">
      <p>{error.message}</p>
      <p className="mt-1 font-mono break-all text-ink">
        {q.slice(Math.max(0, start - 60), start)}
        <mark className="bg-seal px-0.5 text-sheet">{q.slice(start, Math.min(end, start + 60)) || '\u2026'}</mark>
        {q.slice(Math.min(end, start + 60), end + 60)}
      </p>
      {show && (
        <button type="button" className="mt-1 underline" onClick={show}>
          {t('sourcing.goThere')}
        </button>
      )}
    </div>
  );
}

/** Narrows a list by a Boolean search. */
export function QueryFilter({ q, change }: { q: string; change: (q: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(q);
  return (
    <form
      aria-label={t('sourcing.narrow')}
      className="mt-3 flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        change(typed.trim());
      }}
    >
      <div className="min-w-0 flex-1">
        <Field label={t('sourcing.narrow')}>
          <Input
            value={typed}
            maxLength={1000}
            spellCheck={false}
            placeholder={t('sourcing.example')}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      </div>
      <Button type="submit">{t('sourcing.apply')}</Button>
    </form>
  );
}
