import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.ts';
import { useFormat } from '../app/words.ts';
import { Button, Card, Empty, ErrorNotice, Loading, PageHeader, VerifiedMark } from '../components/basics.tsx';
import { useRefresh, useVerifications, useVouching } from './verifications.ts';
import { VerifyPosition } from './verify-position.tsx';

function VouchingItem({ item }: { item: Schemas['Vouching'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refresh = useRefresh();
  const { memberId, verificationId } = item;
  const decide = useMutation({
    mutationFn: (yes: boolean) =>
      answer(
        api.POST('/api/v1/me/vouching/{memberId}/{verificationId}', {
          params: { path: { memberId, verificationId } },
          body: { yes },
        }),
      ),
    onSuccess: refresh,
  });
  return (
    <Card>
      <p>
        {t('verification.vouchFor')}{' '}
        <Link to="/people/$memberId" params={{ memberId }} className="font-semibold hover:text-jade hover:underline">
          {item.name}
        </Link>
      </p>
      <p className="text-sm">
        {item.companyName} · {item.title} · {format.months(item.start, item.end)}
      </p>
      <p className="mt-1 text-xs text-soft">{t('verification.vouchAbout', { date: format.day(item.askedAt) })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button kind="main" disabled={decide.isPending} onClick={() => decide.mutate(true)}>
          {t('verification.vouchYes')}
        </Button>
        <Button disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {t('verification.vouchNo')}
        </Button>
      </div>
      <ErrorNotice error={decide.error} />
    </Card>
  );
}

/** What others ask one to confirm, and how one's own positions are verified. */
export function Verification() {
  const { t } = useTranslation();
  const format = useFormat();
  const vouching = useVouching();
  const mine = useVerifications();
  if (vouching.isPending || mine.isPending) return <Loading />;
  return (
    <>
      <PageHeader title={t('verification.title')} about={t('verification.about')}>
        {mine.data?.mail === 'mailbox' && (
          <Link
            to="/mailbox"
            className="inline-flex min-h-9 items-center rounded-md border border-line bg-sheet px-3 text-sm font-medium hover:border-jade"
          >
            {t('verification.mailbox.title')}
          </Link>
        )}
      </PageHeader>
      <ErrorNotice error={vouching.error ?? mine.error} />
      <h2 className="mb-2 font-semibold">{t('verification.toConfirm')}</h2>
      {vouching.data?.items.length === 0 && <p className="text-sm text-soft">{t('verification.nothingToConfirm')}</p>}
      <ul className="space-y-3">
        {vouching.data?.items.map((item) => (
          <li key={item.verificationId}>
            <VouchingItem item={item} />
          </li>
        ))}
      </ul>
      <h2 className="mt-6 mb-2 font-semibold">{t('verification.mine')}</h2>
      {mine.data?.items.length === 0 && <Empty>{t('verification.noPositions')}</Empty>}
      <ul className="space-y-3">
        {mine.data?.items.map((position) => (
          <li key={position.positionId}>
            <Card>
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{position.title}</span>
                <span>{position.companyName}</span>
                {position.verified.map((mark) => (
                  <VerifiedMark key={mark.method} method={mark.method} at={mark.decidedAt} />
                ))}
              </div>
              <p className="text-sm text-soft">{format.months(position.start, position.end)}</p>
              <VerifyPosition position={position} mail={mine.data.mail} />
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
