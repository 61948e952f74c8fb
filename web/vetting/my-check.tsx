import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, ErrorNotice, Field, Loading, PageHeader, TextArea } from '../components/basics.tsx';
import { useRefreshChecks } from './checks.ts';
import { ConsentForm } from './consent-form.tsx';
import { StateChip } from './state-chip.tsx';
import { StatementList } from './statement-list.tsx';

type Check = Schemas['MyCheck'];
type Statement = Schemas['CheckStatement'];

function Answer({ checkId, statement }: { checkId: string; statement: Statement }) {
  const { t } = useTranslation();
  const refresh = useRefreshChecks();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(statement.answer ?? '');
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/api/v1/me/checks/{checkId}/statements/{statementId}/answer', {
          params: { path: { checkId, statementId: statement.id } },
          body: { answer: text },
        }),
      ),
    onSuccess: async () => {
      setOpen(false);
      await refresh();
    },
  });
  if (!open) {
    return (
      <div className="mt-2">
        {statement.answer && (
          <p className="mb-1 border-l-2 border-jade pl-3 text-sm whitespace-pre-line">
            <span className="mr-1 text-soft">{t('vetting.answered')}</span>
            {statement.answer}
          </p>
        )}
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {statement.answer ? t('vetting.changeAnswer') : t('vetting.answer')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Field label={t('vetting.answerLabel')} hint={t('vetting.answerHint')}>
        <TextArea rows={2} maxLength={1_000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="mt-2 flex gap-2">
        <Button kind="main" type="submit" disabled={save.isPending}>
          {t('vetting.saveAnswer')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('vetting.cancel')}</Button>
      </div>
      <ErrorNotice error={save.error} />
    </form>
  );
}

type Act = 'refuse' | 'release' | 'take-back' | 'recompute';
const ACTS = { allowed: ['release', 'recompute', 'refuse'], released: ['take-back'] } as const;
const WORDS = {
  release: 'vetting.release',
  recompute: 'vetting.recompute',
  refuse: 'vetting.refuse',
  'take-back': 'vetting.takeBack',
} as const;

function Decide({ check }: { check: Check }) {
  const { t } = useTranslation();
  const refresh = useRefreshChecks();
  const params = { path: { checkId: check.id } };
  const act = useMutation({
    mutationFn: (what: Act) => {
      if (what === 'release') return answer(api.POST('/api/v1/me/checks/{checkId}/release', { params }));
      if (what === 'refuse') return answer(api.POST('/api/v1/me/checks/{checkId}/refuse', { params }));
      if (what === 'recompute') return answer(api.POST('/api/v1/me/checks/{checkId}/recompute', { params }));
      return answer(api.POST('/api/v1/me/checks/{checkId}/take-back', { params }));
    },
    onSettled: refresh,
  });
  const acts: readonly Act[] = check.state === 'allowed' || check.state === 'released' ? ACTS[check.state] : [];
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {acts.map((what) => (
          <Button
            key={what}
            kind={what === 'release' ? 'main' : what === 'take-back' ? 'alarm' : 'plain'}
            disabled={act.isPending}
            onClick={() => act.mutate(what)}
          >
            {t(WORDS[what])}
          </Button>
        ))}
      </div>
      <ErrorNotice error={act.error} />
    </>
  );
}

/** One check, as its candidate sees and decides it. */
export function MyCheck() {
  const { t } = useTranslation();
  const format = useFormat();
  const { checkId = '' } = useParams({ strict: false });
  const { data: check, error } = useQuery({
    queryKey: ['checks', checkId],
    queryFn: () => answer(api.GET('/api/v1/me/checks/{checkId}', { params: { path: { checkId } } })),
  });
  if (error) return <ErrorNotice error={error} />;
  if (!check) return <Loading />;
  return (
    <>
      <PageHeader
        title={`${check.companyName} · ${check.posting.title}`}
        about={t('vetting.askedBy', {
          name: check.recruiterName || t('app.gone'),
          date: format.day(check.requestedAt),
        })}
      >
        <StateChip state={check.state} mine />
      </PageHeader>
      {check.note && (
        <Card className="mb-4">
          <p className="text-sm">
            <span className="mr-1 text-soft">{t('vetting.note')}</span>
            {check.note}
          </p>
        </Card>
      )}
      {check.consent && <ConsentForm checkId={check.id} consent={check.consent} />}
      {check.state === 'refused' && <p className="text-sm text-soft">{t('vetting.refusedAbout')}</p>}
      {check.state === 'withdrawn' && <p className="text-sm text-soft">{t('vetting.withdrawnAbout')}</p>}
      {check.statements && (
        <>
          <Card className="mb-4">
            <p className="mb-3 text-sm">
              {check.state === 'allowed'
                ? t('vetting.readFirst')
                : t('vetting.releasedAbout', { date: check.readableUntil ? format.day(check.readableUntil) : '' })}
            </p>
            <Decide check={check} />
          </Card>
          {check.state === 'allowed' ? (
            <StatementList
              statements={check.statements}
              beside={(statement) => <Answer checkId={check.id} statement={statement} />}
            />
          ) : (
            <StatementList statements={check.statements} />
          )}
        </>
      )}
    </>
  );
}
