import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat, useWords } from '../app/words.ts';
import { Button, ErrorNotice, Field, Select, TextArea } from '../components/basics.tsx';
import { placeOnMyPage, type Row } from '../components/my-row.ts';
import { PARTS, ScoreParts } from '../components/score-parts.tsx';
import { fieldOf, type Part, partsOf, type Reason, reasonsOf, saidOf } from './filed-detail.ts';

type Dispute = Schemas['Dispute'];

/** What the member has disputed; newest first. */
export function useDisputes() {
  return useQuery({
    queryKey: ['disputes'],
    queryFn: () => answer(api.GET('/api/v1/me/disputes', { params: { query: { limit: 100 } } })),
  });
}

/** Asks what is wrong, and says to whom the answer is shown. */
function DisputeForm({
  disclosureId,
  parts,
  what,
  onDone,
}: {
  disclosureId: string;
  parts: readonly Part[];
  what: 'sentence' | 'figure';
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [first] = parts;
  const [part, setPart] = useState<Part | undefined>(first);
  const [because, setBecause] = useState('');
  const send = useMutation({
    mutationFn: (chosen: Part) =>
      answer(api.POST('/api/v1/me/disputes', { body: { disclosureId, part: chosen, what, because } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['disputes'] });
      onDone();
    },
  });
  return (
    <form
      className="my-2 max-w-xl space-y-2 rounded-md border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (part) send.mutate(part);
      }}
    >
      {what === 'figure' && (
        <Field label={t('talent.file.whichFigure')}>
          <Select
            value={part ?? ''}
            options={parts.map((one) => [one, t(`hire.parts.${one}`)] as const)}
            onChange={(event) => setPart(parts.find((one) => one === event.target.value))}
          />
        </Field>
      )}
      <Field label={t('talent.file.because')} hint={t('talent.file.becauseHint')}>
        <TextArea
          rows={2}
          maxLength={500}
          required
          minLength={2}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </Field>
      <div className="flex gap-2">
        <Button kind="main" type="submit" disabled={send.isPending || because.trim().length < 2}>
          {t('talent.file.disputeSend')}
        </Button>
        <Button onClick={onDone}>{t('talent.cancel')}</Button>
      </div>
      <ErrorNotice error={send.error} />
    </form>
  );
}

/** A dispute as its author sees it, to take back while it stands. */
function MyDispute({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      answer(api.DELETE('/api/v1/me/disputes/{disputeId}', { params: { path: { disputeId: dispute.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['disputes'] }),
  });
  const of = dispute.said === null ? `${t(`hire.parts.${dispute.part}`)} · ` : '';
  if (dispute.withdrawnAt) {
    return (
      <p className="text-soft">
        {of}
        {t('talent.file.withdrawn', { because: dispute.because, day: format.day(dispute.withdrawnAt) })}
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-seal">
      <span>
        {of}
        {t('talent.file.disputed', { because: dispute.because, day: format.day(dispute.at) })}
      </span>
      <Button kind="quiet" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('talent.file.withdraw')}
      </Button>
      <ErrorNotice error={withdraw.error} />
    </div>
  );
}

/** Where the fact behind a sentence is put right. */
function Correct({ part, row }: { part: Part; row: Row | null }) {
  const { t } = useTranslation();
  const { to, hash } =
    row && part !== 'evidence' && part !== 'reach' ? { to: '/me' as const, hash: placeOnMyPage(row) } : fieldOf(part);
  return (
    <Link to={to} {...(hash && { hash })} className="inline-flex min-h-8 items-center text-jade hover:underline">
      {t('talent.file.correct')}
    </Link>
  );
}

function ReasonEntry({
  item,
  reason,
  disputes,
}: {
  item: Schemas['Disclosure'];
  reason: Reason;
  disputes: readonly Dispute[];
}) {
  const { t } = useTranslation();
  const { zh } = useWords();
  const [asking, setAsking] = useState(false);
  const { part } = reason;
  const own = disputes.filter((one) => one.part === part && one.said?.en === reason.en);
  const stands = own.some((one) => one.withdrawnAt === null);
  return (
    <li>
      <span>{zh ? reason.zh : reason.en}</span>
      {part && (
        <span className="ml-2 inline-flex gap-3">
          <Correct part={part} row={reason.row} />
          {!stands && !asking && (
            <button type="button" className="min-h-8 text-jade hover:underline" onClick={() => setAsking(true)}>
              {t('talent.file.dispute')}
            </button>
          )}
        </span>
      )}
      {own.map((dispute) => (
        <MyDispute key={dispute.id} dispute={dispute} />
      ))}
      {part && asking && (
        <DisputeForm disclosureId={item.id} parts={[part]} what="sentence" onDone={() => setAsking(false)} />
      )}
    </li>
  );
}

/** What was shown beside the parts of the profile: the score, its parts, the reasons, and what was missing. Each can be put right. */
export function ShownOfMe({ item }: { item: Schemas['Disclosure'] }) {
  const { t } = useTranslation();
  const { zh } = useWords();
  const disputes = useDisputes();
  const [asking, setAsking] = useState(false);
  const { detail } = item;
  const said = (text: { readonly zh: string; readonly en: string }) => (zh ? text.zh : text.en);
  const missing = saidOf(detail.missing);
  const [rise] = saidOf([detail.rise]);
  const parts = partsOf(detail.parts);
  if (typeof detail.score !== 'number') return null;
  const own = (disputes.data?.items ?? []).filter((one) => one.postingId === (item.posting?.id ?? null));
  const figures = own.filter((one) => one.said === null);
  return (
    <details className="mt-1 text-sm">
      <summary className="cursor-pointer text-jade">{t('talent.file.score', { score: detail.score })}</summary>
      <ul className="mt-1.5 list-disc space-y-0.5 pl-5">
        {reasonsOf(detail.reasons).map((reason) => (
          <ReasonEntry key={reason.en} item={item} reason={reason} disputes={own} />
        ))}
      </ul>
      {missing.length > 0 && <p className="mt-1 text-amber">{missing.map(said).join(zh ? '\uff1b' : '; ')}</p>}
      {rise && <p className="mt-1 text-soft">{said(rise)}</p>}
      {Object.keys(parts).length > 0 && (
        <section aria-label={t('hire.howScored')} className="mt-2">
          <ScoreParts parts={parts} />
          {figures.map((dispute) => (
            <MyDispute key={dispute.id} dispute={dispute} />
          ))}
          {asking ? (
            <DisputeForm
              disclosureId={item.id}
              parts={PARTS.filter((part) => typeof parts[part] === 'number')}
              what="figure"
              onDone={() => setAsking(false)}
            />
          ) : (
            <button type="button" className="mt-1 min-h-8 text-jade hover:underline" onClick={() => setAsking(true)}>
              {t('talent.file.disputeFigure')}
            </button>
          )}
        </section>
      )}
    </details>
  );
}
