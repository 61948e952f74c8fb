import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, ErrorNotice, Field, Input } from '../components/basics.tsx';
import { useRefresh, useVerifications } from './verifications.ts';
import { VerifyByColleagues } from './verify-by-colleagues.tsx';

type Position = Schemas['PositionVerification'];
type MailPending = Extract<Position['pending'][number], { method: 'work-email' }>;

function EnterCode({ pending, mail }: { pending: MailPending; mail: Schemas['MyVerifications']['mail'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const [code, setCode] = useState('');
  const path = { verificationId: pending.verificationId };
  const enter = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/me/verifications/{verificationId}/code', { params: { path }, body: { code } })),
    onSettled: refresh,
  });
  const withdraw = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/me/verifications/{verificationId}', { params: { path } })),
    onSettled: refresh,
  });
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <p className="text-sm">
        {t('verification.codeSent', { domain: pending.domain, until: format.moment(pending.expiresAt) })}{' '}
        {mail === 'mailbox' && (
          <Link to="/mailbox" className="text-jade underline">
            {t('verification.inMailbox')}
          </Link>
        )}
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-32">
          <Field label={t('verification.code')}>
            <Input
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="\d{6}"
              maxLength={6}
              value={code}
              onChange={(event) => setCode(event.target.value.trim())}
            />
          </Field>
        </div>
        <Button kind="main" type="submit" disabled={enter.isPending}>
          {t('verification.enter')}
        </Button>
        <Button onClick={() => withdraw.mutate()}>{t('verification.withdraw')}</Button>
      </div>
      <p className="text-xs text-soft">{t('verification.triesLeft', { count: pending.triesLeft })}</p>
      <ErrorNotice error={enter.error ?? withdraw.error} />
    </form>
  );
}

function AskForCode({ position, mail }: { position: Position; mail: Schemas['MyVerifications']['mail'] }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [address, setAddress] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/me/verifications/work-email', { body: { positionId: position.positionId, address } })),
    onSuccess: refresh,
  });
  if (mail === 'none') return <p className="text-sm text-soft">{t('verification.noMail')}</p>;
  if (position.domains.length === 0) return <p className="text-sm text-soft">{t('verification.noDomain')}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-full max-w-72">
          <Field label={t('verification.address')}>
            <Input
              required
              type="email"
              placeholder={`name@${position.domains[0]}`}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          </Field>
        </div>
        <Button kind="main" type="submit" disabled={ask.isPending}>
          {t('verification.sendCode')}
        </Button>
      </div>
      <p className="mt-1 text-xs text-soft">
        {t('verification.addressHint', { domains: position.domains.map((domain) => `@${domain}`).join(' / ') })}
      </p>
      <ErrorNotice error={ask.error} />
    </form>
  );
}

/** What can be done to verify one position, and what is on its way. */
export function VerifyPosition({ position, mail }: { position: Position; mail: Schemas['MyVerifications']['mail'] }) {
  const { t } = useTranslation();
  const byMail = position.pending.find((pending) => pending.method === 'work-email');
  const isVerifiedByMail = position.verified.some((mark) => mark.method === 'work-email');
  if (!position.companyKnown) return <p className="mt-1 text-xs text-soft">{t('verification.companyUnknown')}</p>;
  if (isVerifiedByMail) return null;
  return (
    <details className="mt-2" open={position.pending.length > 0}>
      <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1 text-sm font-medium text-jade">
        <ShieldCheck aria-hidden="true" className="size-4" />
        {position.verified.length > 0 ? t('verification.verifyMore') : t('verification.verify')}
      </summary>
      <div className="mt-1 space-y-4 rounded-md border border-line p-3">
        {position.lapsed && <p className="text-sm text-amber">{t('verification.lapsed')}</p>}
        <section>
          <h3 className="mb-1 text-sm font-semibold">{t('verification.byMail')}</h3>
          {byMail ? <EnterCode pending={byMail} mail={mail} /> : <AskForCode position={position} mail={mail} />}
        </section>
        {!position.verified.some((mark) => mark.method === 'colleagues') && <VerifyByColleagues position={position} />}
      </div>
    </details>
  );
}

/** The same beside a position of one's own profile. */
export function VerifyBesidePosition({ positionId }: { positionId: string }) {
  const { data } = useVerifications();
  const position = data?.items.find((item) => item.positionId === positionId);
  return data && position ? <VerifyPosition position={position} mail={data.mail} /> : null;
}
