import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog.tsx';
import { useLocale } from '../queries.ts';
import { type Publication, type PublishInput, reportAddress } from './publications.ts';
import { PublishForm } from './publish-form.tsx';

/** The window in which a report is published, and its address once it is. */
export function PublishDialog({
  title,
  usual,
  publish,
  onClose,
}: {
  title: string;
  usual: { readonly zh: string; readonly en: string };
  publish: (input: PublishInput) => Promise<Publication>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [done, setDone] = useState<Publication | null>(null);
  return (
    <Dialog title={done ? t('publishing.done') : title} onClose={onClose}>
      {done ? (
        <div role="status" className="space-y-3 text-sm">
          <p>{t('publishing.doneAbout')}</p>
          <p className="rounded bg-paper px-3 py-2 font-mono text-[13px] break-all">
            {`${window.location.origin}/reports/${done.slug}`}
          </p>
          <a
            href={reportAddress(done.slug, locale)}
            className="inline-flex min-h-9 items-center rounded-md bg-jade px-3 text-sm font-medium text-on-jade hover:opacity-90"
          >
            {t('publishing.open')}
          </a>
        </div>
      ) : (
        <>
          <p className="mb-4 text-sm text-soft">{t('publishing.publishAbout')}</p>
          <PublishForm usual={usual} publish={async (input) => setDone(await publish(input))} />
        </>
      )}
    </Dialog>
  );
}
