import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorNotice } from '../../components/basics.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useWithdraw } from './publications.ts';
import { BothLanguages } from './publish-form.tsx';

/** Takes a report back, with the reason that its page will give. */
export function WithdrawDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState({ zh: '', en: '' });
  const withdraw = useWithdraw(slug);
  function submit(event: FormEvent) {
    event.preventDefault();
    withdraw.mutate(reason, { onSuccess: onClose });
  }
  const isEmpty = reason.zh.trim() === '' && reason.en.trim() === '';
  return (
    <Dialog title={t('publishing.withdrawReport')} onClose={onClose}>
      <form className="space-y-4" onSubmit={submit}>
        <p className="text-sm text-soft">{t('publishing.withdrawAbout')}</p>
        <BothLanguages
          value={reason}
          onChange={setReason}
          label={(language) => t(`publishing.reasonIn.${language}`)}
          long
        />
        <ErrorNotice error={withdraw.error} />
        <Button kind="alarm" type="submit" disabled={withdraw.isPending || isEmpty}>
          {t('publishing.withdraw')}
        </Button>
      </form>
    </Dialog>
  );
}
